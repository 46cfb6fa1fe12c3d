package dev.backstep.export;

import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Emphasis;
import dev.backstep.layout.Diagram.Kind;
import dev.backstep.layout.Diagram.Pass;
import dev.backstep.layout.Face;
import dev.backstep.layout.Point;
import dev.backstep.layout.Route;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.text.Bundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// The picture of a graph in TikZ: each card, wire, frame and number where the picture has it, in
/// type that LaTeX sets; a pixel is 1/96 inch, as in the other formats. It uses TikZ alone, none of
/// its libraries.
///
/// Source: Tantau, *The TikZ and PGF Packages*, 2023.
public record TikzGraph(Diagram diagram) {

    private static final List<ColorRole> COLOURS =
            List.of(
                    ColorRole.INK,
                    ColorRole.MUTED,
                    ColorRole.DIM,
                    ColorRole.LINE,
                    ColorRole.VALUE,
                    ColorRole.UPSTREAM,
                    ColorRole.UPDATE,
                    ColorRole.PROBLEM);

    private static final double BEHIND_TITLE = 8;

    private static final double RIGHTLY = 0.64;

    private static final double LEAST_NOTICE = 260;

    /// Writes a document with the picture alone.
    public void write(PrintWriter to) {
        StringWriter drawn = new StringWriter();
        picture(new PrintWriter(drawn));
        to.print(LatexFont.comment(Stream.of(drawn.toString())));
        to.print(start());
        COLOURS.forEach(
                role ->
                        to.printf(
                                Locale.ROOT,
                                "\\definecolor{%s}{HTML}{%s}\n",
                                name(role),
                                Theme.LIGHT.web(role).substring(1).toUpperCase(Locale.ROOT)));
        to.print("\\begin{document}\n\\begin{tikzpicture}[picture]\n");
        to.print(drawn);
        to.print("\\end{tikzpicture}\n\\end{document}\n");
        to.flush();
    }

    private void picture(PrintWriter to) {
        diagram.frames().forEach(f -> frame(to, f));
        diagram.wires().forEach(w -> wire(to, w));
        diagram.cards().forEach(c -> card(to, c));
        diagram.tags().forEach(t -> tag(to, t));
        diagram.pills().forEach(p -> pill(to, p));
        diagram.mistake().ifPresent(n -> notice(to, n));
        to.flush();
    }

