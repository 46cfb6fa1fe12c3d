package dev.backstep.ui.program;

import dev.backstep.graph.Node;
import dev.backstep.session.Action;
import dev.backstep.session.ShownProgram;
import dev.backstep.text.Message;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The leaves of the program: a scalar has a slider and a field, a matrix a field for each element.
/// Invisible where a program has none.
public final class LeavesPane extends VBox {

    /// Larger matrices are edited in the text.
    private static final int MOST_ELEMENTS = 24;

    private static final int MOST_COLUMNS = 5;

    /// Thousands of sliders would take the window a minute.
    private static final int MOST_LEAVES = 200;

    private static final int MOST_NAMES = 5;

    private final Consumer<Action> dispatch;
    private final Runnable begin;
    private final Runnable end;
    private final List<LeafView> rows = new ArrayList<>();
    private final Label calculated = new Label();
    private final Label opened = new Label(Texts.of("leaves.opened"));
    private List<Node> built = List.of();
    private String otherwise = "";

    public LeavesPane(Consumer<Action> dispatch, Runnable begin, Runnable end) {
        this.dispatch = dispatch;
        this.begin = begin;
        this.end = end;
        setSpacing(8);
        calculated.getStyleClass().add("hint");
        calculated.setWrapText(true);
        calculated.setMinHeight(USE_PREF_SIZE);
        opened.getStyleClass().add("hint");
        opened.setWrapText(true);
        opened.setMinHeight(USE_PREF_SIZE);
        opened.managedProperty().bind(opened.visibleProperty());
    }

    public void show(ThemedState screen) {
        Optional<ShownProgram> good = screen.state().good();
        List<Node> leaves = good.map(LeavesPane::leaves).orElse(List.of());
        String none = good.isEmpty() ? "leaves.yet" : leaves.isEmpty() ? "" : "leaves.none";
        if (!leaves.equals(built) || !none.equals(otherwise)) {
            build(leaves, none);
        }
        tell(good.map(g -> g.model().calculated()).orElse(List.of()));
        setVisible(!none.isEmpty() || calculated.isVisible());
        boolean fixed = good.isPresent() && !screen.state().canSetLeaves();
        getChildren().stream().filter(LeafView.class::isInstance).forEach(r -> r.setDisable(fixed));
        opened.setVisible(!rows.isEmpty() && screen.state().batch().isPresent());
        good.ifPresent(g -> rows.forEach(r -> r.show(g, screen.numbers(), screen.theme())));
    }

    static List<Node> leaves(ShownProgram good) {
        return good.model().graph().nodes().stream()
                .filter(n -> good.model().literals().containsKey(n.id()))
                .toList();
    }

    /// Whether a matrix has so few elements that each gets a field.
    static boolean isSmall(Node leaf) {
        return leaf.shape().size() <= MOST_ELEMENTS && leaf.shape().cols() <= MOST_COLUMNS;
    }

    /// Says why what looks like an input has no slider.
    private void tell(List<String> names) {
        calculated.setVisible(!names.isEmpty());
        calculated.setManaged(!names.isEmpty());
        String some = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        calculated.setText(
                Texts.of(
                        Message.of("leaves.calculated")
                                .with("names", names.size() > MOST_NAMES ? some + ", …" : some)));
    }

    private <R extends javafx.scene.Node & LeafView> void add(R row) {
        rows.add(row);
        getChildren().add(row);
    }

    /// @param none what is said where there is no row, if anything
    private void build(List<Node> leaves, String none) {
        built = leaves;
        otherwise = none;
        rows.clear();
        getChildren().setAll(opened);
        for (Node leaf : leaves.subList(0, Math.min(leaves.size(), MOST_LEAVES))) {
            if (leaf.shape().isScalar()) {
                add(new LeafRow(leaf, dispatch, begin, end));
            } else if (isSmall(leaf)) {
                add(new MatrixRow(leaf, dispatch));
            }
        }
        if (rows.isEmpty() && !none.isEmpty()) {
            hint(Message.of(none));
        } else if (leaves.size() > MOST_LEAVES) {
            hint(Message.of("leaves.more").with("n", leaves.size() - MOST_LEAVES));
        }
        getChildren().add(calculated);
    }

    private void hint(Message text) {
        Label hint = new Label(Texts.of(text));
        hint.getStyleClass().add("hint");
        hint.setMinHeight(USE_PREF_SIZE);
        getChildren().add(hint);
    }
}
