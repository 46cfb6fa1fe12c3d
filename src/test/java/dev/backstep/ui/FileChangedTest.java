package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// Another program writes, deletes or renames the file that is open.
class FileChangedTest {

    private static final String FIRST = "x = 1\nL = x^2\n";
    private static final String MINE = "x = 2\nL = x^2\n";
    private static final String THEIRS = "x = 3\nL = x^2\n";

    @RegisterExtension private final WindowHarness at = new WindowHarness();
    @TempDir private Path folder;

    private Path file;

    private void openAndType() throws Exception {
        file = Files.writeString(folder.resolve("a.bs"), FIRST);
        at.open(WindowHarness.SAMPLE);
        run(() -> at.window().files().open(file));
        at.dispatch(Action.Type.of(FIRST, MINE));
        comeBack();
        assertFalse(at.one(".file-bar").isVisible());
    }

    private void run(Runnable action) throws Exception {
        at.on(
                () -> {
                    action.run();
                    return true;
                });
        at.pulse();
    }

    /// Returns to the window, and waits until the file was looked at.
    private void comeBack() throws Exception {
        run(() -> at.window().focused(true));
    }

    private void changed() throws Exception {
        comeBack();
        at.await(() -> at.one(".file-bar").isVisible());
        at.pulse();
    }

    private List<String> told() throws Exception {
        return at.on(() -> WindowHarness.texts(at.one(".file-bar")));
    }

    private void press(String key) throws Exception {
        at.await(() -> shown(key).isPresent());
        Button button = shown(key).orElseThrow();
        assertTrue(button.isFocusTraversable(), "it can be reached by the keyboard");
        at.await(() -> isFocused(button)); // a dialog that opens puts the focus elsewhere
        at.robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The button of these words that can be seen; others wait for their hour.
    private Optional<Button> shown(String key) {
        return at
                .robot
                .lookup(Texts.of(key))
                .match(FileChangedTest::isSeen)
                .queryAllAs(Button.class)
                .stream()
                .findFirst();
    }

    private static boolean isSeen(Node node) {
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent)
                .allMatch(Node::isVisible);
    }

    private static boolean isFocused(Button button) {
        if (button.isFocused()) {
            return true;
        }
        button.requestFocus();
        return false;
    }

    private String inFile() throws IOException {
        return Files.readString(file);
    }

    private String text() {
        return at.state().document().text();
    }

    @Test
    void it_is_told_on_return_and_can_be_reloaded_and_undone() throws Exception {
        openAndType();
        Files.writeString(file, THEIRS);
        changed();
        assertEquals(
                List.of(
                        Texts.of(Message.of("file.changed").with("file", "a.bs")),
                        Texts.of("file.reload"),
                        Texts.of("file.difference"),
                        Texts.of("file.keep")),
                told());
        assertEquals(told().getFirst(), at.one(".file-bar").getAccessibleText());
        press("file.reload");
        assertEquals(THEIRS, text());
        assertFalse(at.state().isModified());
        assertFalse(at.one(".file-bar").isVisible());
        run(() -> at.session().undo());
        assertEquals(MINE, text());
        assertTrue(at.state().isModified());
    }

    @Test
    void whoever_keeps_his_own_saves_it_without_being_asked_again() throws Exception {
        openAndType();
        Files.writeString(file, THEIRS);
        changed();
        press("file.keep");
        assertFalse(at.one(".file-bar").isVisible());
        at.robot.push(KeyCode.CONTROL, KeyCode.S);
        assertEquals(MINE, inFile());
        assertFalse(at.state().isModified());
    }

    @Test
    void saving_asks_first_and_cancelling_leaves_all_as_it_is() throws Exception {
        openAndType();
        Files.writeString(file, THEIRS);
        at.robot.push(KeyCode.CONTROL, KeyCode.S);
        press("file.cancel");
        assertEquals(THEIRS, inFile());
        assertEquals(MINE, text());
        assertTrue(at.one(".file-bar").isVisible());
        at.robot.push(KeyCode.CONTROL, KeyCode.S);
        press("file.save.over");
        assertEquals(MINE, inFile());
        assertFalse(at.one(".file-bar").isVisible());
    }

    @Test
    void the_difference_is_shown_line_by_line() throws Exception {
        openAndType();
        Files.writeString(file, THEIRS);
        changed();
        javafx.application.Platform.runLater(() -> at.window().files().compare());
        at.await(() -> at.robot.lookup(".difference").tryQuery().isPresent());
        at.await(
                () ->
                        at.robot.lookup(".difference .list-cell").queryAll().stream()
                                .flatMap(c -> WindowHarness.texts(c).stream())
                                .toList()
                                .containsAll(List.of("−  x = 3", "+  x = 2", "   L = x^2")));
        press("file.later");
        assertTrue(at.one(".file-bar").isVisible());
    }

    @Test
    void a_deleted_file_is_told_and_saved_again_if_the_user_wants_it() throws Exception {
        openAndType();
        Files.delete(file);
        changed();
        assertEquals(
                List.of(
                        Texts.of(Message.of("file.gone").with("file", "a.bs")),
                        Texts.of("file.keep")),
                told());
        at.robot.push(KeyCode.CONTROL, KeyCode.S);
        press("file.save.again");
        assertEquals(MINE, inFile());
        assertFalse(at.one(".file-bar").isVisible());
    }

    @Test
    void a_file_that_is_no_program_any_more_is_not_overwritten_unasked() throws Exception {
        openAndType();
        Files.write(file, new byte[] {'x', 0, 'y'});
        changed();
        at.robot.push(KeyCode.CONTROL, KeyCode.S);
        press("file.cancel");
        assertEquals("x\0y", inFile());
    }

    @Test
    void the_same_text_written_by_another_program_is_no_change() throws Exception {
        openAndType();
        Files.delete(file);
        Files.writeString(file, MINE);
        comeBack();
        at.await(() -> !at.state().isModified());
        assertFalse(at.one(".file-bar").isVisible());
    }
}
