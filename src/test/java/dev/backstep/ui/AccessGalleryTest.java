package dev.backstep.ui;

import dev.backstep.graph.Mistake;
import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.Mode;
import dev.backstep.session.Preferences;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import dev.backstep.ui.train.Seen;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures for those who see little: high contrast, large text, in `target/gallery`.
class AccessGalleryTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private final Shots shots = new Shots(at);

    private void open(String text, ThemeChoice colours, double width, double height)
            throws Exception {
        shots.in(colours);
        at.open(State.of(Optional.empty(), text), width, height);
        at.prefer(p -> p.withTheme(colours));
    }

    private void toBackward() throws Exception {
        at.dispatch(
                new Action.Go(at.state().good().orElseThrow().walkthrough().story().seed() + 2));
    }

    @Test
    void high_contrast() throws Exception {
        open(WindowHarness.SAMPLE, ThemeChoice.CONTRAST, 1440, 900);
        toBackward();
        shots.take("backward");
        open(new SampleProgram("13-mlp-3-layers.bs").text(), ThemeChoice.CONTRAST, 1440, 900);
        toBackward();
        shots.take("mlp");
        open(new SampleProgram("20-spiral.bs").text(), ThemeChoice.CONTRAST, 1440, 900);
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.await(() -> Seen.network(at.stage().getScene()).isPresent());
        shots.take("train");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void text_of_every_size(ThemeChoice colours) throws Exception {
        open(WindowHarness.SAMPLE, colours, 1280, 720);
        toBackward();
        at.prefer(p -> p.withTextSize(Preferences.SMALLEST));
        shots.take("text-80");
        at.prefer(p -> p.withTextSize(1.5));
        shots.take("text-150");
        at.prefer(p -> p.withTextSize(Preferences.LARGEST));
        shots.take("text-200");
        open(new SampleProgram("20-spiral.bs").text(), colours, 1280, 720);
        at.prefer(p -> p.withTextSize(Preferences.LARGEST));
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.await(() -> Seen.network(at.stage().getScene()).isPresent());
        shots.take("text-200-train");
    }

    @Test
    void lessons_in_high_contrast() throws Exception {
        learn(ThemeChoice.CONTRAST, 1440, 900);
        shots.take("learn");
        at.robot.push(KeyCode.A);
        at.robot.write("8");
        at.robot.push(KeyCode.ENTER);
        shots.take("learn-wrong");
        at.dispatch(new Action.SetMistake(Optional.of(Mistake.OVERWRITE)));
        shots.take("learn-mistake");
        at.robot.push(KeyCode.ESCAPE).push(KeyCode.Q);
        shots.take("quiz");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void lessons_in_text_of_every_size(ThemeChoice colours) throws Exception {
        learn(colours, 1280, 720);
        at.robot.push(KeyCode.A);
        at.prefer(p -> p.withTextSize(Preferences.SMALLEST));
        shots.take("learn-text-80");
        at.prefer(p -> p.withTextSize(1.5));
        shots.take("learn-text-150");
        at.prefer(p -> p.withTextSize(Preferences.LARGEST));
        shots.take("learn-text-200");
        at.resize(1440, 900);
        shots.take("learn-text-200-900");
    }

    private void learn(ThemeChoice colours, double width, double height) throws Exception {
        open(WindowHarness.SAMPLE, colours, width, height);
        at.learn("lecture-3");
        at.dispatch(new Action.InLesson(new LessonMove.To(4)));
    }
}
