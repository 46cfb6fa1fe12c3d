package dev.backstep.ui.graph;

import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.GroupFrame;
import dev.backstep.layout.Diagram.Tag;
import dev.backstep.layout.FarGroups;
import dev.backstep.layout.Point;
import dev.backstep.session.Action;
import dev.backstep.session.Unfolding;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/// The mouse on the graph: wheel and pinch zoom, drags of the paper pan, drags of a card pin it,
/// clicks select.
final class Gestures {

    /// A press that moves less than this, in pixels, is a click.
    private static final double CLICK = 4;

    private final GraphPane pane;
    private final Consumer<Action> dispatch;
    private final HoverTip tip;
    private final NumbersPane numbers;
    private @Nullable MouseEvent press;
    private @Nullable Card card;
    private Point last = new Point(0, 0);
    private boolean moved;
    private Optional<Minimap> onMap = Optional.empty();
    private boolean space;

    /// @param tip says beside the pointer what it points at
    /// @param numbers shows those of a card that is asked for them
    Gestures(GraphPane pane, Consumer<Action> dispatch, HoverTip tip, NumbersPane numbers) {
        this.pane = pane;
        this.dispatch = dispatch;
        this.tip = tip;
        this.numbers = numbers;
    }

    void listen() {
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::hovered);
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> left());
        pane.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        pane.addEventHandler(
                ZoomEvent.ZOOM,
                e -> {
                    pane.view(pane.viewport().zoomed(e.getZoomFactor(), e.getX(), e.getY()));
                    e.consume();
                });
        pane.setOnContextMenuRequested(e -> CardMenu.offer(pane, e));
        pane.addEventFilter(KeyEvent.ANY, this::spaced);
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::escaped);
        numbers.addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> left());
    }

    private void left() {
        tip.setVisible(false);
        pane.point(Optional.empty());
        pane.lights().over(OptionalInt.empty());
    }

    /// Space held while dragging pans; a drag that used it is no wish to play.
    private void spaced(KeyEvent e) {
        if (e.getCode() == KeyCode.SPACE) {
            space = e.getEventType() == KeyEvent.KEY_PRESSED;
        }
    }

    /// Escape takes away the numbers first; only then is it one of the commands.
    private void escaped(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE && numbers.isVisible()) {
            numbers.close();
            pane.requestFocus();
            e.consume();
        }
    }

    private void pressed(MouseEvent e) {
        pane.requestFocus();
        tip.setVisible(false);
        press = e;
        moved = false;
        onMap = mapAt(e);
        if (onMap.isPresent()) {
            lookAt(e, onMap.get());
            card = null;
            return;
        }
        last = new Point(e.getX(), e.getY());
        boolean primary = e.getButton() == MouseButton.PRIMARY && !space;
        card = primary ? cardAt(e).orElse(null) : null;
    }

    private void dragged(MouseEvent e) {
        if (press == null) {
            return;
        }
        if (onMap.isPresent()) {
            lookAt(e, onMap.get());
            return;
        }
        moved |= Math.hypot(e.getX() - press.getX(), e.getY() - press.getY()) >= CLICK;
        if (!moved) {
            return;
        }
        pane.setCursor(Cursor.CLOSED_HAND);
        if (card == null) {
            pane.view(pane.viewport().panned(e.getX() - last.x(), e.getY() - last.y()));
        } else {
            pane.dragging(new Drag(card.node(), corner(e, card)));
        }
        last = new Point(e.getX(), e.getY());
    }

    private Point corner(MouseEvent e, Card dragged) {
        double scale = pane.viewport().scale();
        MouseEvent from = Objects.requireNonNull(press);
        return new Point(
                dragged.box().x() + (e.getX() - from.getX()) / scale,
                dragged.box().y() + (e.getY() - from.getY()) / scale);
    }

    private Optional<Minimap> mapAt(MouseEvent e) {
        return pane.minimap().filter(m -> m.area().contains(new Point(e.getX(), e.getY())));
    }

    /// What is under the pointer on the small picture comes into the middle.
    private void lookAt(MouseEvent e, Minimap map) {
        Point middle = map.picture(e.getX(), e.getY());
        pane.view(pane.viewport().at(middle, pane.getWidth(), pane.getHeight()));
    }

    private void released(MouseEvent e) {
        pane.setCursor(Cursor.DEFAULT);
        if (press == null) {
            return;
        }
        if (card != null && moved) {
            dispatch.accept(new Action.Pin(card.node(), corner(e, card)));
            dispatch.accept(new Action.Select(OptionalInt.of(card.node()))); // a key frees it
            pane.dragging(null);
        } else if (!moved && onMap.isEmpty() && e.getButton() == MouseButton.PRIMARY) {
            clicked(e);
        }
        press = null;
        card = null;
    }

    private void clicked(MouseEvent e) {
        Optional<Card> hit = cardAt(e);
        if (hit.isEmpty()) {
            clickedBeside(e);
        } else if (e.getClickCount() == 2) {
            doubled(hit.get().node(), e);
        } else {
            dispatch.accept(new Action.Select(OptionalInt.of(hit.get().node())));
            Card clicked = hit.get();
            clicked.cellAt(place(e)).ifPresent(cell -> numbers.pin(clicked, cell.gradient()));
        }
    }

    /// A folded group opens, and a matrix into its numbers, or it says why not; to any other card
    /// its step is shown.
    private void doubled(int node, MouseEvent e) {
        Optional<Unfolding> folds =
                pane.screen().flatMap(s -> s.state().good()).map(Unfolding::new);
        Optional<String> refusal = folds.flatMap(f -> f.refused(node)).map(Texts::of);
        if (refusal.isPresent()) {
            tell(e, refusal);
            return;
        }
        dispatch.accept(
                folds.filter(f -> f.opens(node))
                        .map(f -> f.toggling(node, false))
                        .orElseGet(() -> new Action.GoToNode(node)));
    }

    private Point place(MouseEvent e) {
        return pane.viewport().picture(e.getX(), e.getY());
    }

    private Optional<Action> fold(GroupFrame frame) {
        return pane.screen()
                .flatMap(s -> s.state().good())
                .flatMap(g -> new Unfolding(g).folding(frame.name()));
    }

    /// The title of an open group folds it; the tag of a wire leads to the card that it names; the
    /// paper leads nowhere.
    private void clickedBeside(MouseEvent e) {
        Optional<Action> fold =
                e.getClickCount() == 2 ? titleAt(e).flatMap(this::fold) : Optional.empty();
        if (fold.isPresent()) {
            dispatch.accept(fold.get());
            left();
            return;
        }
        Optional<Tag> tag = tagAt(e);
        dispatch.accept(
                new Action.Select(
                        tag.isEmpty() ? OptionalInt.empty() : OptionalInt.of(tag.get().source())));
        tag.ifPresent(t -> pane.reveal(t.source()));
    }

    private void scrolled(ScrollEvent e) {
        boolean pan = e.isShiftDown() || e.getDeltaY() == 0;
        if (pan) {
            double dx = e.getDeltaX() == 0 ? e.getDeltaY() : e.getDeltaX();
            pane.view(pane.viewport().panned(dx, 0));
        } else {
            pane.view(pane.viewport().zoomed(Math.exp(e.getDeltaY() / 240), e.getX(), e.getY()));
        }
        e.consume();
    }

    private void hovered(MouseEvent e) {
        if (mapAt(e).isPresent()) {
            left();
            pane.setCursor(Cursor.HAND);
            return;
        }
        Optional<Card> hit = cardAt(e);
        Optional<Tag> tag = hit.isPresent() ? Optional.empty() : tagAt(e);
        Optional<GroupFrame> title =
                hit.isPresent() || tag.isPresent()
                        ? Optional.empty()
                        : titleAt(e).filter(f -> fold(f).isPresent());
        pane.point(tag);
        pane.lights().over(hit.map(c -> OptionalInt.of(c.node())).orElse(OptionalInt.empty()));
        boolean leads = hit.isPresent() || tag.isPresent() || title.isPresent();
        pane.setCursor(leads ? Cursor.HAND : Cursor.DEFAULT);
        tell(
                e,
                hit.flatMap(card -> told(card, e))
                        .or(() -> tag.flatMap(this::told))
                        .or(() -> title.map(this::told)));
    }

    private void tell(MouseEvent e, Optional<String> text) {
        tip.tell(e.getX(), e.getY(), text, pane.getWidth(), pane.getHeight());
    }

    private Optional<String> told(Card card, MouseEvent e) {
        return pane.screen()
                .flatMap(
                        s ->
                                card.cellAt(place(e))
                                        .flatMap(cell -> MapHover.text(s, card, cell))
                                        .or(() -> Hover.text(s, card)));
    }

    private Optional<String> told(Tag tag) {
        return pane.screen().flatMap(s -> pane.diagram().flatMap(d -> Hover.text(s, d, tag)));
    }

    private String told(GroupFrame frame) {
        String note =
                pane.screen().flatMap(s -> s.note(frame.name())).map(n -> "\n" + n).orElse("");
        return Texts.of(Message.of("hover.frame").with("group", frame.title())) + note;
    }

    private Optional<GroupFrame> titleAt(MouseEvent e) {
        return pane.diagram().flatMap(d -> blockAt(d, e).or(() -> d.titleAt(place(e))));
    }

    /// The group that is drawn as a block there, since all is shown so small.
    private Optional<GroupFrame> blockAt(Diagram diagram, MouseEvent e) {
        return FarGroups.of(diagram, pane.viewport().scale()).at(place(e));
    }

    private Optional<Tag> tagAt(MouseEvent e) {
        return pane.diagram().filter(d -> blockAt(d, e).isEmpty()).flatMap(d -> d.tagAt(place(e)));
    }

    private Optional<Card> cardAt(MouseEvent e) {
        return pane.diagram().flatMap(d -> FarGroups.cardAt(d, pane.viewport().scale(), place(e)));
    }
}
