package dev.backstep.ui.inspector;

import dev.backstep.explain.CheckWords;
import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.graph.Node;
import dev.backstep.notation.Numbers;
import dev.backstep.session.Understanding;
import dev.backstep.story.Differences;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.glossary.TermLinks;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Background.Task;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// Whether finite differences agree with the gradients; found in the background.
final class CheckBadge extends TextFlow {

    /// The most work, in nanoseconds as roughly estimated, that is worth a badge.
    private static final long MAX_WORK = 5_000_000_000L;

    private static final Numbers DIGITS = Numbers.DEFAULT;

    private final AtomicLong generation = new AtomicLong();
    private final Background background;
    private @Nullable Walkthrough shown;

    CheckBadge(Background background) {
        this.background = background;
        getStyleClass().addAll("badge", "check-badge");
        setMaxWidth(Double.MAX_VALUE);
        setVisible(false);
    }

    @SuppressWarnings("ReferenceEquality")
    void show(Walkthrough w) {
        if (w == shown) {
            return;
        }
        shown = w;
        long mine = generation.incrementAndGet();
        if (!w.hidden().isNothing()) {
            setVisible(false); // a gradient that is off is told with its number
            return;
        }
        if (work(w) > MAX_WORK) {
            tell("", Texts.of("check.too.large"));
            return;
        }
        background.run(
                Task.CHECK,
                () -> check(w, mine),
                found -> found.filter(_ -> generation.get() == mine).ifPresent(this::tell),
                sentence -> {
                    if (generation.get() == mine) {
                        tell("bad", Texts.of(Message.of("check.failed").with("why", sentence)));
                    }
                });
    }

    /// Elements that do not agree at once take more; few do not.
    private static long work(Walkthrough w) {
        long compared =
                leaves(w).mapToLong(n -> Math.min(Differences.MOST, n.shape().size())).sum();
        return Differences.EVALUATIONS * compared * Understanding.work(w.graph());
    }

    private static Stream<Node> leaves(Walkthrough w) {
        return w.graph().nodes().stream().filter(Node::isLeafWithGradient);
    }

    /// @param off of each leaf that is off what is said of it
    private record Found(Differences all, int leaves, List<Message> off, boolean mistaken) {}

    /// Nothing if other numbers have come meanwhile.
    private Optional<Found> check(Walkthrough w, long mine) {
        Differences all = Differences.NONE;
        List<Message> off = new ArrayList<>();
        List<Node> leaves = leaves(w).toList();
        for (Node node : leaves) {
            if (generation.get() != mine) {
                return Optional.empty();
            }
            Differences found = Differences.of(w, node.id());
            CheckWords.off(w, node.id(), found, DIGITS).ifPresent(off::add);
            all = all.and(found);
        }
        return Optional.of(new Found(all, leaves.size(), off, w.mistaken().isPresent()));
    }

    private void tell(Found all) {
        Differences found = all.all();
        if (!all.off().isEmpty()) {
            tell(
                    "bad",
                    "✕ "
                            + Texts.of(all.off().getFirst())
                            + "\n"
                            + Texts.of(
                                    CheckWords.count(
                                            all.off().size(), all.leaves(), all.mistaken())));
            return;
        }
        String error = new Numbers(1).plain(found.error());
        if (found.left() == 0) {
            tell("good", "✓ " + Texts.of(Message.of("check.ok").with("error", error)));
        } else {
            Message why = found.why().orElseThrow().words();
            tell(
                    "",
                    found.compared() == 0
                            ? Texts.of(Message.of("check.not.comparable").with("why", why))
                            : Texts.of(
                                    Message.of("check.partly")
                                            .with("error", error)
                                            .with("n", found.left())
                                            .with("why", why)));
        }
    }

    /// @param style empty where nothing was checked
    private void tell(String style, String sentence) {
        List<Text> words = TermLinks.texts(sentence, EnumSet.noneOf(GlossaryTerm.class));
        words.forEach(text -> text.getStyleClass().add("text"));
        getChildren().setAll(words);
        setAccessibleText(sentence);
        getStyleClass().removeAll("good", "bad");
        if (!style.isEmpty()) {
            getStyleClass().add(style);
        }
        setVisible(true);
    }
}
