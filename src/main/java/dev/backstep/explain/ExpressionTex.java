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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/// Prints an expression as TeX. An op reads as it does in the formula of its own step.
///
/// @param symbols what stands for each node that the expression names: its name, or its value
/// @param shapes the shape of each node, for the sign of a product; nothing where names stand side
///   by side
record ExpressionTex(IntFunction<Term> symbols, Optional<IntFunction<Shape>> shapes) {

    /// What is written `\tan^{2} x`.
    private static final Set<Op> NAMED = Set.of(Unary.SIN, Unary.COS, Unary.TAN, Unary.TANH);

    /// Products of names are written side by side: `x\,y`.
    static Term of(Expression e, IntFunction<Term> symbols) {
        return new ExpressionTex(symbols, Optional.empty()).of(e);
    }

    Term of(Expression e) {
        return switch (e) {
            case Number(double value) -> new Term(number(value), Term.Kind.NUMBER);
            case Symbol(int node) -> symbols.apply(node);
            case Expression.Ones(Shape shape) ->
                    Term.label("\\mathbf{1}_{" + shape.rows() + "\\times " + shape.cols() + "}");
            case Density(Expression x) -> Term.product("\\varphi" + of(x).parenthesised());
            case Choice choice -> choice(choice);
            case Applied a -> applied(a);
        };
    }

    private Term applied(Applied a) {
        return switch (a.op()) {
            case Binary op when op == Binary.MUL -> product(a.first(), a.second());
            case Unary op
                    when op == Unary.SQUARE
                            && a.first() instanceof Applied f
                            && NAMED.contains(f.op()) ->
                    Term.product("\\" + f.op().word() + "^{2} " + closed(f).getFirst().tight());
            case Op.Pow(double p) -> of(a.first()).power(number(p));
            case Op.StepFunction step when isEquality(step) ->
                    Term.product("\\left[" + condition(a.first()).of("=") + "\\right]");
            case Op op ->
                    softmaxAlong(a)
                            .orElseGet(
                                    () ->
                                            Formulas.applied(
                                                    op, isOpen(a) ? closed(a) : operands(a)));
        };
    }

    private List<Term> operands(Applied a) {
        return a.in().stream().map(this::of).toList();
    }

    /// The operand of a function without parentheses: a product gets them.
    private List<Term> closed(Applied a) {
        boolean product = a.first() instanceof Applied b && b.op() == Binary.MUL;
        return product ? List.of(Term.sum(of(a.first()).tex())) : operands(a);
    }

    /// Whether it ends with an argument that has no parentheses, as `\log x`: what followed would
    /// be read as part of it.
    private static boolean isOpen(Expression e) {
        return e instanceof Applied a
                && (NAMED.contains(a.op())
                        || a.op() == Unary.LOG
                        || a.op() == Columnwise.LOG_SOFTMAX
                        || a.op() instanceof Op.SumTo
                        || a.op() == Unary.SQUARE && isOpen(a.first()));
    }

    private Term product(Expression x, Expression y) {
        if (x instanceof Number(double c)) {
            return of(y).scaled(number(c));
        }
        boolean swapped = isOpen(x) && !isOpen(y);
        Term left = of(swapped ? y : x);
        Term right = of(swapped ? x : y);
        return shapes.map(s -> Term.product(left.tight() + sign(x, y, s) + right.tight()))
                .orElseGet(() -> left.times(right));
    }

    private static String sign(Expression x, Expression y, IntFunction<Shape> shapes) {
        boolean number = x.shape(shapes).isScalar() || y.shape(shapes).isScalar();
        return number ? " \\cdot " : " \\odot ";
    }

    /// The softmax along each row or over all elements, which is computed as that of a column.
    private Optional<Term> softmaxAlong(Applied a) {
        return a.first() instanceof Applied softmax
                        && softmax.op() == Columnwise.SOFTMAX
                        && softmax.first() instanceof Applied turned
                        && turned.op().getClass() == a.op().getClass()
                ? subscript(a.op())
                        .map(
                                along ->
                                        Term.product(
                                                "\\mathrm{softmax}_{\\mathrm{"
                                                        + along
                                                        + "}}"
                                                        + of(turned.first()).parenthesised()))
                : Optional.empty();
    }

    private static Optional<String> subscript(Op op) {
        return op instanceof Op.Transpose
                ? Optional.of("cols")
                : op instanceof Op.Reshape ? Optional.of("all") : Optional.empty();
    }

    private Term choice(Choice choice) {
        Condition is = condition(choice.of());
        String above = of(choice.above()).tex();
        String at = of(choice.at()).tex();
        String below = of(choice.below()).tex();
        List<String> rows =
                choice.isElsewhereOne()
                        ? List.of(at + is.row("="), below + is.row("\\ne"))
                        : choice.isAlsoAt0(choice.below())
                                ? List.of(above + is.row(">"), below + is.row("\\le"))
                                : choice.isAlsoAt0(choice.above())
                                        ? List.of(above + is.row("\\ge"), below + is.row("<"))
                                        : List.of(
                                                above + is.row(">"),
                                                at + is.row("="),
                                                below + is.row("<"));
        return new Term(
                "\\begin{cases}" + String.join(" \\\\ ", rows) + "\\end{cases}", Term.Kind.CASES);
    }

    /// `x > y` of a difference, else `x > 0`.
    private Condition condition(Expression of) {
        return of instanceof Applied a && a.op() == Binary.SUB
                ? new Condition(of(a.first()).tex(), of(a.second()).tex())
                : new Condition(of(of).tex(), "0");
    }

    /// Whether a step is 1 where its operand is 0, and 0 elsewhere: `[x = y]`, as Iverson writes
    /// it.
    static boolean isEquality(Op.StepFunction step) {
        return step.equals(new Op.StepFunction(0, 1, 0));
    }

    private record Condition(String left, String right) {

        String of(String sign) {
            return left + " " + sign + " " + right;
        }

        String row(String sign) {
            return " & \\; " + of(sign);
        }
    }

    /// A coefficient or an exponent of a rule.
    private static String number(double x) {
        return x == 0.5 ? "\\tfrac{1}{2}" : Numbers.DEFAULT.tex(x);
    }
}
