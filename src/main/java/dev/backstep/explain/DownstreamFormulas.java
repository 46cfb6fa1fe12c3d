package dev.backstep.explain;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.LocalGradient;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Between;
import dev.backstep.story.Contribution;
import dev.backstep.story.Jacobians;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// How one edge makes downstream from upstream, in formulas and numbers.
///
/// @param between what lies between the edge and the value that its node is told by
record DownstreamFormulas(Walkthrough w, Edge edge, Between between, Numbers numbers) {

    DownstreamFormulas(Walkthrough w, Edge edge, Numbers numbers) {
        this(w, edge, Between.of(w, edge), numbers);
    }

    Explanation.Handed handed() {
        return between.isNothing() ? direct() : folded();
    }

    private Explanation.Handed folded() {
        int to = w.drawn().source(edge).id();
        Optional<Tensor> local = Jacobians.local(w, edge);
        FoldedRule rule = FoldedRule.of(between);
        Optional<Term> factor = rule.factor().map(e -> tex(rule, e));
        String slope = Formulas.partial(label(between.from()), label(to));
        String product =
                factor.filter(f -> f.kind() != Term.Kind.CASES)
                        .map(f -> scaled(f, rule))
                        .or(() -> rule.downstream().map(e -> tex(rule, e).tex()))
                        .orElseGet(() -> named(slope));
        return new Explanation.Handed(
                edge,
                to,
                upstream().tex(),
                slope,
                factor.map(Term::tex).orElse(slope),
                local.filter(l -> l.shape().isScalar()).map(numbers::tex),
                downstream(to),
                product,
                Equation.of(w, edge),
                w.gradient(between.from()).orElseThrow(),
                local,
                w.handed(edge).orElseThrow());
    }

    /// Upstream times a factor, summed back if the operand was repeated.
    private String scaled(Term factor, FoldedRule rule) {
        boolean number =
                rule.shape(between.from()).isScalar()
                        || rule.factor().filter(f -> f.shape(rule::shape).isScalar()).isPresent();
        Term product =
                Term.product(
                        upstream().tex() + (number ? " \\cdot " : " \\odot ") + factor.tight());
        return w.drawn().isStretched(edge)
                ? Formulas.sigma(w.drawn().source(edge).shape()) + product.tight()
                : product.tex();
    }

    /// The rule of a group that is too long to be written, by its Jacobian.
    private String named(String slope) {
        return "\\left(" + slope + "\\right)^{\\top}\\," + upstream().tex();
    }

    private Term tex(FoldedRule rule, Expression e) {
        return new ExpressionTex(this::name, Optional.of(rule::shape)).of(e);
    }

