package dev.backstep.ui.present;

import dev.backstep.graph.Node;
import dev.backstep.session.Action;
import dev.backstep.session.ShownProgram;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.program.LeafPane;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// The leaf that is selected, with a large slider or fields: for trying another number while all
/// look on.
final class LeafCard extends StackPane {

    private final LeafPane leaf;

    /// @param next selects the leaf after it: V does, in a field too, as no number has a v
    LeafCard(Consumer<Action> dispatch, Runnable begin, Runnable end, Runnable next) {
        leaf = new LeafPane(dispatch, begin, end);
        getStyleClass().add("present-leaf");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(leaf);
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.V && !isHeld(e)) {
                        e.consume();
                        next.run();
                    }
                });
        addEventFilter(
                KeyEvent.KEY_TYPED,
                e -> {
                    if (e.getCharacter().equalsIgnoreCase("v") && !isHeld(e)) {
                        e.consume(); // the key that led here types nothing
                    }
                });
        setVisible(false);
    }

    private static boolean isHeld(KeyEvent e) {
        return e.isShortcutDown() || e.isControlDown() || e.isAltDown() || e.isMetaDown();
    }

    void show(ThemedState screen) {
        Optional<Node> chosen =
                screen.state().canSetLeaves()
                        ? screen.state().good().flatMap(g -> chosen(g, screen))
                        : Optional.empty();
        setVisible(chosen.isPresent());
        chosen.ifPresent(node -> leaf.show(screen, node));
    }

    private static Optional<Node> chosen(ShownProgram good, ThemedState screen) {
        OptionalInt selected = screen.state().view().selected();
        return settable(good).stream()
                .filter(n -> selected.isPresent() && selected.getAsInt() == n.id())
                .findFirst();
    }

    private static List<Node> settable(ShownProgram good) {
        return LeafPane.settable(good).stream().filter(n -> good.isDrawn(n.id())).toList();
    }

    /// The leaf after the one that is selected; nothing after the last one.
    static OptionalInt next(ThemedState screen) {
        List<Integer> all =
                screen.state().canSetLeaves()
                        ? screen.state()
                                .good()
                                .map(g -> settable(g).stream().map(Node::id).toList())
                                .orElse(List.of())
                        : List.of();
        OptionalInt selected = screen.state().view().selected();
        int at = selected.isPresent() ? all.indexOf(selected.getAsInt()) : -1;
        return at + 1 < all.size() ? OptionalInt.of(all.get(at + 1)) : OptionalInt.empty();
    }

    /// Gives the focus to its slider or its first field.
    void focusLeaf() {
        leaf.focusLeaf();
    }
}
