package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.session.State;
import dev.backstep.store.Log;
import dev.backstep.train.Frame;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Background.Task;
import dev.backstep.ui.kit.Failures;
import dev.backstep.ui.train.Seen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What takes long in a training is never waited for by the window.
class TrainingBackgroundTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir Path folder;

    private final Set<Task> held = ConcurrentHashMap.newKeySet();
    private final Set<Task> onWindow = ConcurrentHashMap.newKeySet();
    private final CountDownLatch free = new CountDownLatch(1);

    @BeforeEach
    void hold() {
        at.background =
                new Background(new Failures(new Log(folder.resolve("backstep.log"))), this::begin);
    }

    @AfterEach
    void release() {
        free.countDown();
    }

    private void begin(Task task) {
        if (Platform.isFxApplicationThread()) {
            onWindow.add(task);
        } else if (held.contains(task)) {
            try {
                free.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Optional<Frame> frame() {
        return Seen.frame(at.window().training());
    }

    private void awaitSteps(long steps) throws Exception {
        at.await(() -> frame().filter(f -> f.snapshot().steps() == steps).isPresent());
    }

    /// Ten kinds of 784 numbers, as pictures of digits are.
    private Path digits() throws Exception {
        Random random = new Random(5);
        StringBuilder rows = new StringBuilder();
        for (int s = 0; s < 60; s++) {
            for (int k = 0; k < 784; k++) {
                rows.append(random.nextInt(256)).append(',');
            }
            rows.append("digit").append(s % 10).append('\n');
        }
        Files.writeString(folder.resolve("digits.csv"), rows);
        Path file = folder.resolve("digits.bs");
        Files.writeString(
                file,
                """
                data csv("digits.csv", label=785, scale=standard)
                yhat = mlp(X, [128, 10], relu, softmax)
                loss L = mean(ce(yhat, y))
                train adam(rate=0.001, batch=16)
                """);
        return file;
    }

    @Test
    void the_keys_work_while_a_wide_network_is_evaluated() throws Exception {
        Path file = digits();
        at.open(State.of(Optional.of(file), Files.readString(file)), 1440, 900);
        held.add(Task.PREDICT);
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.robot.type(KeyCode.RIGHT);
        awaitSteps(1);
        at.robot.type(KeyCode.RIGHT);
        awaitSteps(2);
        assertTrue(at.on(() -> !Seen.isPainted(at.stage().getScene(), frame().orElseThrow())));
        free.countDown();
        at.await(() -> Seen.isPainted(at.stage().getScene(), frame().orElseThrow()));
        assertTrue(at.on(() -> Seen.network(at.stage().getScene()).isPresent()));
        assertEquals(2, at.on(() -> frame().orElseThrow().snapshot().steps()));
        assertEquals(Set.of(), onWindow.contains(Task.PREDICT) ? onWindow : Set.of());
    }

    /// Compiled for a document that is no longer open, with a command that was meant for it.
    @Test
    void what_was_compiled_for_another_document_is_dropped() throws Exception {
        at.open(TrainingHarness.MOONS);
        held.add(Task.COMPILE);
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.robot.type(KeyCode.SPACE);
        String other = TrainingHarness.MOONS.replace("[3, 1]", "[2, 5, 1]");
        at.dispatch(new Action.Copy("other", other));
        free.countDown();
        awaitSteps(0);
        assertEquals(
                2, at.on(() -> frame().orElseThrow().snapshot().parameters().get("W1").rows()));
        assertEquals(Frame.RunState.PAUSED, at.on(() -> frame().orElseThrow().state()));
        assertEquals(other, at.state().document().text());
    }

    /// Another rate while the network is compiled reaches the run.
    @Test
    void a_rate_that_changes_while_it_is_compiled_counts() throws Exception {
        at.open(TrainingHarness.MOONS);
        held.add(Task.COMPILE);
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.dispatch(
                Action.Type.of(
                        TrainingHarness.MOONS,
                        TrainingHarness.MOONS.replace("rate=0.1", "rate=0.7")));
        at.robot.type(KeyCode.RIGHT);
        free.countDown();
        awaitSteps(1);
        assertEquals(0.7, at.on(() -> frame().orElseThrow().snapshot().optimiser().rate()));
    }

    /// What is asked while the network is compiled is done in order, none of it lost.
    @Test
    void every_command_given_while_it_is_compiled_counts() throws Exception {
        at.open(TrainingHarness.MOONS);
        held.add(Task.COMPILE);
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.robot.type(KeyCode.RIGHT, 3);
        free.countDown();
        awaitSteps(3);
    }
}
