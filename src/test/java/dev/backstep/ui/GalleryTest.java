package dev.backstep.ui;

import dev.backstep.layout.Programs;
import dev.backstep.session.Action;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.Panels;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import dev.backstep.story.Story;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of the window to look at, in `target/gallery`.
class GalleryTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private final Shots shots = new Shots(at);

    private void shoot(String name) throws Exception {
        shots.take(name);
    }

    private void shoot(String name, Scene scene) throws Exception {
        shots.take(name, scene);
    }

    /// The headless screen is too small for a window of this size: only what is in it is laid out
    /// so.
    private void shoot4k(String name) throws Exception {
        WritableImage image =
                at.on(
                        () -> {
                            Parent root = at.stage().getScene().getRoot();
                            for (int i = 0; i < 2; i++) {
                                root.resize(3840, 2160);
                                root.layout();
                            }
                            return root.snapshot(null, null);
                        });
        shots.write(name, image);
    }

    private void open(String text, ThemeChoice colours) throws Exception {
        open(text, colours, 1440, 900);
    }

    private void open(String text, ThemeChoice colours, double width, double height)
            throws Exception {
        shots.in(colours);
        at.open(State.of(Optional.empty(), text), width, height);
        at.prefer(p -> p.withTheme(colours));
    }

    private void toMultiply() throws Exception {
        at.dispatch(
                new Action.Go(at.state().good().orElseThrow().walkthrough().story().seed() + 2));
    }

    private void checked() throws Exception {
        at.await(() -> at.one(".badge").isVisible());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_sample_from_start_to_end(ThemeChoice colours) throws Exception {
        open(WindowHarness.SAMPLE, colours);
        checked();
        shoot("start");
        toMultiply();
        shoot("backward");
        at.dispatch(new Action.Select(OptionalInt.of(at.node("x"))));
        shoot("selected");
        at.dispatch(new Action.Select(OptionalInt.empty()), new Action.By(Story.Grain.EDGES));
        toMultiply();
        shoot("backward-edges");
        at.dispatch(new Action.By(Story.Grain.NODES), new Action.ToEnd());
        shoot("end");
        at.dispatch(new Action.Go(at.state().good().orElseThrow().walkthrough().story().seed()));
        shoot("seed");
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT,09-matmul.bs,matmul", "DARK,09-matmul.bs,matmul", "LIGHT,13-mlp-3-layers.bs,mlp",
        "DARK,13-mlp-3-layers.bs,mlp", "LIGHT,15-softmax-ce-5.bs,softmax",
                "DARK,15-softmax-ce-5.bs,softmax",
        "CONTRAST,09-matmul.bs,matmul", "CONTRAST,15-softmax-ce-5.bs,softmax"
    })
    void matrices(ThemeChoice colours, String sample, String name) throws Exception {
        open(new SampleProgram(sample).text(), colours);
        checked();
        toMultiply();
        shoot(name);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void programs_that_give_no_graph(ThemeChoice colours) throws Exception {
        open("", colours);
        shoot("empty");
        open(WindowHarness.SAMPLE, colours);
        toMultiply();
        at.dispatch(
                Action.Type.of(
                        WindowHarness.SAMPLE,
                        WindowHarness.SAMPLE.replace("2*x*y", "2*xx*y + sinn(x)")));
        shoot("problems");
        open("x = 0\nL = log(x) * 0\n", colours);
        at.dispatch(new Action.ToEnd());
        shoot("not-finite");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void what_lies_over_the_window(ThemeChoice colours) throws Exception {
        open(WindowHarness.SAMPLE, colours);
        toMultiply();
        at.on(
                () -> {
                    at.window().openPalette();
                    return true;
                });
        shoot("palette");
        MenuButton menu = (MenuButton) at.named("Menu");
        at.on(
                () -> {
                    menu.show();
                    menu.getItems().get(2).getParentPopup().getScene();
                    return true;
                });
        at.pulse();
        shoot("menu", at.on(() -> menu.getItems().getFirst().getParentPopup().getScene()));
        at.on(
                () -> {
                    menu.hide();
                    Platform.runLater(at.window().files()::export);
                    return true;
                });
        at.await(() -> dialog().isPresent());
        shoot("export", dialog().orElseThrow().getScene());
        at.on(
                () -> {
                    Parent shown = dialog().orElseThrow().getScene().getRoot();
                    ((ComboBox<?>) shown.lookup("#views")).getSelectionModel().select(1);
                    return true;
                });
        shoot("export-step", dialog().orElseThrow().getScene());
        at.on(
                () -> {
                    dialog().ifPresent(Stage::close);
                    return true;
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void the_reference(ThemeChoice colours) throws Exception {
        open(WindowHarness.SAMPLE, colours);
        toMultiply();
        at.robot.push(KeyCode.F1);
        shoot("reference");
        at.robot.write("relu");
        shoot("reference-found");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void curves_sums_and_shapes(ThemeChoice colours) throws Exception {
        open(new SampleProgram("11-sigmoid.bs").text(), colours);
        at.dispatch(new Action.ToEnd());
        shoot("curve");
        open("x = [1; 2]\nA = [1, 2; 3, 4]\ny = A @ x\nloss L = sum(x*x + y*x)\n", colours);
        at.dispatch(new Action.ToEnd(), new Action.Select(OptionalInt.of(at.node("x"))));
        shoot("sum-of-vectors");
        open(new SampleProgram("06-shapes.bs").text(), colours);
        toMultiply();
        shoot("shapes");
        open("x = 3\nloss L = x^2\n", colours);
        at.dispatch(new Action.ToEnd());
        shoot("one-step");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "CONTRAST"})
    void settings_and_large_text(ThemeChoice colours) throws Exception {
        open(WindowHarness.SAMPLE, colours);
        toMultiply();
        at.robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        at.await(() -> dialog().isPresent());
        shoot("settings", dialog().orElseThrow().getScene());
        at.prefer(p -> p.withTextSize(1.5));
        shoot("large-text");
    }

    private Optional<Stage> dialog() {
        return javafx.stage.Window.getWindows().stream()
                .filter(w -> w instanceof Stage && w != at.stage() && w.isShowing())
                .map(Stage.class::cast)
                .findFirst();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void other_rooms(ThemeChoice colours) throws Exception {
        open(WindowHarness.SAMPLE, colours, 1280, 720);
        checked();
        toMultiply();
        shoot("backward-1280");
        at.dispatch(new Action.Resize(new Panels(280, 380, false, false)));
        shoot("folded-1280");
        open(WindowHarness.SAMPLE, colours, 900, 560);
        toMultiply();
        shoot("backward-least");
        shoot4k("backward-4k");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void updates_of_parameters(ThemeChoice colours) throws Exception {
        String sgd = new SampleProgram("16-minibatch-sgd.bs").text();
        open(sgd, colours);
        checked();
        at.dispatch(new Action.Go(at.state().steps() - 4));
        shoot("update-matrix");
        at.dispatch(new Action.ToEnd());
        shoot("update");
        open(sgd.replace("train sgd(rate=0.5,", "train adam(rate=0.01, l2=0.001,"), colours);
        at.dispatch(new Action.ToEnd());
        shoot("update-adam");
        open(sgd.replace("train sgd(", "train sgd(momentum=0.9, l2=0.01, "), colours, 1280, 720);
        at.dispatch(new Action.Go(at.state().steps() - 2));
        shoot("update-momentum-1280");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void two_hundred_nodes(ThemeChoice colours) throws Exception {
        open(Programs.scalars(196, 1), colours);
        at.dispatch(new Action.Go(250));
        shoot("200-nodes");
    }

    @Test
    void chinese() throws Exception {
        open(WindowHarness.SAMPLE, ThemeChoice.LIGHT);
        at.prefer(p -> p.withLanguage(LanguageChoice.CHINESE));
        at.await(() -> Texts.of("program").equals("程序"));
        checked();
        toMultiply();
        shoot("chinese");
    }
}
