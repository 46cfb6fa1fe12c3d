package dev.backstep.quiz;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.LocalGradient;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Trace;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What one edge hands on if its rule is got wrong, in each way that fits its op.
final class EdgeMistakes {

    /// The most copies of a repeated operand that are tried one by one.
    private static final int MOST_COPIES = 64;

    private final RedonePass pass;
    private final Walkthrough w;
    private final NodeNames names;
    private final Edge edge;
    private final Node node;
    private final Tensor upstream;
    private final LocalGradient local;

    /// An edge that hands on something else.
    ///
    /// @param handed in the shape of its drawn source
    record Changed(Misconception what, Tensor handed, Message.Pattern sentence) {}

    EdgeMistakes(RedonePass pass, NodeNames names, Edge edge) {
        this(pass, names, edge, pass.w().gradient(edge.node()).orElseThrow());
    }

    /// @param upstream what arrives at the node of the edge
    EdgeMistakes(RedonePass pass, NodeNames names, Edge edge, Tensor upstream) {
        this.pass = pass;
        this.w = pass.w();
        this.names = names;
        this.edge = edge;
        this.node = w.graph().node(edge.node());
        this.upstream = upstream;
        this.local = w.adjoint().flow(edge).orElseThrow().local();
    }

    /// Likelier ones first.
    List<Changed> all() {
        List<Changed> all = new ArrayList<>();
        upstreamLeftOut().ifPresent(t -> all.add(of(Misconception.UPSTREAM_LEFT_OUT, t)));
        localLeftOut().ifPresent(all::add);
        factor().ifPresent(f -> scaled(f, all));
        corner(all);
        slopeAtOutput().ifPresent(t -> all.add(of(Misconception.SLOPE_AT_OUTPUT, summed(t))));
        all.add(of(Misconception.SIGN, right().map(x -> -x)));
        turned().ifPresent(t -> all.add(of(Misconception.TRANSPOSED, summed(t))));
        averaged()
                .ifPresent(n -> all.add(mean(Misconception.MEAN_DOUBLED, right().map(x -> x / n))));
        copies().forEach(t -> all.add(of(Misconception.COPIES_NOT_SUMMED, t)));
        return all;
    }

    private Tensor right() {
        return pass.hand(edge, upstream);
    }

    private void scaled(Tensor factor, List<Changed> all) {
        if (!contains(factor, 0)) {
            Tensor inverse = upstream.zip(factor, (g, l) -> g / l);
            all.add(of(Misconception.LOCAL_INVERTED, summed(inverse)));
        }
        swapped()
                .ifPresent(
                        other -> {
                            Tensor g = upstream.zip(other, (a, b) -> a * b);
                            all.add(of(Misconception.OPERANDS_SWAPPED, summed(g)));
                        });
    }

    /// The local gradient alone, if it can be told from the upstream one.
    Optional<Tensor> upstreamLeftOut() {
        boolean product =
                local instanceof LocalGradient.Left || local instanceof LocalGradient.Right;
        return local instanceof LocalGradient.Coupled || product && !upstream.shape().isScalar()
                ? Optional.empty()
                : Optional.of(pass.hand(edge, Tensor.full(upstream.shape(), 1)));
    }

    private Optional<Changed> localLeftOut() {
        return unchanged()
                .map(
                        t ->
                                averaged().isPresent()
                                        ? mean(Misconception.MEAN_LOST, t)
                                        : of(
                                                isActivation(node.op())
                                                        ? Misconception.SLOPE_LEFT_OUT
                                                        : Misconception.LOCAL_LEFT_OUT,
                                                t));
    }

    /// The upstream gradient as it is, repeated and summed back as the edge does.
    Optional<Tensor> unchanged() {
        Shape copy = w.graph().source(edge).shape();
        return local instanceof LocalGradient.Unit || !upstream.shape().stretchesTo(copy)
                ? Optional.empty()
                : Optional.of(summed(upstream.stretchedTo(copy)));
    }

    /// The same; what is handed on anyway where the local gradient is 1.
    Optional<Tensor> unchangedOrRight() {
        return local instanceof LocalGradient.Unit ? Optional.of(right()) : unchanged();
    }

    /// The factor for each element, where there is one in the shape of upstream.
    private Optional<Tensor> factor() {
        if (!(local instanceof LocalGradient.Factor(int factor))) {
            return Optional.empty();
        }
        Tensor value = w.value(factor);
        return value.shape().stretchesTo(upstream.shape())
                        && upstream.shape().equals(w.graph().source(edge).shape())
                ? Optional.of(value.stretchedTo(upstream.shape()))
                : Optional.empty();
    }

    /// The operand itself in a product, elsewhere the local gradient of the other operand.
    private Optional<Tensor> swapped() {
        if (!(node.op() instanceof Op.Binary binary)) {
            return Optional.empty();
        }
        if (binary == Op.Binary.MUL) {
            return Optional.of(w.value(w.graph().source(edge).id()));
        }
        Edge other = new Edge(edge.node(), 1 - edge.slot());
        return w.adjoint()
                .flow(other)
                .map(flow -> flow.local())
                .filter(LocalGradient.Factor.class::isInstance)
                .map(l -> w.value(((LocalGradient.Factor) l).node()))
                .filter(t -> t.shape().stretchesTo(upstream.shape()))
                .map(t -> t.stretchedTo(upstream.shape()));
    }

