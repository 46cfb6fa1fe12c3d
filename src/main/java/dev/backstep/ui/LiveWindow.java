package dev.backstep.ui;

import dev.backstep.session.LanguageChoice;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.lesson.WebAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The window on a stage: made anew when another language is chosen, since every text in it stands
/// in a control.
public final class LiveWindow {

    private final Stage stage;
    private final Session session;
    private final Background background;
    private LanguageChoice language;
    private Window window;
    private Consumer<WebAddress> browser = _ -> {};

    /// Makes the window in the language that the session prefers.
    public LiveWindow(Stage stage, Session session, Background background) {
        this(stage, session, background, new FirstSight(session, background));
    }

    /// @param first has the graph, which may be on the screen already
    LiveWindow(Stage stage, Session session, Background background, FirstSight first) {
        this.stage = stage;
        this.session = session;
        this.background = background;
        this.language = wanted(session.state());
        speakOf(session);
        this.window = new Window(stage, session, background, first);
    }

    /// Has all texts in the language that the session prefers.
    static void speakOf(Session session) {
        Texts.speak(locale(wanted(session.state())));
    }

    /// Shows the window, and from then on every state of the session.
    public void open() {
        window.open();
        session.subscribe(
                state -> {
                    if (wanted(state) != language) {
                        Platform.runLater(this::speak);
                    }
                });
    }

    /// Has links of lessons that somebody wants to follow opened by `by`.
    public void browseBy(Consumer<WebAddress> by) {
        browser = by;
        window.links().openBy(by);
    }

    /// The window that stands there now.
    public Window now() {
        return window;
    }

    private void speak() {
        LanguageChoice wanted = wanted(session.state());
        if (wanted != language) {
            language = wanted;
            Texts.speak(locale(wanted));
            Window before = window;
            before.training().leave();
            before.dispose();
            FirstSight again = new FirstSight(session, background);
            window = new Window(stage, session, background, again);
            window.training().takeOver(before.training());
            window.files().takeOver(before.files());
            window.links().openBy(browser);
            window.open();
            window.lessons().speak();
        }
    }

    private static LanguageChoice wanted(State state) {
        return state.view().preferences().language();
    }

    private static Optional<Locale> locale(LanguageChoice choice) {
        return switch (choice) {
            case SYSTEM -> Optional.empty();
            case ENGLISH -> Optional.of(Locale.ENGLISH);
            case CHINESE -> Optional.of(Locale.SIMPLIFIED_CHINESE);
        };
    }
}
