package dev.backstep.ui;

import dev.backstep.session.Mode;
import dev.backstep.ui.train.TrainPane;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The part of the window that depends on what it is used for. What trains is made when it is first
/// asked for.
final class Modes extends StackPane {

    private final Node explore;
    private final Node graph;
    private final Supplier<TrainPane> make;
    private @Nullable TrainPane train;

    /// @param graph gets the focus while the program is stepped through
    Modes(Node explore, Node graph, Supplier<TrainPane> make) {
        this.explore = explore;
        this.graph = graph;
        this.make = make;
        getChildren().setAll(explore);
    }

    /// Gives the focus to what the keys are for: the graph, or what trains.
    void home() {
        if (train != null && getChildren().contains(train)) {
            train.requestFocus();
        } else {
            graph.requestFocus();
        }
    }

    /// What trains, if it is on screen.
    Optional<TrainPane> training() {
        return Optional.ofNullable(train).filter(t -> getChildren().contains(t));
    }

    /// Takes out what is on screen, so that nothing in it moves any more.
    void close() {
        getChildren().clear();
    }

    void show(ThemedState screen) {
        boolean trains = screen.state().view().mode() == Mode.TRAIN;
        TrainPane pane = train;
        if (trains && pane == null) {
            pane = make.get();
            train = pane;
        }
        Node wanted = trains && pane != null ? pane : explore;
        if (!getChildren().contains(wanted)) {
            getChildren().setAll(wanted);
            home();
        }
        if (trains && pane != null) {
            pane.show(screen);
        }
    }
}
