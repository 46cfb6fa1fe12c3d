package dev.backstep.cli;

import dev.backstep.export.Figure;
import dev.backstep.export.Handout;
import dev.backstep.export.HandoutPage;
import dev.backstep.export.HandoutText;
import dev.backstep.export.StopFigure;
import dev.backstep.lang.Model;
import dev.backstep.lang.Problem;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.ArrangementStyle;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Legible;
import dev.backstep.layout.Size;
import dev.backstep.lesson.Lesson;
import dev.backstep.lesson.LessonStop;
import dev.backstep.lesson.ParsedLesson;
import dev.backstep.lesson.Scene;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.store.LessonFolder;
import dev.backstep.story.OpenTensors;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import dev.backstep.train.Moment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// `backstep render LESSON.md -o OUT.pdf`: a lesson as a handout.
record LessonHandout(Source source, Lesson lesson) {

    /// What the graph of a stop is laid out for: the width of the text on paper, so that its type
    /// is 6 points or more.
    private static final Size ROOM = new Size(980, 700);

    /// @throws CommandFailure if the lesson cannot be read, or something in it is wrong
    static LessonHandout read(String file, Streams streams) {
        Source source = Source.read(file, streams.in());
        Path folder = source.folder();
        ParsedLesson parsed = Lesson.parse(source.text(), new LessonFolder(folder));
        List<String> lines = new ArrayList<>();
        for (Problem problem : parsed.problems()) {
            lines.add(problem.at(file, source.text()));
        }
        if (!lines.isEmpty()) {
            throw new CommandFailure(lines);
        }
        if (parsed.lesson().stops().isEmpty()) {
            throw new CommandFailure(
                    file + ": this lesson has no stop (a line that begins with ##)");
        }
        return new LessonHandout(source, parsed.lesson());
    }

    /// Whether a file is a lesson, by its name.
    static boolean isLesson(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".md");
    }

    /// @return what is to be said of type that is too small
    /// @throws CommandFailure if a stop cannot be drawn, or the file cannot be written
    Optional<Message> write(OutFile file, Streams streams) {
        List<HandoutPage> pages = new ArrayList<>();
        for (LessonStop stop : lesson.stops()) {
            pages.add(
                    HandoutText.page(
                            lesson.read(stop),
                            stop.program()
                                    .map(p -> picture(stop, run(stop, p.model(), streams), ROOM)),
                            Bundle.ENGLISH));
        }
        Handout.refusal(lesson.title(), pages)
                .ifPresent(
                        why -> {
                            throw file.refused(why);
                        });
        Handout handout = Handout.of(lesson.title(), pages);
        file.write(handout::write);
        return handout.warning();
    }

    /// One stop, its graph laid out for the width that the figure has.
    ///
    /// @throws CommandFailure if it cannot be drawn
    DoubleFunction<Figure> figure(LessonStop stop, Streams streams) {
        Optional<Evaluated> run = stop.program().map(p -> run(stop, p.model(), streams));
        return width -> {
            Size room = new Size(width, ROOM.height() / ROOM.width() * width);
            var graph = run.map(r -> picture(stop, r, room));
            HandoutPage page = HandoutText.page(lesson.read(stop), graph, Bundle.ENGLISH);
            return Figure.of(new StopFigure(stop.title(), page, width));
        };
    }

    private Evaluated run(LessonStop stop, Model program, Streams streams) {
        return stop.scene()
                .after()
                .map(after -> moment(stop, after, program, streams))
                .map(moment -> Evaluated.at(moment, program, Story.Grain.NODES))
                .orElseGet(() -> Evaluated.of(program, Story.Grain.NODES));
    }

    private static Diagram picture(LessonStop stop, Evaluated run, Size room) {
        Scene scene = stop.scene();
        Walkthrough w =
                scene.detail()
                        .map(detail -> OpenTensors.drawn(run.w(), run.model().groups(), detail))
                        .orElseGet(() -> legible(run, room));
        Arrangement places = Arrangements.in(room, w, FormulaPainter::measure);
        return Diagrams.marked(w, places, step(scene.step(), w.story()));
    }

    private static Walkthrough legible(Evaluated run, Size room) {
        return Legible.in(
                        room,
                        run.w(),
                        run.model().groups(),
                        FormulaPainter::measure,
                        ArrangementStyle.LAYERED,
                        Optional.empty(),
                        () -> false)
                .walkthrough();
    }

    /// What is said of it leads to its stop.
    private Moment moment(LessonStop stop, Scene.After after, Model program, Streams streams) {
        String place = new Problem(stop.at(), Message.EMPTY).place(source.text());
        return AfterOption.moment(
                source.file() + ":" + place + ": ",
                new AfterOption.Place(after.epochs(), after.batches()),
                program,
                streams);
    }

    private static int step(Scene.StepChoice choice, Story story) {
        return switch (choice) {
            case Scene.StepChoice.At(int index) -> Math.clamp(index, 0, story.size() - 1);
            case Scene.StepChoice.First _ -> 0;
            case Scene.StepChoice.Forward _ -> story.lastForward();
            case Scene.StepChoice.Last _ -> story.size() - 1;
        };
    }
}
