package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.Mode;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import dev.backstep.train.Frame;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.train.Seen;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of networks that have trained for a while, paused, in `target/gallery`.
class TrainGalleryTest {

    private static final String FOUR =
            """
            data points([0, 0, 1, 0.5, 0; 1, 0, 0, 0.2, 1; 0, 1, 0.3, 1, 1; 1, 1, 0.8, 0, 0])
            yhat = mlp(X, [4, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            train adam(rate=0.03, batch=2)
            """;

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
        "LIGHT,22-plane.bs,20,plane", "DARK,22-plane.bs,20,plane",
        "LIGHT,23-wave.bs,60,regression", "DARK,23-wave.bs,60,regression",
        "LIGHT,24-vanishing-sigmoid.bs,20,vanishing", "DARK,24-vanishing-sigmoid.bs,20,vanishing",
        "LIGHT,25-vanishing-relu.bs,20,deep", "DARK,25-vanishing-relu.bs,20,deep",
        "LIGHT,26-exploding.bs,50,stopped", "DARK,26-exploding.bs,50,stopped",
        "CONTRAST,20-spiral.bs,200,two-classes", "CONTRAST,21-blobs-5-classes.bs,40,five-classes",
        "CONTRAST,23-wave.bs,60,regression", "CONTRAST,26-exploding.bs,50,stopped"
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

    /// A unit shown large, and an earlier run below the loss.
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void a_unit_and_an_earlier_run(ThemeChoice colours) throws Exception {
        train(new SampleProgram("20-spiral.bs").text(), colours, 40, 1440, 900);
        at.robot.type(KeyCode.R);
        at.on(
                () -> {
                    at.window().training().epochs(60);
                    return true;
                });
        at.await(() -> frame().filter(f -> ended(f, 60)).isPresent());
        at.await(() -> Seen.isPainted(at.stage().getScene(), frame().orElseThrow()));
        Seen.scroll(at.one(".runs"));
        at.robot.moveTo(Seen.wire(at.stage().getScene(), 1, 2, 3));
        at.pulse();
        shots.take("train-compare");
        at.robot.clickOn(Seen.unit(at.stage().getScene(), 1, 2));
        at.await(() -> at.all(n -> n.getStyleClass().contains("driver")).findFirst().isPresent());
        at.pulse();
        shots.take("train-unit");
        at.robot.clickOn(at.named(Texts.of("network.whole")));
        at.pulse();
        shots.take("train-whole-width");
    }

    /// More than two features, the others at a sample, a view shown large.
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void axes_and_a_large_view(ThemeChoice colours) throws Exception {
        train(FOUR, colours, 30, 1280, 720);
        at.on(
                () -> {
                    ((ComboBox<?>) at.named(Texts.of("view.axis.others")))
                            .getSelectionModel()
                            .select(1);
                    return true;
                });
        at.await(() -> !Seen.others(at.stage().getScene()).get(2).equals(0.525));
        at.pulse();
        shots.take("train-axes");
        at.robot.clickOn(at.one(".view-boundary .enlarge"));
        at.pulse();
        shots.take("train-large");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void in_chinese(ThemeChoice colours) throws Exception {
        train(new SampleProgram("16-minibatch-sgd.bs").text(), colours, 40, 1280, 720);
        Object before = at.on(() -> at.window());
        at.prefer(p -> p.withLanguage(LanguageChoice.CHINESE));
        at.await(() -> at.window() != before);
        at.await(() -> frame().filter(f -> Seen.isPainted(at.stage().getScene(), f)).isPresent());
        at.robot.moveTo(Seen.wire(at.stage().getScene(), 0, 2, 1));
        at.pulse();
        shots.take("train-chinese");
        at.prefer(p -> p.withLanguage(LanguageChoice.ENGLISH));
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
