package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.ui.kit.NumberField;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Changing the program: by typing, by dragging a leaf, by a number; and taking it back.
class EditingTest {

    private static final String PROGRAM = "x = 1\ny = 4\nL = x^2 + 2*x*y\n";

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private void openWithCaretAfter(String piece) throws Exception {
        at.open(PROGRAM);
        at.robot.push(KeyCode.CONTROL, KeyCode.L);
        at.on(
                () -> {
                    at.editor().moveTo(PROGRAM.indexOf(piece) + piece.length());
                    return true;
                });
    }

    private String text() {
        return at.state().document().text();
    }

    /// The characters that are marked as wrong.
    private String marked() throws Exception {
        return at.on(this::markedNow);
    }

    /// The same, for the thread of the window.
    private String markedNow() {
        StringBuilder marked = new StringBuilder();
        for (int i = 0; i < at.editor().getLength(); i++) {
            if (at.editor().getStyleOfChar(i).contains("problem")) {
                marked.append(i).append(at.editor().getText(i, i + 1)).append(' ');
            }
        }
        return marked.toString();
    }

    private Slider slider(String name) {
        return (Slider)
                at.all(n -> n instanceof Slider && name.equals(n.getAccessibleText()))
                        .findFirst()
                        .orElseThrow();
    }

    private TextField field(String name) {
        return (TextField)
                at.all(n -> n instanceof NumberField && name.equals(n.getAccessibleText()))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void a_problem_is_shown_under_its_very_characters_while_the_last_good_graph_stays()
            throws Exception {
        openWithCaretAfter("2*x");
        at.dispatch(new Action.Go(6));
        at.robot.write("zz");
        assertEquals("x = 1\ny = 4\nL = x^2 + 2*xzz*y\n", text());
        int from = text().indexOf("xzz");
        assertEquals(from + "x " + (from + 1) + "z " + (from + 2) + "z ", marked());
        at.pulse();
        List<String> words = WindowHarness.texts(at.one(".side-left"));
        assertTrue(words.stream().anyMatch(w -> w.startsWith("3:13: ")), words::toString);
        assertEquals(6, at.graph().diagram().orElseThrow().cards().size());
        assertEquals(6, at.step());
        at.robot.type(KeyCode.BACK_SPACE, 2);
        assertEquals(PROGRAM, text());
        assertEquals("", marked());
        assertEquals(6, at.step());
    }

    @Test
    void lines_are_numbered_as_problems_name_them() throws Exception {
        openWithCaretAfter("2*x");
        at.robot.write("zz");
        at.pulse();
        List<String> numbers =
                at.all(n -> n.getStyleClass().contains("line-number"))
                        .map(n -> (Text) ((Parent) n).getChildrenUnmodifiable().getFirst())
                        .map(n -> n.getText().strip())
                        .sorted()
                        .toList();
        assertEquals(List.of("1", "2", "3", "4"), numbers);
        assertTrue(
                at.all(n -> n.getStyleClass().contains("line-number"))
                        .noneMatch(Node::isFocusTraversable));
    }

    @Test
    void a_program_not_begun_is_not_wrong() throws Exception {
        at.open("");
        at.pulse();
        assertFalse(at.all(n -> n.getStyleClass().contains("wrong")).findAny().isPresent());
        List<String> words = WindowHarness.texts(at.one(".side-left"));
        assertTrue(words.stream().anyMatch(w -> w.contains("L = x^2")), words::toString);
        at.robot.push(KeyCode.CONTROL, KeyCode.L);
        at.robot.write("# mine");
        assertFalse(at.all(n -> n.getStyleClass().contains("wrong")).findAny().isPresent());
        at.robot.write("\nL = ");
        assertTrue(at.all(n -> n.getStyleClass().contains("wrong")).findAny().isPresent());
    }

    @Test
    void a_problem_is_marked_with_the_very_key_that_makes_it() throws Exception {
        openWithCaretAfter("2*x");
        int x = PROGRAM.indexOf("2*x") + 2;
        assertEquals(
                x + "x " + (x + 1) + "z ",
                at.on(
                        () -> {
                            at.editor().insertText(at.editor().getCaretPosition(), "z");
                            return markedNow();
                        }));
    }

    @Test
    void space_in_the_editor_types_a_blank() throws Exception {
        openWithCaretAfter("y = 4");
        at.robot.type(KeyCode.SPACE).type(KeyCode.RIGHT);
        at.robot.write(" ");
        assertEquals(0, at.step());
        assertTrue(text().contains("4 \n ") || text().contains("4\n "), text());
    }

    @Test
    void typing_is_undone_and_redone() throws Exception {
        openWithCaretAfter("y = 4");
        at.robot.write("5");
        assertTrue(text().contains("y = 45"));
        at.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(PROGRAM, text());
        assertEquals(PROGRAM, at.editor().getText());
        at.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertTrue(text().contains("y = 45"));
    }

    @Test
    void a_dragged_slider_changes_text_graph_and_numbers_and_is_undone_at_once() throws Exception {
        at.open(PROGRAM);
        at.dispatch(new Action.ToEnd());
        Node thumb = slider("x").lookup(".thumb");
        Point2D from = at.on(() -> thumb.localToScreen(7, 7));
        at.robot.moveTo(from).press(MouseButton.PRIMARY);
        for (int i = 1; i <= 4; i++) {
            at.robot.moveTo(from.add(6 * i, 0));
        }
        double during = at.state().good().orElseThrow().walkthrough().value(at.node("x")).item();
        assertTrue(during > 1, "changes while it is dragged");
        at.robot.release(MouseButton.PRIMARY);
        at.pulse();
        double x = at.state().good().orElseThrow().walkthrough().value(at.node("x")).item();
        assertEquals(8, at.step());
        assertFalse(text().startsWith("x = 1\n"));
        assertEquals(at.editor().getText(), text());
        assertEquals(x, Double.parseDouble(field("x").getText()), 1e-3);
        String total = WindowHarness.texts(at.one(".paths-rule")).getLast();
        assertEquals(2 * x + 8, Double.parseDouble(total), 1e-2);
        at.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(PROGRAM, text());
    }

    @Test
    void a_number_is_taken_by_enter_put_back_by_escape_and_marked_while_it_is_none()
            throws Exception {
        at.open(PROGRAM);
        TextField y = field("y");
        at.robot.doubleClickOn(y).write("7").type(KeyCode.ENTER);
        assertTrue(text().contains("y = 7\n"), text());
        at.robot.doubleClickOn(y).write("9").type(KeyCode.ESCAPE);
        assertEquals("7", y.getText());
        assertTrue(text().contains("y = 7\n"), text());
        at.robot.doubleClickOn(y).write("many");
        assertTrue(y.getPseudoClassStates().contains(PseudoClass.getPseudoClass("wrong")));
        at.robot.type(KeyCode.ENTER);
        assertEquals("many", y.getText(), "what was typed stays until it is mended or taken back");
        at.robot.type(KeyCode.ESCAPE);
        assertEquals("7", y.getText());
        assertEquals(0, at.step(), "keys typed into a field do not step");
    }
}
