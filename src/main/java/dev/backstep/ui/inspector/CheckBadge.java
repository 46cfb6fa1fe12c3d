package dev.backstep.ui.inspector;

import dev.backstep.explain.Differences;
import dev.backstep.explain.Numbers;
import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Node;
import dev.backstep.session.Understanding;
import dev.backstep.ui.kit.Texts;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Whether finite differences agree with the gradients; found in the background.
final class CheckBadge extends Label {

    /// The most work, in nanoseconds as roughly estimated, that is worth a badge.
    private static final long MAX_WORK = 5_000_000_000L;

    private final AtomicLong generation = new AtomicLong();
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("check").factory());
    private @Nullable Walkthrough shown;

    CheckBadge() {
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
        background.execute(() -> check(w, mine));
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

    private void check(Walkthrough w, long mine) {
        double worst = 0;
        boolean ok = true;
        for (Node node : leaves(w).toList()) {
            if (generation.get() != mine) {
                return;
            }
            Differences found = Differences.of(w, node.id());
            worst = Math.max(worst, found.error());
            ok &= found.ok();
        }
        double error = worst;
        boolean good = ok;
        Platform.runLater(
                () -> {
                    if (generation.get() == mine) {
                        tell(good, error);
                    }
                });
    }

    private void tell(boolean good, double error) {
        String number = new Numbers(1).plain(error);
        tell(
                good ? "good" : "bad",
                good
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
