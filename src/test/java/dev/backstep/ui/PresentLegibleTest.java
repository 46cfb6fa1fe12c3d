package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Diagram;
import dev.backstep.paint.PaintedType;
import dev.backstep.paint.Painter;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.ui.inspector.TableType;
import dev.backstep.ui.kit.FormulaView;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing presented is set smaller than 20 points on a screen 1,080 pixels high, nor smaller than
/// the same share of any other screen.
class PresentLegibleTest {

    /// Of the height of the screen.
    private static final double LEAST = 20.0 / 1080;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private final Projector projector = new Projector(at);

    /// How large a unit of a node is on the screen.
    private static double scale(Node node) {
        Bounds unit = node.localToScene(new BoundingBox(0, 0, 1, 1));
        return unit.getHeight();
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    /// What is too small at the step on screen.
    private List<String> small(double height) throws Exception {
        List<String> small = new ArrayList<>();
        double least = LEAST * height - 1e-6;
        at.on(
                () -> {
                    WindowHarness.below(at.one(".present"))
                            .filter(PresentLegibleTest::isSeen)
                            .forEach(n -> small.addAll(small(n, least)));
                    return true;
                });
        Diagram diagram = projector.graph().diagram().orElseThrow();
        double zoom = at.on(() -> projector.graph().scale() * scale(projector.graph()));
        PaintedType type = PaintedType.empty();
        type.scale(zoom, zoom);
        Painter.exact(Theme.LIGHT).diagram(type, diagram, diagram.bounds());
        type.seen().stream()
                .filter(t -> !t.formula() && t.size() < least)
                .forEach(t -> small.add("graph: " + t));
        return small;
    }

    private static List<String> small(Node node, double least) {
        double scale = scale(node);
        return switch (node) {
            case Text t when !t.getText().isBlank() && t.getFont().getSize() * scale < least ->
                    List.of(t.getText() + " at " + t.getFont().getSize() * scale);
            case FormulaView f when f.getAccessibleText() != null && f.letters() * scale < least ->
                    List.of(f.getAccessibleText() + " at " + f.letters() * scale);
            default ->
                    TableType.of(node).stream()
                            .filter(size -> size * scale < least)
                            .map(size -> "a table at " + size * scale)
                            .toList();
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04-x2-plus-2xy.bs",
                "09-matmul.bs",
                "11-sigmoid.bs",
                "13-mlp-3-layers.bs",
                "15-softmax-ce-5.bs",
                "16-minibatch-sgd.bs",
                "27-attention.bs",
                "32-convolution.bs"
            })
    void at_every_step_of(String sample) throws Exception {
        projector.present(new SampleProgram(sample).text(), 1920, 1080);
        int steps = at.state().steps();
        assertTrue(steps > 1);
        for (int step = 0; step < steps; step++) {
            at.dispatch(new Action.Go(step));
            projector.layOut();
            int now = step;
            assertEquals(List.of(), small(1080), () -> sample + " at step " + now);
        }
        projector.resize(1280, 720);
        assertEquals(List.of(), small(720), sample);
        projector.resize(3840, 2160);
        assertEquals(List.of(), small(2160), sample);
    }
}
