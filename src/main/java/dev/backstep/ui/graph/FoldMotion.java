package dev.backstep.ui.graph;

import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import dev.backstep.ui.ThemedState;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The motion of a group or a matrix that is opened or folded, and of all that is drawn at another
/// level or in another arrangement: every card slides from where it stood to where it stands, and
/// what was hidden comes out of the card that stood for it.
final class FoldMotion extends Motion {

    /// More cards do not move: nobody could follow them.
    private static final int MOST = 500;

    private final FoldAnchor anchor = new FoldAnchor();
    private Map<Integer, Point> ways = Map.of();
    private Viewport from = new Viewport(1, 0, 0);
    private @Nullable Diagram to;

    /// @param frame paints the picture anew
    FoldMotion(Runnable frame) {
        super(frame);
    }

    /// Keeps what is opened or folded where it is, and begins to move the rest.
    ///
    /// @param places where all of the diagram stands
    /// @param sight moved so that it stays
    /// @param seen through which the picture before was seen
    void follow(
            ThemedState now,
            Arrangement places,
            Diagram diagram,
            Sight sight,
            Viewport seen,
            Size room) {
        anchor.moved(now, places.placement().style(), diagram)
                .ifPresent(
                        m -> {
                            sight.hold(m, seen, diagram, places.bounds(), room);
                            if (now.motion() && diagram.cards().size() <= MOST) {
                                begin(m.was(), m.now(), seen);
                            }
                        });
    }

    private void begin(FoldAnchor.Shown was, FoldAnchor.Shown now, Viewport seen) {
        Map<Integer, Box> before = new HashMap<>();
        was.diagram().cards().forEach(c -> before.put(c.node(), c.box()));
        Map<Integer, Point> moved = new HashMap<>();
        for (Card card : now.diagram().cards()) {
            FoldAnchor.stoodFor(was.program(), now.program(), card.node())
                    .map(before::get)
                    .ifPresent(
                            box ->
                                    moved.put(
                                            card.node(),
                                            new Point(
                                                    box.center().x() - card.box().center().x(),
                                                    box.center().y() - card.box().center().y())));
        }
        ways = moved;
        from = seen;
        to = now.diagram();
        begin();
    }

    /// The picture as it is on its way; the very picture when all is where it belongs.
    @SuppressWarnings("ReferenceEquality") // another picture than the one that moves
    Diagram at(Diagram shown) {
        return isOver() || shown != to ? shown : shown.moved(ways, 1 - eased());
    }

    /// The viewport on its way.
    Viewport at(Viewport shown) {
        double gone = eased();
        return isOver()
                ? shown
                : new Viewport(
                        between(from.scale(), shown.scale(), gone),
                        between(from.x(), shown.x(), gone),
                        between(from.y(), shown.y(), gone));
    }

    private static double between(double a, double b, double share) {
        return a + share * (b - a);
    }
}
