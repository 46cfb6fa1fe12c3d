package dev.backstep.explain;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.notation.Labels;
import dev.backstep.notation.Names;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// What each op computes, as TeX.
public final class Formulas {

    private Formulas() {}

    /// `c = b \cdot y`, as a card shows it; of a source its label alone, of what is called by its
    /// expression that expression. Of a folded line of the program its whole expression, of any
    /// other folded group what goes in and what comes out: `\text{Layer 1}: X \to a`.
    public static String of(DrawnGraph drawn, Labels labels, int node) {
        Optional<String> whole =
                drawn.folded(node).flatMap(f -> FoldedFormulas.of(drawn, labels, f));
        if (whole.isPresent()) {
            return whole.get();
        }
        if (drawn.graph().node(node).isSource() || isPart(drawn.graph(), node)) {
            return labels.tex(node);
        }
        String right = right(drawn, labels, node).tex();
        return labels.isSpelledOut(node) ? right : labels.tex(node) + " = " + right;
    }

    /// Whether a node is called as the part of a matrix that it is, `W[0, 1]`: then its name says
    /// what it is computed from.
    static boolean isPart(Graph graph, int node) {
        Node n = graph.node(node);
        if (!(n.op() instanceof Op.Slice) || n.name().isEmpty()) {
            return false;
        }
        Optional<String> of = graph.node(n.inputs().getFirst()).name();
        return of.filter(m -> Names.matrix(n.name().get()).equals(Names.matrix(m))).isPresent();
    }

    /// Whether a node is a matrix joined from its own parts, `W[0, :]` and so on.
    public static boolean isJoined(Graph graph, int node) {
        Node n = graph.node(node);
        return n.op() instanceof Op.Join
                && n.name().isPresent()
                && n.inputs().stream()
                        .map(i -> graph.node(i).name())
                        .allMatch(
                                part ->
                                        part.filter(p -> p.startsWith(n.name().get() + "["))
                                                .isPresent());
    }

    /// `\frac{\partial L}{\partial x}`, of two labels.
    public static String partial(String of, String by) {
        return "\\frac{\\partial " + of + "}{\\partial " + by + "}";
    }

    /// `2 \cdot 4 = 8`: the right side with the numbers put in, and what it comes to; nothing where
    /// matrices are too large to write.
    public static Optional<String> substituted(Walkthrough w, int node, Numbers numbers) {
        Node n = w.graph().node(node);
        List<Tensor> values = operands(w.graph(), node).stream().map(w::value).toList();
        Tensor z = w.value(node);
        boolean large =
                z.size() > Numbers.LARGEST
                        || values.stream().anyMatch(v -> v.size() > Numbers.LARGEST);
        boolean folded = w.drawn().folded(node).isPresent();
        if (folded
                || n.isSource()
                || large
                || !z.shape().isScalar() && !isWrittenOnMatrices(n.op())) {
            return Optional.empty();
        }
        List<Term> terms =
                operands(w.graph(), node).stream()
                        .map(i -> Term.number(w.value(i), w.numbersOf(i, numbers)))
                        .toList();
        return Optional.of(
                right(w.drawn(), n, terms).tex() + " = " + w.numbersOf(node, numbers).tex(z));
    }

    /// Whether a matrix may stand where the operand stands; `e^{X}` and `X^{2}` would read as
    /// something else.
    private static boolean isWrittenOnMatrices(Op op) {
        return switch (op) {
            case Op.Leaf _, Op.Constant _, Op.Pointwise _ -> false;
            case Binary binary ->
                    binary == Binary.ADD || binary == Binary.SUB || binary == Binary.MUL;
            case Op.MatMul _, Op.Transpose _, Op.Dot _, Op.Norm _, Op.Reshape _, Op.Broadcast _ ->
                    true;
            case Op.Reduction _, Op.Centre _, Op.Move _, Columnwise _ -> true;
        };
    }

