package dev.backstep.ui;

import dev.backstep.explain.Sentences;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.session.Preferences;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import dev.backstep.text.Message;
import dev.backstep.ui.files.FileDesk;
import dev.backstep.ui.graph.GraphPane;
import dev.backstep.ui.graph.LegendView;
import dev.backstep.ui.inspector.InspectorPane;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Enlarged;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.program.ProgramPane;
import dev.backstep.ui.settings.SettingsDialog;
import dev.backstep.ui.train.TrainDesk;
import dev.backstep.ui.train.TrainPane;
import dev.backstep.ui.transport.TransportPane;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// The window: puts the panes together, shows every state in all of them, and does what commands
/// ask.
public final class Window {

    /// What a sentence of two lines takes: if one line is enough, the graph does not move.
    private static final double TWO_LINES = 84;

    private final Stage stage;
    private final Session session;
    private final Reader reader;
    private final ThemeStyles looks;
    private final FileDesk files;
    private final StepCommands steps;
    private final Notices notices = new Notices();
    private final DataNotes notes = new DataNotes(notices);
    private final SentenceView sentence = new SentenceView();
    private final LegendView legend = new LegendView();
    private final OpenedBar opened = new OpenedBar(this::backToTraining);
    private final VacantView vacant = new VacantView(this::toProblem);
    private final GraphPane graph;
    private final ProgramPane program;
    private final InspectorPane inspector;
    private final TransportPane transport;
    private final TopBar top;
    private final List<Command> commands;
    private final Palette palette;
    private final Reference reference;
    private final Sides sides;
    private final TrainDesk train;
    private final Modes modes;
    private final Enlarged enlarged;
    private final ChangeListener<Boolean> focus = (_, _, now) -> focused(now);
    private final EventHandler<WindowEvent> hiding = _ -> keepTrained();
    private Runnable unsubscribe = () -> {};
    private @Nullable State shown;
    private int timesShown;

    public Window(Stage stage, Session session, Background background) {
        this.stage = stage;
        this.session = session;
        this.steps = new StepCommands(session);
        this.reader = new Reader(session, background, notices::refuse);
        this.graph = new GraphPane(steps::by, background);
        this.inspector = new InspectorPane(background);
        this.files =
                new FileDesk(stage, session, notices, background, graph::arrangement, this::theme);
        this.program = new ProgramPane(steps::by, session::beginGesture, session::endGesture);
        this.transport =
                new TransportPane(
                        steps::by, steps.player(), steps::togglePlay, graph::requestFocus);
        this.train = new TrainDesk(session, background, notices::tell, notices::refuse);
        List<Commands.Group> groups =
                new Commands(this, session, steps, files, graph, train).groups();
        this.top =
                new TopBar(
                        MenuOf.commands(groups, session::state),
                        session::dispatch,
                        files::open,
                        this::export,
                        this::turnTheme,
                        this::toProblem);
        this.commands = groups.stream().flatMap(g -> g.commands().stream()).toList();
        this.palette = new Palette(commands, session::state, graph::requestFocus);
        this.reference = new Reference(commands, graph::requestFocus);
        this.sides = new Sides(program, centre(), inspector, session);
        this.modes =
                new Modes(
                        new BorderPane(sides, null, null, transport, null),
                        () -> trainPane(background));
        StackPane root = root();
        this.enlarged = new Enlarged(root);
        this.looks = new ThemeStyles(new Scene(enlarged, 1440, 900), this::showAll);
        new CommandKeys(commands, session::state, graph::requestFocus).watch(looks.scene());
        files.acceptDrops(root);
        stage.setScene(looks.scene());
    }

    private StackPane root() {
        BorderPane panes = new BorderPane(modes, new VBox(top, files.bar()), null, null, null);
        new EditingKeys(session, graph::requestFocus).watch(panes);
        StackPane.setAlignment(reference, Pos.CENTER_RIGHT);
        return new StackPane(panes, reference, palette);
    }

    private TrainPane trainPane(Background background) {
        return new TrainPane(
                train,
                background,
                session::beginGesture,
                session::endGesture,
                notices.mirror(),
                files.plots(),
                notices::refuse);
    }

