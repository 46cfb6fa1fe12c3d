package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Box;
import dev.backstep.paint.PaintedWords;
import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.ui.glossary.SpokenWords;
import dev.backstep.ui.kit.PaintedRegion;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Terms are explained where no control says them either: in plots, in the menu, in the list of
/// completions.
class TermsInPicturesTest {

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

    private record Word(PaintedRegion picture, PaintedWords.Line line) {}

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    private Stream<Word> words() {
        return at.all(n -> n instanceof PaintedRegion && isSeen(n))
                .map(PaintedRegion.class::cast)
                .flatMap(p -> p.lines().stream().map(line -> new Word(p, line)))
                .filter(w -> !SpokenWords.in(w.line().text()).isEmpty());
    }

    /// Above the bar at the bottom.
    private boolean isInSight(Word word) {
        Box box = word.line().box();
        double bottom = word.picture().localToScene(0, box.bottom()).getY();
        return word.picture().getStyleClass().contains("painted")
                && bottom < at.stage().getScene().getHeight() - 150;
    }

    private Point2D middle(Word word) {
        Box box = word.line().box();
        return word.picture().localToScreen(box.center().x(), box.center().y());
    }

    @Test
    void a_word_in_a_plot_is_explained() throws Exception {
        at.open(new SampleProgram("16-minibatch-sgd.bs").text(), 1440, 1000);
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.robot.push(KeyCode.RIGHT);
        at.pulse();
        at.await(() -> words().findAny().isPresent());
        List<String> all = at.on(() -> words().map(w -> w.line().text()).toList());
        Word word = at.on(() -> words().filter(this::isInSight).findFirst().orElseThrow());
        at.robot.moveTo(at.on(() -> middle(word)));
        at.await(() -> word.picture().getCursor() == Cursor.HAND);
        at.robot.clickOn(at.on(() -> middle(word)));
        String told = Texts.of(SpokenWords.in(word.line().text()).getFirst().title());
        assertEquals(told, title(), all::toString);
        at.robot.push(KeyCode.ESCAPE);
        at.robot.push(KeyCode.SHIFT, KeyCode.F1);
        at.pulse();
        List<String> rows = at.on(() -> WindowHarness.texts(at.one(".reference-page")));
        assertTrue(rows.subList(0, rows.indexOf("GLOSSARY")).contains(told), rows::toString);
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
        return menu.getItems().indexOf(
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
            assertEquals("softmax", title());
            assertEquals(program.replace("softm", "so"), at.on(() -> at.editor().getText()));
            at.robot.push(KeyCode.ESCAPE);
        }
    }
}
