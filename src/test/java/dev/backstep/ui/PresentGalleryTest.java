package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of presentations to look at, in `target/gallery`.
class PresentGalleryTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private final Shots shots = new Shots(at);

    private void present(String text, ThemeChoice colours, double width, double height)
            throws Exception {
        shots.in(colours);
        at.open(State.of(Optional.empty(), text), width, height);
        at.prefer(p -> p.withTheme(colours));
        at.robot.push(KeyCode.F5);
        at.await(() -> at.isShown(".present"));
        at.pulse();
        at.await(() -> at.state().view().detail().isPresent());
        at.pulse();
    }

    private void go(int step) throws Exception {
        at.dispatch(new Action.Go(step));
    }

    private int seed() {
        return at.state().good().orElseThrow().walkthrough().story().seed();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void at_1080p(ThemeChoice colours) throws Exception {
        present(WindowHarness.SAMPLE, colours, 1920, 1080);
        go(2);
        shots.take("present-sample-forward");
        go(seed() + 2);
        shots.take("present-sample");
        present(new SampleProgram("13-mlp-3-layers.bs").text(), colours, 1920, 1080);
        go(1);
        shots.take("present-mlp-forward");
        go(seed() + 3);
        shots.take("present-mlp");
    }
}
