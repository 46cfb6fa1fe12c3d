package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Terms are explained where no label says them either: in the menu, in the list of completions.
class TermsInListsTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private Optional<Parent> card() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Popup && w.isShowing())
                .map(w -> w.getScene().getRoot())
                .filter(root -> root.lookup(".term-card") != null)
                .findFirst();
    }

    private String title() throws Exception {
        at.await(() -> card().isPresent());
        return at.on(() -> WindowHarness.texts(card().orElseThrow()).getFirst());
    }

    @Test
    void a_row_of_the_menu_is_explained() throws Exception {
        at.open(new SampleProgram("07-jacobian.bs").text());
        MenuButton menu =
                (MenuButton) at.all(n -> n instanceof MenuButton).findFirst().orElseThrow();
        at.on(
                () -> {
                    menu.requestFocus();
                    menu.show();
                    return true;
                });
        at.pulse();
        int row = at.on(() -> row(menu));
        for (int i = 0; i <= row; i++) {
            at.robot.push(KeyCode.DOWN);
        }
        at.robot.push(KeyCode.RIGHT);
        at.pulse();
        at.robot.push(KeyCode.SHIFT, KeyCode.F1);
        assertEquals("Jacobian", title());
        assertFalse(at.on(menu::isShowing));
    }

    private static int row(MenuButton menu) {
        return menu.getItems()
                .indexOf(
                        menu.getItems().stream()
                                .filter(
                                        m ->
                                                ((Menu) m)
                                                        .getItems()
                                                        .getFirst()
                                                        .getText()
                                                        .equals(Texts.of("command.jacobian")))
                                .findFirst()
                                .orElseThrow());
    }

    @Test
    void a_completion_is_explained_and_not_written() throws Exception {
        String program = "x = 1\nL = softm\n";
        at.open("x = 1\nL = x\n");
        at.robot.push(KeyCode.CONTROL, KeyCode.L);
        for (boolean byMouse : new boolean[] {false, true}) {
            at.on(
                    () -> {
                        at.editor().replaceText(program.replace("softm", "so"));
                        at.editor().moveTo(program.length() - 4);
                        return true;
                    });
            at.robot.push(KeyCode.CONTROL, KeyCode.SPACE);
            at.pulse();
            if (byMouse) {
                Window list =
                        Window.getWindows().stream()
                                .filter(w -> w instanceof Popup && w.isShowing())
                                .findFirst()
                                .orElseThrow();
                at.robot.clickOn(list.getX() + 60, list.getY() + 20, MouseButton.SECONDARY);
            } else {
                at.robot.push(KeyCode.SHIFT, KeyCode.F1);
            }
            assertEquals("local gradient", title(), "of softplus; by mouse: " + byMouse);
            assertEquals(program.replace("softm", "so"), at.on(() -> at.editor().getText()));
            at.robot.push(KeyCode.ESCAPE);
        }
    }
}
