package dev.backstep.ui.graph;

import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.Tag;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Progress;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is told of a card under the pointer: all digits of its value and of its gradient so far.
final class Hover {

    /// The largest matrix that is written out, in elements.
    private static final int LARGEST = 9;

    /// So many of the cards to which wires lead are named.
    private static final int MOST_USERS = 6;

    private Hover() {}

    static Optional<String> text(ThemedState screen, Card card) {
        String note = screen.note(card.node()).map(n -> "\n" + n).orElse("");
        return screen.walkthrough().map(w -> text(w, screen.step(), card) + note);
    }

    /// Of a tag where wires end, what is told of the card where they begin; of a tag where they
    /// begin, where they lead.
    static Optional<String> text(ThemedState screen, Diagram diagram, Tag tag) {
        return tag.edge().isPresent()
                ? diagram.card(tag.source()).flatMap(card -> text(screen, card))
                : screen.walkthrough().map(w -> users(w, diagram, tag));
    }

    private static String users(Walkthrough w, Diagram diagram, Tag tag) {
        List<String> users =
                diagram.tags().stream()
                        .filter(t -> t.source() == tag.source())
                        .flatMap(t -> t.edge().stream())
                        .map(w.drawn()::user)
                        .distinct()
                        .sorted()
                        .map(w.labels()::words)
                        .toList();
        String name = w.labels().words(tag.source());
        String some = users.stream().limit(MOST_USERS).collect(Collectors.joining(", "));
        return users.size() <= MOST_USERS
                ? Texts.of(Message.of("hover.leads").with("name", name).with("users", some))
                : Texts.of(
                        Message.of("hover.leads.more")
                                .with("name", name)
                                .with("users", some)
                                .with("n", users.size() - MOST_USERS));
    }

    private static String text(Walkthrough w, int step, Card card) {
        Progress progress = Progress.at(w, step);
        String name = w.labels().words(card.node());
        String output = w.labels().words(w.output());
        String value =
                progress.isValueSeen(card.node())
                        ? name + " = " + value(w, progress, card.node())
                        : Texts.of(
                                Message.of(
                                                progress.isValued(card.node())
                                                        ? "quiz.hidden"
                                                        : "hover.not.computed")
                                        .with("name", name));
        String gradient =
                progress.gradient(card.node())
                        .map(g -> "\n∂" + output + "/∂" + name + " = " + number(g, Numbers.FULL))
                        .orElse("");
        return value + gradient + card.problem().map(p -> "\n" + Texts.of(p)).orElse("");
    }

    /// A parameter that has moved with what it was before.
    private static String value(Walkthrough w, Progress progress, int node) {
        String before = number(w.value(node), w.numbersOf(node, Numbers.FULL));
        boolean small = w.value(node).size() <= LARGEST;
        return progress.isUpdated(node) && small
                ? before + " → " + number(progress.value(node), w.numbersOf(node, Numbers.FULL))
                : before;
    }

    private static String number(Tensor t, Numbers numbers) {
        if (t.shape().isScalar()) {
            return numbers.plain(t.item());
        }
        if (t.size() > LARGEST) {
            return t.shape().toString();
        }
        StringBuilder out = new StringBuilder("[");
        for (int k = 0; k < t.size(); k++) {
            out.append(k == 0 ? "" : k % t.cols() == 0 ? "; " : ", ")
                    .append(numbers.plain(t.at(k)));
        }
        return out.append("]").toString();
    }
}
