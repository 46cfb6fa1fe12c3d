package dev.backstep.ui.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.export.Png;
import dev.backstep.onnx.OnnxProgram;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.store.Log;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.LiveWindow;
import dev.backstep.ui.SampleProgram;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Failures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// No file that is there is replaced unasked, and what cannot be written says why.
class ReplacingTest {

    private static final long PATIENCE = 90;

    @TempDir private Path folder;

    private final Background background =
            new Background(new Failures(new Log(Path.of("target/backstep.log"))));
    private final List<Path> opened = new ArrayList<>();
    private Session session;
    private Stage stage;
    private LiveWindow window;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        on(
                () -> {
                    session = new Session(State.of(Optional.empty(), SampleProgram.FIRST.text()));
                    session.dispatch(
                            new Action.Prefer(
                                    session.state()
                                            .view()
                                            .preferences()
                                            .withLanguage(LanguageChoice.ENGLISH)));
                    stage = new Stage();
                    window = new LiveWindow(stage, session, background);
                    window.open();
                    return true;
                });
        await(() -> window.now().files().pictures().diagram().isPresent());
    }

    @AfterEach
    void close() throws Exception {
        on(
                () -> {
                    List.copyOf(Window.getWindows()).forEach(Window::hide);
                    window.now().dispose();
                    stage.setScene(null);
                    return true;
                });
    }

    private static <T> T on(Callable<T> what) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000, what);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> on(condition));
    }

    private static Optional<DialogPane> asked() {
        return Window.getWindows().stream()
                .map(w -> w.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .findFirst();
    }

    /// Does what asks, and gives this answer.
    ///
    /// @return what was asked
    private static String answer(Runnable what, ButtonType answer) throws Exception {
        Platform.runLater(what);
        await(() -> asked().isPresent());
        return on(
                () -> {
                    DialogPane pane = asked().orElseThrow();
                    String question = pane.getContentText();
                    ((Button) pane.lookupButton(answer)).fire();
                    return question;
                });
    }

    private String told() throws Exception {
        return on(() -> window.now().notices().getText());
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        }
    }

    /// Two steps of the series are there: both are meant, and both are as they were after Cancel.
    @Test
    void a_series_says_how_many_files_it_replaces() throws Exception {
        Files.writeString(folder.resolve("walk-002.png"), "mine");
        Files.writeString(folder.resolve("walk-003.png"), "mine too");
        Runnable series =
                () ->
                        window.now()
                                .files()
                                .pictures()
                                .film()
                                .replace(
                                        Png.Picture.of(Theme.LIGHT, 0.5),
                                        folder.resolve("walk.png"));
        assertEquals(
                "2 of the files are already there; the first is walk-002.png. Replace all of them?",
                answer(series, ButtonType.CANCEL));
        assertEquals(List.of("walk-002.png", "walk-003.png"), names());
        assertEquals("mine", Files.readString(folder.resolve("walk-002.png")));
        answer(series, ButtonType.OK);
        await(() -> told().equals("walk.png is written."));
        assertTrue(Files.size(folder.resolve("walk-002.png")) > 100);
    }

    private ModelFile models() {
        return new ModelFile(
                session, window.now().notices(), background, new Choosers(stage, session));
    }

    private static OnnxProgram program() {
        Tensor weight = Tensor.of(1, 2, 3, 4);
        return new OnnxProgram(
                "param w = file(\"net-w.npy\")\n",
                Map.of("net-w.npy", weight, "net-b.npy", weight));
    }

    @Test
    void weights_beside_a_model_are_not_replaced_unasked() throws Exception {
        Path weights = folder.resolve("net-w.npy");
        byte[] mine = {1, 2, 3};
        Files.write(weights, mine);
        Runnable write = () -> models().replace(program(), folder.resolve("net.bs"), opened::add);
        assertEquals(
                "There is already a file net-w.npy. Replace it?", answer(write, ButtonType.CANCEL));
        assertArrayEquals(mine, Files.readAllBytes(weights));
        assertEquals(List.of("net-w.npy"), names());
        answer(write, ButtonType.OK);
        await(() -> !opened.isEmpty());
        assertEquals(List.of("net-b.npy", "net-w.npy", "net.bs"), names());
        assertEquals((byte) 0x93, Files.readAllBytes(weights)[0]);
    }

    /// The last of the files cannot be written: none is, and the reason is told.
    @Test
    void a_model_that_cannot_be_written_leaves_nothing_and_says_why() throws Exception {
        Files.createDirectory(folder.resolve("net.bs"));
        on(
                () -> {
                    models().replace(program(), folder.resolve("net.bs"), opened::add);
                    return true;
                });
        await(() -> told().startsWith("net.bs is not written: "));
        assertEquals(List.of("net.bs"), names());
        assertEquals(List.of(), opened);
    }

    @Test
    void a_picture_that_cannot_be_written_says_why() throws Exception {
        Path nowhere = folder.resolve("none").resolve("graph.png");
        on(
                () ->
                        window.now()
                                .files()
                                .pictures()
                                .write(
                                        window.now().files().pictures().diagram().orElseThrow(),
                                        Png.Picture.of(Theme.LIGHT, 1),
                                        nowhere));
        await(() -> told().startsWith("graph.png is not written: "));
        on(
                () -> {
                    window.now().files().plots().csv("a,b\n", nowhere.resolveSibling("t.csv"));
                    return true;
                });
        await(() -> told().startsWith("t.csv is not written: "));
    }
}
