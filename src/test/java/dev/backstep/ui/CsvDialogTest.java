package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.LineEnd;
import dev.backstep.session.Mode;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import dev.backstep.ui.kit.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A file of samples becomes the data of the program.
class CsvDialogTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir Path folder;

    private static final String PROGRAM =
            """
            # flowers
            data moons(samples=300, seed=42)
            yhat = mlp(X, [6, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.1, batch=16)
            """;

    private static final String FLOWERS =
            """
            "","length","width","note","species"
            "1",4.7,1.3,"a 1","setosa"
            "2",5.1,NA,"7","setosa"
            "3",6.3,1.8,"b","virginica"
            "4",5.9,1.9,"c","versicolor"
            "5",6.1,2.1,"d","virginica"
            "6",5.8,1.2,"e","versicolor"
            """;

    private final Shots shots = new Shots(at);

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /// Opens the window on a program in the folder, and the dialog for a file.
    private void ask(String program, Path file) throws Exception {
        ask(program, file, ThemeChoice.LIGHT);
    }

    private void ask(String program, Path file, ThemeChoice colours) throws Exception {
        at.open(State.of(Optional.empty(), program), 1280, 720);
        at.prefer(p -> p.withTheme(colours));
        if (!program.equals(WindowHarness.SAMPLE)) {
            Path saved = write("net.bs", program);
            at.dispatch(new Action.Open(Optional.of(saved), program, LineEnd.LF));
        }
        at.on(
                () -> {
                    Platform.runLater(() -> at.window().files().open(file));
                    return true;
                });
        at.await(() -> dialog().isPresent());
        at.await(() -> !label("found").equals(Texts.of("table.reading")));
    }

    private Optional<Stage> dialog() {
        return javafx.stage.Window.getWindows().stream()
                .filter(w -> w instanceof Stage s && s.getOwner() == at.stage() && w.isShowing())
                .map(Stage.class::cast)
                .findFirst();
    }

    private Node control(String id) {
        return dialog().orElseThrow().getScene().lookup("#" + id);
    }

    private String label(String id) {
        return ((Label) control(id)).getText();
    }

    private TableView<?> table() {
        return (TableView<?>) control("table");
    }

    private Button take() {
        return WindowHarness.below(dialog().orElseThrow().getScene().getRoot())
                .filter(n -> n instanceof Button b && b.getText().equals(Texts.of("table.take")))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private void awaitReady() throws Exception {
        at.await(() -> !take().isDisabled());
    }

    private void awaitRefused(String words) throws Exception {
        at.await(() -> label("problem").contains(words));
        assertTrue(at.on(() -> take().isDisabled()));
    }

    private String text() {
        return at.state().document().text();
    }

    @Test
    void a_table_is_taken_over_with_keys_alone_and_one_undo_brings_the_program_back()
            throws Exception {
        ask(PROGRAM, write("data/flowers.csv", FLOWERS));
        awaitReady();
        assertEquals(
                "data csv(\"data/flowers.csv\", seed=42, label=species, leave=note, missing=drop)",
                label("line"));
        assertEquals(
                """
                Samples: 5, of them held back for testing: 1. Features: 2.
                Classes: 3 (setosa, versicolor, virginica).""",
                label("found"));
        assertEquals(
                """
                Left out by choice: note.
                flowers.csv: column 1 has no name and counts the rows: it is left out
                flowers.csv: 1 row with a missing value is left out""",
                label("left"));
        assertEquals("", label("problem") + label("warning"));
        assertTrue(at.on(() -> table().isFocused()));
        assertEquals(4, at.on(() -> table().getSelectionModel().getSelectedIndex()));
        // width, and what is missing in it, is left out
        at.robot.type(KeyCode.UP).type(KeyCode.UP).type(KeyCode.X);
        at.await(() -> label("line").contains("label=species, features=length"));
        awaitReady();
        assertEquals("Left out by choice: column 1, width, note.", label("left"));
        at.robot.type(KeyCode.ENTER);
        at.await(() -> dialog().isEmpty());
        assertEquals(
                PROGRAM.replaceFirst(
                                "data .*",
                                "data csv(\"data/flowers.csv\", seed=42, label=species, features=length, missing=drop)")
                        .replace("1], tanh, sigmoid", "3], tanh, softmax")
                        .replace("bce", "ce"),
                text());
        at.await(() -> !at.state().unread());
        assertEquals(List.of(), at.state().problems());
        at.on(
                () -> {
                    at.session().undo();
                    return true;
                });
        assertEquals(PROGRAM, text());
    }

    @Test
    void several_labels_can_be_learnt_and_what_cannot_be_is_said() throws Exception {
        ask(PROGRAM, write("t.csv", "a,b,p,q\n1,2,0.5,0.1\n3,4,0.7,0.2\n5,7,0.1,0.4\n"));
        awaitReady();
        at.robot.type(KeyCode.UP).type(KeyCode.L);
        at.await(() -> label("line").equals("data csv(\"t.csv\", seed=42, label=[p, q])"));
        awaitReady();
        assertTrue(label("found").endsWith("Numbers are learnt, not classes. Outputs: 2."));
        at.robot.type(KeyCode.X).type(KeyCode.DOWN).type(KeyCode.X);
        awaitRefused("Choose a column as the label");
        at.robot.type(KeyCode.L).type(KeyCode.HOME).type(KeyCode.X).type(KeyCode.DOWN);
        at.robot.type(KeyCode.SPACE, 2);
        awaitRefused("Choose a column as a feature");
        at.robot.type(KeyCode.F);
        awaitReady();
        assertEquals("data csv(\"t.csv\", seed=42, label=q, features=b)", label("line"));
        at.robot.type(KeyCode.ESCAPE);
        at.await(() -> dialog().isEmpty());
        assertEquals(PROGRAM, text());
    }

    @Test
    void rows_with_missing_values_and_numbers_as_classes_are_a_choice() throws Exception {
        ask(PROGRAM, write("t.csv", "a,b,target\n100,2,0\n?,4,2\n5,7,1\n50,8,2\n"));
        awaitReady();
        assertEquals(
                "data csv(\"t.csv\", seed=42, label=target, missing=drop, classes=true, scale=standard)",
                label("line"));
        at.on(
                () -> {
                    ((CheckBox) control("drops")).fire();
                    return true;
                });
        awaitRefused("column 1 (a) is missing");
        at.on(
                () -> {
                    ((CheckBox) control("drops")).fire();
                    ((CheckBox) control("scaled")).fire();
                    ((CheckBox) control("classes")).fire();
                    return true;
                });
        at.await(
                () ->
                        label("line")
                                .equals(
                                        "data csv(\"t.csv\", seed=42, label=target, missing=drop)"));
        awaitReady();
        assertTrue(label("found").contains("Numbers are learnt"), label("found"));
    }

    @Test
    void a_program_without_samples_is_left_alone_and_one_in_no_file_names_the_whole_path()
            throws Exception {
        Path file = write("t.csv", "a,b,label\n1,2,0\n3,4,1\n5,7,1\n");
        ask(WindowHarness.SAMPLE, file);
        awaitReady();
        assertTrue(label("where").contains("a new one is made"), label("where"));
        at.robot.type(KeyCode.ENTER);
        at.await(() -> dialog().isEmpty());
        String whole = "data csv(\"" + file.toString().replace('\\', '/') + "\", label=label)\n";
        assertTrue(text().startsWith(whole), text());
        assertEquals(Optional.empty(), at.state().origin().file());
        at.await(() -> !at.state().unread());
        assertEquals(List.of(), at.state().problems());
        at.on(
                () -> {
                    at.session().undo();
                    return true;
                });
        assertEquals(WindowHarness.SAMPLE, text());
    }

    @Test
    void what_would_be_wrong_with_the_program_is_said_before() throws Exception {
        ask(
                "data moons()\nparam W = normal(1, 2, seed=1)\nloss L = mean(bce(sigmoid(W @ X), y))\n",
                write("t.csv", "a,b,c,label\n1,2,3,0\n3,4,1,1\n5,7,2,1\n"));
        awaitReady();
        assertTrue(label("warning").startsWith("The program would not be right yet"));
        assertTrue(label("warning").contains("1×2"), label("warning"));
    }

    @Test
    void a_file_that_is_no_table_says_why_in_its_place() throws Exception {
        at.open(PROGRAM);
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "größe,art\n1,ä\n".getBytes(StandardCharsets.ISO_8859_1));
        Path bytes = folder.resolve("bytes.csv");
        Files.write(bytes, new byte[] {1, 0, 2, 3});
        refuses(write("empty.csv", ""), "there are no samples in it");
        refuses(write("one.csv", "a\n1\n2\n"), "there is only one column");
        refuses(write("header.csv", "a,b\n"), "there are no samples in it");
        refuses(write("quote.csv", "a,b\n\"1,2\n"), "quotes are not closed");
        refuses(write("ragged.csv", "a,b,label\n1,2,0\n3,1\n5,6,1\n"), "2 fields where");
        refuses(latin, "not UTF-8");
        refuses(bytes, "not UTF-8");
        refuses(folder.resolve("none.csv"), "there is no file");
        refuses(Files.createDirectory(folder.resolve("folder.csv")), "is not a file");
    }

    private void refuses(Path file, String why) throws Exception {
        at.on(
                () -> {
                    Platform.runLater(() -> at.window().files().open(file));
                    return true;
                });
        at.await(() -> dialog().isPresent());
        awaitRefused(why);
        at.robot.type(KeyCode.ESCAPE);
        at.await(() -> dialog().isEmpty());
    }

    @Test
    void the_tile_says_which_file_the_samples_are_from_and_everything_has_a_name()
            throws Exception {
        ask(PROGRAM, write("t.csv", "a,b,label\n1,2,0\n3,4,1\n5,7,1\n"));
        awaitReady();
        List<String> nameless =
                at.on(
                        () ->
                                WindowHarness.below(dialog().orElseThrow().getScene().getRoot())
                                        .filter(n -> n instanceof ButtonBase || n == table())
                                        .filter(Node::isFocusTraversable)
                                        .filter(n -> n.getAccessibleText() == null)
                                        .filter(
                                                n ->
                                                        !(n instanceof ButtonBase b)
                                                                || b.getText().isBlank())
                                        .map(Node::toString)
                                        .toList());
        assertEquals(List.of(), nameless);
        at.robot.type(KeyCode.ENTER);
        at.await(() -> dialog().isEmpty());
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.await(
                () ->
                        WindowHarness.texts(at.stage().getScene().getRoot())
                                .contains("The program takes its samples from t.csv"));
        assertFalse(at.all(n -> "CSV file…".equals(n.getAccessibleText())).toList().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void pictures(ThemeChoice colours) throws Exception {
        shots.in(colours);
        ask(PROGRAM, write("flowers.csv", FLOWERS), colours);
        awaitReady();
        shots.take("csv", dialog().orElseThrow().getScene());
        at.robot.type(KeyCode.ESCAPE);
        ask(PROGRAM, write("ragged.csv", "a,b,label\n1,2,0\n3,1\n5,6,1\n"), colours);
        awaitRefused("2 fields");
        shots.take("csv-refused", dialog().orElseThrow().getScene());
    }

    @Test
    void chinese() throws Exception {
        at.open(State.of(Optional.empty(), PROGRAM), 1280, 720);
        at.prefer(p -> p.withLanguage(LanguageChoice.CHINESE));
        at.await(() -> Texts.of("table.take").equals("使用这些样本"));
        Path file = write("flowers.csv", FLOWERS);
        at.on(
                () -> {
                    Platform.runLater(() -> at.window().files().open(file));
                    return true;
                });
        at.await(() -> dialog().isPresent());
        awaitReady();
        shots.take("csv-chinese", dialog().orElseThrow().getScene());
    }
}
