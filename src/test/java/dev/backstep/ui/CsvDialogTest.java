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
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
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
    private final CsvForm form = new CsvForm(at);

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
        at.await(() -> form.dialog().isPresent());
        at.await(() -> !form.label("found").equals(Texts.of("table.reading")));
    }

    private String text() {
        return at.state().document().text();
    }

    @Test
    void a_table_is_taken_over_with_keys_alone_and_one_undo_brings_the_program_back()
            throws Exception {
        ask(PROGRAM, write("data/flowers.csv", FLOWERS));
        form.awaitReady();
        assertEquals(
                "data csv(\"data/flowers.csv\", seed=42, label=species, leave=note, missing=drop)",
                form.label("line"));
        assertEquals(
                """
                Samples: 5, of them held back for testing: 1. Features: 2.
                Classes: 3 (setosa, versicolor, virginica).""",
                form.label("found"));
        assertEquals(
                """
                Left out by choice: note.
                flowers.csv: column 1 has no name and counts the rows: it is left out
                flowers.csv: 1 row with a missing value is left out""",
                form.label("left"));
        assertEquals("", form.label("problem") + form.label("warning"));
        assertTrue(at.on(() -> form.table().isFocused()));
        assertEquals(4, at.on(() -> form.table().getSelectionModel().getSelectedIndex()));
        // width, and what is missing in it, is left out
        at.robot.type(KeyCode.UP).type(KeyCode.UP).type(KeyCode.X);
        at.await(() -> form.label("line").contains("label=species, features=length"));
        form.awaitReady();
        assertEquals("Left out by choice: column 1, width, note.", form.label("left"));
        at.robot.type(KeyCode.ENTER);
        at.await(() -> form.dialog().isEmpty());
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
        form.awaitReady();
        at.robot.type(KeyCode.UP).type(KeyCode.L);
        at.await(() -> form.label("line").equals("data csv(\"t.csv\", seed=42, label=[p, q])"));
        form.awaitReady();
        assertTrue(form.label("found").endsWith("Numbers are learnt, not classes. Outputs: 2."));
        at.robot.type(KeyCode.X).type(KeyCode.DOWN).type(KeyCode.X);
        form.awaitRefused("Choose a column as the label");
        at.robot.type(KeyCode.L).type(KeyCode.HOME).type(KeyCode.X).type(KeyCode.DOWN);
        at.robot.type(KeyCode.SPACE, 2);
        form.awaitRefused("Choose a column as a feature");
        at.robot.type(KeyCode.F);
        form.awaitReady();
        assertEquals("data csv(\"t.csv\", seed=42, label=q, features=b)", form.label("line"));
        at.robot.type(KeyCode.ESCAPE);
        at.await(() -> form.dialog().isEmpty());
        assertEquals(PROGRAM, text());
    }

    @Test
    void rows_with_missing_values_and_numbers_as_classes_are_a_choice() throws Exception {
        ask(PROGRAM, write("t.csv", "a,b,target\n100,2,0\n?,4,2\n5,7,1\n50,8,2\n"));
        form.awaitReady();
        assertEquals(
                "data csv(\"t.csv\", seed=42, label=target, missing=drop, classes=true, scale=standard)",
                form.label("line"));
        at.on(
                () -> {
                    ((CheckBox) form.control("drops")).fire();
                    return true;
                });
        form.awaitRefused("column 1 (a) is missing");
        at.on(
                () -> {
                    ((CheckBox) form.control("drops")).fire();
                    ((CheckBox) form.control("scaled")).fire();
                    ((CheckBox) form.control("classes")).fire();
                    return true;
                });
        at.await(
                () ->
                        form.label("line")
                                .equals(
                                        "data csv(\"t.csv\", seed=42, label=target, missing=drop)"));
        form.awaitReady();
        assertTrue(form.label("found").contains("Numbers are learnt"), form.label("found"));
    }

    @Test
    void a_program_without_samples_is_left_alone_and_one_in_no_file_names_the_whole_path()
            throws Exception {
        Path file = write("t.csv", "a,b,label\n1,2,0\n3,4,1\n5,7,1\n");
        ask(WindowHarness.SAMPLE, file);
        form.awaitReady();
        assertTrue(form.label("where").contains("a new one is made"), form.label("where"));
        at.robot.type(KeyCode.ENTER);
        at.await(() -> form.dialog().isEmpty());
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
        form.awaitReady();
        assertTrue(form.label("warning").startsWith("The program would not be right yet"));
        assertTrue(form.label("warning").contains("1×2"), form.label("warning"));
    }

    @Test
    void a_file_that_is_no_table_says_why_in_its_place() throws Exception {
        at.open(PROGRAM);
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "größe,art\n1,ä\n".getBytes(StandardCharsets.ISO_8859_1));
        Path bytes = folder.resolve("bytes.csv");
        Files.write(bytes, new byte[] {1, 0, 2, 3});
        form.refuses(write("empty.csv", ""), "there are no samples in it");
        form.refuses(write("one.csv", "a\n1\n2\n"), "there is only one column");
        form.refuses(write("header.csv", "a,b\n"), "there are no samples in it");
        form.refuses(write("quote.csv", "a,b\n\"1,2\n"), "quotes are not closed");
        form.refuses(write("ragged.csv", "a,b,label\n1,2,0\n3,1\n5,6,1\n"), "2 fields where");
        form.refuses(latin, "not UTF-8");
        form.refuses(bytes, "not UTF-8");
        form.refuses(folder.resolve("none.csv"), "there is no file");
        form.refuses(Files.createDirectory(folder.resolve("folder.csv")), "is not a file");
    }

    @Test
    void the_tile_says_which_file_the_samples_are_from_and_everything_has_a_name()
            throws Exception {
        ask(PROGRAM, write("t.csv", "a,b,label\n1,2,0\n3,4,1\n5,7,1\n"));
        form.awaitReady();
        List<String> nameless =
                at.on(
                        () ->
                                WindowHarness.below(
                                                form.dialog().orElseThrow().getScene().getRoot())
                                        .filter(n -> n instanceof ButtonBase || n == form.table())
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
        at.await(() -> form.dialog().isEmpty());
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
        form.awaitReady();
        shots.take("csv", form.dialog().orElseThrow().getScene());
        at.robot.type(KeyCode.ESCAPE);
        ask(PROGRAM, write("ragged.csv", "a,b,label\n1,2,0\n3,1\n5,6,1\n"), colours);
        form.awaitRefused("2 fields");
        shots.take("csv-refused", form.dialog().orElseThrow().getScene());
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
        at.await(() -> form.dialog().isPresent());
        form.awaitReady();
        shots.take("csv-chinese", form.dialog().orElseThrow().getScene());
    }
}
