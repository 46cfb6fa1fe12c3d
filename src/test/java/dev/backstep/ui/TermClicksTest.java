package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.ui.kit.Clicks;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What clicks do already they go on doing where words are terms.
class TermClicksTest {

    private static final List<PseudoClass> MARKS =
            List.of(PseudoClass.getPseudoClass("term"), PseudoClass.getPseudoClass("term-within"));

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private Optional<Parent> card() {
        return Window.getWindows().stream()
                .filter(w -> w instanceof Popup && w.isShowing())
                .map(w -> w.getScene().getRoot())
                .filter(root -> root.lookup(".term-card") != null)
                .findFirst();
    }

    private String title() throws Exception {
        return at.on(() -> WindowHarness.texts(card().orElseThrow()).getFirst());
    }

    private static boolean isMarked(Node node) {
        return node.getPseudoClassStates().stream().anyMatch(MARKS::contains);
    }

    private Node labelled(String text) {
        return at.all(n -> n instanceof Labeled l && text.equals(l.getText()))
                .findFirst()
                .orElseThrow();
    }

    private Point2D middle(Node node) throws Exception {
        Bounds where = at.on(() -> node.localToScreen(node.getLayoutBounds()));
        return new Point2D(where.getCenterX(), where.getCenterY());
    }

    /// However the handler was given.
    @Test
    void a_label_that_reacts_to_clicks_is_not_taken_over() throws Exception {
        at.open(WindowHarness.SAMPLE);
        Label free = new Label("upstream");
        List<Label> taken = Stream.generate(() -> new Label("upstream gradient")).limit(4).toList();
        taken.get(0).setOnMousePressed(_ -> {});
        taken.get(1).setOnMouseReleased(_ -> {});
        Clicks.on(taken.get(2), _ -> {});
        Pane around = new HBox(taken.get(3));
        Clicks.on(around, _ -> {});
        at.on(
                () -> {
                    VBox all = new VBox(free, taken.get(0), taken.get(1), taken.get(2), around);
                    ((Pane) at.one(".sentence").getParent()).getChildren().add(all);
                    return true;
                });
        at.pulse();
        at.await(() -> isMarked(free));
        for (Label label : taken) {
            at.robot.clickOn(middle(label));
            at.pulse();
            assertEquals(Optional.empty(), at.on(this::card), label::toString);
            assertEquals(
                    List.of(),
                    MARKS.stream().filter(label.getPseudoClassStates()::contains).toList());
        }
        at.robot.clickOn(middle(free));
        at.pulse();
        assertEquals("upstream gradient", title());
    }

    /// A click on the heading of a view explains it; a double click enlarges the view, and the card
    /// of its first click goes.
    @Test
    void the_heading_of_a_view_is_explained_and_still_enlarges_it() throws Exception {
        at.open(new SampleProgram("16-minibatch-sgd.bs").text());
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.robot.push(KeyCode.RIGHT);
        at.pulse();
        Node heading = labelled(Texts.of("view.boundary").toUpperCase(Locale.ROOT));
        at.robot.clickOn(middle(heading));
        at.pulse();
        assertEquals(Texts.of(GlossaryTerm.DECISION_BOUNDARY.title()), title());
        at.robot.push(KeyCode.ESCAPE);
        at.robot.moveTo(middle(heading)).doubleClickOn(MouseButton.PRIMARY);
        at.pulse();
        assertTrue(at.isShown(".plot-overlay"));
        assertEquals(Optional.empty(), at.on(this::card));
    }
}
