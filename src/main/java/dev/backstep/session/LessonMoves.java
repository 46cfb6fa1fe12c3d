package dev.backstep.session;

import dev.backstep.lesson.Lesson;
import dev.backstep.lesson.LessonStop;
import dev.backstep.lesson.Scene;
import dev.backstep.lesson.StopProgram;
import dev.backstep.story.Story;
import java.util.Optional;

/// What a lesson makes of a state.
final class LessonMoves {

    private LessonMoves() {}

    static State apply(State s, LessonMove move) {
        if (move instanceof LessonMove.Begin begin) {
            return begun(s, begin);
        }
        Optional<OpenLesson> open = s.lesson();
        return open.map(at -> apply(s, at, move)).orElse(s);
    }

    private static State apply(State s, OpenLesson at, LessonMove move) {
        return switch (move) {
            case LessonMove.Begin begin -> begun(s, begin);
            case LessonMove.Reread again -> reread(s, at, again);
            case LessonMove.To(int stop) -> to(s, at, stop);
            case LessonMove.Reset() -> to(without(s, at), at, at.stop());
            case LessonMove.Arrive(int stop, var batch) ->
                    at.arriving() && stop == at.stop() ? arrived(s, at, batch) : s;
            case LessonMove.Ask(int stop, var batch) ->
                    stop == at.stop() ? with(s, at.asking(batch)) : s;
            case LessonMove.Answer answer ->
                    at.current().filter(c -> answer.question() < c.questions().size()).isPresent()
                            ? with(s, at.with(at.progress().with(at.stop(), answer)))
                            : s;
            case LessonMove.Forget() -> with(s, at.with(at.progress().forgotten()));
            case LessonMove.Leave() -> s.withLesson(Optional.empty());
        };
    }

    /// Whether the document is the program of the stop where one is: going on from there loses
    /// nothing that undo has to bring back.
    static boolean isAsItWas(State s) {
        return s.lesson().filter(at -> at.isAsItWas(s.document().text())).isPresent()
                && s.origin().file().isEmpty();
    }

    private static State begun(State s, LessonMove.Begin begin) {
        LessonProgress left =
                s.desk().lessons().getOrDefault(begin.source().id(), LessonProgress.START);
        OpenLesson open =
                OpenLesson.unread(begin.source(), left).read(begin.text(), begin.parsed());
        State named =
                begin.source() instanceof LessonSource.InFile(var file)
                        ? s.with(s.desk().withRecent(file))
                        : s;
        return to(without(named, open), open, open.stop());
    }

    /// The lesson as it is now. Whoever has edited the program keeps it; whoever has not sees the
    /// stop as it is now.
    private static State reread(State s, OpenLesson at, LessonMove.Reread again) {
        if (!at.source().equals(again.source())) {
            return s;
        }
        OpenLesson now = at.read(again.text(), again.parsed());
        boolean first = at.lesson().stops().isEmpty();
        boolean follows = !first && isAsItWas(s) && !isSame(at, now);
        return follows ? to(s, now, now.stop()) : with(s, now);
    }

    private static boolean isSame(OpenLesson before, OpenLesson now) {
        return text(before).equals(text(now))
                && before.current()
                        .map(LessonStop::scene)
                        .equals(now.current().map(LessonStop::scene));
    }

    private static Optional<String> text(OpenLesson lesson) {
        return lesson.program().map(StopProgram::text);
    }

    private static State to(State s, OpenLesson at, int wanted) {
        Lesson lesson = at.lesson();
        int stop = Math.clamp(wanted, 0, Math.max(0, lesson.stops().size() - 1));
        OpenLesson moved = at.with(at.progress().at(stop)).asking(Optional.empty()).arriving(true);
        Optional<LessonStop> there = moved.current();
        Optional<StopProgram> program = there.flatMap(LessonStop::program);
        if (there.isEmpty() || program.isEmpty()) {
            return with(s, moved.arriving(false)).with(s.view().withMode(Mode.LEARN));
        }
        State closed = Visit.ended(s);
        Scene scene = there.get().scene();
        View view =
                closed.view()
                        .withMode(mode(scene))
                        .withGrain(Story.Grain.NODES)
                        .withDetail(scene.detail())
                        .withStart();
        boolean same =
                at.isAsItWas(s.document().text())
                        && s.origin().file().isEmpty()
                        && program.get().text().equals(s.document().text());
        State next =
                same
                        ? told(closed, view)
                        : Update.opened(
                                closed.with(view),
                                DocumentOrigin.of(
                                        Optional.empty(),
                                        Optional.of(there.get().title()),
                                        program.get().text()),
                                program.get().text());
        return settled(with(next, moved));
    }

    /// The same program, told and drawn as a scene has it.
    private static State told(State s, View view) {
        State told =
                Update.apply(
                        Update.apply(s, new Action.By(view.grain())),
                        new Action.Draw(view.detail()));
        return told.with(view);
    }

    private static Mode mode(Scene scene) {
        return scene.middle() == Scene.Middle.TRAIN ? Mode.LEARN_TRAINING : Mode.LEARN;
    }

    /// The state with the scene of its stop set, once the program of the stop is read; the moment
    /// of a training is waited for.
    static State settled(State s) {
        Optional<OpenLesson> lesson = s.lesson().filter(OpenLesson::arriving);
        boolean ready = s.isCurrent() && !s.unread() && isAsItWas(s);
        if (lesson.isEmpty() || !ready || lesson.get().awaited().isPresent()) {
            return s;
        }
        return set(s, lesson.get());
    }

    private static State arrived(State s, OpenLesson at, Optional<OpenedBatch> batch) {
        if (!isAsItWas(s)) {
            return with(s, at.arriving(false));
        }
        return s.view().mode().trains()
                ? set(s, at.asking(batch))
                : set(batch.map(b -> Visit.begun(s, b)).orElse(s), at);
    }

    private static State set(State s, OpenLesson at) {
        Scene scene = at.current().orElseThrow().scene();
        State there = s.with(s.view().withStep(step(s, scene.step())));
        return with(there, at.arriving(false));
    }

    private static int step(State s, Scene.StepChoice choice) {
        Optional<Story> story = s.good().map(g -> g.walkthrough().story());
        int last = Math.max(0, s.steps() - 1);
        return switch (choice) {
            case Scene.StepChoice.At(int index) -> Math.min(index, last);
            case Scene.StepChoice.First() -> 0;
            case Scene.StepChoice.Forward() -> story.map(Story::lastForward).orElse(0);
            case Scene.StepChoice.Last() -> last;
        };
    }

    /// The state with the lesson at the stop that a document belongs to, which undo brings back.
    static State back(State s, Optional<Integer> stop) {
        return s.lesson()
                .filter(at -> stop.filter(to -> to < at.lesson().stops().size()).isPresent())
                .map(
                        at ->
                                with(
                                        s,
                                        at.with(at.progress().at(stop.orElseThrow()))
                                                .asking(Optional.empty())
                                                .arriving(false)))
                .orElse(s);
    }

    private static State without(State s, OpenLesson at) {
        return s.withLesson(Optional.of(at.arriving(false)));
    }

    /// What is open is remembered on the desk, too.
    private static State with(State s, OpenLesson changed) {
        State next = s.withLesson(Optional.of(changed));
        return next.with(next.desk().with(changed.source().id(), changed.progress()));
    }
}
