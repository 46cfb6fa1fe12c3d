package dev.backstep.ui.lesson;

import dev.backstep.lesson.Lesson;
import dev.backstep.lesson.LessonFiles;
import dev.backstep.lesson.ParsedLesson;
import dev.backstep.lesson.Scene;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.LessonSource;
import dev.backstep.session.OpenLesson;
import dev.backstep.session.OpenedBatch;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.store.LessonFolder;
import dev.backstep.store.ProgramFile;
import dev.backstep.text.Message;
import dev.backstep.train.Training;
import dev.backstep.ui.SampleLesson;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Background.Task;
import dev.backstep.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Reads lessons in the background, again when their files are saved elsewhere, and gets what their
/// scenes wait for.
public final class LessonDesk {

    /// How often the file of the open lesson is looked at: it may be open in an editor beside the
    /// window, which has the focus then.
    private static final Duration BEAT = Duration.seconds(1);

    private final Session session;
    private final Background background;
    private final Consumer<Scene.After> train;
    private final Consumer<String> refuse;
    private final Timeline beat = new Timeline(new KeyFrame(BEAT, _ -> look()));

    /// The stop whose moment of a training is being computed.
    private int awaiting = -1;

    /// What the file of the open lesson looked like when it was read last.
    private Optional<Seen> stamp = Optional.empty();

    private boolean looking;
    private @Nullable LessonSource wanted;

    /// When and how large a file is.
    private record Seen(Path file, ProgramFile.Stamp at) {}

    /// What was read.
    private sealed interface Read {

        record Ok(LessonSource source, String text, ParsedLesson parsed, Optional<Seen> stamp)
                implements Read {}

        record Refused(Message why) implements Read {}
    }

    /// @param train has the training that is shown begin anew, and come to a moment
    /// @param refuse takes a sentence about what could not be done
    public LessonDesk(
            Session session,
            Background background,
            Consumer<Scene.After> train,
            Consumer<String> refuse) {
        this.session = session;
        this.background = background;
        this.train = train;
        this.refuse = refuse;
        beat.setCycleCount(Timeline.INDEFINITE);
    }