    private Explanation.Handed direct() {
        Flow flow = w.adjoint().flow(edge).orElseThrow();
        int to = w.drawn().source(edge).id();
        Optional<Tensor> local = Jacobians.local(w, edge);
        Term rule = rule();
        return new Explanation.Handed(
                edge,
                to,
                upstream().tex(),
                Formulas.partial(label(between.from()), label(to)),
                rule.tex(),
                substituted(local),
                downstream(to),
                product(flow, rule),
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
        return Term.product(Formulas.partial(label(w.output()), label(between.from())));
    }

    /// Where several edges lead to the operand, or the batch before has left something there, `|`
    /// says by which node this share comes.
    private String downstream(int to) {
        String whole = Formulas.partial(label(w.output()), label(to));
        List<Contribution> all = w.contributions().getOrDefault(to, List.of());
        boolean alone = w.mistaken().flatMap(m -> m.addedTo(to)).isEmpty();
        if (all.size() < 2 && alone) {
            return whole;
        }
        int user = w.drawn().user(edge);
        List<Edge> same =
                w.drawn().edges(user).stream().filter(e -> w.drawn().source(e).id() == to).toList();
        int place = w.drawn().folded(user).isPresent() ? same.indexOf(edge) : edge.slot();
        String via = label(between.from()) + (same.size() > 1 ? ",\\," + (place + 1) : "");
        return "\\left." + whole + "\\right|_{" + via + "}";
    }

    private Optional<String> substituted(Optional<Tensor> local) {
        List<Tensor> in = node().inputs().stream().map(w::value).toList();
        if (local.isEmpty()
                || !node().shape().isScalar()
                || !in.stream().allMatch(v -> v.shape().isScalar())) {
            return Optional.empty();
        }
        if (isCoupled()) {
            return Optional.of(jacobian(this::value).tex());
        }
        LocalFormula formula = LocalFormula.of(w, edge);
        return Optional.of(
                formula.isChoice() || formula.isAtEdge()
                        ? numbers.tex(local.get())
                        : formula.tex(this::value).tex());
    }

    private Term rule() {
        return isCoupled() ? jacobian(this::name) : LocalFormula.of(w, edge).tex(this::name);
    }

    private boolean isCoupled() {
        return w.adjoint().flow(edge).orElseThrow().local() instanceof LocalGradient.Coupled;
    }

    private Term name(int id) {
        if (id < w.graph().size()) {
            return Formulas.named(w.drawn(), w.labels(), id);
        }
        return w.adjoint()
                .moved(id)
                .map(p -> Term.product("{" + label(p) + "}^{\\prime}"))
                .orElseGet(this::upstream);
    }

    private Term value(int id) {
        return Term.number(w.value(id), w.numbersOf(id, numbers));
    }

    /// The Jacobian of one column.
    private Term jacobian(IntFunction<Term> symbols) {
        if (node().op() instanceof Op.Centre(Shape over)) {
            long n = w.graph().source(edge).shape().size() / over.size();
            return Term.sum("I - \\tfrac{1}{" + n + "}\\mathbf{1}\\,\\mathbf{1}^{\\top}");
        }
        Term x = symbols.apply(w.drawn().source(edge).id());
        Term z = symbols.apply(edge.node());
        return node().op() == Columnwise.SOFTMAX
                ? Term.sum(
                        "\\mathrm{diag}"
                                + z.parenthesised()
                                + " - "
                                + z.times(z.transposed()).tex())
                : Term.sum("I - \\mathbf{1}\\," + Formulas.call("softmax", x).tex() + "^{\\top}");
    }

    private String product(Flow flow, Term rule) {
        Term product =
                switch (flow.local()) {
                    case LocalGradient.Unit() -> moved(flow);
                    case LocalGradient.Factor(int factor) ->
                            scaled(
                                    flow,
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

    private Term scaled(Flow flow, Term rule, boolean number) {
        Term g = upstream();
        if (w.adjoint().graph().node(flow.downstream()).isStretch()) {
            return Term.product(repeated(g, rule.tex() + "\\,"));
        }
        int to = w.drawn().source(edge).id();
        String factor =
                rule.kind() == Term.Kind.CASES
                        ? Formulas.partial(label(between.from()), label(to))
                        : rule.tight();
        return Term.product(g.tex() + (number ? " \\cdot " : " \\odot ") + factor);
    }

    /// What becomes of upstream where every element is passed on as it is.
    private Term moved(Flow flow) {
        Term g = upstream();
        Node made = w.adjoint().graph().node(flow.downstream());
        boolean sameShape = w.graph().source(edge).shape().equals(node().shape());
        if (made.id() == flow.upstream()
                || sameShape
                        && (node().shape().isScalar()
                                || made.op() instanceof Op.Reshape
                                || made.op() instanceof Op.Move)) {
            return Term.product(g.tex() + " \\cdot 1");
        }
        return made.isStretch()
                ? Term.product(repeated(g, ""))
                : Formulas.applied(made.op(), List.of(g));
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

    /// Times the transposed Jacobian, and the same without writing it.
    private Term coupled() {
        Term direct =
                new ExpressionTex(
                                this::name, Optional.of(id -> w.adjoint().graph().node(id).shape()))
                        .of(LocalFormula.downstream(w, edge));
        return new Term("J^{\\top}\\," + upstream().tex() + " = " + direct.tex(), direct.kind());
    }
}
