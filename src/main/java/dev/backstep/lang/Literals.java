package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.lang.BackstepParser.RowContext;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/// Right sides that are leaves: a number, a matrix, an initialiser.
final class Literals {

    private Literals() {}

    /// The value where `right` is a literal or an initialiser, nothing where it computes.
    static Optional<Tensor> of(ExpressionContext right, Function<ParserRuleContext, Span> spans) {
        Optional<Double> number = number(right);
        if (number.isPresent()) {
            return number.map(Tensor::scalar);
        }
        return switch (onlyChild(right)) {
            case BackstepParser.MatrixContext m -> Optional.of(matrix(m, spans));
            case BackstepParser.CallContext call -> initialiser(call, spans);
            default -> Optional.empty();
        };
    }

    /// The number a tree is, with any signs before it; nothing where it is more than that.
    static Optional<Double> number(ParseTree tree) {
        ParseTree only = onlyChild(tree);
        if (only instanceof BackstepParser.NumberContext n) {
            return Optional.of(Double.parseDouble(n.getText()));
        }
        boolean minus = only instanceof BackstepParser.UnaryContext && only.getChildCount() == 2;
        return minus ? number(only.getChild(1)).map(x -> -x) : Optional.empty();
    }

    /// The number a tree works out to where it holds no names: a number, a quotient of two, in brackets or not.
    static Optional<Double> constant(ParseTree tree) {
        ParseTree only = onlyChild(tree);
        if (only instanceof BackstepParser.GroupContext group) {
            return constant(group.expression());
        }
        if (only instanceof BackstepParser.TermContext term && term.product().size() == 2 && term.getChild(1).getText().equals("/")) {
            return number(term.product(0)).flatMap(p -> number(term.product(1)).map(q -> p / q));
        }
        boolean minus = only instanceof BackstepParser.UnaryContext && only.getChildCount() == 2;
        return minus ? constant(only.getChild(1)).map(x -> -x) : number(only);
    }

    static Tensor matrix(BackstepParser.MatrixContext m, Function<ParserRuleContext, Span> spans) {
        int cols = m.row(0).expression().size();
        double[] elements = new double[m.row().size() * cols];
        int k = 0;
        for (RowContext row : m.row()) {
            if (row.expression().size() != cols) {
                String lengths = row.expression().size() + " elements, the first has " + cols;
                throw new Wrong(spans.apply(row), "this row has " + lengths, "rows are separated by ;");
            }
            for (ExpressionContext e : row.expression()) {
                elements[k++] = constant(e).orElseThrow(
                        () -> new Wrong(spans.apply(e), "a matrix holds numbers, not " + e.getText(), ""));
            }
        }
        return Tensor.of(m.row().size(), cols, elements);
    }

    private static Optional<Tensor> initialiser(BackstepParser.CallContext call, Function<ParserRuleContext, Span> spans) {
        String name = call.NAME().getText();
        if (!Calls.INITIALISERS.contains(name)) {
            return Optional.empty();
        }
        double rows = argument(call, 0, "", Double.NaN);
        double cols = argument(call, 1, "", Double.NaN);
        if (!(rows >= 1 && cols >= 1) || rows != Math.rint(rows) || cols != Math.rint(cols)) {
            throw new Wrong(spans.apply(call), name + " takes rows and columns", "as in " + name + "(3, 2)");
        }
        if (rows * cols > Shape.MAX_ELEMENTS) {
            throw new Wrong(spans.apply(call), "too large: over 4 million elements", "take a smaller matrix");
        }
        Shape shape = new Shape((int) rows, (int) cols);
        return Optional.of(Tensor.generate(shape, elements(call, name, shape)));
    }

    /// Glorot and Bengio 2010 for `xavier` (uniform), He et al. 2015 for `he` (normal).
    private static IntToDoubleFunction elements(BackstepParser.CallContext call, String name, Shape shape) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create((long) argument(call, -1, "seed", 0));
        double limit = Math.sqrt(6.0 / (shape.rows() + shape.cols()));
        double std = name.equals("he") ? Math.sqrt(2.0 / shape.cols()) : argument(call, 2, "std", 1);
        double low = argument(call, 2, "low", -1);
        double high = argument(call, 3, "high", 1);
        return switch (name) {
            case "zeros" -> k -> 0;
            case "ones" -> k -> 1;
            case "xavier" -> k -> limit * (2 * random.nextDouble() - 1);
            case "uniform" -> k -> low + (high - low) * random.nextDouble();
            default -> k -> std * random.nextGaussian();
        };
    }

    private static double argument(BackstepParser.CallContext call, int place, String key, double otherwise) {
        if (call.arguments() == null) {
            return otherwise;
        }
        int k = 0;
        for (ArgumentContext a : call.arguments().argument()) {
            boolean keyed = a.NAME() != null;
            if (a.expression() != null && (keyed ? a.NAME().getText().equals(key) : k++ == place)) {
                return number(a.expression()).orElse(otherwise);
            }
        }
        return otherwise;
    }

    private static ParseTree onlyChild(ParseTree tree) {
        ParseTree t = tree;
        while (t.getChildCount() == 1 && t.getChild(0) instanceof ParserRuleContext) {
            t = t.getChild(0);
        }
        return t;
    }
}
