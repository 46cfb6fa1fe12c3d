package dev.backstep.ui.train;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.plot.BoundaryPainter;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.paint.plot.NetworkGeometry;
import dev.backstep.paint.plot.NetworkPicture;
import dev.backstep.train.Frame;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// What a person sees of a training, and where.
public final class Seen {

    private Seen() {}

    public static Optional<Frame> frame(TrainDesk desk) {
        return desk.frame();
    }

    public static double pace(TrainDesk desk) {
        return desk.pace();
    }

    /// Gives a weight another value, as its editor does that was opened in the run `seen`.
    public static void edit(TrainDesk desk, long seen, String parameter, double value) {
        desk.edit(seen, parameter, 0, value);
    }

    /// What stands on the cards of the graph of a run, if it is shown: value and gradient of each.
    public static List<String> cards(Scene scene) {
        return all(scene.getRoot(), LiveGraph.class)
                .filter(Node::isVisible)
                .findFirst()
                .map(LiveGraph::cards)
                .orElse(List.of());
    }

    /// Whether the pictures are those of this frame.
    public static boolean isPainted(Scene scene, Frame frame) {
        return all(scene.getRoot(), TrainPane.class)
                .findFirst()
                .flatMap(TrainPane::painted)
                .filter(f -> f == frame)
                .isPresent();
    }

    /// Where the features are that do not span the plane of the boundary.
    public static List<Double> others(Scene scene) {
        return pictures(scene).plane().orElseThrow().grid().others();
    }

    /// Scrolls the side so far that a node is at its top.
    public static void scroll(Node node) {
        Node up = node;
        while (up != null && !(up instanceof ScrollPane)) {
            up = up.getParent();
        }
        if (up instanceof ScrollPane pane) {
            double content = pane.getContent().getLayoutBounds().getHeight();
            double seen = pane.getViewportBounds().getHeight();
            pane.setVvalue(node.getBoundsInParent().getMinY() / Math.max(1, content - seen));
        }
    }

    /// Where a place of the boundary is on the screen.
    public static Point2D sample(Scene scene, double x, double y) {
        BoundaryPicture picture = pictures(scene).boundary().orElseThrow();
        Region region = (Region) scene.getRoot().lookup(".view-boundary .painted");
        Box area = new Box(0, 0, region.getWidth(), region.getHeight());
        Point at = picture.plane().in(BoundaryPainter.map(picture, area), x, y);
        return region.localToScreen(at.x(), at.y());
    }

    private static RunPictures.Shown pictures(Scene scene) {
        return all(scene.getRoot(), TrainPane.class)
                .findFirst()
                .flatMap(TrainPane::pictures)
                .orElseThrow();
    }

    /// The network that is shown, if one is.
    public static Optional<NetworkPicture> network(Scene scene) {
        return view(scene).flatMap(NetworkView::picture);
    }

    /// Where the middle of a wire is on the screen.
    public static Point2D wire(Scene scene, int layer, int to, int from) {
        return places(scene).wires().stream()
                .filter(w -> w.weight().equals(new NetworkPicture.WeightAt(layer, to, from)))
                .map(w -> onScreen(scene, w.middle()))
                .findFirst()
                .orElseThrow();
    }

    /// Where the middle of a unit is on the screen.
    public static Point2D unit(Scene scene, int column, int unit) {
        return places(scene).tiles().stream()
                .filter(t -> t.unit().equals(new NetworkPicture.UnitAt(column, unit)))
                .map(t -> onScreen(scene, middle(t.box())))
                .findFirst()
                .orElseThrow();
    }

    private static Point middle(Box box) {
        return new Point(box.x() + box.width() / 2, box.y() + box.height() / 2);
    }

    private static Point2D onScreen(Scene scene, Point p) {
        return view(scene).orElseThrow().localToScreen(p.x(), p.y());
    }

    private static NetworkGeometry places(Scene scene) {
        return view(scene).flatMap(NetworkView::places).orElseThrow();
    }

    private static Optional<NetworkView> view(Scene scene) {
        return all(scene.getRoot(), NetworkView.class).filter(Node::isVisible).findFirst();
    }

    private static <T extends Node> Stream<T> all(Node node, Class<T> kind) {
        if (kind.isInstance(node)) {
            return Stream.of(kind.cast(node));
        }
        return node instanceof Parent p
                ? p.getChildrenUnmodifiable().stream().flatMap(n -> all(n, kind))
                : Stream.empty();
    }
}
