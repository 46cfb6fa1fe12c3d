package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.Panels;
import dev.backstep.session.Session;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The two sides around the centre, each as wide as it was dragged, or folded away to a strip that
/// unfolds it.
///
/// Where the window is too narrow for both, one gives way by itself, and comes back when there is
/// room: the one that was not asked for last.
final class Sides extends HBox {

    /// With less room than this the graph cannot be read.
    static final double LEAST_CENTRE = 420;

    /// With less room than this beside a single side, that side gives way too.
    private static final double ALONE = 320;

    /// The least of a side that is to be wide, in a window that is narrow.
    private static final double LEAST_ASKED = 280;

    /// Half of what a divider takes, by the style sheet: its position is that of its middle.
    private static final double HALF_DIVIDER = 0.5;

    private final Session session;
    private final Region left;
    private final Region centre;
    private final Region right;
    private final SplitPane split = new SplitPane();
    private final Button unfoldLeft = strip(Feather.CHEVRON_RIGHT, "command.left");
    private final Button unfoldRight = strip(Feather.CHEVRON_LEFT, "command.right");
    private final double least;
    private @Nullable Panels placed;
    private boolean rightGivesWay;

    /// The side that was asked for although there is no room for it beside the centre.
    private @Nullable Region insisted;

    /// What the left side is at least as wide as, whatever is remembered.
    private double leastLeft;