    /// `b \cdot y`: what is computed at a node, as TeX; of a folded group that is no short line
    /// `\text{Layer 1}(X)`.
    public static String rightSide(DrawnGraph drawn, Labels labels, int node) {
        Optional<String> whole =
                drawn.folded(node).flatMap(f -> FoldedFormulas.rightSide(drawn, labels, f));
        return whole.isPresent() ? whole.get() : right(drawn, labels, node).tex();
    }

    /// The right side with labels: `b \cdot y`.
    static Term right(DrawnGraph drawn, Labels labels, int node) {
        Node n = drawn.graph().node(node);
        return right(drawn, n, terms(drawn, labels, n));
    }

    /// The operands of a node, as they are called.
    static List<Term> terms(DrawnGraph drawn, Labels labels, Node node) {
        return operands(drawn.graph(), node.id()).stream()
                .map(id -> named(drawn, labels, id))
                .toList();
    }

    /// A node as a formula names it: one without a name that is hidden inside a folded group by its
    /// own formula.
    static Term named(DrawnGraph drawn, Labels labels, int id) {
        return labels.isSpelledOut(id) || FoldedFormulas.isWrittenOut(drawn, id)
                ? right(drawn, labels, id)
                : term(drawn.graph(), labels, id);
    }

    /// The operands of an op, in order, behind what repeats them.
    static List<Integer> operands(Graph graph, int node) {
        return graph.edges(node).stream().map(e -> graph.unstretched(e).id()).toList();
    }

    /// A node as it is called.
    static Term term(Graph graph, Labels labels, int id) {
        boolean number = graph.node(id).op() instanceof Op.Constant;
        return new Term(labels.tex(id), number ? Term.Kind.NUMBER : Term.Kind.LABEL);
    }

    /// The right side with these operands.
    static Term right(DrawnGraph drawn, Node node, List<Term> in) {
        Graph graph = drawn.graph();
        boolean plain =
                operands(graph, node.id()).stream().anyMatch(i -> graph.node(i).shape().isScalar());
        Shape from =
                node.inputs().isEmpty()
                        ? node.shape()
                        : graph.node(node.inputs().getFirst()).shape();
        return switch (node.op()) {
            case Binary op -> binary(op, plain, in.get(0), in.get(1));
            case Op.Reshape(Shape to) when from.equals(to) -> in.getFirst();
            case Op.MeanTo(Shape to) -> mean(from, to, in.getFirst());
            case Op.Slice slice -> MovedFormulas.slice(slice.index(from), in.getFirst());
            case Op op -> applied(op, in);
        };
    }

    /// An op of these operands, as far as it can be written without their shapes.
    static Term applied(Op op, List<Term> in) {
        Term x = in.getFirst();
        return switch (op) {
            case Op.Leaf _, Op.Constant _ ->
                    throw new IllegalArgumentException("nothing is computed at a source");
            case Unary unary -> unary(unary, x);
            case Op.Pow(double p) -> x.power(number(p));
            case Op.Relu _ -> call("ReLU", x);
            case Op.Abs _ -> Term.product("\\left|" + x.tex() + "\\right|");
            case Op.LeakyRelu _ -> call("LeakyReLU", x);
            case Op.Elu _ -> call("ELU", x);
            case Op.Clip(double low, double high) ->
                    call("clip}_{[" + number(low) + ",\\, " + number(high) + "]", x);
            case Op.StepFunction _ -> call("step", x);
            case Binary binary -> binary(binary, true, x, in.get(1));
            case Op.MatMul() -> x.matrixTimes(in.get(1));
            case Op.Transpose() -> x.transposed();
            case Op.Dot() -> dot(x, in.get(1));
            case Op.Norm() -> norm(x);
            case Op.Reshape _ -> call("reshape", x);
            case Op.Broadcast _ -> x;
            case Op.SumTo(Shape to) -> Term.product(sigma(to) + x.tight());
            case Op.Reduction reduction -> reduction(reduction, x);
            case Op.Centre(Shape over) ->
                    x.minus(Term.product("\\mathrm{mean}" + along(over) + x.parenthesised()));
            case Op.Move move -> MovedFormulas.of(move, in);
            case Columnwise columns -> columns(columns, in);
        };
    }

