package dev.backstep.ui;

import dev.backstep.layout.Arrangements;
import dev.backstep.paint.Formulas;
import dev.backstep.session.Action;
import dev.backstep.session.Bounds;
import dev.backstep.session.Folders;
import dev.backstep.session.Log;
import dev.backstep.session.OpenWindows;
import dev.backstep.session.Session;
import dev.backstep.session.SessionClaim;
import dev.backstep.session.SessionSaver;
import dev.backstep.session.Snapshot;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The program as a window: brings the last session back, or opens the file it is given.
public final class App extends Application {

    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 560;

    /// Read while the toolkit starts.
    private static CompletableFuture<Opening> opening = new CompletableFuture<>();

    private static Consumer<String> complain = _ -> {};

    /// Opens the window and returns when it is closed.
    ///
    /// @param complain told what could not be opened; the window says it too
    /// @param args a file to open, or nothing
    public static void open(Consumer<String> complain, String... args) {
        App.complain = complain;
        Optional<Path> given = Arrays.stream(args).findFirst().map(Path::of);
        try (SessionClaim claim = SessionClaim.of(Folders.here(), given.map(Opening::whole))) {
            opening = CompletableFuture.supplyAsync(() -> Opening.of(claim, given));
            opening.thenRun(Arrangements::warmUp);
            launch(App.class, args);
        }
    }

    /// Loads what the first picture needs while the window is built. Not before the toolkit has
    /// started: GTK changes the environment while it starts, which threads that look for fonts must
    /// not read meanwhile.
    @Override
    public void init() {
        Thread.ofPlatform().daemon().name("warm up").start(App::warmUp);
    }

    @Override
    public void start(Stage stage) {
        Log log = Log.of(Folders.here());
        Opening opened = opening.join();
        Session session = new Session(opened.state());
        place(stage, session.state().desk().window());
        Looks.base(session.state().view().theme());
        Window window = new Window(stage, session);
        SessionSaver saver =
                new SessionSaver(
                        opened.file(),
                        _ ->
                                Platform.runLater(
                                        () ->
                                                window.notices()
                                                        .refuse(
                                                                Texts.of(
                                                                        "session.unsaved",
                                                                        opened.file().file()))));
        session.subscribe(s -> saver.save(Snapshot.of(s)));
        OpenWindows windows = OpenWindows.of(Folders.here());
        enter(session, windows);
        rememberPlace(stage, session);
        Thread.setDefaultUncaughtExceptionHandler(
                (_, failure) -> {
                    String sentence = log.failure(failure);
                    Platform.runLater(() -> window.notices().refuse(sentence));
                });
        stage.setOnHidden(
                _ -> {
                    saver.close();
                    windows.leave();
                });
        window.open();
        List<String> refused = opened.refused();
        refused.forEach(complain);
        if (!refused.isEmpty()) {
            window.notices().stay(String.join("\n", refused));
        }
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

    private static void warmUp() {
        Typefaces.loaded();
        Formulas.measure("\\frac{x}{y}");
    }

    /// Where the window stood, if that is still on a screen.
    private static void place(Stage stage, Optional<Bounds> bounds) {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        bounds.filter(Bounds::isSane)
                .filter(
                        b ->
                                !Screen.getScreensForRectangle(
                                                b.x() + 40, b.y() + 10, b.width() - 80, 40)
                                        .isEmpty())
                .ifPresentOrElse(
                        b -> restore(stage, b),
                        () -> start(stage, Screen.getPrimary().getVisualBounds()));
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

    private static void rememberPlace(Stage stage, Session session) {
        Runnable remember =
                () ->
                        session.dispatch(
                                new Action.Move(
                                        new Bounds(
                                                stage.getX(),
                                                stage.getY(),
                                                stage.getWidth(),
                                                stage.getHeight(),
                                                stage.isMaximized())));
        List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(p -> p.addListener((_, _, _) -> remember.run()));
        stage.maximizedProperty().addListener((_, _, _) -> remember.run());
    }
}
