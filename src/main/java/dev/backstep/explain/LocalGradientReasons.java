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
    static String of(Walkthrough w, Node node, List<Edge> edges) {
        List<Tensor> in = node.inputs().stream().map(w::value).toList();
        List<String> names = w.drawn().operands(node.id()).stream().map(w.labels()::words).toList();
        List<Integer> slots = edges.stream().map(Edge::slot).toList();
        String z = w.labels().words(node.id());
        return new LocalGradientReasons(z, names, in, w.value(node.id()), slots).of(node.op());
    }

    private String of(Op op) {
        return switch (op) {
            case Op.Leaf _, Op.Constant _ -> "nothing is computed here";
            case Unary _, Op.Pow _, Op.Relu _, Op.Abs _, Op.LeakyRelu _, Op.Elu _, Op.Step _ ->
                    new CurveReasons(z, x(), in.getFirst()).of(op);
            case Binary binary -> binary(binary);
            case Op.MatMul() -> matrixProduct();
            case Op.Transpose() ->
                    isScalar()
                            ? "a number transposed is itself"
                            : "it only needs to be transposed back";
            case Op.Dot() -> "as in every product, each input's local gradient is the other input";
            case Op.Norm() -> norm();
            case Op.Reshape(Shape to) ->
                    in.getFirst().shape().equals(to)
                            ? z + " is only another name for " + x()
                            : "only the shape changes";
            case Op.Stretch _ -> "what was repeated is added up";
            case Op.SumTo(Shape to) ->
                    in.getFirst().shape().equals(to)
                            ? "a sum of one is that one"
                            : "every element counts once in its sum, so each gets all of the upstream";
            case Op.MeanTo(Shape to) -> mean(to);
            case Op.LogSumExp(Shape to) ->
                    in.getFirst().shape().equals(to)
                            ? "the logarithm undoes the exponential"
                            : "the local gradient of each element is its share in the sum of"
                                    + " exponentials";
            case Columns columns -> columns(columns);
        };
    }

    private String norm() {
        return out.item() == 0
                ? x() + " is 0 and has no direction, so by convention nothing passes"
                : "the local gradient " + x() + " / " + z + " is the direction of " + x();
    }

    private String mean(Shape to) {
        long n = in.getFirst().size() / to.size();
        return n == 1
                ? "a mean of one is that one"
                : "each of " + n + " elements counts 1/" + n + " in the mean";
    }

    private String matrixProduct() {
        boolean numbers = in.stream().allMatch(t -> t.shape().isScalar());
        if (numbers) {
            return "in a product each input's local gradient is the other input";
        }
        boolean only =
                slots.stream()
                        .allMatch(
                                slot ->
                                        Products.isOnly(
                                                out.shape(),
                                                in.get(1 - slot).shape(),
                                                in.get(slot).shape()));
        return only
                ? "the shapes leave only one way to multiply"
                : "in a matrix product each input's local gradient is the other input, transposed,"
                        + " on the side where that stands";
    }

    private String binary(Binary op) {
        String x = x();
        String y = y();
        return switch (op) {
            case ADD -> "adding has the local gradient 1 for each input";
            case SUB -> slopes("1", x, "−1", y);
            case MUL -> "in a product each input's local gradient is the other input";
            case DIV, SAFE_DIV -> slopes("1/" + y, x, "−" + x + "/" + y + "²", y);
            case POW ->
                    slopes(
                            y + "·" + x + "^(" + y + " − 1)",
                            "the base",
                            z + "·log " + x,
                            "the exponent");
            case MAX -> chosen("larger");
            case MIN -> chosen("smaller");
            case BCE ->
                    slopes(
                            "−(" + y + "/" + x + " − (1 − " + y + ")/(1 − " + x + "))",
                            x,
                            "log(1 − " + x + ") − log " + x,
                            y);
            case BCE_LOGITS ->
                    fused(
                            "sigmoid and cross-entropy together leave σ("
                                    + x
                                    + ") − "
                                    + y
                                    + ", without a division",
                            "−" + x);
            case SE -> slopes("2(" + x + " − " + y + ")", x, "2(" + y + " − " + x + ")", y);
        };
    }

    /// The local gradient of each operand that gets one in this step.
    private String slopes(String first, String x, String second, String y) {
        List<String> each =
                slots.stream()
                        .map(slot -> slot == 0 ? first + " for " + x : second + " for " + y)
                        .toList();
        return "the local gradient is " + String.join(" and ", each);
    }

    /// A loss that takes scores: what is left for them, and the slope for the labels.
    private String fused(String forScores, String forLabels) {
        List<String> each =
                slots.stream()
                        .map(
                                slot ->
                                        slot == 0
                                                ? forScores
                                                : "the local gradient for "
                                                        + y()
                                                        + " is "
                                                        + forLabels)
                        .toList();
        return String.join(", and ", each);
    }

    private String columns(Columns op) {
        return switch (op) {
            case SOFTMAX, LOG_SOFTMAX ->
                    in.getFirst().rows() == 1
                            ? z
                                    + " is "
                                    + (op == Columns.SOFTMAX ? "1" : "0")
                                    + " whatever "
                                    + x()
                                    + " is, as a column has but one element, so nothing passes"
                            : "every output of a column depends on every input of it, so the local gradient is"
                                    + " a whole Jacobian J";
            case CE ->
                    slopes("−" + y() + "/" + x(), x(), "−log " + x(), y())
                            + (slots.contains(0)
                                    ? ", so a class whose label is 0 passes nothing to " + x()
                                    : "");
            case CE_LOGITS ->
                    fused(
                            "softmax and cross-entropy together leave softmax("
                                    + x()
                                    + ")"
                                    + (DownstreamFormulas.isOneHot(in.get(1)) ? "" : "·Σ" + y())
                                    + " − "
                                    + y()
                                    + ", without a division",
                            "−log softmax(" + x() + ")");
        };
    }

    private String chosen(String which) {
        if (!isScalar()) {
            return "each element goes back to the "
                    + which
                    + " of the two, and at a tie half to each";
        }
        if (in.stream().anyMatch(t -> Double.isNaN(t.item()))) {
            return "beside NaN none is the " + which;
        }
        return in.get(0).item() == in.get(1).item()
                ? "it is a tie, so each input gets half"
                : "only the " + which + " input counts, the other gets 0";
    }

    private boolean isScalar() {
        return in.getFirst().shape().isScalar();
    }

    private String x() {
        return names.getFirst();
    }

    private String y() {
        return names.get(1);
    }
}
