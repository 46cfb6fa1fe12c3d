package dev.backstep.explain;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;

/// Why the local gradient of each op is what it is, in words.
///
/// @param edges those of the node that the step uses, by slot
record LocalGradientReasons(Walkthrough w, Node node, List<Edge> edges) {

    /// The lesson of a step that uses these edges of a node.
    static Message of(Walkthrough w, Node node, List<Edge> edges) {
        return new LocalGradientReasons(w, node, edges).of(node.op());
    }

    private Message of(Op op) {
        return switch (op) {
            case Op.Leaf _, Op.Constant _ -> reason("source");
            case Op.Pointwise point -> new CurveReasons(w, edges.getFirst()).of(point);
            case Binary binary -> binary(binary);
            case Op.MatMul() -> matrixProduct();
            case Op.Transpose() -> reason(isScalar() ? "transpose.number" : "transpose");
            case Op.Dot() -> reason("dot");
            case Op.Norm() ->
                    w.value(node.id()).item() == 0
                            ? reason("norm.zero")
                            : reason("norm").with("slope", text(0));
            case Op.Reshape(Shape to) -> reason(from().equals(to) ? "renamed" : "reshape");
            case Op.Broadcast _ -> reason("repeat");
            case Op.SumTo(Shape to) -> reason(from().equals(to) ? "sum.one" : "sum");
            case Op.MeanTo(Shape to) -> mean(to);
            case Op.LogSumExp(Shape to) ->
                    reason(from().equals(to) ? "logsumexp.one" : "logsumexp");
            case Op.Reduce(Op.Reducer by, Shape to) -> reduced(by, to);
            case Op.Centre _ -> reason("centre");
            case Op.Move move -> moved(move);
            case Columnwise columns -> columns(columns);
        };
    }

    private Message reduced(Op.Reducer by, Shape to) {
        boolean one = from().equals(to);
        return switch (by) {
            case MAX -> reason(one ? "largest.one" : "largest");
            case MIN -> reason(one ? "smallest.one" : "smallest");
            case VAR, STD -> one ? reason("spread.one") : reason("spread").with("slope", text(0));
        };
    }

    private Message moved(Op.Move op) {
        return switch (op) {
            case Op.Stop() -> throw new IllegalArgumentException("no gradient passes a stop");
            case Op.Diag() -> reason("diag");
            case Op.Slice _ -> reason("slice");
            case Op.Place _ -> reason("place");
            case Op.Join _ -> reason("join");
        };
    }

    private Message mean(Shape to) {
        long n = from().size() / to.size();
        return n == 1 ? reason("mean.one") : reason("mean").with("n", n);
    }

    private Message matrixProduct() {
        boolean numbers = in().stream().allMatch(t -> t.shape().isScalar());
        if (numbers) {
            return reason("mul");
        }
        boolean only =
                slots().stream()
                        .allMatch(
                                slot ->
                                        Products.isOnly(
                                                node.shape(),
                                                in().get(1 - slot).shape(),
                                                in().get(slot).shape()));
        return reason(only ? "matmul.only" : "matmul");
    }

    private Message binary(Binary op) {
        return switch (op) {
            case ADD -> reason("add");
            case MUL -> reason("mul");
            case SUB, DIV, SAFE_DIV, BCE, SE ->
                    slopes(Message.verbatim(x()), Message.verbatim(y()));
            case POW -> slopes(reason("base"), reason("exponent"));
            case MAX, MIN -> chosen(op.word());
            case BCE_LOGITS -> fused("bce_logits");
        };
    }

    /// The local gradient of each operand that gets one in this step.
    private Message slopes(Message x, Message y) {
        if (edges.size() == 1) {
            int slot = edges.getFirst().slot();
            return Message.of("reason.slope")
                    .with("slope", text(slot))
                    .with("x", slot == 0 ? x : y);
        }
        return Message.of("reason.slopes")
                .with("first", text(0))
                .with("x", x)
                .with("second", text(1))
                .with("y", y);
    }

    private String text(int slot) {
        Expression formula = LocalFormula.of(w, new Edge(node.id(), slot)).shown();
        return ExpressionText.of(formula, w.labels()::words);
    }

    /// A loss that takes scores: what is left for them, and the slope for the labels.
    private Message fused(String key) {
        return Message.joined(
                "reason.and",
                slots().stream()
                        .map(slot -> reason(slot == 0 ? key : "labels").with("slope", text(slot)))
                        .toList());
    }

    private Message columns(Columnwise op) {
        return switch (op) {
            case SOFTMAX, LOG_SOFTMAX ->
                    from().rows() == 1
                            ? reason("softmax.one")
                                    .with("value", op == Columnwise.SOFTMAX ? "1" : "0")
                            : reason("softmax");
            case CE -> {
                Message slopes = slopes(Message.verbatim(x()), Message.verbatim(y()));
                yield slots().contains(0) ? reason("ce").with("slopes", slopes) : slopes;
            }
            case CE_LOGITS -> fused("ce_logits");
        };
    }

    /// @param which `max` or `min`
    private Message chosen(String which) {
        if (!isScalar()) {
            return reason(which + ".each");
        }
        if (in().stream().anyMatch(t -> Double.isNaN(t.item()))) {
            return reason(which + ".nan");
        }
        return reason(in().get(0).item() == in().get(1).item() ? "tie" : which);
    }

    private boolean isScalar() {
        return from().isScalar();
    }

    private Message.Pattern reason(String key) {
        Message.Pattern reason =
                Message.of("reason." + key).with("x", x()).with("z", w.labels().words(node.id()));
        return node.inputs().size() > 1 ? reason.with("y", y()) : reason;
    }

    /// The operands that get a gradient in the step, ascending.
    private List<Integer> slots() {
        return edges.stream().map(Edge::slot).toList();
    }

    private List<Tensor> in() {
        return node.inputs().stream().map(w::value).toList();
    }

    private Shape from() {
        return w.graph().node(node.inputs().getFirst()).shape();
    }

    private String x() {
        return name(0);
    }

    private String y() {
        return name(1);
    }

    private String name(int slot) {
        return w.labels().words(w.drawn().operands(node.id()).get(slot));
    }
}
