package dev.backstep.explain;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.graph.Op.Unary;
import dev.backstep.notation.Numbers;
import dev.backstep.tensor.Shape;
import java.util.List;

/// The local gradient of each op as TeX, in terms of its operands: with names in, a rule; with
/// numbers in, that rule substituted.
///
/// @param in the operands
/// @param z the value of the op itself
/// @param shape of the first operand
/// @param oneHot whether the labels of a cross-entropy add up to 1 in each column, which shortens
///   its rule
record Slopes(List<Term> in, Term z, Shape shape, boolean oneHot) {

    private static final Term ONE = new Term("1", Term.Kind.NUMBER);
    private static final Term ZERO = new Term("0", Term.Kind.NUMBER);
    private static final Term MINUS_ONE = new Term("-1", Term.Kind.NUMBER);

    /// ∂z/∂x of operand `slot`.
    Term of(Op op, int slot) {
        boolean first = slot == 0;
        return switch (op) {
            case Op.Leaf _, Op.Constant _ ->
                    throw new IllegalArgumentException("a source has no operands");
            case Unary unary -> unary(unary);
            case Op.Pow(double p) -> power(p);
            case Op.Relu(double at) -> cases("1", number(at), "0", x().tex(), "0");
            case Op.Abs(double at) -> cases("1", number(at), "-1", x().tex(), "0");
            case Op.LeakyRelu(double slope, double at) ->
                    cases("1", number(at), number(slope), x().tex(), "0");
            case Op.Elu(double alpha, double at) -> elu(alpha, at);
            case Op.Step _ -> ZERO;
            case Binary binary -> binary(binary, first);
            case Op.MatMul() -> first ? in.get(1).transposed() : x().transposed();
            case Op.Dot() -> in.get(1 - slot);
            case Op.Norm() -> fraction(x().tex(), z.tex());
            case Op.Transpose(), Op.Reshape _, Op.Stretch _, Op.SumTo _ -> ONE;
            case Op.MeanTo(Shape to) -> fraction("1", Long.toString(shape.size() / to.size()));
            case Op.LogSumExp _ -> Term.product("e^{" + x().tight() + " - " + z.tight() + "}");
            case Columns columns -> columns(columns, first);
        };
    }

    private Term x() {
        return in.getFirst();
    }

    private Term unary(Unary op) {
        Term x = x();
        return switch (op) {
            case NEG -> MINUS_ONE;
            case EXP -> Term.product("e^{" + x.tex() + "}");
            case LOG -> fraction("1", x.tex());
            case SQRT -> fraction("1", "2\\sqrt{" + x.tex() + "}");
            case SQUARE -> x.scaled("2");
            case SIN -> Term.product("\\cos " + x.tight());
            case COS -> Term.product("\\sin " + x.tight()).negated();
            case TAN -> Term.sum("1 + \\tan^{2} " + x.tight());
            case TANH -> Term.sum("1 - \\tanh^{2} " + x.tight());
            case SIGMOID -> sigmoid().times(oneMinus(sigmoid()));
            case SOFTPLUS -> sigmoid();
            case GELU -> Term.sum("\\Phi" + x.parenthesised() + " + " + x.times(density()).tex());
            case SILU -> sigmoid().times(Term.sum("1 + " + x.times(oneMinus(sigmoid())).tex()));
            case NORMAL_CDF -> density();
        };
    }

    private Term binary(Binary op, boolean first) {
        Term x = x();
        Term y = in.get(1);
        return switch (op) {
            case ADD -> ONE;
            case SUB -> first ? ONE : MINUS_ONE;
            case MUL -> first ? y : x;
            case DIV, SAFE_DIV ->
                    first
                            ? fraction("1", y.tex())
                            : fraction(x.tex(), y.power("2").tex()).negated();
            case POW ->
                    first
                            ? y.times(x.power(oneLess(y)))
                            : x.power(y.tex()).times(Term.product("\\log " + x.tight()));
            case MAX -> first ? versus(x, y) : versus(y, x);
            case MIN -> first ? versus(y, x) : versus(x, y);
            case BCE -> first ? bce(x, y) : logit(x);
            case BCE_LOGITS -> first ? Term.sum(sigmoid().tex() + " - " + y.tight()) : x.negated();
            case SE -> Term.sum(x.tight() + " - " + y.tight()).scaled(first ? "2" : "-2");
        };
    }

    /// −(y/ŷ − (1 − y)/(1 − ŷ))
    private static Term bce(Term p, Term y) {
        String no = fraction(oneMinus(y).tex(), oneMinus(p).tex()).tex();
        return Term.sum(fraction(y.tex(), p.tex()).tex() + " - " + no).negated();
    }

    private static Term logit(Term p) {
        return Term.sum("\\log " + p.tight() + " - \\log " + oneMinus(p).tight()).negated();
    }

    private Term columns(Columns op, boolean first) {
        Term x = x();
        return switch (op) {
            case SOFTMAX ->
                    Term.sum(
                            "\\mathrm{diag}"
                                    + z.parenthesised()
                                    + " - "
                                    + z.times(z.transposed()).tex());
            case LOG_SOFTMAX -> Term.sum("I - \\mathbf{1}\\," + softmax().tex() + "^{\\top}");
            case CE ->
                    first
                            ? fraction(in.get(1).tex(), x.tex()).negated()
                            : Term.product("\\log " + x.tight()).negated();
            case CE_LOGITS -> {
                String sum = oneHot ? "" : "\\,\\sum_{\\mathrm{rows}} " + in.get(1).tight();
                yield first
                        ? Term.sum(softmax().tex() + sum + " - " + in.get(1).tight())
                        : Term.product("\\log " + softmax().tex()).negated();
            }
        };
    }

    private Term power(double p) {
        if (p == 0 || p == 1) {
            return p == 0 ? ZERO : ONE;
        }
        Term rest = p == 2 ? x() : x().power(number(p - 1));
        return rest.scaled(number(p));
    }

    private Term elu(double alpha, double at) {
        String x = x().tex();
        String below = (alpha == 1 ? "" : number(alpha) + "\\,") + "e^{" + x + "}";
        return at == alpha
                ? brace("1 & \\; " + x + " > 0 \\\\ " + below + " & \\; " + x + " \\le 0")
                : cases("1", number(at), below, x, "0");
    }

    /// 1 where `a` is the larger, ½ at a tie, else 0.
    private static Term versus(Term a, Term b) {
        return cases("1", "\\tfrac{1}{2}", "0", a.tex(), b.tex());
    }

    private static Term cases(String above, String at, String below, String x, String y) {
        String condition = " & \\; " + x + " %s " + y;
        return brace(
                above
                        + condition.formatted(">")
                        + " \\\\ "
                        + at
                        + condition.formatted("=")
                        + " \\\\ "
                        + below
                        + condition.formatted("<"));
    }

    private static Term brace(String rows) {
        return new Term("\\begin{cases}" + rows + "\\end{cases}", Term.Kind.CASES);
    }

    private Term sigmoid() {
        return Term.product("\\sigma" + x().parenthesised());
    }

    private Term softmax() {
        return Formulas.call("softmax", x());
    }

    private Term density() {
        return Term.product("\\varphi" + x().parenthesised());
    }

    private static String oneLess(Term y) {
        return y.tex() + " - 1";
    }

    private static Term oneMinus(Term x) {
        return Term.sum("1 - " + x.tight());
    }

    private static Term fraction(String above, String below) {
        return Term.product("\\frac{" + above + "}{" + below + "}");
    }

    private static String number(double x) {
        return x == 0.5 ? "\\tfrac{1}{2}" : Numbers.DEFAULT.tex(x);
    }
}
