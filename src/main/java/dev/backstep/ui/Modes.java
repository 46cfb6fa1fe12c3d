package dev.backstep.ui;

import dev.backstep.session.Mode;
import dev.backstep.ui.lesson.LearnPane;
import dev.backstep.ui.train.TrainPane;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The part of the window that depends on what it is used for. What trains is made when it is first
/// asked for.
final class Modes extends StackPane {

    private final ExplorePane explore;
    private final Node graph;
    private final Supplier<TrainPane> make;
    private final Supplier<LearnPane> makeLearn;
    private @Nullable TrainPane train;
    private @Nullable LearnPane learn;

    /// @param graph gets the focus while the program is stepped through
    Modes(
            ExplorePane explore,
            Node graph,
            Supplier<TrainPane> make,
            Supplier<LearnPane> makeLearn) {
        this.makeLearn = makeLearn;
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
        Mode mode = screen.state().view().mode();
        boolean trains = mode.trains();
        TrainPane pane = train;
        if (trains && pane == null) {
            pane = make.get();
            train = pane;
        }
        Node focus = getScene() == null ? null : getScene().getFocusOwner();
        sides(mode, screen, trains ? pane : null);
        Node wanted = trains && pane != null ? pane : explore;
        boolean left = focus != null && focus.getScene() == null;
        if (!getChildren().contains(wanted)) {
            getChildren().setAll(wanted);
            home();
        } else if (left) {
            home(); // else it would go to the program, and the next key be typed there
        }
        if (trains && pane != null) {
            pane.show(screen);
        }
    }

    /// At the left stands the lesson, with what can be edited in its place, or that alone.
    private void sides(Mode mode, ThemedState screen, @Nullable TrainPane pane) {
        if (mode.learns()) {
            LearnPane lesson = learn();
            lesson.host(pane == null ? explore.program() : pane.controls());
            if (pane == null) {
                explore.left(lesson, LearnPane.WIDTH);
            } else {
                pane.left(lesson);
            }
            lesson.show(screen);
            return;
        }
        if (learn != null) {
            learn.leave(screen.state());
        }
        if (pane == null) {
            explore.left(explore.program(), 0);
        } else {
            pane.left(pane.controls());
        }
    }

    /// The lesson, made when it is first asked for.
    LearnPane learn() {
        LearnPane made = learn;
        if (made == null) {
            made = makeLearn.get();
            made.onAnswered(this::home);
            learn = made;
        }
        return made;
    }
}
