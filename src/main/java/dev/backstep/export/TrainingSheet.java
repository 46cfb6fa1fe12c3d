package dev.backstep.export;

import dev.backstep.layout.Box;
import dev.backstep.layout.Size;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.Glyphs;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A training on one sheet: a title, the network at the left, views of it one below the other at
/// the right. Without a network the views fill the sheet, two in a row.
public final class TrainingSheet {

    private static final double WIDTH = 1552;
    private static final double GAP = 24;
    private static final double TITLE = 24;
    private static final double NETWORK = 1064;
    private static final double LOWEST_NETWORK = 480;
    private static final double HIGHEST_NETWORK = 1240;
    private static final double HIGHEST_VIEW = 580;
    private static final double RIGHT = WIDTH - NETWORK - GAP;
    private static final double HALF = (WIDTH - GAP) / 2;

    private TrainingSheet() {}

    /// A part of the sheet and where it lies below the title.
    private record Placed(Figure plot, Box area) {}

    /// @param name what is trained
    /// @param told how it went, on the same line
    public static Figure of(
            String name, String told, Optional<Figure> network, List<Figure> views) {
        List<Placed> placed = network.isPresent() ? beside(network.get(), views) : inPairs(views);
        double bottom = placed.stream().mapToDouble(p -> p.area().bottom()).max().orElse(0);
        return new Figure(
                new Size(WIDTH, bottom),
                (g, theme, area) -> {
                    title(g, theme, area, drawable(name), drawable(told));
                    placed.forEach(p -> p.plot().paint(g, theme, moved(p.area(), area)));
                });
    }

    private static Box moved(Box box, Box area) {
        return new Box(box.x() + area.x(), box.y() + area.y(), box.width(), box.height());
    }

    private static List<Placed> beside(Figure network, List<Figure> views) {
        List<Placed> placed = new ArrayList<>();
        double y = TITLE + GAP;
        for (Figure view : views) {
            Box box = new Box(NETWORK + GAP, y, RIGHT, height(view, RIGHT));
            placed.add(new Placed(view, box));
            y = box.bottom() + GAP;
        }
        double height = Math.clamp(y - TITLE - 2 * GAP, LOWEST_NETWORK, HIGHEST_NETWORK);
        placed.add(new Placed(network, new Box(0, TITLE + GAP, NETWORK, height)));
        return placed;
    }

    private static List<Placed> inPairs(List<Figure> views) {
        List<Placed> placed = new ArrayList<>();
        double y = TITLE + GAP;
        for (int k = 0; k < views.size(); k += 2) {
            Figure left = views.get(k);
            boolean alone = k + 1 == views.size();
            double height =
                    alone
                            ? height(left, HALF)
                            : Math.max(height(left, HALF), height(views.get(k + 1), HALF));
            placed.add(new Placed(left, new Box(0, y, HALF, height(left, HALF))));
            if (!alone) {
                Figure right = views.get(k + 1);
                placed.add(new Placed(right, new Box(HALF + GAP, y, HALF, height(right, HALF))));
            }
            y += height + GAP;
        }
        return placed;
    }

    /// As high as it is on a sheet of its own, at this width; higher than it is wide it is not.
    private static double height(Figure plot, double width) {
        Size own = plot.content();
        return Math.min(own.height() * Math.min(1, width / own.width()), HIGHEST_VIEW);
    }

    private static void title(Graphics2D g, Theme theme, Box area, String name, String told) {
        double y = area.y() + TITLE * 0.8;
        Font bold = Fonts.WORDS_BOLD.at(TITLE * 0.8);
        Font plain = Fonts.WORDS.at(TITLE * 0.75);
        double room = WIDTH - GAP - TextLines.width(told, plain);
        String shown = name;
        while (shown.length() > 1 && TextLines.width(shown, bold) > room) {
            int end = shown.length() - (shown.endsWith("…") ? 2 : 1);
            shown = shown.substring(0, Math.max(0, end)) + "…";
        }
        g.setColor(theme.color(ColorRole.INK));
        TextLines.left(g, shown, area.x(), y, bold);
        g.setColor(theme.color(ColorRole.MUTED));
        TextLines.left(g, told, area.x() + TextLines.width(shown, bold) + GAP, y, plain);
    }

    /// The text with a question mark for each letter that no font has.
    private static String drawable(String text) {
        Font font = Fonts.WORDS_BOLD.at(TITLE);
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> Glyphs.missing(letter, font).isEmpty() ? letter : "?")
                .collect(Collectors.joining());
    }
}
