package dev.backstep.ui;

import dev.backstep.notation.Numbers;
import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.train.Snapshot;
import dev.backstep.ui.train.Seen;
import dev.backstep.ui.train.TrainDesk;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The figures below a training.
class RunFiguresTest {

    @RegisterExtension final WindowHarness window = new WindowHarness();

    /// The mean of an epoch is what the curve and the command line tell; the loss of its last batch
    /// is another number.
    @Test
    void the_loss_is_that_of_the_epoch_once_it_is_over_and_else_that_of_the_batch()
            throws Exception {
        window.open(
                """
                data moons(samples=40, noise=0.1, seed=42)
                yhat = mlp(X, [2, 1], tanh, sigmoid, seed=1)
                loss L = mean(bce(yhat, y))
                train sgd(rate=0.3, batch=20)
                """);
        window.dispatch(new Action.Switch(Mode.TRAIN));
        window.robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        TrainDesk desk = window.window().training();
        window.await(() -> loss("EPOCH LOSS").equals(said(desk, Snapshot::epochLoss)));
        window.robot.type(KeyCode.RIGHT);
        window.await(() -> loss("BATCH LOSS").equals(said(desk, Snapshot::loss)));
    }

    private static String said(TrainDesk desk, ToDoubleFunction<Snapshot> which) {
        return Seen.frame(desk)
                .map(f -> Numbers.DEFAULT.plain(which.applyAsDouble(f.snapshot())))
                .orElse("");
    }

    /// The number below a heading of the bar; nothing while there is no such heading.
    private String loss(String heading) {
        return window.stage().getScene().getRoot().lookupAll(".figure-name").stream()
                .map(Label.class::cast)
                .filter(l -> l.getText().equals(heading))
                .map(l -> ((Label) l.getParent().lookup(".figure")).getText())
                .findFirst()
                .orElse("");
    }
}
