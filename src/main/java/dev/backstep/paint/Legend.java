package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Pass;
import dev.backstep.layout.Diagram.Tag;
import dev.backstep.layout.Point;
import dev.backstep.layout.Route;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says what the signs of a picture mean: one entry a sign, in as many lines as a width needs.
public final class Legend {

    private static final double LINE = 34;
    private static final double SIGN = 92;
    private static final double WIRE = 64;
    private static final double PILL = 72;
    private static final double BORDER = 44;
    private static final double GAP = 10;
    private static final double BETWEEN = 28;
    private static final double TEXT = 13;

    private final Theme theme;
    private final Bundle language;
    private final List<Entry> entries;

    /// @param language what it speaks
    /// @param output TeX-free name of the output, as in ∂L/∂·
    /// @param signs those that it tells of
    public Legend(Theme theme, Bundle language, String output, Set<LegendSign> signs) {
        this.theme = theme;
        this.language = language;
        this.entries =
                Arrays.stream(LegendSign.values())
                        .filter(signs::contains)
                        .map(sign -> entry(sign, output))
                        .toList();
    }

    private Entry entry(LegendSign sign, String output) {
        return switch (sign) {
            case VALUE -> entry("legend.value", SIGN, (g, x, y) -> cells(g, x, y, output));
            case FORWARD -> entry("legend.forward", WIRE, (g, x, y) -> wire(g, x, y, Pass.FORWARD));
            case BACKWARD ->
                    entry("legend.backward", WIRE, (g, x, y) -> wire(g, x, y, Pass.BACKWARD));
            case PILL -> entry("legend.pill", PILL, this::pill);
            case TAG -> entry("legend.tag", WIRE, this::tag);
            case PARAMETER -> entry("legend.parameter", BORDER, this::parameter);
            case AVERAGED -> entry("legend.averaged", BORDER, this::averaged);
            case UPDATED -> entry("legend.updated", BORDER, this::updated);
        };
    }

    private Entry entry(String key, double width, Sign sign) {
        return new Entry(say(key), width, sign);
    }

    private String say(String key) {
        return language.say(Message.of(key));
    }

    private record Entry(String text, double width, Sign sign) {}

    /// Draws a sign from `x` on, centred on a line at `y`.
    private interface Sign {
        void paint(Graphics2D g, double x, double y);
    }

    /// The height it takes in a width.
    public double height(double width) {
        return flow(width).getLast().y() + LINE;
    }

    public void paint(Graphics2D g, double left, double top, double width) {
        Font font = Fonts.WORDS.at(TEXT);
        List<Point> places = flow(width);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            double x = left + places.get(i).x();
            double middle = top + places.get(i).y() + LINE / 2;
            entry.sign.paint(g, x, middle);
            g.setColor(theme.color(ColorRole.MUTED));
            TextLines.left(g, entry.text, x + entry.width + GAP, middle + TEXT * 0.36, font);
        }
    }

    /// Where each entry begins, in lines of a width.
    private List<Point> flow(double width) {
        Font font = Fonts.WORDS.at(TEXT);
        List<Point> places = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (Entry entry : entries) {
            double needed = entry.width + GAP + TextLines.width(entry.text, font);
            if (x > 0 && x + needed > width) {
                x = 0;
                y += LINE;
            }
            places.add(new Point(x, y));
            x += needed + BETWEEN;
        }
        return places;
    }

    private void cells(Graphics2D g, double x, double y, String output) {
        var box = new RoundRectangle2D.Double(x + 0.5, y - 12.5, SIGN - 1, 25, 14, 14);
        g.setColor(theme.color(ColorRole.CARD));
        g.fill(box);
        g.setStroke(new BasicStroke(1));
        g.setColor(theme.color(ColorRole.LINE));
        g.draw(box);
        g.draw(new Line2D.Double(x + SIGN / 2, y - 12, x + SIGN / 2, y + 12));
        Font font = Fonts.NUMBERS.at(12);
        g.setColor(theme.color(ColorRole.VALUE));
        TextLines.centred(g, say("legend.cell"), x + SIGN / 4, y, SIGN / 2 - 8, font);
        g.setColor(theme.color(ColorRole.UPSTREAM));
        Font bold = theme == Theme.PRINT ? Fonts.NUMBERS_BOLD.at(12) : font;
        TextLines.centred(g, "∂" + output + "/∂·", x + SIGN * 3 / 4, y, SIGN / 2 - 8, bold);
    }

    private void wire(Graphics2D g, double x, double y, Pass pass) {
        Point a = new Point(x, y);
        Point b = new Point(x + WIRE, y);
        Route route = new Route(List.of(a, a.plus(20, 0), b.plus(-20, 0), b));
        new WirePainter(theme).paint(g, route, Emphasis.ACTIVE, pass);
    }

    private void pill(Graphics2D g, double x, double y) {
        new WirePainter(theme).pill(g, new Box(x, y - 12, PILL, 24), "×4", "8");
    }

    private void tag(Graphics2D g, double x, double y) {
        Point from = new Point(x + 38, y);
        Point to = new Point(x + WIRE, y);
        WirePainter wires = new WirePainter(theme);
        wires.paint(
                g,
                new Route(List.of(from, from.plus(8, 0), to.plus(-8, 0), to)),
                Emphasis.REACHED,
                Pass.FORWARD);
        new TagPainter(theme, ImageCache.none(), wires)
                .paint(
                        g,
                        new Tag(
                                0,
                                Optional.empty(),
                                new Box(x + 16, y - 9, 22, 18),
                                "W",
                                Emphasis.REACHED,
                                Pass.FORWARD,
                                Optional.empty()));
    }

    private void updated(Graphics2D g, double x, double y) {
        g.setColor(theme.color(ColorRole.UPDATE));
        TextLines.centred(
                g, say("legend.cell"), x + BORDER / 2, y, BORDER, Fonts.NUMBERS_BOLD.at(12));
    }

    private void averaged(Graphics2D g, double x, double y) {
        double[] means = {1, -0.5, -0.2, 0.6, -1, 0.3};
        for (int k = 0; k < means.length; k++) {
            g.setColor(HeatColors.of(theme, means[k], 1));
            g.fill(
                    new RoundRectangle2D.Double(
                            x + 5 + k % 3 * 12, y - 12 + k / 3 * 12, 10.5, 10.5, 3, 3));
        }
    }

    private void parameter(Graphics2D g, double x, double y) {
        CardPainter.parameter(g, theme, new Box(x, y - 12, BORDER, 24));
    }
}
