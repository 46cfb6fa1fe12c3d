package dev.backstep.calculus;

import dev.backstep.calculus.ShortRule.MinusLabels;
import dev.backstep.calculus.ShortRule.MinusLabels.Link;
import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.graph.Trace;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/// The gradient of a cross-entropy by its scores in two ways: through the loss and then through
/// softmax, and fused, where ŷ − y is all there is.
///
/// @param link softmax or the sigmoid
/// @param prediction ŷ
/// @param byPrediction ∂CE/∂ŷ, which divides by ŷ
/// @param unfused what that becomes through softmax
/// @param fused ŷ − y
/// @param difference the largest between both ways; NaN if one of them is no number
public record FusedLoss(
        Link link,
        Tensor prediction,
        Tensor byPrediction,
        Tensor unfused,
        Tensor fused,
        double difference) {

    /// Both ways at the scores and labels of a rule; nothing for a squared error, which has no
    /// other way.
    public static Optional<FusedLoss> of(Walkthrough w, int scores, MinusLabels rule) {
        return rule.kind() == Link.IDENTITY
                ? Optional.empty()
                : Optional.of(of(rule.kind(), w.value(scores), rule.y()));
    }

    static FusedLoss of(Link link, Tensor scores, Tensor labels) {
        boolean softmax = link == Link.SOFTMAX;
        Graph.Builder b = Graph.builder();
        int z = b.leaf("z", Op.Role.INPUT, scores.shape());
        int y = b.leaf("y", Op.Role.CONST, labels.shape());
        int p = b.add(softmax ? Columnwise.SOFTMAX : Unary.SIGMOID, z);
        int loss = b.add(softmax ? Columnwise.CE : Binary.BCE, p, y);
        int sum = b.sum(loss, Shape.SCALAR);
        Map<Integer, Tensor> leaves = Map.of(z, scores, y, labels);
        Adjoint adjoint = Adjoint.of(b.build(), sum);
        Trace trace = Trace.of(adjoint.graph(), leaves);
        Graph.Builder f = Graph.builder();
        int zf = f.leaf("z", Op.Role.INPUT, scores.shape());
        int yf = f.leaf("y", Op.Role.CONST, labels.shape());
        int together = f.add(softmax ? Columnwise.CE_LOGITS : Binary.BCE_LOGITS, zf, yf);
        int end = f.sum(together, Shape.SCALAR);
        Adjoint fused = Adjoint.of(f.build(), end);
        return of(link, adjoint, trace, p, z, fused, Trace.of(fused.graph(), leaves));
    }

    private static FusedLoss of(
            Link link, Adjoint adjoint, Trace trace, int p, int z, Adjoint fused, Trace other) {
        Tensor unfused = trace.value(adjoint.gradient(z).orElseThrow());
        Tensor whole = other.value(fused.gradient(z).orElseThrow());
        return new FusedLoss(
                link,
                trace.value(p),
                trace.value(adjoint.gradient(p).orElseThrow()),
                unfused,
                whole,
                Collapse.difference(unfused, whole));
    }
}