    private static String start() {
        try (InputStream in =
                Objects.requireNonNull(TikzGraph.class.getResourceAsStream("tikz-start.tex"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void frame(PrintWriter to, Diagram.GroupFrame frame) {
        Box box = frame.box();
        rectangle(to, box, "frame");
        node(
                to,
                new Point(box.x() + BEHIND_TITLE, box.y() + BEHIND_TITLE / 2),
                "title",
                LatexText.of(frame.title()));
    }

    private static void wire(PrintWriter to, Diagram.Wire wire) {
        String style =
                wire.emphasis() == Emphasis.DIM
                        ? "draw=dim"
                        : "draw="
                                + ink(wire.pass())
                                + (wire.emphasis() == Emphasis.ACTIVE ? ", active" : "")
                                + (wire.lost() ? ", dashed" : "");
        boolean back = wire.pass() == Pass.BACKWARD && wire.emphasis() != Emphasis.DIM;
        curve(to, wire.route(), "wire, " + (back ? "<-, " : "->, ") + style);
    }

    private static void curve(PrintWriter to, Route route, String style) {
        List<Point> p = route.points();
        to.print("\\draw[" + style + "] " + at(p.getFirst()));
        for (int k = 1; k + 2 < p.size(); k += 3) {
            to.print(
                    " .. controls "
                            + at(p.get(k))
                            + " and "
                            + at(p.get(k + 1))
                            + " .. "
                            + at(p.get(k + 2)));
        }
        to.print(";\n");
    }

    private static void card(PrintWriter to, Card card) {
        Box box = card.box();
        Box cells = card.cells();
        rectangle(to, box, "card, " + border(card));
        String rule = "\\draw[rule] ";
        Point left = new Point(cells.x(), cells.y());
        Point middle = new Point(cells.center().x(), cells.y());
        to.print(rule + at(left) + " -- " + at(new Point(cells.right(), cells.y())) + ";\n");
        to.print(rule + at(middle) + " -- " + at(new Point(middle.x(), cells.bottom())) + ";\n");
        face(to, card, new Box(box.x(), box.y(), box.width(), box.height() - cells.height()));
        if (card.heat().isPresent()) {
            TikzHeat.write(to, card, card.heat().get());
        } else {
            number(to, card.value(), cells, 0.25, "value");
            gradient(to, card, cells);
        }
    }

    /// With a mistake the right number struck through, beside it the one that is there.
    private static void gradient(PrintWriter to, Card card, Box cells) {
        if (card.right().isEmpty()) {
            number(to, card.gradient(), cells, 0.75, "upstream");
            return;
        }
        number(to, card.right().get(), cells, RIGHTLY, "muted");
        Point middle = new Point(cells.x() + cells.width() * RIGHTLY, cells.center().y());
        double half = 3.5 * card.right().get().length();
        to.print(
                "\\draw[draw=problem, sharp corners] "
                        + at(middle.plus(-half, 0))
                        + " -- "
                        + at(middle.plus(half, 0))
                        + ";\n");
        number(to, card.gradient(), cells, 0.87, "problem");
    }

    /// What is said above the picture.
    private void notice(PrintWriter to, Diagram.Notice notice) {
        Box all = diagram.bounds();
        double wide = Math.max(LEAST_NOTICE, all.width());
        String width = "text width=" + Math.round(0.75 * wide) + "bp";
        String style =
                String.join(
                        ", ", "small", "anchor=south west", "align=left", "text=problem", width);
        String what = LatexText.of(Bundle.ENGLISH.say(notice.what()));
        String effect = LatexText.of(Bundle.ENGLISH.say(notice.effect()));
        String told = "\\textbf{" + what + "} " + effect;
        Point place = new Point(all.x(), all.y() - BEHIND_TITLE);
        node(to, place, style, told);
    }

    private static String border(Card card) {
        if (card.problem().isPresent() || card.right().isPresent()) {
            return "draw=problem, active";
        }
        if (card.emphasis() == Emphasis.ACTIVE) {
            return "draw=" + ink(card.pass()) + ", active";
        }
        return card.kind() == Kind.PARAM ? "draw=update" : "draw=line";
    }

    private static void face(PrintWriter to, Card card, Box head) {
        Face face = card.face();
        String colour = card.emphasis() == Emphasis.DIM ? "dim" : "ink";
        String style = "word, text=" + colour;
        if (face.isOneLine()) {
            node(to, head.center(), style, math(face.title()));
            return;
        }
        String shape = "\\footnotesize " + LatexText.of(face.shape());
        String detail = face.detail().isEmpty() ? "" : math(face.detail());
        boolean alone = face.shapeAbove() || face.shape().isEmpty();
        String below = alone ? detail : shape + "\\enspace " + detail;
        String above = math(face.title()) + (face.shapeAbove() ? "\\enspace {" + shape + "}" : "");
        double quarter = head.height() / 4;
        node(to, head.center().plus(0, -quarter), style, above);
        node(to, head.center().plus(0, quarter), style + ", small", below);
    }

    private static void number(
            PrintWriter to, String number, Box cells, double share, String colour) {
        if (!number.isEmpty()) {
            Point middle = new Point(cells.x() + cells.width() * share, cells.center().y());
            String style = "small, text=" + colour;
            node(to, middle, style, LatexText.of(number));
        }
    }

    private static void tag(PrintWriter to, Diagram.Tag tag) {
        tag.lead().ifPresent(lead -> curve(to, lead, "wire, draw=dim"));
        node(
                to,
                tag.box().center(),
                "small, text=" + (isDim(tag) ? "dim" : "ink"),
                math(tag.name()));
    }

    private static boolean isDim(Diagram.Tag tag) {
        return tag.emphasis() == Emphasis.DIM;
    }

    private static void pill(PrintWriter to, Diagram.Pill pill) {
        if (pill.isLed()) {
            to.print("\\draw[rule] " + at(pill.lead()) + " -- " + at(pill.at()) + ";\n");
        }
        String numbers =
                LatexText.of(pill.local())
                        + (pill.local().isEmpty() ? "" : " $\\to$ ")
                        + LatexText.of(pill.downstream());
        node(to, pill.box().center(), "pill", numbers);
    }

    private static void rectangle(PrintWriter to, Box box, String style) {
        to.print(
                "\\filldraw[fill=none, "
                        + style
                        + "] "
                        + at(new Point(box.x(), box.y()))
                        + " rectangle "
                        + at(new Point(box.right(), box.bottom()))
                        + ";\n");
    }

    private static void node(PrintWriter to, Point place, String style, String text) {
        to.print("\\node[" + style + "] at " + at(place) + " {" + text + "};\n");
    }

    private static String math(String tex) {
        return "$" + tex + "$";
    }

    static String at(Point p) {
        return String.format(Locale.ROOT, "(%.2f, %.2f)", p.x(), p.y());
    }

    private static String ink(Pass pass) {
        return switch (pass) {
            case FORWARD -> "value";
            case BACKWARD -> "upstream";
            case UPDATE -> "update";
        };
    }

    private static String name(ColorRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
