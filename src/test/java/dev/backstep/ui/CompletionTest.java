package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Ctrl+Space in the program: what can be written there, by keys alone.
class CompletionTest {

    private static final String PROGRAM = "layer(X, W) = W @ X   # no bias\nlamp = 2\nL = la\n";

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private void openAtTheEnd() throws Exception {
        at.open("x = 1\nL = x\n");
        at.robot.push(KeyCode.CONTROL, KeyCode.L);
        at.on(
                () -> {
                    at.editor().replaceText(PROGRAM);
                    at.editor().moveTo(PROGRAM.length() - 1);
                    return true;
                });
        at.robot.push(KeyCode.CONTROL, KeyCode.SPACE);
    }

    /// `lamp` stands below `layer`, so it is nearer.
    @Test
    void enter_takes_what_the_arrows_chose_with_its_brackets() throws Exception {
        openAtTheEnd();
        at.robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertEquals(PROGRAM.replace("L = la", "L = layer()"), at.on(() -> at.editor().getText()));
        assertEquals(
                PROGRAM.indexOf("L = la") + "L = layer(".length(),
                at.on(() -> at.editor().getCaretPosition()));
    }

    @Test
    void typing_narrows_and_tab_takes() throws Exception {
        openAtTheEnd();
        at.robot.type(KeyCode.M).push(KeyCode.TAB);
        assertEquals(PROGRAM.replace("L = la", "L = lamp"), at.on(() -> at.editor().getText()));
    }

    @Test
    void escape_leaves_the_list_and_not_the_text() throws Exception {
        openAtTheEnd();
        at.robot.push(KeyCode.ESCAPE);
        assertTrue(at.on(() -> at.editor().isFocused()));
        at.robot.push(KeyCode.ENTER);
        assertEquals(PROGRAM + "\n", at.on(() -> at.editor().getText()));
    }

    private Window list() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Popup && w.isShowing())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_click_takes() throws Exception {
        openAtTheEnd();
        Window list = list();
        at.robot.clickOn(list.getX() + 60, list.getY() + 60);
        assertEquals(PROGRAM.replace("L = la", "L = layer()"), at.on(() -> at.editor().getText()));
    }
}