    Sides(Region left, Region centre, Region right, Session session) {
        split.setAccessibleText(Texts.of("panes"));
        this.session = session;
        this.left = left;
        this.centre = centre;
        this.right = right;
        this.least = centre.getMinWidth();
        side(left, "side-left");
        side(right, "side-right");
        split.getItems().setAll(left, centre, right);
        split.setMinWidth(0);
        split.widthProperty().addListener((_, _, _) -> place(widened(panels())));
        split.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, this::drop);
        HBox.setHgrow(split, Priority.ALWAYS);
        unfoldLeft.setOnAction(_ -> toggleLeft());
        unfoldRight.setOnAction(_ -> toggleRight());
        widthProperty().addListener((_, _, _) -> show(panels()));
        getChildren().addAll(unfoldLeft, split, unfoldRight);
    }

    /// Dividers stay where they are as long as the same panels are remembered: a state that comes
    /// in the middle of a drag does not end it.
    void show(Panels remembered) {
        Panels p = widened(remembered);
        boolean both = p.leftShown() && p.rightShown();
        boolean narrow = both && p.left() + p.right() + LEAST_CENTRE > getWidth() && getWidth() > 0;
        boolean withLeft = p.leftShown() && !(narrow && !rightGivesWay) && fits(left, p.left());
        boolean withRight = p.rightShown() && !(narrow && rightGivesWay) && fits(right, p.right());
        centre.setMinWidth(withLeft && withRight ? LEAST_CENTRE : least);
        boolean folded = shown(left, unfoldLeft, withLeft) | shown(right, unfoldRight, withRight);
        if (folded || !p.equals(placed)) {
            place(p);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very side
    private boolean fits(Region side, double width) {
        double centre = side == left && leastLeft > 0 ? LEAST_CENTRE : ALONE;
        return getWidth() <= 0 || width + centre <= getWidth() || side == insisted;
    }

    /// Makes the left side at least so wide from now on, as long as it may be. It is what is looked
    /// at then, so that the right one gives way to it.
    void leastLeft(double wide) {
        if (wide != leastLeft) {
            leastLeft = wide;
            rightGivesWay = wide > 0;
            placed = null;
            show(panels());
        }
    }

    private Panels widened(Panels p) {
        double room = getWidth() > 0 ? Math.max(LEAST_ASKED, getWidth() - LEAST_CENTRE) : leastLeft;
        double wide = Math.max(p.left(), Math.min(leastLeft, room));
        return new Panels(wide, p.right(), p.leftShown(), p.rightShown());
    }

    /// Folds the left side, or unfolds it, also where it had given way.
    void toggleLeft() {
        boolean unfold = !isSeen(left);
        rightGivesWay = unfold;
        insisted = unfold ? left : null;
        become(new Panels(panels().left(), panels().right(), unfold, panels().rightShown()));
    }

    /// Unfolds the left side where it is not to be seen.
    void unfoldLeft() {
        if (!isSeen(left)) {
            toggleLeft();
        }
    }

    /// Unfolds the right side where it is not to be seen.
    void unfoldRight() {
        if (!isSeen(right)) {
            toggleRight();
        }
    }

    /// Folds the right side, or unfolds it, also where it had given way.
    void toggleRight() {
        boolean unfold = !isSeen(right);
        rightGivesWay = !unfold;
        insisted = unfold ? right : null;
        become(new Panels(panels().left(), panels().right(), panels().leftShown(), unfold));
    }

    /// Where nothing but who gives way has changed, there is no new state to show.
    private void become(Panels changed) {
        session.dispatch(new Action.Resize(changed));
        show(panels());
    }

    /// What the left side, or the strip that unfolds it, takes of the width.
    double leftTaken() {
        return isSeen(left) ? left.getWidth() + 1 : unfoldLeft.getWidth();
    }

    private Panels panels() {
        return session.state().view().panels();
    }

    private boolean isSeen(Node side) {
        return split.getItems().contains(side);
    }

    /// Returns whether anything has changed. The centre stays where it is, with the focus.
    private boolean shown(Region side, Button strip, boolean shown) {
        strip.setVisible(!shown);
        strip.setManaged(!shown);
        List<Node> items = split.getItems();
        if (shown == items.contains(side)) {
            return false;
        }
        if (shown) {
            items.add(side == left ? 0 : items.size(), side);
        } else {
            items.remove(side);
        }
        return true;
    }

    /// Makes the sides as wide as they are remembered, or as wide as there is room for.
    private void place(Panels p) {
        placed = p;
        double width = split.getWidth();
        if (width > 0 && isSeen(left)) {
            split.setDividerPosition(0, (p.left() + HALF_DIVIDER) / width);
        }
        if (width > 0 && isSeen(right)) {
            int last = split.getDividers().size() - 1;
            split.setDividerPosition(last, 1 - (p.right() + HALF_DIVIDER) / width);
        }
    }

    /// Moves a divider under the pointer. The pane itself would move it by pixels of the scene,
    /// which are not its own if everything is shown larger.
    private void drag(MouseEvent e) {
        divider(e)
                .ifPresent(
                        divider -> {
                            double at = split.sceneToLocal(e.getSceneX(), 0).getX();
                            split.setDividerPosition(index(divider), at / split.getWidth());
                            e.consume();
                        });
    }

    /// Remembers how wide the sides have become.
    private void drop(MouseEvent e) {
        if (divider(e).isPresent() && !e.isStillSincePress()) {
            split.layout();
            Panels was = panels();
            placed =
                    new Panels(
                            isSeen(left) ? left.getWidth() : was.left(),
                            isSeen(right) ? right.getWidth() : was.right(),
                            was.leftShown(),
                            was.rightShown());
            session.dispatch(new Action.Resize(placed));
        }
    }

    /// The divider that an event is about, if any: the pane makes them itself.
    private static Optional<Node> divider(MouseEvent e) {
        return Stream.iterate((Node) e.getTarget(), Objects::nonNull, Node::getParent)
                .filter(n -> n.getStyleClass().contains("split-pane-divider"))
                .findFirst();
    }

    /// A divider left of the centre is the first, one right of it the last.
    private int index(Node divider) {
        boolean before = divider.getLayoutX() < centre.getParent().getLayoutX();
        return before ? 0 : split.getDividers().size() - 1;
    }

    private static void side(Region side, String style) {
        side.getStyleClass().addAll("side", style);
        side.setMinWidth(Panels.MIN);
        side.setMaxWidth(Panels.MAX);
    }

    private static Button strip(Feather icon, String text) {
        Button strip = Icons.button(icon, text, "unfold");
        strip.setMinWidth(22);
        strip.setMaxHeight(Double.MAX_VALUE);
        return strip;
    }
}
