package dev.backstep.ui.graph;

import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Size;
import dev.backstep.paint.NumberTable;
import dev.backstep.paint.Theme;
import dev.backstep.session.ShownProgram;
import dev.backstep.story.Progress;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.ScrolledPicture;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.WhenSeen;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The numbers of one card's matrix, pinned over the graph: its value or its gradient, as far as
/// the story has come.
final class NumbersPane extends VBox {

    private static final double MARGIN = 14;
    private static final double HEAD = 40;
    private static final double PAD = 22;

    private final Label name = new Label();
    private final ToggleButton value = new ToggleButton(Texts.of("numbers.value"));
    private final ToggleButton gradient = new ToggleButton();
    private final Label missing = new Label(Texts.of("numbers.missing"));
    private final ScrolledPicture numbers = new ScrolledPicture();
    private Optional<String> key = Optional.empty();
    private Optional<ThemedState> screen = Optional.empty();

    NumbersPane() {
        getStyleClass().add("numbers-pane");
        setManaged(false);
        setVisible(false);
        ToggleGroup either = new ToggleGroup();
        either.getToggles().addAll(value, gradient);
        value.setOnAction(_ -> choose(false));
        gradient.setOnAction(_ -> choose(true));
        HBox choice = new HBox(value, gradient);
        choice.getStyleClass().add("segmented");
        Button close = Icons.button(Feather.X, "numbers.close", "ghost", "icon-only");
        close.setOnAction(_ -> close());
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox head = new HBox(10, name, between, choice, close);
        head.setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("heading");
        missing.getStyleClass().add("hint");
        VBox.setVgrow(numbers, Priority.ALWAYS);
        WhenSeen.fill(this, head, missing, numbers);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        addEventHandler(ScrollEvent.ANY, ScrollEvent::consume);
        addEventHandler(ContextMenuEvent.ANY, ContextMenuEvent::consume);
    }

    /// Shows the numbers of a card from now on.
    void pin(Card card, boolean ofGradient) {
        key = screen.flatMap(s -> s.state().good()).map(g -> g.keys().key(card.node()));
        (ofGradient ? gradient : value).setSelected(true);
        fill();
    }

    void close() {
        key = Optional.empty();
        setVisible(false);
    }

    private void choose(boolean ofGradient) {
        (ofGradient ? gradient : value).setSelected(true);
        fill();
    }

    /// Goes on with the story; a program without that matrix closes it.
    void show(ThemedState now) {
        screen = Optional.of(now);
        fill();
    }

    private void fill() {
        OptionalInt node = node();
        setVisible(node.isPresent());
        if (node.isPresent()) {
            ThemedState now = screen.orElseThrow();
            fill(now, now.walkthrough().orElseThrow(), node.getAsInt());
        } else {
            key = Optional.empty();
        }
    }

    /// The matrix that is pinned, as the program has it now.
    private OptionalInt node() {
        Optional<ShownProgram> shown = screen.flatMap(s -> s.state().good());
        if (shown.isEmpty() || key.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt node = shown.get().keys().node(key.get());
        boolean matrix =
                node.isPresent()
                        && !shown.get()
                                .walkthrough()
                                .graph()
                                .node(node.getAsInt())
                                .shape()
                                .isScalar();
        return matrix ? node : OptionalInt.empty();
    }

    private void fill(ThemedState now, Walkthrough w, int id) {
        Progress progress = Progress.at(w, now.step());
        String label = w.labels().words(id);
        name.setText(label + " · " + w.graph().node(id).shape());
        gradient.setText("∂" + w.labels().words(w.output()) + "/∂" + label);
        Optional<Tensor> shown =
                gradient.isSelected()
                        ? progress.gradient(id)
                        : progress.isValueSeen(id)
                                ? Optional.of(progress.value(id))
                                : Optional.empty();
        missing.setVisible(shown.isEmpty());
        missing.setManaged(shown.isEmpty());
        numbers.setVisible(shown.isPresent());
        shown.ifPresent(
                matrix ->
                        show(
                                NumberTable.of(
                                        matrix.rows(),
                                        matrix.cols(),
                                        matrix::at,
                                        w.numbersOf(id, now.numbers()),
                                        Diagrams.scale(w, id),
                                        right(now, w, id).map(r -> r::at)),
                                now.theme()));
        place();
    }

    /// What should have arrived by now, beside a gradient that is computed with a mistake.
    private Optional<Tensor> right(ThemedState now, Walkthrough w, int id) {
        return w.mistaken().isPresent() && gradient.isSelected()
                ? Progress.at(w.rightly(), now.step()).gradient(id)
                : Optional.empty();
    }

    private void show(NumberTable table, Theme theme) {
        numbers.show(
                table.size(),
                (right, below) -> (g, w, h) -> table.paint(g, theme, right, below, w, h));
    }

    /// At the lower left of the graph, no larger than its numbers need.
    void place() {
        if (getParent() == null || !isVisible()) {
            return;
        }
        double width = getParent().getLayoutBounds().getWidth();
        double height = getParent().getLayoutBounds().getHeight();
        Size wanted = numbers.whole();
        double w = Math.clamp(wanted.width() + PAD, 340, Math.max(340, 0.7 * width));
        double h = Math.clamp(wanted.height() + HEAD + PAD, 110, Math.max(110, 0.62 * height));
        resizeRelocate(MARGIN, Math.max(0, height - h - MARGIN), w, h);
    }
}
