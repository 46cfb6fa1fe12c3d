package dev.backstep.ui;

import dev.backstep.explain.Sentences;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import dev.backstep.session.View;
import dev.backstep.ui.files.FileDesk;
import dev.backstep.ui.graph.GraphPane;
import dev.backstep.ui.graph.LegendView;
import dev.backstep.ui.inspector.InspectorPane;
import dev.backstep.ui.program.ProgramPane;
import dev.backstep.ui.transport.Player;
import dev.backstep.ui.transport.TransportPane;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// The window: puts the panes together, shows every state in all of them, and does what commands
/// ask.
public final class Window {

    /// What a sentence of two lines covers: where one line is enough, the graph does not move.
    private static final double TWO_LINES = 96;

    private final Stage stage;
    private final Session session;
    private final Reader reader;
    private final Looks looks;
    private final FileDesk files;
    private final Player player;
    private final Notices notices = new Notices();
    private final SentenceView sentence = new SentenceView();
    private final LegendView legend = new LegendView();
    private final VacantView vacant = new VacantView(this::toProblem);
    private final GraphPane graph;
    private final ProgramPane program;
    private final InspectorPane inspector = new InspectorPane();
    private final TransportPane transport;
    private final TopBar top;
    private final Palette palette;
    private final Reference reference;
    private final Sides sides;

    public Window(Stage stage, Session session) {
        this.stage = stage;
        this.session = session;
        this.reader = new Reader(session);
        this.graph = new GraphPane(this::stepBy);
        this.files = new FileDesk(stage, session, notices, graph::arrangement, this::theme);
        this.player = new Player(this::playOn);
        this.program = new ProgramPane(this::stepBy, session::beginGesture, session::endGesture);
        this.transport = new TransportPane(this::stepBy, player, this::togglePlay);
        List<Commands.Group> groups = new Commands(this, session, files, graph).groups();
        this.top =
                new TopBar(
                        MenuOf.commands(groups, session::state),
                        session::dispatch,
                        files::open,
                        files::export,
                        this::turnTheme,
                        this::toProblem);
        List<Command> all = groups.stream().flatMap(g -> g.commands().stream()).toList();
        this.palette = new Palette(all, session::state, graph::requestFocus);
        this.reference = new Reference(all, graph::requestFocus);
        StackPane.setAlignment(reference, Pos.CENTER_RIGHT);
        this.sides = new Sides(program, centre(), inspector, session);
        BorderPane panes = new BorderPane();
        panes.setTop(new VBox(top, files.bar()));
        panes.setCenter(sides);
        panes.setBottom(transport);
        StackPane root = new StackPane(panes, reference, palette);
        this.looks = new Looks(new Scene(root, 1440, 900), this::show);
        PlainKeys.keepFromCommands(root);
        PlainKeys.giveBackAfterMouse(panes, graph::requestFocus);
        new EditingKeys(session, graph::requestFocus).watch(panes);
        files.acceptDrops(root);
        stage.setScene(looks.scene());
    }

    /// Shows the window, and from then on every state of the session.
    public void open() {
        session.subscribe(_ -> show());
        stage.focusedProperty().addListener((_, _, now) -> focused(now));
        stage.show();
        graph.requestFocus();
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

    public FileDesk files() {
        return files;
    }

    public Notices notices() {
        return notices;
    }

    private StackPane centre() {
        StackPane.setAlignment(sentence, Pos.BOTTOM_CENTER);
        StackPane.setMargin(sentence, new Insets(0, 20, 20, 20));
        HBox zoom = new ZoomBar(graph);
        StackPane.setAlignment(zoom, Pos.TOP_RIGHT);
        StackPane.setMargin(zoom, new Insets(10));
        StackPane.setAlignment(notices, Pos.TOP_CENTER);
        StackPane.setMargin(notices, new Insets(52, 14, 14, 14));
        sentence.heightProperty()
                .addListener(
                        (_, _, height) ->
                                graph.coveredBelow(Math.max(TWO_LINES, height.doubleValue() + 30)));
        StackPane.setAlignment(legend, Pos.TOP_LEFT);
        StackPane.setMargin(legend, new Insets(16));
        StackPane centre = new StackPane(graph, vacant, legend, sentence, zoom, notices);
        HBox.setHgrow(centre, Priority.ALWAYS);
        centre.setMinWidth(200);
        return centre;
    }

    private void show() {
        State state = session.state();
        looks.choose(state.view().theme());
        Screen screen = new Screen(state, theme());
        stage.setTitle(TopBar.title(state));
        top.show(screen);
        program.show(screen);
        graph.show(screen);
        legend.show(screen);
        vacant.show(screen);
        inspector.show(screen);
        transport.show(screen);
        sides.show(state.view().panels());
        sentence.show(
                screen.walkthrough()
                        .map(w -> Sentences.of(w, screen.step(), screen.numbers()))
                        .orElse(""));
        reader.read(state);
        files.show(state);
    }

    private Theme theme() {
        return looks.theme();
    }

    // What commands ask for.

    void togglePlay() {
        if (player.isPlaying()) {
            player.stop();
            return;
        }
        if (session.state().view().step() >= session.state().steps() - 1) {
            session.dispatch(new Action.ToStart());
        }
        player.play();
    }

    private boolean playOn() {
        session.dispatch(new Action.Forward());
        return session.state().view().step() < session.state().steps() - 1;
    }

    /// Lets the user's action happen; a step by hand stops the player.
    void stepBy(Action action) {
        if (action.isStep()) {
            player.stop();
        }
        session.dispatch(action);
    }

    void toSeed() {
        session.state()
                .good()
                .ifPresent(g -> stepBy(new Action.Go(g.walkthrough().story().seed())));
    }

    void toUpdates() {
        session.state()
                .good()
                .ifPresent(g -> stepBy(new Action.Go(g.walkthrough().story().updates())));
    }

    void speed(double factor) {
        session.dispatch(new Action.Speed(view().speed() * factor));
    }

    void goToSelected() {
        view().selected().ifPresent(node -> session.dispatch(new Action.GoToNode(node)));
    }

    void deselect() {
        session.dispatch(new Action.Select(OptionalInt.empty()));
    }

    void unpinSelected() {
        view().selected().ifPresent(node -> session.dispatch(new Action.Unpin(node)));
    }

    void turnTheme() {
        boolean dark = theme() == Theme.DARK;
        session.dispatch(new Action.Theme(dark ? ThemeChoice.LIGHT : ThemeChoice.DARK));
    }

    void systemTheme() {
        session.dispatch(new Action.Theme(ThemeChoice.SYSTEM));
    }

    void toggleLeft() {
        sides.toggleLeft();
    }

    void toggleRight() {
        sides.toggleRight();
    }

    void digits(int more) {
        session.dispatch(new Action.Digits(view().digits() + more));
    }

    void toggleMotion() {
        session.dispatch(new Action.Motion(!view().motion()));
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
        notices.tell(Texts.of("about", System.getProperty("java.version")));
    }

    void close() {
        stage.close();
    }

    private View view() {
        return session.state().view();
    }
}
