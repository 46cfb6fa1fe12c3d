package dev.backstep.ui;

import dev.backstep.layout.Placements;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.FormulaTables;
import dev.backstep.paint.ScriptFonts;
import dev.backstep.session.Action;
import dev.backstep.session.Bounds;
import dev.backstep.session.Session;
import dev.backstep.store.Folders;
import dev.backstep.store.Log;
import dev.backstep.store.OpenWindows;
import dev.backstep.store.SessionClaim;
import dev.backstep.store.SessionSaver;
import dev.backstep.store.SessionSnapshot;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Failures;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Typefaces;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The program as a window: brings the last session back, or opens the file it is given.
public final class App extends Application {

    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 560;

    /// How long the window stands still before its place is remembered.
    private static final Duration STILL = Duration.millis(200);

    private static final Failures FAILURES = new Failures(Log.of(Folders.here()));

    /// Read while the toolkit starts.
    private static CompletableFuture<Opening> opening = new CompletableFuture<>();

    /// What went wrong before there was a window to tell it.
    private static final List<String> UNTOLD = new CopyOnWriteArrayList<>();

    private static volatile boolean hasToolkit;

    /// Why the window could not be completed, if it could not.
    private static volatile @Nullable Throwable incomplete;

    private final Background background = new Background(FAILURES);

    /// There is no display.
    public static final class NoDisplay extends RuntimeException {

        private NoDisplay(Throwable cause) {
            super(cause);
        }
    }

    private static Consumer<String> complain = _ -> {};

    /// Opens the window and returns when it is closed.
    ///
    /// @param complain told what could not be opened; the window says it too
    /// @param args a file to open, or nothing
    /// @throws NoDisplay if there is none to open the window on
    /// @throws IllegalStateException with a sentence, if the window cannot be opened
    public static void open(Consumer<String> complain, String... args) {
        App.complain = complain;
        Thread.setDefaultUncaughtExceptionHandler((_, e) -> UNTOLD.add(FAILURES.told(e)));
        Optional<Path> given = Arrays.stream(args).findFirst().map(Path::of);
        try (SessionClaim claim = SessionClaim.of(Folders.here(), given.map(Opening::whole))) {
            opening = Background.ahead(() -> Opening.of(claim, given));
            Background.begin("warm up formulas", FormulaTables::load);
            Background.begin("warm up layout", App::warmUpLayout);
            launch(App.class, args);
        } catch (RuntimeException | Error e) {
            if (!hasToolkit && e instanceof UnsupportedOperationException) {
                throw new NoDisplay(e);
            }
            throw new IllegalStateException(FAILURES.told(e), e);
        }
        Throwable why = incomplete;
        if (why != null) {
            throw new IllegalStateException(FAILURES.told(why), why);
        }
    }

    /// Loads what the first picture needs while the window is built. Not before the toolkit has
    /// started: GTK changes the environment while it starts, which threads that look for fonts must
    /// not read meanwhile.
    @Override
    public void init() {
        hasToolkit = true;
        Background.begin("warm up", App::warmUp);
    }

    /// Fonts are lent first: fontconfig must not be given more while another thread looks for one,
    /// as JavaFX does for the first scene.
    @Override
    public void start(Stage stage) {
        ScriptFonts.lend();
        Opening opened = opening.join();
        Session session = new Session(opened.state());
        place(stage, session.state().desk().window());
        LiveWindow.speakOf(session);
        FirstSight first = new FirstSight(session, background);
        if (FirstSight.isKnown(session.state(), stage.getWidth())) {
            first.show(stage, () -> open(stage, opened, session, first), App::end);
        } else {
            open(stage, opened, session, first);
        }
    }

    /// Ends the program as when it cannot start: the window cannot be completed.
    private static void end(Throwable why) {
        incomplete = why;
        Platform.exit();
    }

