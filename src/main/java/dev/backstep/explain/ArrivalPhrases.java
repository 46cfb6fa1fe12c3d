package dev.backstep.explain;

import dev.backstep.graph.Mistake;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Arrivals;
import dev.backstep.story.Contribution;
import dev.backstep.story.Mistaken;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.Optional;
import java.util.stream.Collectors;

/// How far the gradient of a node has come, in words: the sum of what has arrived, or what a
/// mistake has left of it.
record ArrivalPhrases(Walkthrough w, Numbers numbers) {

    /// The most contributions that are written out in a sum.
    private static final int TERMS = 4;

    /// What node `to` has after a step, where there is more to tell than what the step hands it.
    Optional<Message> at(int step, int to) {
        Arrivals arrivals = Arrivals.of(w, step, to);
        String name = w.labels().words(to);
        Optional<Message> left = leftOver(name, arrivals);
        if (left.isPresent() || arrivals.all().size() < 2) {
            return left;
        }
        boolean lost = arrivals.arrived() > 1 && w.adjoint().makes(Mistake.OVERWRITE);
        return Optional.of(lost ? overwritten(name, arrivals) : sum(name, arrivals));
    }

    private Message overwritten(String name, Arrivals arrivals) {
        Contribution before = arrivals.all().get(arrivals.arrived() - 2);
        Tensor now = arrivals.sum().orElseThrow();
        boolean written =
                DownstreamPhrases.isWritten(now) && DownstreamPhrases.isWritten(before.value());
        String via = w.labels().words(w.drawn().user(before.edge()));
        Message.Pattern alone =
                sum(written ? "overwritten" : "overwritten.matrix", name).with("via", via);
        return toCome(
                written
                        ? alone.with("value", numbers.plain(now))
                                .with("lost", numbers.plain(before.sum()))
                        : alone,
                arrivals.all().size() - arrivals.arrived());
    }

    /// What the batch before has left, once all has arrived.
    private Optional<Message> leftOver(String name, Arrivals arrivals) {
        boolean adds =
                w.adjoint().makes(Mistake.NO_ZERO)
                        && arrivals.complete()
                        && w.mistaken().filter(m -> m.isOff(arrivals.node())).isPresent();
        if (!adds) {
            return Optional.empty();
        }
        Mistaken mistaken = w.mistaken().orElseThrow();
        Tensor value = arrivals.sum().orElseThrow();
        Tensor left = mistaken.leftOver(arrivals.node()).orElseThrow();
        return Optional.of(
                DownstreamPhrases.isWritten(value)
                        ? sum("left", name)
                                .with("left", numbers.plain(left))
                                .with("value", numbers.plain(value))
                        : sum("left.matrix", name));
    }

    private Message sum(String name, Arrivals arrivals) {
        int all = arrivals.all().size();
        int left = all - arrivals.arrived();
        Tensor sum = arrivals.sum().orElseThrow();
        String value = numbers.plain(sum);
        boolean written = DownstreamPhrases.isWritten(sum);
        if (arrivals.arrived() == 1) {
            return written
                    ? toCome(sum("so.far", name).with("value", value), left)
                    : rest(sum("first", name).with("n", all), left);
        }
        if (!sum.shape().isScalar() || arrivals.arrived() > TERMS) {
            Message.Pattern now =
                    sum(written ? "now.of" : "now.matrix", name).with("n", arrivals.arrived());
            return rest(written ? now.with("value", value) : now, left);
        }
        DownstreamPhrases shares = new DownstreamPhrases(w, numbers);
        String terms =
                arrivals.soFar().stream()
                        .map(c -> shares.factor(c.value()))
                        .collect(Collectors.joining(" + "));
        return toCome(sum("now", name).with("value", terms + " = " + value), left);
    }

    private static Message.Pattern sum(String key, String name) {
        return Message.of("sum." + key).with("x", name);
    }

    /// In words, since `1 more to come` reads as the number 1 that is to come.
    private static Message toCome(Message sum, int left) {
        return left == 0 ? sum : Message.of("come.many").with("sum", sum).with("n", left);
    }

    /// The same after a phrase that speaks of contributions already.
    private static Message rest(Message sum, int left) {
        return left == 0 ? sum : Message.of("come.rest.many").with("sum", sum).with("n", left);
    }
}