    private static Term dot(Term x, Term y) {
        return Term.product("\\langle " + x.tex() + ",\\, " + y.tex() + " \\rangle");
    }

    private static Term unary(Unary op, Term x) {
        return switch (op) {
            case NEG -> x.negated();
            case EXP -> Term.product("e^{" + x.tex() + "}");
            case LOG -> Term.product("\\log " + x.argument());
            case SQRT -> Term.product("\\sqrt{" + x.tex() + "}");
            case SQUARE -> x.power("2");
            case SIN -> Term.product("\\sin " + x.argument());
            case COS -> Term.product("\\cos " + x.argument());
            case TAN -> Term.product("\\tan " + x.argument());
            case TANH -> Term.product("\\tanh " + x.argument());
            case SIGMOID -> Term.product("\\sigma" + x.parenthesised());
            case SOFTPLUS -> call("softplus", x);
            case GELU -> call("GELU", x);
            case SILU -> call("SiLU", x);
            case NORMAL_CDF -> Term.product("\\Phi" + x.parenthesised());
        };
    }

    private static Term binary(Binary op, boolean plain, Term x, Term y) {
        String both = x.tex() + ",\\, " + y.tex();
        return switch (op) {
            case ADD -> x.plus(y);
            case SUB -> x.minus(y);
            case MUL -> x.times(plain ? " \\cdot " : " \\odot ", y);
            case DIV, SAFE_DIV -> Term.product("\\frac{" + x.tex() + "}{" + y.tex() + "}");
            case POW -> x.power(y.tex());
            case MAX -> Term.product("\\max" + Term.sum(both).parenthesised());
            case MIN -> Term.product("\\min" + Term.sum(both).parenthesised());
            case BCE -> call("BCE", Term.sum(both));
            case BCE_LOGITS ->
                    call("BCE", Term.sum("\\sigma" + x.parenthesised() + ",\\, " + y.tex()));
            case SE -> x.minus(y).power("2");
        };
    }

    private static Term mean(Shape from, Shape to, Term x) {
        String share = "\\tfrac{1}{" + from.size() / to.size() + "}";
        return Term.product(share + sigma(to) + x.tight());
    }

    private static Term reduction(Op.Reduction op, Term x) {
        return Term.product("\\mathrm{" + op.word() + "}" + along(op.to()) + x.parenthesised());
    }

    private static Term columns(Columnwise op, List<Term> in) {
        Term x = in.getFirst();
        return switch (op) {
            case SOFTMAX -> call("softmax", x);
            case LOG_SOFTMAX -> Term.product("\\log " + call("softmax", x).tex());
            case CE -> call("CE", Term.sum(x.tex() + ",\\, " + in.get(1).tex()));
            case CE_LOGITS ->
                    call("CE", Term.sum(call("softmax", x).tex() + ",\\, " + in.get(1).tex()));
        };
    }

    private static String number(double x) {
        return Numbers.DEFAULT.tex(x);
    }

    static Term call(String function, Term x) {
        return Term.product("\\mathrm{" + function + "}" + x.parenthesised());
    }

    static Term norm(Term x) {
        return Term.product("\\left\\|" + x.tex() + "\\right\\|");
    }

    /// `\sum`, over the rows or the columns where it is not over everything.
    static String sigma(Shape to) {
        return "\\sum" + along(to) + " ";
    }

    private static String along(Shape to) {
        if (to.isScalar()) {
            return "";
        }
        return to.rows() == 1 ? "_{\\mathrm{rows}}" : "_{\\mathrm{cols}}";
    }
}
