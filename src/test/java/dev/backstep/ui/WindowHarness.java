package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.LanguageChoice;
import dev.backstep.session.LessonSource;
import dev.backstep.session.Preferences;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.store.Log;
import dev.backstep.ui.graph.GraphPane;
import dev.backstep.ui.graph.Spots;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Failures;
import dev.backstep.ui.kit.FormulaView;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The window on a program, to be driven as a person would. It is closed after each test, with
/// every dialog over it; whatever a thread throws meanwhile fails the test.
final class WindowHarness implements BeforeEachCallback, AfterEachCallback {

    static final String SAMPLE = SampleProgram.FIRST.text();

    /// Seconds; only what hangs takes so long.
    private static final long PATIENCE = 90;

    FxRobot robot = new QuickRobot();

    /// What the next window does its background work with.
    Background background = new Background(new Failures(new Log(Path.of("target/backstep.log"))));

    private final Uncaught uncaught = new Uncaught();
    private Stage stage;
    private Session session;
    private LiveWindow window;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Locale.setDefault(Locale.ENGLISH);
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        WaitForAsyncUtils.autoCheckException = false;
        uncaught.listen();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        close();
        stage = null; // JUnit keeps whoever holds this until all tests of the class have run
        session = null;
        robot = null;
        uncaught.expectNone();
    }

    void open(String text) throws Exception {
        open(text, 1440, 900);
    }

    void open(String text, double width, double height) throws Exception {
        open(State.of(Optional.empty(), text), width, height);
    }

    /// Opens the window and waits until the graph is laid out.
    void open(State state, double width, double height) throws Exception {
        close();
        on(
                () -> {
                    stage = new Stage();
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(width);
                    stage.setHeight(height);
                    session = new Session(state);
                    session.dispatch(
                            new Action.Prefer(
                                    state.view()
                                            .preferences()
                                            .withMotion(false)
                                            .withLanguage(LanguageChoice.ENGLISH)));
                    window = new LiveWindow(stage, session, background);
                    window.open();
                    return stage;
                });
        awaitGraph();
    }

    /// Opens another program in the same window and waits until the graph is laid out.
    void replace(String text) throws Exception {
        dispatch(new Action.Copy("", text));
        awaitGraph();
    }

    /// Gives the window another size and lets it lay itself out in it.
    void resize(double width, double height) throws Exception {
        on(
                () -> {
                    stage.setWidth(width);
                    stage.setHeight(height);
                    return true;
                });
        await(() -> stage.getScene().getWidth() == width && stage.getScene().getHeight() == height);
        pulse();
    }

    /// The graph of the very program that is on screen, not of one before it.
    private void awaitGraph() throws Exception {
        await(
                () ->
                        !state().unread()
                                && (state().good().isEmpty() || graph().arrangement().isPresent()));
        pulse();
    }

    void close() throws Exception {
        if (window != null) {
            on(
                    () -> {
                        List.copyOf(javafx.stage.Window.getWindows())
                                .forEach(javafx.stage.Window::hide);
                        window.now().dispose();
                        stage.setScene(
                                null); // the headless platform keeps all stages for its robot
                        window = null;
                        return stage;
                    });
        }
    }

    /// Runs on the thread of the window.
    <T> T on(Callable<T> what) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1000, what);
    }

    /// Waits until something holds, asked on the thread of the window.
    void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> on(condition));
    }

    /// Lets the window lay itself out.
    void pulse() throws Exception {
        on(
                () -> {
                    layOut();
                    return true;
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Lays the window out at once; for the thread of the window.
    void layOut() {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
    }

    void dispatch(Action... actions) throws Exception {
        on(
                () -> {
                    List.of(actions).forEach(session::dispatch);
                    return true;
                });
        pulse();
    }

    /// Lets the user change what is preferred.
    void prefer(UnaryOperator<Preferences> change) throws Exception {
        dispatch(new Action.Prefer(change.apply(state().view().preferences())));
    }

    State state() {
        return session.state();
    }

    int step() {
        return state().view().step();
    }

    /// The number of a named node.
    int node(String name) {
        return state().good().orElseThrow().model().names().get(name);
    }

    Stage stage() {
        return stage;
    }

    Window window() {
        return window.now();
    }

    Session session() {
        return session;
    }

    GraphPane graph() {
        return (GraphPane) one(".graph");
    }

    CodeArea editor() {
        return (CodeArea) one(".editor");
    }

    /// Where the middle of a card is on the screen.
    Point2D card(String name) throws Exception {
        return on(() -> graph().localToScreen(Spots.card(graph(), node(name))));
    }

    Node one(String selector) {
        return Objects.requireNonNull(stage.getScene().lookup(selector), selector);
    }

    /// Whether there is such a node, and it can be seen.
    boolean isShown(String selector) {
        Node node = stage.getScene().lookup(selector);
        return node != null && node.isVisible();
    }

    /// The control that a screen reader knows by this name.
    Node named(String accessible) {
        return all(n -> accessible.equals(n.getAccessibleText())).findFirst().orElseThrow();
    }

    /// Opens one of the lessons of the program.
    void learn(String lesson) throws Exception {
        on(
                () -> {
                    window().lessons().open(new LessonSource.Bundled(lesson));
                    return true;
                });
        await(() -> state().lesson().filter(l -> l.current().isPresent()).isPresent());
    }

    /// All texts of labels, formulas and flows that can be seen below a node, in order.
    static List<String> texts(Node below) {
        return seen(below)
                .flatMap(
                        n ->
                                n instanceof Labeled l
                                        ? Stream.ofNullable(l.getText())
                                        : n instanceof FormulaView || n instanceof TextFlow
                                                ? Stream.ofNullable(n.getAccessibleText())
                                                : Stream.empty())
                .filter(t -> !t.isEmpty())
                .toList();
    }

    Stream<Node> all(Predicate<Node> wanted) {
        return below(stage.getScene().getRoot()).filter(wanted);
    }

    private static Stream<Node> seen(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent p
                ? Stream.concat(
                        Stream.of(node),
                        p.getChildrenUnmodifiable().stream().flatMap(WindowHarness::seen))
                : Stream.of(node);
    }

    static Stream<Node> below(Node node) {
        return node instanceof Parent p
                ? Stream.concat(
                        Stream.of(node),
                        p.getChildrenUnmodifiable().stream().flatMap(WindowHarness::below))
                : Stream.of(node);
    }
}
