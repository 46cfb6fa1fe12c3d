package dev.backstep.explain;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.LocalGradient;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.graph.Op.Unary;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Contribution;
import dev.backstep.story.Jacobians;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How one edge makes downstream from upstream, in formulas and numbers.
record DownstreamFormulas(Walkthrough w, Edge edge, Numbers numbers) {

    Explanation.Handed handed() {
        Flow flow = w.adjoint().flow(edge).orElseThrow();
        int to = w.drawn().source(edge).id();
        Optional<Tensor> local = Jacobians.local(w, edge);
        Term rule = rule();
        return new Explanation.Handed(
                edge,
                to,
                upstream().tex(),
                Formulas.partial(label(edge.node()), label(to)),
                rule.tex(),
                substituted(rule, local),
                downstream(to),
                product(flow.local(), rule),
                Equation.of(w, edge),
                w.trace().value(flow.upstream()),
                local,
                w.handed(edge).orElseThrow());
    }

    private Node node() {
        return w.graph().node(edge.node());
    }

    private String label(int id) {
        return w.labels().tex(id);
    }

    private Term upstream() {
        return Term.product(Formulas.partial(label(w.output()), label(edge.node())));
    }

    /// Where several edges lead to the operand, `|` says by which node this share comes.
    private String downstream(int to) {
        String whole = Formulas.partial(label(w.output()), label(to));
        List<Contribution> all = w.contributions().getOrDefault(to, List.of());
        if (all.size() < 2) {
            return whole;
        }
        boolean twice =
                all.stream().filter(c -> c.edge().node() == edge.node()).limit(2).count() == 2;
        String via = label(edge.node()) + (twice ? ",\\," + (edge.slot() + 1) : "");
        return "\\left." + whole + "\\right|_{" + via + "}";
    }

    private Term rule() {
        List<Term> in = Formulas.terms(w.drawn(), w.labels(), node());
        return slopes(in, Term.label(label(edge.node()))).of(node().op(), edge.slot());
    }

    private Slopes slopes(List<Term> in, Term z) {
        return new Slopes(in, z, w.graph().node(node().inputs().getFirst()).shape(), isOneHot());
    }

    private Optional<String> substituted(Term rule, Optional<Tensor> local) {
        List<Tensor> in = node().inputs().stream().map(w::value).toList();
        if (local.isEmpty()
                || !node().shape().isScalar()
                || !in.stream().allMatch(v -> v.shape().isScalar())) {
            return Optional.empty();
        }
        if (rule.kind() == Term.Kind.CASES || new Limits(node().op(), in).reached(edge.slot())) {
            return Optional.of(numbers.tex(local.get()));
        }
        List<Term> terms = in.stream().map(v -> Term.number(v, numbers)).toList();
        Term z = Term.number(w.value(edge.node()), numbers);
        return Optional.of(slopes(terms, z).of(node().op(), edge.slot()).tex());
    }

    private String product(LocalGradient local, Term rule) {
        Term product =
                switch (local) {
                    case LocalGradient.Unit() -> moved(node().op());
                    case LocalGradient.Factor(int factor) ->
                            scaled(
                                    rule,
                                    node().shape().isScalar()
                                            || w.trace().value(factor).shape().isScalar());
                    case LocalGradient.Left _ ->
                            Term.product(rule.tight() + "\\," + upstream().tex());
                    case LocalGradient.Right _ ->
                            Term.product(upstream().tex() + "\\," + rule.tight());
                    case LocalGradient.Coupled() -> coupled();
                };
        return w.drawn().isStretched(edge)
                ? Formulas.sigma(w.drawn().source(edge).shape()) + product.tight()
                : product.tex();
    }

    private Term scaled(Term rule, boolean number) {
        Term g = upstream();
        Shape from = w.graph().source(edge).shape();
        if (node().op() instanceof Op.MeanTo && !from.equals(node().shape())) {
            return Term.product(repeated(g, rule.tex() + "\\,"));
        }
        int to = w.drawn().source(edge).id();
        String factor =
                rule.kind() == Term.Kind.CASES
                        ? Formulas.partial(label(edge.node()), label(to))
                        : rule.tight();
        return Term.product(g.tex() + (number ? " \\cdot " : " \\odot ") + factor);
    }

    /// What becomes of upstream where every element is passed on as it is.
    private Term moved(Op op) {
        Term g = upstream();
        Shape from = w.graph().source(edge).shape();
        Term same = Term.product(g.tex() + " \\cdot 1");
        return switch (op) {
            case Op.Transpose() ->
                    from.isScalar() ? same : Term.product(g.parenthesised() + "^{\\top}");
            case Op.Reshape(Shape to) -> from.equals(to) ? same : Formulas.call("reshape", g);
            case Op.SumTo(Shape to) -> from.equals(to) ? same : Term.product(repeated(g, ""));
            case Op.Stretch _ -> Term.product("\\sum " + g.tex());
            case Op.Leaf _,
                    Op.Constant _,
                    Op.Pow _,
                    Op.Relu _,
                    Op.Abs _,
                    Op.LeakyRelu _,
                    Op.Elu _,
                    Op.Step _ ->
                    same;
            case Op.MatMul _, Op.Dot _, Op.Norm _, Op.Reduction _, Unary _, Binary _, Columns _ ->
                    same;
        };
    }

    /// Upstream repeated to the shape of the operand, by a matrix of ones.
    ///
    /// @param share the coefficient of the ones
    private String repeated(Term g, String share) {
        Shape from = w.graph().source(edge).shape();
        String times = "\\," + share;
        if (node().shape().isScalar()) {
            return g.tex() + times + "\\mathbf{1}_{" + from.rows() + "\\times " + from.cols() + "}";
        }
        return node().shape().rows() == 1
                ? share + "\\mathbf{1}_{" + from.rows() + "\\times 1}\\," + g.tex()
                : g.tex() + times + "\\mathbf{1}_{1\\times " + from.cols() + "}";
    }

    /// A column at a time, without writing the Jacobian. Times the transposed Jacobian, and the
    /// same without writing it.
    private Term coupled() {
        String g = upstream().tex();
        String jacobian = "J^{\\top}\\," + g + " = ";
        if (node().op() == Columns.SOFTMAX) {
            String z = label(edge.node());
            return Term.product(
                    jacobian
                            + z
                            + " \\odot \\left("
                            + g
                            + " - \\sum_{\\mathrm{rows}} "
                            + z
                            + " \\odot "
                            + g
                            + "\\right)");
        }
        String x = label(w.drawn().source(edge).id());
        return Term.sum(
                jacobian
                        + g
                        + " - \\mathrm{softmax}\\left("
                        + x
                        + "\\right) \\odot \\sum_{\\mathrm{rows}} "
                        + g);
    }

    private boolean isOneHot() {
        return node().op() == Columns.CE_LOGITS && isOneHot(w.value(node().inputs().get(1)));
    }

    /// Whether the labels of each column add up to 1.
    static boolean isOneHot(Tensor y) {
        Tensor sums = y.summedTo(new Shape(1, y.cols()));
        return IntStream.range(0, sums.size()).allMatch(k -> Math.abs(sums.at(k) - 1) < 1e-9);
    }
}
