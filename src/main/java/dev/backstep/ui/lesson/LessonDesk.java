package dev.backstep.ui.lesson;

import dev.backstep.lesson.Lesson;
import dev.backstep.lesson.Scene;
import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.LessonSource;
import dev.backstep.session.OpenLesson;
import dev.backstep.session.OpenedBatch;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.store.ProgramFile;
import dev.backstep.text.Message;
import dev.backstep.ui.SampleLesson;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Background.Task;
import dev.backstep.ui.kit.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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

    /// The stop whose moment of a training is being computed, or −1.
    private int awaiting = -1;

    /// What the file of the open lesson looked like when it was read last.
    private Optional<ProgramFile.Stamp> stamp = Optional.empty();

    /// What comes to the moment of a stop.
    private @Nullable MomentWork work;

    /// The stop whose moment was given up, or −1.
    private int given = -1;

    private boolean looking;
    private @Nullable LessonSource wanted;

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

    /// Follows the state: reads the lesson of a session that has come back, and gets what a scene
    /// waits for.
    public void show(State state) {
        Optional<OpenLesson> lesson = state.lesson();
        if (lesson.filter(l -> l.source() instanceof LessonSource.InFile).isPresent()) {
            beat.play();
        } else {
            beat.stop();
        }
        lesson.ifPresent(
                open -> {
                    if (open.text().isEmpty() && !open.source().equals(wanted)) {
                        readAgain(open.source());
                    }
                    await(state, open);
                });
    }

    /// The window is gone.
    public void close() {
        beat.stop();
        forgetMoment();
    }

    /// Opens a lesson, at the stop where it was left.
    public void open(LessonSource source) {
        wanted = source;
        background.run(
                Task.LESSON,
                () -> LessonRead.of(source),
                read -> {
                    if (source.equals(wanted)) {
                        take(read, LessonRead.Ok::begin);
                    }
                },
                refuse);
    }

    private void take(LessonRead read, Function<LessonRead.Ok, LessonMove> as) {
        switch (read) {
            case LessonRead.Ok ok -> {
                stamp = ok.stamp();
                session.dispatch(new Action.InLesson(as.apply(ok)));
            }
            case LessonRead.Refused(Message why) -> refuse.accept(Texts.of(why));
        }
    }

    /// Reads the open lesson again: its file, or that of the language now spoken.
    private void readAgain(LessonSource source) {
        wanted = source;
        background.run(
                Task.LESSON,
                () -> LessonRead.of(source),
                read -> {
                    if (source.equals(opened())) {
                        take(read, LessonRead.Ok::again);
                    }
                },
                refuse);
    }

    private @Nullable LessonSource opened() {
        return session.state().lesson().map(OpenLesson::source).orElse(null);
    }

    /// Reads a lesson that comes with the program in the language that is spoken by now.
    public void speak() {
        if (opened() instanceof LessonSource.Bundled bundled) {
            readAgain(bundled);
        }
    }

    /// Looks whether the file of the lesson was saved elsewhere.
    public void look() {
        if (looking || !(opened() instanceof LessonSource.InFile(Path file))) {
            return;
        }
        looking = true;
        background.run(
                Task.LOOK,
                () -> ProgramFile.stamp(file),
                now -> {
                    looking = false;
                    seen(file, now);
                },
                why -> {
                    looking = false;
                    refuse.accept(why);
                });
    }

    private void seen(Path file, Optional<ProgramFile.Stamp> now) {
        LessonSource source = new LessonSource.InFile(file);
        if (now.isEmpty() && stamp.isPresent() && source.equals(opened())) {
            stamp = now;
            String name = String.valueOf(file.getFileName());
            refuse.accept(Texts.of(Message.of("lesson.gone").with("file", name)));
        } else if (now.isPresent() && !now.equals(stamp) && source.equals(opened())) {
            stamp = now;
            readAgain(source);
        }
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

    /// The training under way for the stop that is shown, if there is one.
    Optional<MomentWork> moment() {
        return Optional.ofNullable(work);
    }

    /// Ends the training for the stop: its program is shown as it is before any.
    void cancelMoment() {
        if (work != null) {
            given = work.stop();
            forgetMoment();
            refuse.accept(Texts.of("lesson.moment.cancelled"));
            arrive(given, Optional.empty());
        }
    }

    private void forgetMoment() {
        MomentWork old = work;
        work = null;
        if (old != null) {
            old.end();
        }
    }

    /// Whether the program of a stop is read, and as the stop has it.
    private static boolean isReady(State state, OpenLesson open) {
        return state.isCurrent() && !state.unread() && open.isAsItWas(state.document().text());
    }

    /// Gets the moment of a training that a scene waits for.
    private void await(State state, OpenLesson open) {
        Optional<Scene.After> after = open.awaited();
        int stop = open.stop();
        if (after.isEmpty()) {
            awaiting = -1;
            follow(state, open);
        } else if (awaiting != stop && isReady(state, open)) {
            awaiting = stop;
            forgetMoment();
            get(state, open, after.get());
        }
    }

    /// Where the training is shown, only questions about numbers need the moment, too.
    private void get(State state, OpenLesson open, Scene.After after) {
        int stop = open.stop();
        if (state.view().mode().trains()) {
            train.accept(after);
            arrive(stop, Optional.empty());
            return;
        }
        begin(new MomentWork(state, stop, after), batch -> arrive(stop, batch));
    }

    /// Gets the moment that questions beside a training are about, and ends what nobody waits for.
    private void follow(State state, OpenLesson open) {
        int stop = open.stop();
        boolean wanted = open.asksOfMoment() && open.asked().isEmpty();
        if (work != null && (work.stop() != stop || !wanted)) {
            forgetMoment();
        }
        if (wanted && work == null && stop != given && isReady(state, open)) {
            Scene.After after = open.current().orElseThrow().scene().after().orElseThrow();
            begin(
                    new MomentWork(state, stop, after),
                    batch -> {
                        given = batch.isEmpty() ? stop : given;
                        session.dispatch(new Action.InLesson(new LessonMove.Ask(stop, batch)));
                    });
        }
        given = wanted ? given : -1;
    }

    private void begin(MomentWork mine, Consumer<Optional<OpenedBatch>> then) {
        work = mine;
        background.run(
                Task.MOMENT,
                mine::run,
                batch -> ended(mine, () -> then.accept(batch)),
                why ->
                        ended(
                                mine,
                                () -> {
                                    given = mine.stop();
                                    refuse.accept(why);
                                    then.accept(Optional.empty());
                                }));
    }

    private void ended(MomentWork which, Runnable then) {
        if (!which.isStopped()) {
            work = null;
            then.run();
        }
    }

    private void arrive(int stop, Optional<OpenedBatch> batch) {
        session.dispatch(new Action.InLesson(new LessonMove.Arrive(stop, batch)));
    }
}
