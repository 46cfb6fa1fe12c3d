package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.NodeKeys;
import dev.backstep.session.ShownProgram;
import dev.backstep.session.State;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Two nodes chosen one after the other in the graph: a bar below it, in the place of the sentence,
/// says which one comes next, so that no card moves under the pointer.
final class NodePicking extends HBox {

    private final Label told = new Label();
    private final Supplier<State> state;
    private final BiConsumer<Integer, Integer> picked;
    private Optional<String> first = Optional.empty();

    /// @param picked gets both, when the second is chosen
    NodePicking(Supplier<State> state, BiConsumer<Integer, Integer> picked) {
        super(14);
        this.state = state;
        this.picked = picked;
        Button cancel = new Button(Texts.of("picking.cancel"));
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> end());
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("picking-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(told, cancel);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    boolean isOn() {
        return isVisible();
    }

    void begin() {
        first = Optional.empty();
        told.setText(Texts.of("picking.first"));
        setVisible(true);
    }

    void end() {
        first = Optional.empty();
        setVisible(false);
    }

    /// Takes a click on a card, if one is waited for.
    boolean takes(Action action) {
        if (!isVisible()
                || !(action instanceof Action.Select(OptionalInt node))
                || node.isEmpty()) {
            return false;
        }
        take(node.getAsInt());
        return true;
    }

    /// Takes a node as the next of the two.
    void take(int node) {
        Optional<ShownProgram> program = state.get().good();
        if (program.isEmpty()) {
            return;
        }
        NodeKeys keys = program.get().keys();
        OptionalInt before = first.isEmpty() ? OptionalInt.empty() : keys.node(first.get());
        if (before.isPresent()) {
            end();
            picked.accept(before.getAsInt(), node);
        } else {
            first = Optional.of(keys.key(node));
            told.setText(
                    Texts.of(
                            Message.of("picking.second")
                                    .with(
                                            "name",
                                            program.get().walkthrough().labels().words(node))));
        }
    }
}
