package dev.backstep.calculus;

import dev.backstep.calculus.ShortRule.MinusLabels;
import dev.backstep.calculus.ShortRule.MinusLabels.Link;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.graph.Rules;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Finds out whether a loss collapses to ŷ − y, prediction minus labels: softmax with
/// cross-entropy, the sigmoid with binary cross-entropy, the squared error.
record LabelRules(Walkthrough w, NodeJacobian jacobian) {

    Optional<ShortRule> find() {
        Shape x = jacobian.input();
        Shape z = jacobian.output();
        if (!z.isScalar() && !(z.rows() == 1 && z.cols() == x.cols())) {
            return Optional.empty();
        }
        for (int id = jacobian.by() + 1; id <= jacobian.of(); id++) {
            Node loss = w.graph().node(id);
            if (isLoss(loss.op())
                    && NodeJacobian.depends(w.graph(), id, jacobian.by())
                    && NodeJacobian.depends(w.graph(), jacobian.of(), id)) {
                Optional<ShortRule> found = at(loss);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isLoss(Op op) {
        return op == Columnwise.CE
                || op == Columnwise.CE_LOGITS
                || op == Binary.BCE
                || op == Binary.BCE_LOGITS
                || op == Binary.SE;
    }

    private Optional<ShortRule> at(Node loss) {
        int labels = loss.inputs().get(1);
        Tensor y = w.value(labels);
        boolean apart =
                labels < jacobian.by() || !NodeJacobian.depends(w.graph(), labels, jacobian.by());
        if (!apart || !y.shape().equals(jacobian.input())) {
            return Optional.empty();
        }
        while (w.graph().node(labels).isStretch()) {
            labels = w.graph().node(labels).inputs().getFirst();
        }
        for (Link kind : links(loss.op())) {
            Tensor prediction = prediction(kind, w.value(jacobian.by()));
            double[] shares =
                    DoubleStream.of(1, 2, 0.5)
                            .flatMap(c -> DoubleStream.of(c, c / y.cols(), c / y.size()))
                            .toArray();
            for (double factor : shares) {
                MinusLabels rule =
                        new MinusLabels(kind, prediction, holder(prediction), labels, y, factor);
                if (fits(rule)) {
                    return Optional.of(rule);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Link> links(Op loss) {
        return loss == Binary.SE
                ? List.of(Link.IDENTITY)
                : loss instanceof Columnwise ? List.of(Link.SOFTMAX) : List.of(Link.SIGMOID);
    }

    private static Tensor prediction(Link kind, Tensor x) {
        return switch (kind) {
            case SOFTMAX -> Rules.value(Columnwise.SOFTMAX, List.of(x));
            case SIGMOID -> Rules.value(Unary.SIGMOID, List.of(x));
            case IDENTITY -> x;
        };
    }

    private Optional<Integer> holder(Tensor prediction) {
        for (int id = jacobian.by(); id < jacobian.of(); id++) {
            if (w.value(id).equals(prediction)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /// Row b of the Jacobian is what the rule makes of the b-th unit vector.
    private boolean fits(MinusLabels rule) {
        Tensor j = jacobian.matrix();
        Tensor none = Tensor.full(jacobian.output(), 0);
        for (int row = 0; row < j.rows(); row++) {
            int at = row;
            Tensor own = Tensor.generate(jacobian.input(), k -> j.at(at, k));
            if (!RuleFinder.isSame(own, rule.of(none.with(row, 1)))) {
                return false;
            }
        }
        return true;
    }
}
