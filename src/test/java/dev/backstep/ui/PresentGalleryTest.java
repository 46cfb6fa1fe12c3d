package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.LessonSource;
import dev.backstep.session.Mode;
import dev.backstep.session.ThemeChoice;
import dev.backstep.ui.train.Seen;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of presentations to look at, in `target/gallery`.
class PresentGalleryTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private final Shots shots = new Shots(at);
    private final Projector projector = new Projector(at);

    private void present(String text, ThemeChoice colours, double width, double height)
            throws Exception {
        shots.in(colours);
        projector.present(text, width, height);
        at.prefer(p -> p.withTheme(colours));
    }

    private void shoot(String name) throws Exception {
        shots.write(name, projector.picture());
    }

    private void go(int step) throws Exception {
        at.dispatch(new Action.Go(step));
        projector.settle();
    }

    private int seed() {
        return at.state().good().orElseThrow().walkthrough().story().seed();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void at_1080p(ThemeChoice colours) throws Exception {
        present(WindowHarness.SAMPLE, colours, 1920, 1080);
        go(2);
        shoot("present-sample-forward");
        go(seed() + 2);
        shoot("present-sample");
        present(new SampleProgram("13-mlp-3-layers.bs").text(), colours, 1920, 1080);
        go(1);
        shoot("present-mlp-forward");
        go(seed() + 3);
        shoot("present-mlp");
        present(new SampleProgram("16-minibatch-sgd.bs").text(), colours, 1920, 1080);
        go(seed() + 4);
        shoot("present-batch");
        go(at.state().steps() - 4);
        shoot("present-update");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void on_other_screens(ThemeChoice colours) throws Exception {
        present(new SampleProgram("13-mlp-3-layers.bs").text(), colours, 1280, 720);
        go(seed() + 4);
        shoot("present-mlp-720p");
        projector.resize(3840, 2160);
        shoot("present-mlp-4k");
        projector.resize(1024, 768);
        shoot("present-mlp-1024");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void what_lies_over_it(ThemeChoice colours) throws Exception {
        present(WindowHarness.SAMPLE, colours, 1920, 1080);
        go(seed() + 2);
        at.robot.push(KeyCode.V);
        projector.settle();
        shoot("present-leaf");
        at.robot.push(KeyCode.ESCAPE).push(KeyCode.T);
        projector.settle();
        shoot("present-typing");
        at.robot.push(KeyCode.ESCAPE).push(KeyCode.ESCAPE).push(KeyCode.N);
        projector.settle();
        shoot("present-notes");
    }

    @Test
    void in_high_contrast() throws Exception {
        present(WindowHarness.SAMPLE, ThemeChoice.CONTRAST, 1920, 1080);
        go(seed() + 2);
        shoot("present-sample");
        at.robot.push(KeyCode.V);
        projector.settle();
        shoot("present-leaf");
        present(new SampleProgram("16-minibatch-sgd.bs").text(), ThemeChoice.CONTRAST, 1920, 1080);
        go(seed() + 4);
        shoot("present-batch");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void a_lesson(ThemeChoice colours) throws Exception {
        shots.in(colours);
        projector.present(new LessonSource.Bundled("lecture-3"), 1920, 1080);
        at.prefer(p -> p.withTheme(colours));
        at.dispatch(new Action.InLesson(new LessonMove.To(4)));
        projector.settle();
        shoot("present-lesson");
        at.robot.push(KeyCode.G);
        projector.settle();
        shoot("present-lesson-text");
        at.robot.push(KeyCode.A);
        at.robot.write("8");
        at.robot.push(KeyCode.ENTER);
        projector.settle();
        shoot("present-lesson-wrong");
        projector.resize(1280, 720);
        shoot("present-lesson-wrong-720p");
        at.robot.push(KeyCode.ESCAPE).push(KeyCode.G);
        at.robot.push(KeyCode.N);
        projector.settle();
        shoot("present-lesson-notes-720p");
    }

    /// A training is shown as it is, only larger.
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void a_training(ThemeChoice colours) throws Exception {
        present(new SampleProgram("20-spiral.bs").text(), colours, 1920, 1080);
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.on(
                () -> {
                    at.window().training().epochs(40);
                    return true;
                });
        at.await(
                () ->
                        Seen.frame(at.window().training())
                                .filter(f -> f.isMeasuredNow() && f.snapshot().epoch() == 40)
                                .isPresent());
        projector.settle();
        shoot("present-train");
        projector.resize(1280, 720);
        shoot("present-train-720p");
    }
}
