package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.ui.train.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whoever goes through the window with Tab sees where the focus is.
class FocusSeenTest {

    /// A ring may lie so far outside of what it is around.
    private static final double AROUND = 4;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private Node focus() throws Exception {
        return at.on(() -> at.stage().getScene().getFocusOwner());
    }

    /// What a part of the window looks like.
    private WritableImage look(Rectangle2D part) throws Exception {
        return at.on(
                () -> {
                    Parent root = at.stage().getScene().getRoot();
                    root.applyCss();
                    root.layout();
                    SnapshotParameters cut = new SnapshotParameters();
                    cut.setViewport(part);
                    return root.snapshot(cut, null);
                });
    }

    private Rectangle2D place(Node node) throws Exception {
        return at.on(
                () -> {
                    Bounds b = node.localToScene(node.getLayoutBounds());
                    return new Rectangle2D(
                            b.getMinX() - AROUND,
                            b.getMinY() - AROUND,
                            b.getWidth() + 2 * AROUND,
                            b.getHeight() + 2 * AROUND);
                });
    }

    private static boolean isAlike(WritableImage a, WritableImage b) {
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                if (a.getPixelReader().getArgb(x, y) != b.getPixelReader().getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The controls that look the same with the focus and without.
    private List<String> unseen() throws Exception {
        at.on(
                () -> {
                    at.named("Menu").requestFocus();
                    return true;
                });
        at.robot.type(KeyCode.TAB);
        List<Node> passed = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        for (Node now = focus(); !passed.contains(now) && passed.size() < 99; now = focus()) {
            passed.add(now);
            Rectangle2D where = place(now);
            WritableImage with = look(where);
            at.robot.type(KeyCode.TAB);
            // scrolled away, it was seen while it was there
            if (place(now).equals(where) && isAlike(with, look(where))) {
                unseen.add(now + " " + now.getAccessibleText() + " " + words(now));
            }
        }
        assertTrue(passed.size() > 10, passed.toString());
        return unseen;
    }

    private static String words(Node node) {
        return node instanceof Labeled l ? Objects.requireNonNullElse(l.getText(), "") : "";
    }

    @Test
    void in_explore() throws Exception {
        at.open(WindowHarness.SAMPLE);
        assertEquals(List.of(), unseen());
    }

    @Test
    void in_a_lesson() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.dispatch(new Action.Switch(Mode.LEARN));
        at.await(
                () ->
                        Optional.of(at.one(".learn"))
                                .filter(l -> l.lookup(".lesson-card") != null)
                                .isPresent());
        assertEquals(List.of(), unseen());
        at.learn("lecture-3");
        at.pulse();
        assertEquals(List.of(), unseen());
    }

    @Test
    void in_a_training() throws Exception {
        at.open(new SampleProgram("20-spiral.bs").text());
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.await(() -> Seen.network(at.stage().getScene()).isPresent());
        at.pulse();
        assertEquals(List.of(), unseen());
    }
}