    /// Shows the window, and from then on every state of the session.
    public void open() {
        unsubscribe = session.subscribe(_ -> show());
        stage.focusedProperty().addListener(focus);
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, hiding);
        stage.show();
        graph.requestFocus();
    }

    /// Shows nothing more: another window takes the place of this one on the same stage.
    public void dispose() {
        unsubscribe.run();
        stage.focusedProperty().removeListener(focus);
        stage.removeEventHandler(WindowEvent.WINDOW_HIDING, hiding);
        steps.player().stop();
        train.close();
    }

    /// Whoever comes back may have changed files elsewhere.
    void focused(boolean now) {
        if (now) {
            reader.readAgain();
            files.look();
        }
    }

    public Scene scene() {
        return looks.scene();
    }

    List<Command> commands() {
        return commands;
    }

    public FileDesk files() {
        return files;
    }

    public Notices notices() {
        return notices;
    }

    /// The graph between two strips: what is told lies beside its cards, never over them.
    private VBox centre() {
        StackPane picture = new StackPane(graph, vacant);
        StackPane told = new StackPane(sentence);
        told.getStyleClass().add("told");
        told.setMinHeight(TWO_LINES);
        VBox centre =
                new VBox(opened, new GraphBar(legend, notices, new ZoomBar(graph)), picture, told);
        centre.getStyleClass().add("centre");
        VBox.setVgrow(picture, Priority.ALWAYS);
        HBox.setHgrow(centre, Priority.ALWAYS);
        centre.setMinWidth(200);
        return centre;
    }

    /// Where the window stands, and which files were used, is shown in no pane.
    private void show() {
        State state = session.state();
        boolean moved = shown != null && state.isLike(shown);
        shown = state;
        if (!moved) {
            showAll();
        }
    }

    /// How often all panes were filled.
    int timesShown() {
        return timesShown;
    }

    private void showAll() {
        timesShown++;
        State state = session.state();
        looks.choose(state.view().preferences().theme());
        enlarged.by(state.view().preferences().textSize());
        ThemedState screen = new ThemedState(state, theme());
        stage.setTitle(TopBar.title(state));
        top.show(screen);
        program.show(screen);
        graph.show(screen);
        legend.show(screen);
        vacant.show(screen);
        opened.show(state.batch());
        inspector.show(screen);
        transport.show(screen);
        sides.show(state.view().panels());
        train.show(state);
        modes.show(screen);
        sentence.show(
                screen.walkthrough()
                        .map(w -> Texts.of(Sentences.of(w, screen.step(), screen.numbers())))
                        .orElse(""));
        notes.show(state);
        reader.read(state);
        files.show(state);
    }

    private Theme theme() {
        return looks.theme();
    }

    // What commands ask for.

    boolean isPlaying() {
        return steps.isPlaying();
    }

    void export() {
        modes.training().ifPresentOrElse(TrainPane::exportNetwork, files::export);
    }

    void copyPicture() {
        modes.training().ifPresentOrElse(TrainPane::copyNetwork, files::copyPicture);
    }

    void turnTheme() {
        boolean dark = theme() == Theme.DARK;
        prefer(p -> p.withTheme(dark ? ThemeChoice.LIGHT : ThemeChoice.DARK));
    }

    void toggleLeft() {
        sides.toggleLeft();
    }

    void toggleRight() {
        sides.toggleRight();
    }

    void openSettings() {
        SettingsDialog.open(stage, session);
    }

    private void prefer(UnaryOperator<Preferences> change) {
        Preferences now = session.state().view().preferences();
        session.dispatch(new Action.Prefer(change.apply(now)));
    }

    void toggleFullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    void focusProgram() {
        program.focusText();
    }

    /// Leads to what is wrong, where it is written.
    private void toProblem() {
        sides.unfoldLeft();
        program.focusProblem();
    }

    void openPalette() {
        palette.open();
    }

    void toggleReference() {
        reference.toggle();
    }

    void about() {
        notices.tell(
                Texts.of(Message.of("about").with("java", System.getProperty("java.version"))));
    }

    private void keepTrained() {
        train.keepNow();
    }

    private void backToTraining() {
        train.closeBatch();
    }

    void close() {
        stage.close();
    }
}
