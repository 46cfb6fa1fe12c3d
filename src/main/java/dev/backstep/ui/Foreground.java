package dev.backstep.ui;

import dev.backstep.export.Figure;
import dev.backstep.export.HandoutPage;
import dev.backstep.export.HandoutText;
import dev.backstep.export.StopFigure;
import dev.backstep.export.figure.SlideFigure;
import dev.backstep.layout.Diagram;
import dev.backstep.lesson.LessonStop;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.ui.files.FigureOffer;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.lesson.LearnPane;
import dev.backstep.ui.present.Presentation;
import dev.backstep.ui.train.TrainPane;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What fills the window: one of the modes below its bars, or the presentation of it. Knows who is
/// to have the focus.
final class Foreground extends StackPane {

    private final Session session;
    private final ExplorePane explore;
    private final Modes modes;
    private final BorderPane panes;
    private final Presentation presentation;
    private final Runnable changed;
    private boolean lent;

    /// @param bars what stands above the modes
    /// @param changed shows everything anew, as presenting begins and when it ends
    Foreground(
            Session session,
            ExplorePane explore,
            Modes modes,
            Region bars,
            Presentation presentation,
            Runnable changed) {
        this.session = session;
        this.explore = explore;
        this.modes = modes;
        this.panes = new BorderPane(modes, bars, null, null, null);
        this.presentation = presentation;
        this.changed = changed;
        new EditingKeys(session, this::home).watch(panes);
        new EditingKeys(session, this::home, presentation::isDrawnOn).watch(presentation);
        presentation.onTurned(this::turned);
        getChildren().setAll(panes, presentation);
    }

    void show(ThemedState screen) {
        lend(presentation.isOn() && screen.state().view().mode().trains());
        if (presentation.isOn()) {
            presentation.show(screen);
        } else {
            explore.show(screen);
        }
        modes.show(screen);
    }

    /// A training is presented as it is, only larger.
    private void lend(boolean wanted) {
        if (wanted != lent) {
            lent = wanted;
            if (lent) {
                panes.setCenter(null);
                presentation.training(Optional.of(modes));
            } else {
                presentation.training(Optional.empty());
                panes.setCenter(modes);
            }
        }
    }

    /// Gives the focus to what the keys are for.
    void home() {
        if (presentation.isOn()) {
            presentation.home();
        } else {
            modes.home();
        }
    }

    /// Keys that mean something else while one presents.
    Predicate<KeyEvent> keys() {
        return presentation::take;
    }

    /// What trains, if it is on screen.
    Optional<TrainPane> training() {
        return modes.training();
    }

    /// The figures that can be taken out of what is on screen.
    ///
    /// @param graph the picture of it
    List<FigureOffer> figures(Optional<Diagram> graph) {
        boolean covered = presentation.isOn();
        Stream<FigureOffer> views =
                Stream.of(
                                explore.sheet().figure().filter(_ -> !covered),
                                graph.flatMap(this::slide),
                                stop().map(stop -> offer(stop, graph)))
                        .flatMap(Optional::stream);
        return Stream.concat(views, tables()).toList();
    }

    /// A training shows no node.
    private Stream<FigureOffer> tables() {
        State now = session.state();
        return now.view().mode().trains()
                ? Stream.empty()
                : TableOffers.of(new ThemedState(now, Theme.LIGHT));
    }

    /// The step on a slide, with the graph as it is on screen.
    private Optional<FigureOffer> slide(Diagram graph) {
        State now = session.state();
        ThemedState shown = new ThemedState(now, Theme.LIGHT);
        boolean front = presentation.isOn() && !presentation.isReading();
        return shown.walkthrough()
                .filter(_ -> !now.view().mode().trains())
                .map(w -> SlideFigure.of(w, shown.step(), shown.numbers(), Texts.spoken(), graph))
                .map(
                        slide ->
                                new FigureOffer(
                                        Texts.of("export.slide"), front, _ -> Figure.of(slide)));
    }

    private Optional<LessonStop> stop() {
        State now = session.state();
        return now.lesson()
                .filter(_ -> now.view().mode().learns())
                .flatMap(l -> l.current().map(l.lesson()::read));
    }

    /// The stop of a lesson with its graph as it is on screen.
    private FigureOffer offer(LessonStop stop, Optional<Diagram> graph) {
        HandoutPage page = HandoutText.page(stop, graph, Texts.spoken());
        return new FigureOffer(
                Texts.of("export.stop"),
                presentation.isReading(),
                width -> Figure.of(new StopFigure(stop.title(), page, width)));
    }

    /// Begins to present, or ends it.
    void present() {
        presentation.turn();
    }

    /// What lies behind the presentation stays as it is, and as large.
    private void turned() {
        panes.setVisible(!presentation.isOn());
        panes.setManaged(!presentation.isOn());
        changed.run();
        home();
    }

    LearnPane learn() {
        return modes.learn();
    }

    void focusProgram() {
        if (presentation.isOn()) {
            presentation.typeProgram();
            return;
        }
        toProgram();
        explore.focusProgram();
    }

    /// Shows the text of the program: in a lesson in the place of its text.
    private void toProgram() {
        session.dispatch(new Action.Switch(session.state().view().mode().exploring()));
        if (session.state().view().mode().learns()) {
            modes.learn().edit();
        }
    }

    /// Leads to what is wrong, where it is written.
    void toProblem() {
        toProgram();
        explore.toProblem();
    }

    /// Shows nothing more.
    void close() {
        presentation.end();
        modes.close();
    }
}
