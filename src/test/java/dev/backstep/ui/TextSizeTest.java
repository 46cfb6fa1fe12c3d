package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.Mode;
import dev.backstep.ui.train.Seen;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text of any size finds room: no button lies outside of the window or over another, and no word
/// on one is cut.
class TextSizeTest {

    private static final List<Double> SIZES = List.of(0.8, 1.0, 1.3, 1.6, 2.0);

    private static final String LESSON = "a lesson";

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    /// Where a control is seen, as far as the panes that it is scrolled in show it.
    private static Bounds seen(Node node) {
        Bounds b = node.localToScene(node.getLayoutBounds());
        for (Node p = node.getParent(); p != null; p = p.getParent()) {
            if (p instanceof ScrollPane pane) {
                b = common(b, pane.localToScene(pane.getLayoutBounds()));
            }
        }
        return b;
    }

    private static Bounds common(Bounds a, Bounds b) {
        double x = Math.max(a.getMinX(), b.getMinX());
        double y = Math.max(a.getMinY(), b.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x),
                Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
    }

    private static boolean acts(Node node) {
        return node instanceof ButtonBase || node instanceof TextField || node instanceof Slider;
    }

    private static String name(Node node) {
        return node instanceof Labeled l && l.getText() != null && !l.getText().isEmpty()
                ? l.getText()
                : node.getAccessibleText() + " " + node.getStyleClass();
    }

    /// What has no room at this size.
    private List<String> cramped() throws Exception {
        at.pulse();
        return at.on(
                () -> {
                    List<String> found = new ArrayList<>();
                    List<Node> controls =
                            at.all(n -> acts(n) && isSeen(n) && !(n.getParent() instanceof Control))
                                    .filter(n -> seen(n).getWidth() > 1 && seen(n).getHeight() > 1)
                                    .toList();
                    controls.forEach(c -> outside(c, found));
                    for (int i = 0; i < controls.size(); i++) {
                        for (int j = i + 1; j < controls.size(); j++) {
                            over(controls.get(i), controls.get(j), found);
                        }
                    }
                    at.all(n -> n instanceof ButtonBase && isSeen(n))
                            .forEach(n -> cut((ButtonBase) n, found));
                    return found;
                });
    }

    private void outside(Node control, List<String> found) {
        Bounds b = seen(control);
        double width = at.stage().getScene().getWidth();
        double height = at.stage().getScene().getHeight();
        if (b.getMinX() < -1
                || b.getMinY() < -1
                || b.getMaxX() > width + 1
                || b.getMaxY() > height + 1) {
            found.add(name(control) + " lies outside");
        }
    }

    private static void over(Node a, Node b, List<String> found) {
        Bounds both = common(seen(a), seen(b));
        if (both.getWidth() > 2 && both.getHeight() > 2) {
            found.add(name(a) + " lies over " + name(b));
        }
    }

    private static void cut(ButtonBase button, List<String> found) {
        String whole = button.getText() == null ? "" : button.getText();
        button.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(t -> ((Text) t).getText())
                .filter(t -> t.endsWith("…") && !whole.endsWith("…"))
                .forEach(t -> found.add(whole + " is cut to " + t));
    }

    private void assertRoom(String where) throws Exception {
        List<String> found = new ArrayList<>();
        for (double size : SIZES) {
            at.prefer(p -> p.withTextSize(size));
            // 280 for the text and 420 for the graph
            if (where.equals(LESSON) && at.stage().getScene().getWidth() / size >= 700) {
                assertTrue(at.isShown(".lesson-text"), "the text gives way last, at " + size);
            }
            cramped().forEach(f -> found.add(Math.round(100 * size) + " %: " + f));
        }
        at.prefer(p -> p.withTextSize(1));
        assertEquals(List.of(), found, where);
    }

    @ParameterizedTest
    @ValueSource(ints = {720, 900})
    void in_a_window_so_high(int height) throws Exception {
        at.open(WindowHarness.SAMPLE, height * 16 / 10.0 + (height == 720 ? 128 : 0), height);
        assertRoom("explore");
        at.dispatch(new Action.Switch(Mode.LEARN));
        assertRoom("the list of lessons");
        at.learn("lecture-3");
        at.dispatch(new Action.InLesson(new LessonMove.To(4)));
        assertRoom(LESSON);
        at.replace(new SampleProgram("20-spiral.bs").text());
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.await(() -> Seen.network(at.stage().getScene()).isPresent());
        assertRoom("a training");
    }
}
