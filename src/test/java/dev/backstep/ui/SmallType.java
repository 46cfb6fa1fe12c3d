package dev.backstep.ui;

import dev.backstep.layout.Diagram;
import dev.backstep.paint.PaintedType;
import dev.backstep.paint.Painter;
import dev.backstep.paint.Theme;
import dev.backstep.ui.inspector.TableType;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.RegionType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.text.Text;

/// What is set smaller than 20 points on a presented screen 1,080 pixels high, or than the same
/// share of another.
record SmallType(WindowHarness at, Projector projector) {

    /// Of the height of the screen.
    private static final double LEAST = 20.0 / 1080;

    /// How large a unit of a node is on the screen.
    private static double scale(Node node) {
        Bounds unit = node.localToScene(new BoundingBox(0, 0, 1, 1));
        return unit.getHeight();
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    /// What is too small of all that is on a screen of this height.
    List<String> on(double height) throws Exception {
        List<String> small = new ArrayList<>();
        double least = LEAST * height - 1e-6;
        at.on(
                () -> {
                    WindowHarness.below(at.one(".present"))
                            .filter(SmallType::isSeen)
                            .forEach(n -> small.addAll(small(n, least)));
                    return true;
                });
        if (at.isShown(".present .graph")) {
            graph(small, least);
        }
        return small;
    }

    private void graph(List<String> small, double least) throws Exception {
        Diagram diagram = projector.graph().diagram().orElseThrow();
        double zoom = at.on(() -> projector.graph().scale() * scale(projector.graph()));
        PaintedType type = PaintedType.empty();
        type.scale(zoom, zoom);
        Painter.exact(Theme.LIGHT).diagram(type, diagram, diagram.bounds());
        type.seen().stream()
                .filter(t -> !t.formula() && t.size() < least)
                .forEach(t -> small.add("graph: " + t));
    }

    private static List<String> small(Node node, double least) {
        double scale = scale(node);
        return switch (node) {
            case Text t when !t.getText().isBlank() && t.getFont().getSize() * scale < least ->
                    List.of(t.getText() + " at " + t.getFont().getSize() * scale);
            case FormulaView f when f.getAccessibleText() != null && f.letters() * scale < least ->
                    List.of(f.getAccessibleText() + " at " + f.letters() * scale);
            default -> painted(node, scale, least);
        };
    }

    private static List<String> painted(Node node, double scale, double least) {
        Stream<String> tables =
                TableType.of(node).stream()
                        .filter(size -> size * scale < least)
                        .map(size -> "a table at " + size * scale);
        Stream<String> plots =
                RegionType.of(node).stream()
                        .filter(t -> !t.formula() && t.size() * scale < least)
                        .map(t -> t.text() + " painted at " + t.size() * scale);
        return Stream.concat(tables, plots).toList();
    }
}
