package dev.backstep.export.figure;

import dev.backstep.calculus.Collapse;
import dev.backstep.calculus.NodeJacobian;
import dev.backstep.calculus.RuleTex;
import dev.backstep.calculus.ToldJacobian;
import dev.backstep.layout.Size;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.JacobianTable;
import dev.backstep.paint.JacobianTable.Heads;
import dev.backstep.paint.JacobianTable.Scroll;
import dev.backstep.paint.Theme;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The Jacobian of two nodes on a sheet: all of its numbers, the upstream gradient at its right and
/// Jᵀ · upstream below; the sum behind one number of that; the short rule it collapses to.
///
/// It says what the sheet of the window says. A table that is wider than the sheet makes it wider.
public final class JacobianFigure implements Explained {

    private static final double GAP = 18;
    private static final double CLOSE = 10;
    private static final double FORMULA = 24;
    private static final double WRITTEN = 19;

    /// How large the table is drawn: its numbers can be read at the least.
    private static final double LEAST = 1.15;

    private static final double MOST = 1.35;

    /// The digits of numbers that have no room for more.
    private static final int FEW = 2;

    /// The terms of a sum that has no room for eight.
    private static final int TERMS = 7;

    /// The rule stands beside the table if it has so much room.
    private static final double BESIDE = 300;

    private static final double APART = 36;

    private final ToldJacobian told;
    private final Bundle language;
    private final double width;
    private final FigurePart all;

    private JacobianFigure(ToldJacobian told, boolean mistaken, Bundle language, double width) {
        this.told = told;
        this.language = language;
        this.width = width;
        this.all = FigurePart.column(GAP, parts(mistaken));
    }

    /// @param told of the right pass
    /// @param mistaken whether the program computes backward with a mistake, which is then said
    /// @param width what its words may take, from [Explained#COLUMN] on
    public static JacobianFigure of(
            ToldJacobian told, boolean mistaken, Bundle language, double width) {
        return new JacobianFigure(told, mistaken, language, width);
    }

    /// The table with its heads: the elements of both nodes.
    public static JacobianTable table(ToldJacobian told) {
        Collapse collapse = told.collapse();
        NodeJacobian j = collapse.jacobian();
        return JacobianTable.of(
                heads(told, j.of(), told.tex().upstream()),
                heads(told, j.by(), told.tex().downstream()),
                j.matrix()::at,
                collapse.upstream()::at,
                collapse.downstream()::at,
                told.numbers());
    }

    private static Heads heads(ToldJacobian told, int node, String whole) {
        Shape shape = told.w().graph().node(node).shape();
        boolean blocks = shape.rows() > 1 && shape.cols() > 1;
        return new Heads(
                IntStream.range(0, (int) shape.size())
                        .mapToObj(k -> RuleTex.element(told.w(), node, k))
                        .toList(),
                blocks ? shape.cols() : 0,
                whole);
    }

    @Override
    public Size size() {
        return new Size(Math.max(width, all.width()), all.height());
    }

    @Override
    public double smallestType() {
        return all.type();
    }

    @Override
    public String title() {
        NodeJacobian j = told.collapse().jacobian();
        return language.say(
                Message.of("jacobian.title")
                        .with("z", told.w().labels().words(j.of()))
                        .with("x", told.w().labels().words(j.by())));
    }

    @Override
    public OptionalInt missing() {
        return FormulaPainter.missing(told.title());
    }

    @Override
    public void paint(Graphics2D g, Theme theme, double x, double y) {
        FormulaPainter.smooth(g);
        all.paint(g, theme, x, y);
    }

    private String say(String key) {
        return language.say(Message.of(key));
    }

    private FigurePart words(Message message, ColorRole ink, double room) {
        return FigureText.paragraph(language.say(message), ink, room);
    }

    private List<FigurePart> parts(boolean mistaken) {
        List<FigurePart> parts = new ArrayList<>();
        parts.add(FigureText.heading(say("jacobian.heading")));
        parts.add(FigureText.formula(told.title(), FORMULA, ColorRole.INK, width));
        parts.add(FigureText.sentence(language.say(told.told()), language, width));
        if (mistaken) {
            parts.add(words(Message.of("sheet.mistake"), ColorRole.PROBLEM, width));
        }
        FigurePart numbers = FigurePart.column(CLOSE, numbers());
        double room = width - numbers.width() - APART;
        if (room >= BESIDE) {
            parts.add(FigurePart.row(APART, List.of(numbers, rule(room))));
        } else {
            parts.add(numbers);
            parts.add(rule(width));
        }
        return parts;
    }

    private List<FigurePart> numbers() {
        ToldJacobian shown = told;
        JacobianTable whole = table(told);
        if (whole.size().width() * LEAST > width) {
            Numbers few = new Numbers(Math.min(FEW, told.numbers().digits()));
            shown = new ToldJacobian(told.w(), told.collapse(), few);
            whole = table(shown);
        }
        double zoom = Math.clamp(width / whole.size().width(), LEAST, MOST);
        FigurePart table = drawn(whole.zoomed(zoom));
        double room = Math.min(width, Math.max(table.width(), BESIDE));
        List<FigurePart> parts = new ArrayList<>();
        parts.add(table);
        if (told.collapse().jacobian().passes() > 0) {
            String sum = sum(shown.tex(), room(table));
            parts.add(words(Message.of("jacobian.framed"), ColorRole.MUTED, room));
            parts.add(FigureText.formula(sum, WRITTEN, ColorRole.INK, room(table)));
        }
        told.part().ifPresent(part -> parts.add(words(part, ColorRole.MUTED, room)));
        return parts;
    }

    private double room(FigurePart table) {
        return Math.max(width, table.width());
    }

    /// The sum behind the first number of the result, with as many terms as have room.
    private static String sum(RuleTex tex, double room) {
        String sum = tex.element(0) + " = " + tex.sum(0);
        for (int most = TERMS; most > 2; most--) {
            if (FormulaPainter.measureDisplay(sum, WRITTEN).width() <= room) {
                return sum;
            }
            sum = tex.element(0) + " = " + tex.sum(0, most);
        }
        return sum;
    }

    /// With the first column framed, if anything passes.
    private FigurePart drawn(JacobianTable table) {
        OptionalInt lit =
                told.collapse().jacobian().passes() > 0 ? OptionalInt.of(0) : OptionalInt.empty();
        Size size = table.size();
        return new FigurePart(
                size,
                FigureText.SMALLEST,
                (g, theme, x, y) -> {
                    AffineTransform before = g.getTransform();
                    g.translate(x, y);
                    table.paint(g, theme, new Scroll(0, 0, size.width(), size.height()), lit);
                    g.setTransform(before);
                });
    }

    private FigurePart rule(double room) {
        List<FigurePart> parts = new ArrayList<>();
        parts.add(FigureText.heading(say("jacobian.rule")));
        parts.add(words(told.rule(), ColorRole.INK, room));
        told.shortRule()
                .ifPresent(
                        tex -> {
                            String agree = "✓ " + language.say(told.agreement());
                            parts.add(FigureText.formula(tex, WRITTEN, ColorRole.INK, room));
                            parts.add(FigureText.paragraph(agree, ColorRole.DOWNSTREAM, room));
                        });
        return FigurePart.column(CLOSE, parts);
    }
}
