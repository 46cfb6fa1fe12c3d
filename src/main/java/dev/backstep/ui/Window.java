package dev.backstep.ui;

import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.session.LessonSource;
import dev.backstep.session.Preferences;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import dev.backstep.text.Message;
import dev.backstep.ui.files.FileDesk;
import dev.backstep.ui.graph.GraphPane;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Enlarged;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.lesson.LearnPane;
import dev.backstep.ui.lesson.LessonDesk;
import dev.backstep.ui.lesson.LinkAsked;
import dev.backstep.ui.lesson.LinkCard;
import dev.backstep.ui.present.Presentation;
import dev.backstep.ui.settings.SettingsDialog;
import dev.backstep.ui.train.TrainDesk;
import dev.backstep.ui.train.TrainPane;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// The window: puts the panes together, shows every state in all of them, and does what commands
/// ask.
public final class Window {

    private final Stage stage;
    private final Session session;
    private final Reader reader;
    private final ThemeStyles looks;
    private final FileDesk files;
    private final StepCommands steps;
    private final Notices notices = new Notices();
    private final DataNotes notes = new DataNotes(notices);
    private final GraphPane graph;
    private final TopBar top;
    private final List<Command> commands;
    private final Palette palette;
    private final Reference reference;
    private final TermDesk terms;
    private final ExplorePane explore;
    private final TrainDesk train;
    private final LessonDesk lessons;
    private final LinkCard links = new LinkCard();
    private final Foreground foreground;
    private final Enlarged enlarged;
    private final ChangeListener<Boolean> focus = (_, _, now) -> focused(now);
    private final EventHandler<WindowEvent> hiding = _ -> keepTrained();
    private Runnable unsubscribe = () -> {};
    private @Nullable State shown;
    private int timesShown;

    /// @param first has the graph, which may be on the screen already
    Window(Stage stage, Session session, Background background, FirstSight first) {
        this.stage = stage;
        this.session = session;
        this.steps = new StepCommands(session, notices);
        this.reader = new Reader(session, background, notices::refuse);
        Runnable back = this::backToTraining;
        this.explore = new ExplorePane(session, steps, notices, background, first, back);
        this.graph = explore.graph();
        this.files =
                new FileDesk(stage, session, notices, background, graph::arrangement, this::theme);
        this.train = new TrainDesk(session, background, notices::tell, notices::refuse);
        this.lessons = new LessonDesk(session, background, train::trainTo, notices::refuse);
        files.openLessons(file -> lessons.open(new LessonSource.InFile(file)));
        List<Commands.MenuGroup> groups =
                new Commands(this, session, steps, files, graph, train).groups();
        this.top =
                new TopBar(
                        MenuOf.commands(groups, session::state, this::explainFocus),
                        session::dispatch,
                        files::open,
                        this::export,
                        this::present,
                        this::turnTheme,
                        this::toProblem);
        this.commands = groups.stream().flatMap(g -> g.commands().stream()).toList();
        this.palette = new Palette(groups, session::state, this::home);
        this.reference = new Reference(commands, this::home);
        this.foreground = foreground(background);
        StackPane root = new StackPane(foreground, reference, palette);
        this.enlarged = new Enlarged(root);
        this.looks = new ThemeStyles(new Scene(enlarged, 1440, 900), this::showAll);
        this.terms = new TermDesk(looks.scene(), foreground, reference);
        new CommandKeys(commands, session::state, foreground.keys(), this::home)
                .watch(looks.scene());
        files.acceptDrops(root);
        stage.setScene(looks.scene());
    }

    private Foreground foreground(Background background) {
        ModePanes late =
                new ModePanes(session, explore, files, train, lessons, notices, background);
        return new Foreground(
                session,
                explore,
                new Modes(explore, graph, late::train, late::learn),
                new VBox(top, files.bar()),
                new Presentation(stage, session, steps::by, background, notices.mirror()),
                this::showAll);
    }

    LessonDesk lessons() {
        return lessons;
    }

    /// What asks before a link of a lesson is followed.
    LinkCard links() {
        return links;
    }

    LearnPane lesson() {
        return foreground.learn();
    }

    /// Shows the window, and from then on every state of the session.
    public void open() {
        explore.quizzes().onSave(files::keepResult);
        explore.sheet().outTo(files.plots());
        files.offer(() -> foreground.figures(files.pictures().diagram()));
        unsubscribe = session.subscribe(_ -> show());
        terms.watch(this::theme, files::openExample);
        scene().addEventHandler(LinkAsked.ASKED, links::show);
        stage.focusedProperty().addListener(focus);
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, hiding);
        focused(stage.isFocused());
        stage.show();
        enlarged.applyCss(); // without its skin, a split pane holds nothing that takes the focus
        home();
    }

    /// Shows nothing more: another window takes the place of this one on the same stage.
    public void dispose() {
        unsubscribe.run();
        stage.focusedProperty().removeListener(focus);
        stage.removeEventHandler(WindowEvent.WINDOW_HIDING, hiding);
        steps.player().stop();
        train.keepNow();
        train.close();
        foreground.close();
        looks.close();
        lessons.close();
    }

    /// Whoever comes back may have changed files elsewhere.
    void focused(boolean now) {
        if (now) {
            reader.readAgain();
            files.look();
            lessons.look();
        }
    }

    public Scene scene() {
        return looks.scene();
    }

    ExplorePane explore() {
        return explore;
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

    TrainDesk training() {
        return train;
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
        train.show(state);
        foreground.show(screen);
        notes.show(state);
        reader.read(state);
        lessons.show(state);
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
        foreground.training().ifPresentOrElse(TrainPane::exportNetwork, files::export);
    }

    void copyPicture() {
        foreground.training().ifPresentOrElse(TrainPane::copyNetwork, files::copyPicture);
    }

    void turnTheme() {
        boolean dark = theme().isDark();
        Preferences now = session.state().view().preferences();
        ThemeChoice other = dark ? ThemeChoice.LIGHT : ThemeChoice.DARK;
        session.dispatch(new Action.Prefer(now.withTheme(other)));
    }

    void openSettings() {
        SettingsDialog.open(stage, session);
    }

    void toggleFullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    /// Gives the focus to what the keys are for.
    private void home() {
        foreground.home();
    }

    void present() {
        foreground.present();
    }

    void focusProgram() {
        foreground.focusProgram();
    }

    private void toProblem() {
        foreground.toProblem();
    }

    void openPalette() {
        palette.open();
    }

    void toggleReference() {
        reference.toggle();
    }

    void explainFocus() {
        terms.explain();
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
