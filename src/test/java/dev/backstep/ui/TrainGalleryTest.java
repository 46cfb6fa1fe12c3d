package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import dev.backstep.train.Frame;
import dev.backstep.ui.train.Seen;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of networks that have trained for a while, paused, in `target/gallery`.
class TrainGalleryTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private final Shots shots = new Shots(at);

    private void train(String text, ThemeChoice colours, int epochs, int width, int height)
            throws Exception {
        shots.in(colours);
        at.open(State.of(Optional.empty(), text), width, height);
        at.prefer(p -> p.withTheme(colours));
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.on(
                () -> {
                    at.window().training().epochs(epochs);
                    return true;
                });
        at.await(() -> frame().filter(f -> ended(f, epochs)).isPresent());
        at.await(() -> Seen.isPainted(at.stage().getScene(), frame().orElseThrow()));
    }

    private Optional<Frame> frame() {
        return Seen.frame(at.window().training());
    }

    private static boolean ended(Frame f, int epochs) {
        boolean stopped = f.state() == Frame.RunState.STOPPED;
        return f.isMeasuredNow() && (stopped || f.snapshot().epoch() == epochs);
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT,16-minibatch-sgd.bs,100,layers-written-out",
                "DARK,16-minibatch-sgd.bs,100,layers-written-out",
        "LIGHT,20-spiral.bs,200,two-classes", "DARK,20-spiral.bs,200,two-classes",
        "LIGHT,21-blobs-5-classes.bs,40,five-classes", "DARK,21-blobs-5-classes.bs,40,five-classes",
        "LIGHT,23-wave.bs,60,regression", "DARK,23-wave.bs,60,regression",
        "LIGHT,24-vanishing-sigmoid.bs,20,vanishing", "DARK,24-vanishing-sigmoid.bs,20,vanishing",
        "LIGHT,25-vanishing-relu.bs,20,deep", "DARK,25-vanishing-relu.bs,20,deep",
        "LIGHT,26-exploding.bs,50,stopped", "DARK,26-exploding.bs,50,stopped"
    })
    void trained(ThemeChoice colours, String sample, int epochs, String name) throws Exception {
        train(new SampleProgram(sample).text(), colours, epochs, 1440, 900);
        shots.take("train-" + name);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void in_a_small_window(ThemeChoice colours) throws Exception {
        train(new SampleProgram("20-spiral.bs").text(), colours, 200, 1280, 720);
        shots.take("train-1280");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void what_is_missing_is_offered(ThemeChoice colours) throws Exception {
        shots.in(colours);
        at.open(WindowHarness.SAMPLE);
        at.prefer(p -> p.withTheme(colours));
        at.dispatch(new Action.Switch(Mode.TRAIN));
        shots.take("train-offer");
    }
}