    /// Another slope at a corner, where an operand is 0: that of one side, or the mean of both.
    private void corner(List<Changed> all) {
        Tensor operand = w.value(w.graph().source(edge).id());
        if (!contains(operand, 0)) {
            return;
        }
        switch (node.op()) {
            case Op.Relu(double atZero) -> corner(operand, 0, atZero, all);
            case Op.Abs(double atZero) -> corner(operand, -1, atZero, all);
            case Op.LeakyRelu(double slope, double atZero) -> corner(operand, slope, atZero, all);
            default -> {}
        }
    }

    /// @param below the slope left of the corner; right of it, it is 1
    /// @param taken the slope at the corner
    private void corner(Tensor operand, double below, double taken, List<Changed> all) {
        factor().ifPresent(
                        slopes -> {
                            for (double other : new double[] {below, (below + 1) / 2, 1}) {
                                if (other != taken) {
                                    all.add(corner(operand, slopes, other));
                                }
                            }
                        });
    }

    private Changed corner(Tensor operand, Tensor slopes, double other) {
        Tensor changed = operand.zip(slopes, (x, slope) -> x == 0 ? other : slope);
        Changed made =
                of(
                        Misconception.OTHER_CORNER,
                        summed(upstream.zip(changed, (g, slope) -> g * slope)));
        return new Changed(
                made.what(), made.handed(), made.sentence().with("c", names.number(other)));
    }

    /// The derivative of an element-wise op read at its output.
    private Optional<Tensor> slopeAtOutput() {
        if (!(node.op() instanceof Op.Pointwise)) {
            return Optional.empty();
        }
        Tensor output = w.value(node.id());
        Graph.Builder b = Graph.builder();
        int x = b.leaf("x", Op.Role.INPUT, output.shape());
        int sum = b.sum(b.add(node.op(), x), Shape.SCALAR);
        Adjoint adjoint = Adjoint.of(b.build(), sum);
        Trace trace = Trace.of(adjoint.graph(), Map.of(x, output));
        Tensor slope = trace.value(adjoint.gradient(x).orElseThrow());
        return Optional.of(upstream.zip(slope, (g, l) -> g * l));
    }

    /// The other operand of a matrix product as it is, where it has to be transposed.
    private Optional<Tensor> turned() {
        Tensor other =
                node.op() instanceof Op.MatMul
                        ? w.value(node.inputs().get(1 - edge.slot()))
                        : Tensor.scalar(1);
        return other.shape().isScalar() || other.rows() != other.cols()
                ? Optional.empty()
                : Optional.of(edge.slot() == 0 ? upstream.matmul(other) : other.matmul(upstream));
    }

    /// How many numbers a mean is taken over.
    private Optional<Double> averaged() {
        double n = (double) w.graph().source(edge).shape().size() / node.shape().size();
        return node.op() instanceof Op.MeanTo && n > 1 ? Optional.of(n) : Optional.empty();
    }

    /// What each copy of a repeated operand gets, the first ones of very many.
    private List<Tensor> copies() {
        if (!w.drawn().isStretched(edge)
                || !upstream.equals(w.gradient(edge.node()).orElseThrow())) {
            return List.of();
        }
        Tensor all = w.value(w.adjoint().flow(edge).orElseThrow().downstream());
        Shape one = w.drawn().source(edge).shape();
        return IntStream.range(0, (int) (all.size() / one.size()))
                .limit(MOST_COPIES)
                .mapToObj(k -> copy(all, one, k))
                .toList();
    }

    private static Tensor copy(Tensor all, Shape one, int k) {
        int across = all.cols() / one.cols();
        int top = k / across * one.rows();
        int left = k % across * one.cols();
        return Tensor.generate(one, i -> all.at(top + i / one.cols(), left + i % one.cols()));
    }

    private Tensor summed(Tensor copies) {
        return w.drawn().isStretched(edge)
                ? copies.summedTo(w.drawn().source(edge).shape())
                : copies;
    }

    private Changed of(Misconception what, Tensor handed) {
        return new Changed(
                what,
                handed,
                Message.of("quiz.why." + what.word())
                        .with("z", names.place(edge.node()))
                        .with("x", names.place(pass.source(edge))));
    }

    private Changed mean(Misconception what, Tensor handed) {
        Changed made = of(what, handed);
        return new Changed(
                what, handed, made.sentence().with("n", names.number(averaged().orElseThrow())));
    }

    static boolean isActivation(Op op) {
        return switch (op) {
            case Op.Unary unary ->
                    switch (unary) {
                        case SIGMOID, TANH, SOFTPLUS, GELU, SILU -> true;
                        case NEG, EXP, LOG, SQRT, SQUARE, SIN, COS, TAN, NORMAL_CDF -> false;
                    };
            case Op.Relu _, Op.LeakyRelu _, Op.Elu _ -> true;
            case Op.Columnwise columns ->
                    columns == Op.Columnwise.SOFTMAX || columns == Op.Columnwise.LOG_SOFTMAX;
            default -> false;
        };
    }

    private static boolean contains(Tensor t, double value) {
        for (int k = 0; k < t.size(); k++) {
            if (t.at(k) == value) {
                return true;
            }
        }
        return false;
    }
}
