package dev.backstep.ui.inspector;

import dev.backstep.explain.Differences;
import dev.backstep.explain.Numbers;
import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Node;
import dev.backstep.ui.Texts;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Whether finite differences agree with the gradients; found in the background.
final class CheckBadge extends Label {

    private final AtomicLong generation = new AtomicLong();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("check").factory());
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
        background.execute(() -> check(w, mine));
    }

    private void check(Walkthrough w, long mine) {
        double worst = 0;
        boolean ok = true;
        for (Node node : w.graph().nodes()) {
            if (generation.get() != mine) {
                return;
            }
            if (node.isLeafWithGradient()) {
                Differences found = Differences.of(w, node.id());
                worst = Math.max(worst, found.error());
                ok &= found.ok();
            }
        }
        double error = worst;
        boolean good = ok;
        Platform.runLater(() -> {
            if (generation.get() == mine) {
                tell(good, error);
            }
        });
    }

    private void tell(boolean good, double error) {
        String number = new Numbers(1).plain(error);
        setText(good ? "✓ " + Texts.of("check.good", number) : "✗ " + Texts.of("check.bad", number));
        getStyleClass().removeAll("good", "bad");
        getStyleClass().add(good ? "good" : "bad");
        setVisible(true);
    }
}
