package dev.backstep.explain;

import dev.backstep.explain.Expression.Applied;
import dev.backstep.explain.Expression.Choice;
import dev.backstep.explain.Expression.Density;
import dev.backstep.explain.Expression.Number;
import dev.backstep.explain.Expression.Symbol;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.notation.Numbers;
import dev.backstep.tensor.Shape;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// Prints an expression for a sentence: `−x/y²`, `1/(2√x)`, `2.3·x^1.3`.
///
/// @param symbols what each node is called
record ExpressionText(IntFunction<String> symbols) {

    /// Settings of a program with their digits, without those that a difference of doubles adds.
    private static final Numbers NUMBERS = new Numbers(15);

    private static final Set<Op> WITHOUT_PARENTHESES =
            Set.of(Unary.SIN, Unary.COS, Unary.TAN, Unary.TANH, Unary.LOG);

    /// How strongly the parts of a text hold together, the weakest first.
    private enum Binding {
        SUM,
        PRODUCT,
        POWER,
        ATOM
    }

    private record Text(String text, Binding binding) {

        /// In parentheses, unless it holds together at least so strongly.
        String as(Binding least) {
            return binding.compareTo(least) < 0 ? "(" + text + ")" : text;
        }
    }

    static String of(Expression e, IntFunction<String> symbols) {
        return new ExpressionText(symbols).text(e).text;
    }

    private Text text(Expression e) {
        return switch (e) {
            case Number(double value) -> atom(NUMBERS.plain(value));
            case Symbol(int node) -> atom(symbols.apply(node));
            case Expression.Ones(Shape shape) -> atom("1 (" + shape + ")");
            case Density(Expression of) -> call("φ", text(of).text);
            case Choice choice -> choice(choice);
            case Applied a -> applied(a);
        };
    }

    /// A name or a number; a negative one and one with a power of ten need parentheses.
    private static Text atom(String text) {
        boolean single = !text.startsWith("−") && !text.contains("·");
        return new Text(text, single ? Binding.ATOM : Binding.SUM);
    }

    private Text choice(Choice choice) {
        String of = text(choice.of()).as(Binding.PRODUCT);
        return new Text(
                "%s (%s > 0), %s (%s = 0), %s (%s < 0)"
                        .formatted(
                                text(choice.above()).text,
                                of,
                                text(choice.at()).text,
                                of,
                                text(choice.below()).text,
                                of),
                Binding.SUM);
    }

    private Text applied(Applied a) {
        return switch (a.op()) {
            case Unary op -> unary(op, a.first());
            case Op.Pow(double p) -> power(a.first(), atom(NUMBERS.plain(p)));
            case Binary op -> binary(op, a);
            case Columnwise op when op == Columnwise.LOG_SOFTMAX ->
                    new Text("log " + call("softmax", operands(a)).text, Binding.POWER);
            case Op.StepFunction step
                    when ExpressionTex.isEquality(step)
                            && a.first() instanceof Applied b
                            && b.op() == Binary.SUB ->
                    atom("[" + text(b.first()).text + " = " + text(b.second()).text + "]");
            case Op.Centre _ ->
                    new Text(
                            text(a.first()).text + " − " + call("mean", operands(a)).text,
                            Binding.SUM);
            case Op.SumTo _ -> new Text("Σ" + text(a.first()).as(Binding.POWER), Binding.POWER);
            case Op.MatMul() -> matrixProduct(text(a.first()), text(a.second()));
            case Op.Transpose _ -> new Text(text(a.first()).as(Binding.ATOM) + "ᵀ", Binding.POWER);
            case Op op -> call(op.word(), operands(a));
        };
    }

    /// As a program has it: `W @ x`.
    private static Text matrixProduct(Text x, Text y) {
        return new Text(x.as(Binding.PRODUCT) + " @ " + y.as(Binding.POWER), Binding.PRODUCT);
    }

    private String operands(Applied a) {
        return a.in().stream().map(x -> text(x).text).collect(Collectors.joining(", "));
    }

    private Text unary(Unary op, Expression x) {
        return switch (op) {
            case NEG -> new Text("−" + text(x).as(Binding.PRODUCT), Binding.SUM);
            case EXP -> new Text("e^" + text(x).as(Binding.ATOM), Binding.POWER);
            case SQRT -> new Text("√" + text(x).as(Binding.ATOM), Binding.POWER);
            case SQUARE -> square(x);
            case SIN, COS, TAN, TANH, LOG -> function(op.word(), x);
            case SIGMOID -> call("σ", text(x).text);
            case NORMAL_CDF -> call("Φ", text(x).text);
            default -> call(op.word(), text(x).text);
        };
    }

    /// `log x`, `log(1 − x)`
    private Text function(String name, Expression x) {
        Text of = text(x);
        boolean apart = of.binding.compareTo(Binding.POWER) >= 0;
        return new Text(name + (apart ? " " + of.text : "(" + of.text + ")"), Binding.POWER);
    }

    private static Text call(String name, String operands) {
        return new Text(name + "(" + operands + ")", Binding.ATOM);
    }

    private Text square(Expression x) {
        return x instanceof Applied f && WITHOUT_PARENTHESES.contains(f.op())
                ? function(f.op().word() + "²", f.first())
                : power(x, new Text("2", Binding.ATOM));
    }

    private Text power(Expression x, Text exponent) {
        String raised =
                switch (exponent.text) {
                    case "2" -> "²";
                    case "3" -> "³";
                    default -> "^" + exponent.as(Binding.ATOM);
                };
        return new Text(text(x).as(Binding.ATOM) + raised, Binding.POWER);
    }

    private Text binary(Binary op, Applied a) {
        Text x = text(a.first());
        Text y = text(a.second());
        return switch (op) {
            case ADD -> new Text(x.text + " + " + y.as(Binding.PRODUCT), Binding.SUM);
            case SUB -> new Text(x.text + " − " + y.as(Binding.PRODUCT), Binding.SUM);
            case MUL -> product(a.first() instanceof Number, x, y);
            case DIV, SAFE_DIV ->
                    new Text(x.as(Binding.PRODUCT) + "/" + y.as(Binding.POWER), Binding.PRODUCT);
            case POW -> power(a.first(), y);
            case MAX, MIN, BCE, BCE_LOGITS, SE -> call(op.word(), operands(a));
        };
    }

    /// A number stands close to what begins with a parenthesis or a root: `2(x − y)`, `2√x`.
    private static Text product(boolean number, Text x, Text y) {
        String right = y.as(Binding.PRODUCT);
        boolean close = number && (right.startsWith("(") || right.startsWith("√"));
        String left = number ? x.text : x.as(Binding.PRODUCT);
        return new Text(
                left + (close ? "" : "·") + right,
                left.startsWith("−") ? Binding.SUM : Binding.PRODUCT);
    }
}
