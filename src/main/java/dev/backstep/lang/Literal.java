package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.lang.BackstepParser.RowContext;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/// What stands for itself: a number, a matrix, an initialiser.
///
/// @param elements where the elements of a matrix literal stand, row by row; empty for the others
/// @param value computed when asked for, so that a shape too large can be refused before memory is
///   taken
record Literal(Shape shape, Supplier<Tensor> value, List<Span> elements) {

    /// The literal a right side is, nothing where it computes.
    static Optional<Literal> of(ExpressionContext right, TokenPositions place) {
        ParseTree only = inside(right);
        Optional<Double> number = number(only, place);
        if (number.isPresent()) {
            Tensor scalar = Tensor.scalar(number.get());
            return Optional.of(new Literal(Shape.SCALAR, () -> scalar, List.of()));
        }
        return switch (only) {
            case BackstepParser.MatrixContext m when isLiteral(m, place) ->
                    Optional.of(matrix(m, place));
            case BackstepParser.CallContext call when Initialisers.known(call.NAME().getText()) ->
                    Optional.of(Initialisers.of(call, place));
            default -> Optional.empty();
        };
    }

    /// The number a tree is, with any signs before it; nothing where it is more than that.
    static Optional<Double> number(ParseTree tree, TokenPositions place) {
        ParseTree only = onlyChild(tree);
        if (only instanceof BackstepParser.NumberContext n) {
            return Optional.of(number(n, place));
        }
        boolean minus = only instanceof BackstepParser.UnaryContext && only.getChildCount() == 2;
        return minus ? number(only.getChild(1), place).map(x -> -x) : Optional.empty();
    }

    static double number(BackstepParser.NumberContext n, TokenPositions place) {
        double value = Double.parseDouble(n.getText());
        if (Double.isInfinite(value)) {
            throw place.wrong(
                    n,
                    Message.of("problem.double").with("number", place.words(n)),
                    Message.of("hint.double"));
        }
        return value;
    }

    /// The finite number that stands for a key.
    ///
    /// @throws ProblemException if it is none
    static double finite(ExpressionContext given, String key, TokenPositions place) {
        return constant(given, place)
                .filter(Double::isFinite)
                .orElseThrow(
                        () ->
                                place.wrong(
                                        given,
                                        Message.of("problem.number.not")
                                                .with("key", key)
                                                .with("given", place.words(given))));
    }

    /// The number a tree works out to where it holds no names: a number, a quotient of two, in
    /// brackets or not.
    static Optional<Double> constant(ParseTree tree, TokenPositions place) {
        ParseTree only = onlyChild(tree);
        if (only instanceof BackstepParser.GroupContext group) {
            return constant(group.expression(), place);
        }
        if (only instanceof BackstepParser.TermContext term
                && term.product().size() == 2
                && term.getChild(1).getText().equals("/")) {
            return number(term.product(0), place)
                    .flatMap(p -> number(term.product(1), place).map(q -> p / q));
        }
        boolean minus = only instanceof BackstepParser.UnaryContext && only.getChildCount() == 2;
        return minus ? constant(only.getChild(1), place).map(x -> -x) : number(only, place);
    }

    static Literal matrix(BackstepParser.MatrixContext m, TokenPositions place) {
        List<RowContext> rows = m.row();
        if (onlyChild(rows.getFirst()) instanceof BackstepParser.MatrixContext
                || rows.getFirst().expression().size() > 1
                        && onlyChild(rows.getFirst().expression(0))
                                instanceof BackstepParser.MatrixContext) {
            throw nested(m, place);
        }
        int cols = rows.getFirst().expression().size();
        double[] elements = new double[rows.size() * cols];
        List<Span> spans = new ArrayList<>(elements.length);
        for (RowContext row : rows) {
            List<ExpressionContext> in = row.expression();
            if (in.size() != cols) {
                throw place.wrong(
                        row,
                        Message.of("problem.row").with("n", in.size()).with("first", cols),
                        Message.of("hint.rows.separated"));
            }
            for (ExpressionContext e : in) {
                elements[spans.size()] =
                        constant(e, place)
                                .filter(Double::isFinite)
                                .orElseThrow(
                                        () ->
                                                place.wrong(
                                                        e,
                                                        Message.of("problem.matrix.number")
                                                                .with("given", place.words(e))));
                spans.add(place.of(e));
            }
        }
        Tensor value = Tensor.of(rows.size(), cols, elements);
        return new Literal(value.shape(), () -> value, spans);
    }

    /// `[[1, 2], [3, 4]]`
    private static ProblemException nested(BackstepParser.MatrixContext m, TokenPositions place) {
        String instead = Foreign.rows(place.written(place.of(m)));
        Hint hint = Hint.write(place.of(m), Message.of("problem.rows.separated"), instead);
        Hint shorter = Hint.words(place.of(m), hint.message(), Hint.example("[1, 2; 3, 4]"));
        return new ProblemException(List.of((hint.isShort() ? hint : shorter).problem()));
    }

    /// Whether a matrix holds numbers only; else it joins matrices.
    static boolean isLiteral(BackstepParser.MatrixContext m, TokenPositions place) {
        return m.row().stream()
                .flatMap(row -> row.expression().stream())
                .allMatch(
                        e ->
                                onlyChild(e) instanceof BackstepParser.MatrixContext inner
                                        ? isLiteral(inner, place)
                                        : constant(e, place).isPresent());
    }

    /// What a tree holds inside of brackets around all of it.
    static ParseTree inside(ParseTree tree) {
        ParseTree only = onlyChild(tree);
        while (only instanceof BackstepParser.GroupContext group) {
            only = onlyChild(group.expression());
        }
        return only;
    }

    /// The first tree below this one that holds more than another tree.
    static ParseTree onlyChild(ParseTree tree) {
        ParseTree t = tree;
        while (t.getChildCount() == 1 && t.getChild(0) instanceof ParserRuleContext) {
            t = t.getChild(0);
        }
        return t;
    }
}
