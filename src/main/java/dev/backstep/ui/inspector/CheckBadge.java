package dev.backstep.ui.inspector;

import dev.backstep.explain.Differences;
import dev.backstep.explain.Numbers;
import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Node;
import dev.backstep.session.Understanding;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Background.Task;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Whether finite differences agree with the gradients; found in the background.
final class CheckBadge extends Label {

    /// The most work, in nanoseconds as roughly estimated, that is worth a badge.
    private static final long MAX_WORK = 5_000_000_000L;

    private final AtomicLong generation = new AtomicLong();
    private final Background background;
    private @Nullable Walkthrough shown;

    /// The largest error of all comparisons, and whether all agree.
    private record Verdict(boolean good, double error) {}

    CheckBadge(Background background) {
        this.background = background;
        getStyleClass().add("badge");
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
        if (work(w) > MAX_WORK) {
            tell("", Texts.of("check.too.large"));
            return;
        }
        if (!isFinite(w)) {
            tell("", Texts.of("check.not.finite"));
            return;
        }
        background.run(
                Task.CHECK,
                () -> check(w, mine),
                found -> found.filter(_ -> generation.get() == mine).ifPresent(this::tell),
                sentence -> {
                    if (generation.get() == mine) {
                        tell("bad", Texts.of("check.failed", sentence));
                    }
                });
    }

    /// Each element compared costs four evaluations, and two more at a kink.
    private static long work(Walkthrough w) {
        long compared =
                leaves(w).mapToLong(n -> Math.min(Differences.MOST, n.shape().size())).sum();
        return 6 * compared * Understanding.work(w.graph());
    }

    private static boolean isFinite(Walkthrough w) {
        return leaves(w)
                .flatMap(n -> w.gradient(n.id()).stream())
                .allMatch(
                        g -> IntStream.range(0, g.size()).allMatch(k -> Double.isFinite(g.at(k))));
    }

    private static Stream<Node> leaves(Walkthrough w) {
        return w.graph().nodes().stream().filter(Node::isLeafWithGradient);
    }

    /// Nothing if other numbers have come meanwhile.
    private Optional<Verdict> check(Walkthrough w, long mine) {
        double worst = 0;
        boolean ok = true;
        for (Node node : leaves(w).toList()) {
            if (generation.get() != mine) {
                return Optional.empty();
            }
            Differences found = Differences.of(w, node.id());
            worst = Math.max(worst, found.error());
            ok &= found.ok();
        }
        return Optional.of(new Verdict(ok, worst));
    }

    private void tell(Verdict found) {
        String number = new Numbers(1).plain(found.error());
        tell(
                found.good() ? "good" : "bad",
                found.good()
                        ? "✓ " + Texts.of("check.good", number)
                        : "✗ " + Texts.of("check.bad", number));
    }

    /// @param style empty where nothing was checked
    private void tell(String style, String sentence) {
        setText(sentence);
        getStyleClass().removeAll("good", "bad");
        if (!style.isEmpty()) {
            getStyleClass().add(style);
        }
        setVisible(true);
    }
}
