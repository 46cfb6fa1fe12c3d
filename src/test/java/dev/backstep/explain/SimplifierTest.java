package dev.backstep.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.explain.Expression.Applied;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is simplified, split in cases and printed still comes to the same number.
class SimplifierTest {

    private static final Expression X = new Expression.Symbol(0);
    private static final Expression Y = new Expression.Symbol(1);
    private static final List<Double> NUMBERS = List.of(-1.0, 0.0, 0.5, 1.0, 2.0, 3.0);
    private static final List<Op> ONE_OPERAND =
            List.of(
                    Unary.NEG,
                    Unary.EXP,
                    Unary.LOG,
                    Unary.SQRT,
                    Unary.SQUARE,
                    Unary.SIN,
                    Unary.TANH,
                    Unary.SIGMOID,
                    new Op.Pow(-1),
                    new Op.Pow(3),
                    new Op.StepFunction(0, 0.5, 1));
    private static final List<Op> TWO_OPERANDS =
            List.of(Binary.ADD, Binary.SUB, Binary.MUL, Binary.DIV, Binary.POW);

    private static Expression random(Random random, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return switch (random.nextInt(3)) {
                case 0 -> X;
                case 1 -> Y;
                default -> new Expression.Number(NUMBERS.get(random.nextInt(NUMBERS.size())));
            };
        }
        return random.nextInt(3) == 0
                ? Expression.of(
                        ONE_OPERAND.get(random.nextInt(ONE_OPERAND.size())),
                        random(random, depth - 1))
                : Expression.of(
                        TWO_OPERANDS.get(random.nextInt(TWO_OPERANDS.size())),
                        random(random, depth - 1),
                        random(random, depth - 1));
    }

    private static double value(Expression e, double x, double y) {
        return e.value(node -> Tensor.scalar(node == 0 ? x : y)).item();
    }

    /// Whether nothing in it is infinite, undefined or so large that its digits are lost.
    private static boolean isTame(Expression e, double x, double y) {
        double value = value(e, x, y);
        return Math.abs(value) < 1e4
                && (value == 0 || Math.abs(value) > 1e-4)
                && (!(e instanceof Applied a) || a.in().stream().allMatch(in -> isTame(in, x, y)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_random_formula_keeps_its_value(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Expression e = random(random, 4);
            double x = random.nextDouble() * 4 - 2;
            double y = random.nextDouble() * 4 - 2;
            Expression shown = CaseSplit.of(e);
            String tex = ExpressionTex.of(shown, node -> Term.label(node == 0 ? "x" : "y")).tex();
            if (isTame(e, x, y)) {
                String message = "seed " + seed + ", " + i + ": " + e + " as " + tex;
                double value = value(e, x, y);
                double digits = 1e-6 * Math.max(1, Math.abs(value));
                assertEquals(value, value(shown, x, y), digits, message);
                assertEquals(
                        value, TexValue.of(tex, Map.of("x", x, "y", y)), 1e3 * digits, message);
            }
        }
    }

    /// Formulas as programs have them, and how one would write them.
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "MUL x 1 => x",
                "ADD 0 x => x",
                "NEG NEG x => x",
                "MUL x x => x^{2}",
                "MUL NEG x NEG y => x\\,y",
                "MUL x NEG y => -x\\,y",
                "ADD x NEG y => x - y",
                "SUB x NEG y => x + y",
                "DIV NEG x y => -\\frac{x}{y}",
                "DIV DIV x y y => \\frac{x}{y^{2}}",
                "DIV x DIV y x => \\frac{x^{2}}{y}",
                "DIV 0.5 x => \\frac{1}{2x}",
                "MUL x 3 => 3x",
                "MUL 2 MUL 3 x => 6x",
                "MUL x DIV 1 y => \\frac{x}{y}",
                "MUL LOG x y => y\\,\\log x",
                "LOG MUL x y => \\log (x\\,y)",
                "SQUARE TANH x => \\tanh^{2} x",
                "SQUARE ADD x y => (x + y)^{2}",
                "MUL 0.5 EXP x => \\tfrac{1}{2}\\,e^{x}"
            })
    void it_reads_as_one_would_write_it(String formula, String tex) {
        List<String> words = new ArrayList<>(List.of(formula.split(" ")));
        Expression e = CaseSplit.of(parse(words));
        assertEquals(tex, ExpressionTex.of(e, node -> Term.label(node == 0 ? "x" : "y")).tex());
    }

    private static Expression parse(List<String> words) {
        String word = words.removeFirst();
        if (word.equals("x") || word.equals("y")) {
            return word.equals("x") ? X : Y;
        }
        if (!Character.isLetter(word.charAt(0))) {
            return new Expression.Number(Double.parseDouble(word));
        }
        for (Unary op : Unary.values()) {
            if (op.name().equals(word)) {
                return Expression.of(op, parse(words));
            }
        }
        Expression left = parse(words);
        return Expression.of(Binary.valueOf(word), left, parse(words));
    }
}
