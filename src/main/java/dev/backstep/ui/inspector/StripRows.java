package dev.backstep.ui.inspector;

import dev.backstep.explain.Change;
import dev.backstep.explain.Equation;
import dev.backstep.explain.EquationSigns;
import dev.backstep.explain.Explanation.Handed;
import dev.backstep.explain.Fractions;
import dev.backstep.paint.ColorRole;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.ui.inspector.StripTables.Part;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The rows of tables of the steps between matrices: upstream · local = downstream, the operands of
/// a forward step and its result, a parameter before and after its update.
final class StripRows {

    /// Of a function of many inputs, and of a folded card, the first few.
    private static final int MOST_INPUTS = 3;

    private StripRows() {}

    /// In the order of the formula.
    static StripTables backward(ShownStep shown, Handed handed, double height) {
        Equation e = handed.equation();
        List<Part> parts = new ArrayList<>();
        EquationSigns.before(e).ifPresent(sign -> parts.add(new Part.Sign(Texts.of(sign))));
        for (int i = 0; i < e.factors().size(); i++) {
            if (i > 0) {
                parts.add(new Part.Sign(EquationSigns.between(e)));
            }
            parts.add(factor(handed, e.factors().get(i)));
        }
        EquationSigns.after(e).ifPresent(sign -> parts.add(new Part.Sign(Texts.of(sign))));
        parts.add(new Part.Sign("="));
        parts.add(
                new Part.Matrix(
                        role("downstream"),
                        "downstream",
                        ColorRole.DOWNSTREAM,
                        Fractions.onOneLine(handed.downstreamTex()),
                        e.downstream()));
        return new StripTables(shown, parts, height, cell -> ContributingCells.of(e, cell));
    }

    private static Part factor(Handed handed, Equation.Factor factor) {
        return factor.local()
                ? new Part.Matrix(
                        role("local"), "local", ColorRole.LOCAL, handed.ruleTex(), factor.tensor())
                : new Part.Matrix(
                        role("upstream"),
                        "upstream",
                        ColorRole.UPSTREAM,
                        Fractions.onOneLine(handed.upstreamTex()),
                        factor.tensor());
    }

    /// Of a folded card, as many of its inputs as there is room for.
    static StripTables forward(ShownStep shown, int id, double height) {
        int most = MOST_INPUTS;
        StripTables tables = forward(shown, id, height, most);
        while (!tables.fits() && shown.walkthrough().drawn().folded(id).isPresent() && most > 1) {
            tables = forward(shown, id, height, --most);
        }
        return tables;
    }

    private static StripTables forward(ShownStep shown, int id, double height, int most) {
        Walkthrough w = shown.walkthrough();
        dev.backstep.graph.Node node = w.graph().node(id);
        boolean folded = w.drawn().folded(id).isPresent();
        List<Integer> ids = w.drawn().operands(id).stream().distinct().limit(most).toList();
        List<Integer> operands = folded ? ids : w.drawn().operands(id);
        List<Part> parts = new ArrayList<>();
        String sign = folded ? "," : sign(w, node, operands);
        for (int i = 0; i < operands.size(); i++) {
            if (i > 0) {
                parts.add(new Part.Sign(sign));
            }
            parts.add(value(shown, operands.get(i)));
        }
        parts.add(new Part.Sign(sign.equals(",") ? "→" : "="));
        parts.add(value(shown, id));
        return new StripTables(
                shown,
                parts,
                height,
                cell ->
                        folded
                                ? List.of()
                                : IntStream.range(0, operands.size())
                                        .mapToObj(
                                                i ->
                                                        ForwardTables.lit(
                                                                node,
                                                                i,
                                                                shape(w, operands.get(i)),
                                                                cell))
                                        .toList());
    }

    private static String sign(Walkthrough w, dev.backstep.graph.Node node, List<Integer> of) {
        return of.size() < 2
                ? ","
                : EquationSigns.between(node, shape(w, of.get(0)), shape(w, of.get(1)));
    }

    private static Shape shape(Walkthrough w, int id) {
        return w.graph().node(id).shape();
    }

    private static Part value(ShownStep shown, int id) {
        return new Part.Matrix(
                shape(shown.walkthrough(), id).toString(),
                "value",
                ColorRole.VALUE,
                shown.label(id),
                shown.walkthrough().value(id));
    }

    static StripTables updated(ShownStep shown, Change change, double height) {
        String label = shown.label(change.node());
        List<Part> parts =
                List.of(
                        new Part.Matrix(
                                role("update.before"),
                                "value",
                                ColorRole.VALUE,
                                label,
                                change.before()),
                        new Part.Sign(change.factor().map(f -> "− " + f + " ·").orElse(",")),
                        new Part.Matrix(
                                role("update.gradient"),
                                "upstream",
                                ColorRole.UPSTREAM,
                                Fractions.onOneLine(shown.gradientOf(change.node())),
                                change.gradient()),
                        new Part.Sign(change.factor().isPresent() ? "=" : "→"),
                        new Part.Matrix(
                                role("update.after"),
                                "update",
                                ColorRole.UPDATE,
                                label,
                                change.after()));
        return new StripTables(shown, parts, height, cell -> StripTables.same(2, cell));
    }

    private static String role(String text) {
        return Texts.of(text).toUpperCase(Locale.getDefault());
    }
}
