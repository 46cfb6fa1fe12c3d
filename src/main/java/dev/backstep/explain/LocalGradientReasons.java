package dev.backstep.explain;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.graph.Op.Unary;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;

/// Why the local gradient of each op is what it is, in words.
///
/// @param z what the op itself is called
/// @param names what its operands are called
/// @param in the values of its operands
/// @param out its own value
/// @param slots the operands that get a gradient in the step, ascending
record LocalGradientReasons(
        String z, List<String> names, List<Tensor> in, Tensor out, List<Integer> slots) {

    /// The lesson of a step that uses these edges of a node.
    static Message of(Walkthrough w, Node node, List<Edge> edges) {
        List<Tensor> in = node.inputs().stream().map(w::value).toList();
        List<String> names = w.drawn().operands(node.id()).stream().map(w.labels()::words).toList();
        List<Integer> slots = edges.stream().map(Edge::slot).toList();
        String z = w.labels().words(node.id());
        return new LocalGradientReasons(z, names, in, w.value(node.id()), slots).of(node.op());
    }

    private Message of(Op op) {
        return switch (op) {
            case Op.Leaf _, Op.Constant _ -> reason("source");
            case Unary _, Op.Pow _, Op.Relu _, Op.Abs _, Op.LeakyRelu _, Op.Elu _, Op.Step _ ->
                    new CurveReasons(z, x(), in.getFirst()).of(op);
            case Binary binary -> binary(binary);
            case Op.MatMul() -> matrixProduct();
            case Op.Transpose() -> reason(isScalar() ? "transpose.number" : "transpose");
            case Op.Dot() -> reason("dot");
            case Op.Norm() -> reason(out.item() == 0 ? "norm.zero" : "norm");
            case Op.Reshape(Shape to) ->
                    reason(in.getFirst().shape().equals(to) ? "renamed" : "reshape");
            case Op.Stretch _ -> reason("repeat");
            case Op.SumTo(Shape to) -> reason(in.getFirst().shape().equals(to) ? "sum.one" : "sum");
            case Op.MeanTo(Shape to) -> mean(to);
            case Op.LogSumExp(Shape to) ->
                    reason(in.getFirst().shape().equals(to) ? "logsumexp.one" : "logsumexp");
            case Columns columns -> columns(columns);
        };
    }

    private Message mean(Shape to) {
        long n = in.getFirst().size() / to.size();
        return n == 1 ? reason("mean.one") : reason("mean").with("n", n);
    }

    private Message matrixProduct() {
        boolean numbers = in.stream().allMatch(t -> t.shape().isScalar());
        if (numbers) {
            return reason("mul");
        }
        boolean only =
                slots.stream()
                        .allMatch(
                                slot ->
                                        Products.isOnly(
                                                out.shape(),
                                                in.get(1 - slot).shape(),
                                                in.get(slot).shape()));
        return reason(only ? "matmul.only" : "matmul");
    }

    private Message binary(Binary op) {
        String x = x();
        String y = y();
        return switch (op) {
            case ADD -> reason("add");
            case SUB -> slopes("1", "−1");
            case MUL -> reason("mul");
            case DIV, SAFE_DIV -> slopes("1/" + y, "−" + x + "/" + y + "²");
            case POW ->
                    slopes(
                            y + "·" + x + "^(" + y + " − 1)",
                            reason("base"),
                            z + "·log " + x,
                            reason("exponent"));
            case MAX, MIN -> chosen(op.word());
            case BCE ->
                    slopes(
                            "−(" + y + "/" + x + " − (1 − " + y + ")/(1 − " + x + "))",
                            "log(1 − " + x + ") − log " + x);
            case BCE_LOGITS -> fused(reason("bce_logits"), "−" + x);
            case SE -> slopes("2(" + x + " − " + y + ")", "2(" + y + " − " + x + ")");
        };
    }

    private Message slopes(String first, String second) {
        return slopes(first, Message.verbatim(x()), second, Message.verbatim(y()));
    }

    /// The local gradient of each operand that gets one in this step.
    private Message slopes(String first, Message x, String second, Message y) {
        if (slots.size() == 1) {
            boolean left = slots.getFirst() == 0;
            return Message.of("reason.slope")
                    .with("slope", left ? first : second)
                    .with("x", left ? x : y);
        }
        return Message.of("reason.slopes")
                .with("first", first)
                .with("x", x)
                .with("second", second)
                .with("y", y);
    }

    /// A loss that takes scores: what is left for them, and the slope for the labels.
    private Message fused(Message forScores, String forLabels) {
        Message labels = reason("labels").with("slope", forLabels);
        return Message.joined(
                "reason.and", slots.stream().map(slot -> slot == 0 ? forScores : labels).toList());
    }

    private Message columns(Columns op) {
        return switch (op) {
            case SOFTMAX, LOG_SOFTMAX ->
                    in.getFirst().rows() == 1
                            ? reason("softmax.one").with("value", op == Columns.SOFTMAX ? "1" : "0")
                            : reason("softmax");
            case CE -> {
                Message slopes = slopes("−" + y() + "/" + x(), "−log " + x());
                yield slots.contains(0) ? reason("ce").with("slopes", slopes) : slopes;
            }
            case CE_LOGITS ->
                    fused(
                            reason("ce_logits")
                                    .with(
                                            "sum",
                                            LocalFormula.isOneHot(in.get(1)) ? "" : "·Σ" + y()),
                            "−log softmax(" + x() + ")");
        };
    }

    /// @param which `max` or `min`
    private Message chosen(String which) {
        if (!isScalar()) {
            return reason(which + ".each");
        }
        if (in.stream().anyMatch(t -> Double.isNaN(t.item()))) {
            return reason(which + ".nan");
        }
        return reason(in.get(0).item() == in.get(1).item() ? "tie" : which);
    }

    private boolean isScalar() {
        return in.getFirst().shape().isScalar();
    }

    private Message.Pattern reason(String key) {
        Message.Pattern reason = Message.of("reason." + key).with("x", x()).with("z", z);
        return names.size() > 1 ? reason.with("y", y()) : reason;
    }

    private String x() {
        return names.getFirst();
    }

    private String y() {
        return names.get(1);
    }
}
