package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.notation.Numbers;
import dev.backstep.paint.Theme;
import dev.backstep.session.OpenedBatch;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Snapshot;
import dev.backstep.ui.train.Seen;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The parts of a network that trains: what its wires and units tell, and where they lead.
class TrainPartsTest extends TrainingHarness {

    private static final String THREE =
            """
            data points([0, 0, 1, 0; 1, 0, 2, 1; 0, 1, 3, 1; 1, 1, 5, 0])
            yhat = mlp(X, [2, 1], tanh, sigmoid, seed=1)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.03, batch=2)
            """;

    private Numbers numbers() {
        return new ThemedState(at.state(), Theme.LIGHT).numbers();
    }

    private Optional<String> told(String part) throws Exception {
        return seen().stream().filter(t -> t.startsWith(part)).findFirst();
    }

    /// The sentence of the next step comes true when that step is done, whatever the optimiser.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sgd(rate=0.1, batch=20)",
                "sgd(rate=0.1, batch=20, momentum=0.9, l2=0.01, clip=0.05)",
                "adam(rate=0.02, batch=20, l2=0.01)",
                "adamw(rate=0.02, batch=20, decay=0.3, clip=0.1)",
                "rmsprop(rate=0.01, batch=20)"
            })
    void a_wire_tells_what_the_next_step_makes_of_it(String optimiser) throws Exception {
        openTrain(MOONS.replaceAll("sgd\\(.*\\)", optimiser));
        at.robot.type(KeyCode.RIGHT, 2);
        awaitSteps(2);
        awaitPainted();
        at.robot.moveTo(Seen.wire(scene(), 0, 2, 1));
        at.await(() -> !tellings("The next batch").isEmpty());
        String told = told("W1[2, 1] is").orElseThrow();
        Tensor before = now().snapshot().parameters().get("W1");
        at.robot.type(KeyCode.RIGHT);
        awaitSteps(3);
        Snapshot after = now().snapshot();
        String gradient = numbers().plain(after.gradients().get("W1").at(2, 1));
        double to = after.parameters().get("W1").at(2, 1);
        String moved = numbers().plain(to - before.at(2, 1));
        String next =
                "The next batch gives it the gradient %s, and its step moves it by %s, to %s."
                        .formatted(gradient, moved, numbers().plain(to));
        assertTrue(told.endsWith(next), told + " misses " + next);
    }

    private List<String> tellings(String words) {
        return WindowHarness.texts(scene().getRoot()).stream()
                .filter(t -> t.contains(words))
                .toList();
    }

    @Test
    void an_edited_weight_has_another_next_step_and_a_run_that_plays_tells_none() throws Exception {
        openTrain(MOONS);
        awaitSteps(0);
        awaitPainted();
        at.robot.moveTo(Seen.wire(scene(), 0, 2, 1));
        at.await(() -> !tellings("The next batch").isEmpty());
        String before = told("W1[2, 1] is").orElseThrow();
        at.robot.clickOn(Seen.wire(scene(), 0, 2, 1)).write("0.75").type(KeyCode.ENTER);
        awaitFrame(f -> f.snapshot().parameters().get("W1").at(2, 1) == 0.75);
        at.robot.moveBy(1, 0);
        at.await(
                () ->
                        tellings("The next batch").stream()
                                .anyMatch(t -> t.startsWith("W1[2, 1] is 0.75.")));
        assertFalse(seen().contains(before));
        at.robot.type(KeyCode.SPACE);
        at.await(() -> tellings("The next batch").isEmpty() && !tellings("W1[2, 1]").isEmpty());
    }

    private List<Button> drivers() {
        return at.all(n -> n.getStyleClass().contains("driver")).map(Button.class::cast).toList();
    }

    /// The answers of tanh(W1·x + b1), worked out here from the samples and the parameters.
    @Test
    void a_unit_lists_the_samples_that_drive_it_most_and_a_click_opens_one() throws Exception {
        openTrain(MOONS);
        at.robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        awaitSteps(4);
        awaitPainted();
        at.robot.clickOn(Seen.unit(scene(), 1, 2));
        at.await(() -> drivers().size() == 5);
        Tensor x =
                at.state().program().orElseThrow().model().setup().orElseThrow().data().train().x();
        Tensor w = now().snapshot().parameters().get("W1");
        double b = now().snapshot().parameters().get("b1").at(2, 0);
        int most = 0;
        double answer = -2;
        for (int k = 0; k < x.cols(); k++) {
            double a = Math.tanh(w.at(2, 0) * x.at(0, k) + w.at(2, 1) * x.at(1, k) + b);
            most = a > answer ? k : most;
            answer = Math.max(a, answer);
        }
        String first = drivers().getFirst().getAccessibleText();
        assertTrue(first.startsWith("sample " + (most + 1) + ", class "), first);
        assertTrue(first.endsWith(", " + numbers().plain(answer)), first);
        Button strongest = drivers().getFirst();
        at.robot.clickOn(strongest);
        at.await(() -> at.state().batch().isPresent());
        OpenedBatch opened = at.state().batch().orElseThrow();
        int index =
                switch (opened.part()) {
                    case OpenedBatch.OneOf(int column) ->
                            opened.moment().batch().indices().get(column);
                    case OpenedBatch.Beside(int sample) -> sample;
                    case OpenedBatch.Whole _ -> -1;
                };
        assertEquals(most, index);
    }

    /// x₃ is 1, 2, 3 and 5: at its mean 2.75, or at the 5 of the sample that is chosen.
    @Test
    void the_other_features_are_at_their_mean_or_at_a_sample() throws Exception {
        openTrain(THREE);
        at.await(() -> at.isShown(".axes"));
        awaitPainted();
        assertEquals(2.75, at.on(() -> Seen.others(scene()).get(2)));
        ComboBox<?> others = (ComboBox<?>) at.named("others");
        at.on(
                () -> {
                    others.getSelectionModel().select(1);
                    return true;
                });
        Tensor x =
                at.state().program().orElseThrow().model().setup().orElseThrow().data().train().x();
        at.await(() -> Seen.others(scene()).get(2) == x.at(2, 0));
        chooseSample("4");
        at.await(() -> Seen.others(scene()).get(2) == x.at(2, 3));
        chooseSample("9");
        at.pulse();
        assertEquals(x.at(2, 3), at.on(() -> Seen.others(scene()).get(2)));
        at.on(
                () -> {
                    others.getSelectionModel().select(0);
                    return true;
                });
        at.await(() -> Seen.others(scene()).get(2) == 2.75);
    }

    private void chooseSample(String number) {
        at.robot
                .clickOn(at.named("Number of the sample"))
                .push(KeyCode.CONTROL, KeyCode.A)
                .write(number)
                .type(KeyCode.ENTER);
    }

    /// A click on the map chooses a sample as long as one is held, and opens its graph else.
    @Test
    void a_click_on_the_map_chooses_the_sample_that_the_others_are_held_at() throws Exception {
        openTrain(THREE);
        at.await(() -> at.isShown(".axes"));
        awaitPainted();
        at.on(
                () -> {
                    ((ComboBox<?>) at.named("others")).getSelectionModel().select(1);
                    return true;
                });
        awaitPainted();
        at.robot.clickOn(Seen.sample(scene(), 1, 1));
        at.await(() -> Seen.others(scene()).get(2) == 5);
        assertTrue(at.state().batch().isEmpty());
        at.on(
                () -> {
                    ((ComboBox<?>) at.named("others")).getSelectionModel().select(0);
                    return true;
                });
        at.await(() -> Seen.others(scene()).get(2) == 2.75);
        awaitPainted();
        at.robot.clickOn(Seen.sample(scene(), 1, 1));
        at.await(() -> at.state().batch().isPresent());
        assertTrue(
                seen().stream().anyMatch(t -> t.contains("alone")),
                () -> "the bar says that it is one sample");
        at.pulse();
        ButtonBase back = button("command.train.back");
        assertTrue(back.getWidth() >= back.prefWidth(-1) - 1, "its words are all there");
    }
}