    /// Whether a file is a lesson, by its name.
    public static boolean isLesson(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".md");
    }

    /// Follows the state: reads the lesson of a session that has come back, and gets what a scene
    /// waits for.
    public void show(State state) {
        Optional<OpenLesson> lesson = state.lesson();
        if (lesson.isEmpty()) {
            beat.stop();
            return;
        }
        OpenLesson open = lesson.get();
        if (open.text().isEmpty() && !open.source().equals(wanted)) {
            readAgain(open.source());
        }
        if (open.source() instanceof LessonSource.InFile) {
            beat.play();
        } else {
            beat.stop();
        }
        await(state, open);
    }

    /// The window is gone.
    public void close() {
        beat.stop();
    }

    /// Opens a lesson, at the stop where it was left.
    public void open(LessonSource source) {
        wanted = source;
        background.run(
                Task.LESSON,
                () -> read(source),
                read -> {
                    if (source.equals(wanted)) {
                        begin(read);
                    }
                },
                refuse);
    }

    private void begin(Read read) {
        switch (read) {
            case Read.Ok(var source, String text, ParsedLesson parsed, var seen) -> {
                stamp = seen;
                session.dispatch(new Action.InLesson(new LessonMove.Begin(source, text, parsed)));
            }
            case Read.Refused(Message why) -> refuse.accept(Texts.of(why));
        }
    }

    /// Reads the open lesson again: its file, or that of the language now spoken.
    private void readAgain(LessonSource source) {
        wanted = source;
        background.run(Task.LESSON, () -> read(source), read -> reread(source, read), refuse);
    }

    private void reread(LessonSource source, Read read) {
        boolean open = session.state().lesson().filter(l -> l.source().equals(source)).isPresent();
        if (!open) {
            return;
        }
        switch (read) {
            case Read.Ok(var _, String text, ParsedLesson parsed, var seen) -> {
                stamp = seen;
                session.dispatch(new Action.InLesson(new LessonMove.Reread(source, text, parsed)));
            }
            case Read.Refused(Message why) -> refuse.accept(Texts.of(why));
        }
    }

    /// Another language is spoken: a lesson that comes with the program is read in that.
    public void speak() {
        session.state()
                .lesson()
                .map(OpenLesson::source)
                .filter(LessonSource.Bundled.class::isInstance)
                .ifPresent(this::readAgain);
    }

    /// Looks whether the file of the lesson was saved elsewhere.
    public void look() {
        Optional<LessonSource> source = session.state().lesson().map(OpenLesson::source);
        if (looking || !(source.orElse(null) instanceof LessonSource.InFile(Path file))) {
            return;
        }
        looking = true;
        background.run(
                Task.LOOK,
                () -> stamp(file),
                now -> {
                    looking = false;
                    if (now.isPresent() && !now.equals(stamp)) {
                        stamp = now;
                        readAgain(source.get());
                    }
                },
                why -> {
                    looking = false;
                    refuse.accept(why);
                });
    }

    /// The lessons that come with the program, read for their titles.
    void list(Consumer<List<LessonCard>> done) {
        Locale language = Locale.getDefault();
        background.run(
                Task.LESSON,
                () ->
                        SampleLesson.all().stream()
                                .map(l -> LessonCard.of(l.source(), parsed(l, language)))
                                .toList(),
                done,
                refuse);
    }

    private static Lesson parsed(SampleLesson lesson, Locale language) {
        return Lesson.parse(lesson.text(language), SampleLesson.FILES).lesson();
    }

    private static Read read(LessonSource source) {
        return switch (source) {
            case LessonSource.Bundled(String name) -> bundled(source, new SampleLesson(name));
            case LessonSource.InFile(Path file) -> file(source, file);
        };
    }

    private static Read bundled(LessonSource source, SampleLesson lesson) {
        if (!lesson.exists()) {
            return new Read.Refused(Message.of("lesson.none").with("name", lesson.name()));
        }
        return ok(source, lesson.text(Locale.getDefault()), SampleLesson.FILES, Optional.empty());
    }

    private static Read file(LessonSource source, Path file) {
        Optional<Seen> before = stamp(file);
        return switch (ProgramFile.read(file)) {
            case ProgramFile.Read.Ok(String text, _) ->
                    ok(
                            source,
                            text,
                            new LessonFolder(
                                    Objects.requireNonNull(file.toAbsolutePath().getParent())),
                            before);
            case ProgramFile.Read.Refused(Message why) -> new Read.Refused(why);
        };
    }

    private static Read ok(
            LessonSource source, String text, LessonFiles files, Optional<Seen> stamp) {
        return new Read.Ok(source, text, Lesson.parse(text, files), stamp);
    }

    private static Optional<Seen> stamp(Path file) {
        return ProgramFile.stamp(file).map(s -> new Seen(file, s));
    }

    /// Gets the moment of a training that a scene waits for.
    private void await(State state, OpenLesson open) {
        Optional<Scene.After> after = open.awaited();
        boolean ready =
                state.isCurrent() && !state.unread() && open.isAsItWas(state.document().text());
        if (after.isEmpty() || !ready) {
            awaiting = after.isEmpty() ? -1 : awaiting;
            return;
        }
        int stop = open.stop();
        if (awaiting == stop) {
            return;
        }
        awaiting = stop;
        if (state.view().mode().trains()) {
            train.accept(after.get());
            arrive(stop, Optional.empty());
            return;
        }
        background.run(
                Task.LESSON,
                () -> batch(state, after.get()),
                batch -> arrive(stop, batch),
                why -> {
                    refuse.accept(why);
                    arrive(stop, Optional.empty());
                });
    }

    private void arrive(int stop, Optional<OpenedBatch> batch) {
        awaiting = -1;
        session.dispatch(new Action.InLesson(new LessonMove.Arrive(stop, batch)));
    }

    private static Optional<OpenedBatch> batch(State state, Scene.After after) {
        Optional<TrainingSetup> setup = state.program().flatMap(p -> p.model().setup());
        if (setup.isEmpty()) {
            return Optional.empty();
        }
        Training training = Training.of(setup.get());
        long steps = (long) after.epochs() * training.batches() + after.batches();
        for (long i = 0; i < steps && training.failure().isEmpty(); i++) {
            training.next();
        }
        return OpenedBatch.of(state, training.moment());
    }
}
