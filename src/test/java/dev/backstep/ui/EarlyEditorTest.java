package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What can be done with the text of a program while it is only painted: all that can be done
/// later.
class EarlyEditorTest {

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private Session session;
    private Stage stage;
    private LiveWindow window;

    /// What is done first of all, as soon as there is a window, and what holds then.
    private <T> T first(Callable<T> act) throws Exception {
        Object[] came = new Object[1];
        at.on(
                () -> {
                    session = new Session(State.of(Optional.empty(), WindowHarness.SAMPLE));
                    stage = new Stage();
                    stage.setWidth(1440);
                    stage.setHeight(900);
                    FirstSight first = new FirstSight(session, at.background);
                    first.show(
                            stage,
                            () -> {
                                window = new LiveWindow(stage, session, at.background, first);
                                window.open();
                                stage.getScene().getRoot().layout();
                                came[0] = result(act);
                                return window.now().scene();
                            },
                            failure -> came[0] = failure);
                    return true;
                });
        at.await(() -> came[0] != null);
        if (came[0] instanceof Throwable failure) {
            throw new AssertionError(failure);
        }
        @SuppressWarnings("unchecked") // what `act` has returned
        T t = (T) came[0];
        return t;
    }

    private static Object result(Callable<?> act) {
        try {
            return act.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void close() throws Exception {
        at.on(
                () -> {
                    stage.hide();
                    window.now().dispose();
                    stage.setScene(null);
                    return true;
                });
    }

    private Node editor() {
        return stage.getScene().lookup(".editor");
    }

    private String text() {
        return session.state().document().text();
    }

    private void key(KeyCode code, boolean control) {
        Event.fireEvent(
                stage.getScene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    private void type(String letter) {
        Event.fireEvent(
                stage.getScene().getFocusOwner(),
                new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        letter,
                        letter,
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false));
    }

    private static void fire(EventType<MouseEvent> type, Node on, double x, double y) {
        Bounds scene = on.localToScene(on.getLayoutBounds());
        MouseEvent event =
                new MouseEvent(
                        type,
                        scene.getMinX() + x,
                        scene.getMinY() + y,
                        0,
                        0,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        new PickResult(on, scene.getMinX() + x, scene.getMinY() + y));
        Event.fireEvent(on, event);
    }

    @Test
    void it_is_painted_at_first_and_soon_can_be_typed_in_untouched() throws Exception {
        assertTrue(first(() -> editor().getStyleClass().contains("painted")));
        try {
            at.await(() -> editor() instanceof CodeArea);
            assertEquals(text(), at.on(() -> ((CodeArea) editor()).getText()));
            assertFalse(at.on(() -> editor().isFocused()));
        } finally {
            close();
        }
    }

    @Test
    void a_screen_reader_is_told_the_same_of_it() throws Exception {
        Node painted = first(this::editor);
        try {
            assertEquals(Texts.of("program"), painted.getAccessibleText());
            assertTrue(painted.isFocusTraversable());
            at.await(() -> editor() instanceof CodeArea);
            Node area = at.on(this::editor);
            assertEquals(painted.getAccessibleText(), area.getAccessibleText());
            assertEquals(area.getAccessibleRole(), painted.getAccessibleRole());
        } finally {
            close();
        }
    }

    @Test
    void typing_may_come_first() throws Exception {
        String typed =
                first(
                        () -> {
                            window.now().focusProgram();
                            type("#");
                            return text();
                        });
        try {
            assertEquals("#" + WindowHarness.SAMPLE, typed);
        } finally {
            close();
        }
    }

    @Test
    void who_comes_with_the_tab_key_can_type() throws Exception {
        String typed =
                first(
                        () -> {
                            editor().requestFocus();
                            type("#");
                            return text();
                        });
        try {
            assertEquals("#" + WindowHarness.SAMPLE, typed);
        } finally {
            close();
        }
    }

    @Test
    void completion_may_come_first() throws Exception {
        int popups =
                first(
                        () -> {
                            window.now().focusProgram();
                            int before = Window.getWindows().size();
                            key(KeyCode.SPACE, true);
                            return Window.getWindows().size() - before;
                        });
        try {
            assertEquals(1, popups);
        } finally {
            close();
        }
    }

    @Test
    void a_press_puts_the_caret_where_the_pointer_is() throws Exception {
        int caret =
                first(
                        () -> {
                            fire(MouseEvent.MOUSE_PRESSED, editor(), 75, 19);
                            CodeArea area = assertInstanceOf(CodeArea.class, editor());
                            assertTrue(area.isFocused());
                            assertEquals(0, area.getCurrentParagraph());
                            return area.getCaretPosition();
                        });
        try {
            assertTrue(0 < caret && caret < 10, "caret at " + caret);
        } finally {
            close();
        }
    }

    @Test
    void the_pointer_over_it_finds_the_text_to_type_in() throws Exception {
        Node there =
                first(
                        () -> {
                            fire(MouseEvent.MOUSE_ENTERED, editor(), 75, 19);
                            return editor();
                        });
        try {
            assertInstanceOf(CodeArea.class, there);
        } finally {
            close();
        }
    }

    @Test
    void a_step_leaves_it_painted_and_another_text_does_not() throws Exception {
        Node stepped =
                first(
                        () -> {
                            key(KeyCode.RIGHT, false);
                            assertEquals(1, session.state().view().step());
                            Node still = editor();
                            session.dispatch(Action.Type.of(text(), "# more\n" + text()));
                            assertInstanceOf(CodeArea.class, editor());
                            assertEquals(text(), ((CodeArea) editor()).getText());
                            return still;
                        });
        try {
            assertTrue(stepped.getStyleClass().contains("painted"));
        } finally {
            close();
        }
    }
}
