package dev.backstep.export.figure;

import dev.backstep.explain.EquationSigns;
import dev.backstep.export.figure.TableRow.Cell;
import dev.backstep.graph.Node;
import dev.backstep.layout.Box;
import dev.backstep.layout.Size;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.SlopePainter;
import dev.backstep.story.Curve;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The picture of a forward step: its operands and its value as tables; of a function of one number
/// its curve.
record ForwardFigure(StepTold told) {

    /// Of a folded group the first few of its inputs.
    private static final int MOST_INPUTS = 4;

    private static final double WIDEST_CURVE = 440;

    FigurePart of(int node, double width) {
        return isNumber(node) ? curve(node, width) : tables(node, width);
    }

    private Shape shape(int id) {
        return told.w().graph().node(id).shape();
    }

    private boolean isNumber(int id) {
        return shape(id).isScalar()
                && told.w().drawn().operands(id).stream().allMatch(i -> shape(i).isScalar());
    }

    FigurePart curve(int node, double width) {
        Optional<Curve> curve = Curve.of(told.w(), node);
        double wide = Math.min(width, WIDEST_CURVE);
        return curve.map(
                        c ->
                                new FigurePart(
                                        new Size(wide, SlopePainter.HEIGHT),
                                        FigureText.SMALLEST,
                                        (g, theme, x, y) ->
                                                SlopePainter.paint(
                                                        g,
                                                        theme,
                                                        c,
                                                        new Box(x, y, wide, SlopePainter.HEIGHT),
                                                        ColorRole.PAPER,
                                                        told.language())))
                .orElse(FigurePart.NOTHING)
                .centred(curve.isPresent() ? width : 0);
    }

    private FigurePart tables(int id, double width) {
        Walkthrough w = told.w();
        Node node = w.graph().node(id);
        boolean folded = w.drawn().folded(id).isPresent();
        List<Integer> all = w.drawn().operands(id);
        List<Integer> operands = folded ? all.stream().distinct().limit(MOST_INPUTS).toList() : all;
        String sign =
                folded || operands.size() < 2
                        ? ","
                        : EquationSigns.between(
                                node, shape(operands.get(0)), shape(operands.get(1)));
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            if (i > 0) {
                cells.add(new Cell.Sign(sign));
            }
            cells.add(value(operands.get(i)));
        }
        cells.add(new Cell.Sign(sign.equals(",") ? "→" : "="));
        cells.add(value(id));
        FigurePart row = TableRow.of(cells, width, told.language());
        return row.centred(width);
    }

    /// A value under the name of its node.
    Cell value(int id) {
        return new Cell.Matrix(
                "", ColorRole.VALUE, told.label(id), told.w().value(id), told.numbersOf(id));
    }
}
