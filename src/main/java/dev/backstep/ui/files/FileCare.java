package dev.backstep.ui.files;

import dev.backstep.session.Action;
import dev.backstep.session.Disk;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.store.Folders;
import dev.backstep.store.OpenWindows;
import dev.backstep.store.ProgramFile;
import dev.backstep.store.Saves;
import dev.backstep.text.Message;
import dev.backstep.ui.Notices;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Texts;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.stage.Stage;

/// Sees to it that saving overwrites nothing that the user has not seen: looks at the file when it
/// is opened, when the user comes back to the window, and before every save.
final class FileCare {

    private final Stage stage;
    private final Session session;
    private final Notices notices;
    private final Background background;
    private final OpenWindows windows = OpenWindows.of(Folders.here());
    private Optional<Path> looked = Optional.empty();

    /// Counts what makes a look that is under way stale.
    private int turn;

    FileCare(Stage stage, Session session, Notices notices, Background background) {
        this.stage = stage;
        this.session = session;
        this.notices = notices;
        this.background = background;
    }

    /// Looks at the file where it is another one than before.
    void show(State state) {
        if (!state.origin().file().equals(looked)) {
            looked = state.origin().file();
            look();
        }
    }

    /// Looks at the file in the background: it may be on a disk that takes its time.
    void look() {
        int mine = ++turn;
        session.state()
                .origin()
                .file()
                .ifPresent(
                        file ->
                                background.run(
                                        Background.Task.LOOK,
                                        () -> found(file),
                                        found -> arrive(mine, found),
                                        notices::refuse));
    }

    private void arrive(int asked, Action.Found found) {
        if (asked == turn) {
            session.dispatch(found);
        }
    }

    private Action.Found found(Path file) {
        return new Action.Found(file, ProgramFile.look(file), windows.elsewhere(file));
    }

    /// Looks at the file while the user waits.
    private Optional<Action.Found> lookNow() {
        turn++;
        Optional<Action.Found> found = session.state().origin().file().map(this::found);
        found.ifPresent(session::dispatch);
        return found;
    }

    /// Writes the program to a file, or says why not. Asks where that would overwrite what the user
    /// has not seen.
    ///
    /// @return whether another name is wanted instead
    boolean save(Path file) {
        Optional<ChangedDialog> question =
                isOpen(file) ? lookNow().flatMap(this::questionOf) : questionOf(file);
        return switch (question.flatMap(d -> d.showAndWait()).orElse(answerOf(question))) {
            case MINE -> {
                write(file);
                yield false;
            }
            case THEIRS -> {
                reload();
                yield false;
            }
            case ELSEWHERE -> true;
            case NOTHING -> false;
        };
    }

    private static ChangedDialog.Answer answerOf(Optional<ChangedDialog> question) {
        return question.isEmpty() ? ChangedDialog.Answer.MINE : ChangedDialog.Answer.NOTHING;
    }

    private boolean isOpen(Path file) {
        return session.state().origin().file().filter(f -> ProgramFile.same(f, file)).isPresent();
    }

    private Optional<ChangedDialog> questionOf(Action.Found found) {
        State state = session.state();
        return state.standing().asks()
                ? Optional.of(ChangedDialog.beforeSaving(stage, state, found))
                : Optional.empty();
    }

    private Optional<ChangedDialog> questionOf(Path other) {
        return windows.elsewhere(other)
                ? Optional.of(
                        ChangedDialog.ofAnotherWindow(
                                stage, session.state(), other, ProgramFile.look(other)))
                : Optional.empty();
    }

    private void write(Path file) {
        turn++;
        Optional<String> failure = Saves.write(session, file).map(Texts::of);
        looked = session.state().origin().file();
        if (failure.isPresent()) {
            notices.refuse(failure.get());
        } else {
            notices.tell(Texts.of(Message.of("file.saved").with("file", name(file))));
        }
    }

    /// The text of the file takes the place of that of the window.
    void reload() {
        lookNow()
                .ifPresent(
                        found -> {
                            if (found.disk() instanceof Disk.Holds now) {
                                session.dispatch(new Action.Reload(found.file(), now));
                                notices.tell(
                                        Texts.of(
                                                Message.of("file.reloaded")
                                                        .with("file", name(found.file()))));
                            }
                        });
    }

    /// What is in the window stands.
    void keep() {
        turn++;
        session.dispatch(new Action.KeepMine());
    }

    /// Shows what the file and the window hold, side by side.
    void compare() {
        Optional<Action.Found> found = lookNow();
        if (found.isEmpty() || !session.state().standing().asks()) {
            return;
        }
        ChangedDialog.Answer answer =
                ChangedDialog.difference(stage, session.state(), found.get())
                        .showAndWait()
                        .orElse(ChangedDialog.Answer.NOTHING);
        switch (answer) {
            case MINE -> keep();
            case THEIRS -> reload();
            case ELSEWHERE, NOTHING -> {}
        }
    }

    private static String name(Path file) {
        return Objects.requireNonNullElse(file.getFileName(), file).toString();
    }
}
