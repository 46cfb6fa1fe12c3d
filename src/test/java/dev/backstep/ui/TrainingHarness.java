package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.train.Frame;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.train.Seen;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A training in the window, as a person sees it.
abstract class TrainingHarness {

    /// Four batches an epoch: a fifth of the 100 samples is held back, 20 go into each batch.
    static final String MOONS =
            """
            data moons(samples=100, noise=0.1, seed=42)
            yhat = mlp(X, [3, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.1, batch=20)
            """;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    void openTrain(String text) throws Exception {
        at.open(text);
        at.dispatch(new Action.Switch(Mode.TRAIN));
    }

    Optional<Frame> frame() {
        return Seen.frame(at.window().training());
    }

    Frame now() throws Exception {
        return at.on(() -> frame().orElseThrow());
    }

    void awaitFrame(Predicate<Frame> wanted) throws Exception {
        at.await(() -> frame().filter(wanted).isPresent());
    }

    void awaitSteps(long steps) throws Exception {
        awaitFrame(f -> f.snapshot().steps() == steps && f.state() == Frame.RunState.PAUSED);
    }

    void awaitPainted() throws Exception {
        at.await(() -> frame().filter(f -> Seen.isPainted(scene(), f)).isPresent());
        at.pulse();
    }

    Scene scene() {
        return at.stage().getScene();
    }

    String text() {
        return at.state().document().text();
    }

    List<String> seen() throws Exception {
        return at.on(() -> WindowHarness.texts(scene().getRoot()));
    }

    void type(String text) throws Exception {
        at.dispatch(Action.Type.of(text(), text));
        at.await(() -> !at.state().unread());
    }

    ButtonBase button(String key) {
        return at.all(n -> n instanceof ButtonBase b && b.getText().startsWith(Texts.of(key)))
                .map(ButtonBase.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /// The numbers in the bar below: epoch, batch, loss, accuracy, speed.
    List<String> figures() throws Exception {
        return at.on(
                () ->
                        at.all(n -> n.getStyleClass().contains("figure"))
                                .map(n -> ((Label) n).getText())
                                .toList());
    }
}
