package dev.backstep.export.figure;

import dev.backstep.explain.Change;
import dev.backstep.explain.Formulas;
import dev.backstep.explain.Fractions;
import dev.backstep.export.figure.TableRow.Cell;
import dev.backstep.paint.ColorRole;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The update of a parameter: its rule with the numbers put in, its settings, and the value before,
/// the gradient, the value after.
record UpdateFigure(StepTold told) {

    private static final double ONE_LINE = 24;
    private static final double SEVERAL = 19;
    private static final double PAD = 14;

    FigurePart rule(Change change, double width) {
        double size = change.lines().size() == 1 ? ONE_LINE : SEVERAL;
        List<FigurePart> parts = new ArrayList<>();
        for (Change.Line line : change.lines()) {
            List<String> numbers = line.numbers().stream().toList();
            parts.add(FigureText.formula(line.rule(), numbers, size, width));
        }
        parts.add(FigureText.formula(change.settings(), 17, ColorRole.MUTED, width).centred(width));
        return FigurePart.column(12, parts);
    }

    FigurePart values(Change change, double width) {
        double inside = width - 2 * PAD;
        FigurePart values =
                change.after().shape().isScalar()
                        ? numbers(change, inside)
                        : TableRow.of(cells(change), inside, told.language());
        return values.onSoft(PAD, width);
    }

    private String slope(Change change) {
        return Formulas.partial(told.label(told.w().output()), told.label(change.node()));
    }

    private FigurePart numbers(Change change, double width) {
        String label = told.label(change.node());
        return new NumberCells(told, 0)
                .of(
                        width,
                        new NumberCells.Cell(
                                "update.before",
                                ColorRole.VALUE,
                                List.of(label),
                                change.before().item()),
                        times(change),
                        new NumberCells.Cell(
                                "update.gradient",
                                ColorRole.UPSTREAM,
                                List.of(slope(change)),
                                change.gradient().item()),
                        change.factor().isPresent() ? "=" : "→",
                        new NumberCells.Cell(
                                "update.after",
                                ColorRole.UPDATE,
                                List.of(label),
                                change.after().item()));
    }

    private static String times(Change change) {
        return change.factor().map(f -> "− " + f + " ·").orElse(",");
    }

    /// Before, gradient, what the optimiser remembers, what the rule works out on its way, after.
    private List<Cell> cells(Change change) {
        String label = told.label(change.node());
        List<Cell> cells = new ArrayList<>();
        cells.add(matrix("update.before", ColorRole.VALUE, label, change.before()));
        cells.add(new Cell.Sign(times(change)));
        cells.add(
                matrix(
                        "update.gradient",
                        ColorRole.UPSTREAM,
                        Fractions.onOneLine(slope(change)),
                        change.gradient()));
        change.remembered().forEach(p -> part("update.before", p, cells));
        change.parts().forEach(p -> part("update.part", p, cells));
        cells.add(new Cell.Sign(change.factor().isPresent() ? "=" : "→"));
        cells.add(matrix("update.after", ColorRole.UPDATE, label, change.after()));
        return cells;
    }

    private void part(String role, Change.Part part, List<Cell> to) {
        to.add(new Cell.Sign(","));
        to.add(matrix(role, ColorRole.MUTED, part.tex(), part.value()));
    }

    private Cell matrix(String role, ColorRole ink, String tex, Tensor tensor) {
        return new Cell.Matrix(told.say(role), ink, tex, tensor, told.numbers());
    }
}
