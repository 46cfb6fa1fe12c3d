package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.LessonProgress.Outcome;
import dev.backstep.session.Mode;
import dev.backstep.session.ThemeChoice;
import dev.backstep.train.Frame;
import dev.backstep.ui.train.Seen;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of lessons to look at, in `target/gallery`.
class LearnGalleryTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private final Shots shots = new Shots(at);

    private void open(ThemeChoice colours, double width, double height) throws Exception {
        shots.in(colours);
        at.open(WindowHarness.SAMPLE, width, height);
        at.prefer(p -> p.withTheme(colours));
    }

    private void lesson(String name) throws Exception {
        at.learn(name);
    }

    private void move(LessonMove move) throws Exception {
        at.dispatch(new Action.InLesson(move));
    }

    private void shoot(int stop, String name) throws Exception {
        move(new LessonMove.To(stop));
        at.await(
                () ->
                        !at.state().unread()
                                && !at.state().lesson().orElseThrow().arriving()
                                && (at.state().view().mode().trains()
                                        || at.graph().arrangement().isPresent()));
        shots.take(name);
    }

    private void awaitTraining() throws Exception {
        at.await(
                () ->
                        Seen.frame(at.window().training())
                                .filter(Frame::isMeasuredNow)
                                .filter(f -> Seen.isPainted(at.stage().getScene(), f))
                                .isPresent());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_lecture(ThemeChoice colours) throws Exception {
        open(colours, 1440, 900);
        lesson("lecture-3");
        for (int stop = 0; stop < 4; stop++) {
            move(new LessonMove.To(stop));
            for (int q = 0; q < 4; q++) {
                move(new LessonMove.Answer(q, Outcome.RIGHT));
            }
        }
        shoot(4, "learn-paths");
        shoot(8, "learn-product");
        shoot(15, "learn-loop");
        at.resize(1280, 720);
        shoot(4, "learn-paths-720p");
        shoot(12, "learn-mlp-720p");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void beside_a_training(ThemeChoice colours) throws Exception {
        open(colours, 1440, 900);
        lesson("training");
        move(new LessonMove.To(0));
        awaitTraining();
        shots.take("learn-training");
        at.resize(1280, 720);
        awaitTraining();
        shots.take("learn-training-720p");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_list_of_lessons(ThemeChoice colours) throws Exception {
        open(colours, 1440, 900);
        lesson("lecture-3");
        move(new LessonMove.To(6));
        move(new LessonMove.Leave());
        at.dispatch(new Action.Switch(Mode.LEARN));
        at.await(
                () ->
                        at.one(".learn").lookupAll(".lesson-card").size()
                                == SampleLesson.all().size());
        shots.take("lessons");
    }
}