    /// Makes the window; its rest, if its graph is on the screen already.
    private Scene open(Stage stage, Opening opened, Session session, FirstSight first) {
        Background.begin("load icons", Icons::load);
        ThemeStyles.base(session.state().view().preferences().theme());
        LiveWindow window = new LiveWindow(stage, session, background, first);
        window.browseBy(page -> getHostServices().showDocument(page.shown()));
        Consumer<String> refuse = sentence -> window.now().notices().refuse(sentence);
        Message unsaved =
                Message.of("session.unsaved").with("file", String.valueOf(opened.file().file()));
        SessionSaver saver =
                new SessionSaver(
                        opened.file(),
                        _ -> Platform.runLater(() -> refuse.accept(Texts.of(unsaved))));
        session.subscribe(s -> saver.save(SessionSnapshot.of(s)));
        OpenWindows windows = OpenWindows.of(Folders.here());
        enter(session, windows);
        rememberPlace(stage, session);
        Thread.setDefaultUncaughtExceptionHandler(
                (_, failure) -> {
                    String sentence = FAILURES.told(failure);
                    Platform.runLater(() -> refuse.accept(sentence));
                });
        stage.setOnHidden(
                _ -> {
                    saver.close();
                    windows.leave();
                });
        window.open();
        Platform.runLater(() -> stage.getIcons().setAll(Icons.ofProgram())); // the graph first
        UNTOLD.forEach(refuse);
        List<String> refused = opened.refused();
        refused.forEach(complain);
        if (!refused.isEmpty()) {
            window.now().notices().stay(String.join("\n", refused));
        }
        return window.now().scene();
    }

    /// After the program is read, which the window waits for.
    private static void warmUpLayout() {
        opening.join();
        Placements.warmUp();
    }

    /// Lets other windows know which file this one has open.
    private static void enter(Session session, OpenWindows windows) {
        AtomicReference<Optional<Path>> entered = new AtomicReference<>(Optional.empty());
        session.subscribe(
                s -> {
                    Optional<Path> file = s.origin().file();
                    if (!entered.getAndSet(file).equals(file)) {
                        windows.enter(file);
                    }
                });
    }

    /// Formulas first: the graph is seen before any control.
    private static void warmUp() {
        FormulaPainter.measure("\\frac{x}{y}");
        Typefaces.loaded();
    }

    /// Where the window stood, as far as that is on a screen.
    private static void place(Stage stage, Optional<Bounds> bounds) {
        Rectangle2D room =
                bounds.filter(Bounds::isSane)
                        .flatMap(App::screen)
                        .orElseGet(Screen::getPrimary)
                        .getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, room.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, room.getHeight()));
        bounds.filter(Bounds::isSane)
                .filter(b -> screen(b).isPresent())
                .map(b -> within(b, room))
                .ifPresentOrElse(b -> restore(stage, b), () -> start(stage, room));
    }

    /// The screen that holds most of where the window can be taken hold of: its top.
    private static Optional<Screen> screen(Bounds b) {
        Rectangle2D top = new Rectangle2D(b.x() + 40, b.y() + 10, b.width() - 80, 40);
        return Screen.getScreensForRectangle(top).stream()
                .max(Comparator.comparingDouble(s -> shared(s.getVisualBounds(), top)));
    }

    private static double shared(Rectangle2D a, Rectangle2D b) {
        double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }

    static Bounds within(Bounds b, Rectangle2D room) {
        return b.within(
                new Bounds(
                        room.getMinX(), room.getMinY(), room.getWidth(), room.getHeight(), false));
    }

    private static void restore(Stage stage, Bounds b) {
        stage.setX(b.x());
        stage.setY(b.y());
        stage.setWidth(b.width());
        stage.setHeight(b.height());
        stage.setMaximized(b.maximized());
    }

    private static void start(Stage stage, Rectangle2D room) {
        stage.setWidth(Math.min(1440, room.getWidth()));
        stage.setHeight(Math.min(900, room.getHeight()));
    }

    /// Not at every pixel on the way, but where the window comes to stand.
    private static void rememberPlace(Stage stage, Session session) {
        PauseTransition still = new PauseTransition(STILL);
        still.setOnFinished(_ -> remember(stage, session));
        List.of(
                        stage.xProperty(),
                        stage.yProperty(),
                        stage.widthProperty(),
                        stage.heightProperty(),
                        stage.maximizedProperty())
                .forEach(p -> p.addListener((_, _, _) -> still.playFromStart()));
        stage.setOnHiding(_ -> remember(stage, session));
    }

    /// On the whole screen it stands nowhere: then where it stood before is remembered.
    private static void remember(Stage stage, Session session) {
        if (!stage.isFullScreen()) {
            session.dispatch(new Action.Move(bounds(stage)));
        }
    }

    private static Bounds bounds(Stage stage) {
        return new Bounds(
                stage.getX(),
                stage.getY(),
                stage.getWidth(),
                stage.getHeight(),
                stage.isMaximized());
    }
}
