package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.explain.Sentences;
import dev.backstep.graph.Detail;
import dev.backstep.graph.Folding;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.lesson.Inline;
import dev.backstep.lesson.Lesson;
import dev.backstep.lesson.LessonQuestion;
import dev.backstep.lesson.LessonStop;
import dev.backstep.lesson.ParsedLesson;
import dev.backstep.lesson.Scene;
import dev.backstep.notation.Numbers;
import dev.backstep.session.Walkthroughs;
import dev.backstep.store.LessonFolder;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.train.Moment;
import dev.backstep.train.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A stop of a lesson in `samples/`, with its text in both languages, and with all that its program
/// computes at the moment that it shows.
record TaughtStop(LessonStop stop, List<String> texts, Model model, Walkthrough w) {

    private static final Path SAMPLES = Path.of("samples");

    static String text(String file) {
        try {
            return Files.readString(SAMPLES.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A lesson that must be right.
    static Lesson lesson(String file) {
        String text = text(file);
        ParsedLesson parsed = Lesson.parse(text, new LessonFolder(SAMPLES));
        assertEquals(List.of(), parsed.problems().stream().map(p -> p.at(file, text)).toList());
        return parsed.lesson();
    }

    /// @param number from 1
    static TaughtStop of(String lesson, int number) {
        List<String> texts = List.of(part(lesson + ".md", number), part(lesson + ".zh.md", number));
        LessonStop stop = lesson(lesson + ".md").stops().get(number - 1);
        Model program = stop.program().orElseThrow().model();
        if (stop.scene().after().isEmpty()) {
            return new TaughtStop(stop, texts, program, untrained(program));
        }
        Scene.After after = stop.scene().after().get();
        Moment moment = trained(program, after.epochs(), after.batches()).moment();
        Model model = Walkthroughs.model(program, moment);
        Walkthrough w = Walkthroughs.of(model, moment, Story.Grain.NODES);
        return new TaughtStop(stop, texts, model, w);
    }

    private static String part(String file, int number) {
        Lesson lesson = lesson(file);
        String text = text(file);
        int from = lesson.stops().get(number - 1).at().start();
        int to =
                number < lesson.stops().size()
                        ? lesson.stops().get(number).at().start()
                        : text.length();
        return text.substring(from, to);
    }

    private static Walkthrough untrained(Model m) {
        Walkthrough w = Walkthrough.of(m.graph(), m.output(), m.leaves(), Story.Grain.NODES, false);
        return m.setup().map(s -> w.followedBy(s.optimiser())).orElse(w);
    }

    static Training trained(Model program, int epochs, int batches) {
        Training training = Training.of(program.setup().orElseThrow());
        training.batches((long) epochs * training.batches() + batches);
        return training;
    }

    /// The stop with another program: what becomes of it if one edits it so.
    TaughtStop edited(String from, String to) {
        String program = stop.program().orElseThrow().text();
        assertTrue(program.contains(from), program);
        Model changed = read(program.replace(from, to));
        return new TaughtStop(stop, texts, changed, untrained(changed));
    }

    static Model read(String program) {
        return switch (Language.read(program)) {
            case ReadResult.Ok(Model model) -> model;
            case ReadResult.Problems(var problems) ->
                    throw new AssertionError(problems.getFirst().at("program", program));
        };
    }

    double number(String name) {
        return value(name).item();
    }

    Tensor value(String name) {
        return w.trace().value(model.names().get(name));
    }

    Tensor gradient(String name) {
        int node = model.names().get(name);
        return w.trace().value(w.story().adjoint().gradient(node).orElseThrow());
    }

    double slope(String name) {
        return gradient(name).item();
    }

    void isGradient(String name, double... expected) {
        assertArrayEquals(expected, gradient(name).toArray(), 1e-12, name);
    }

    /// The central difference of the output by one element of a leaf.
    double difference(String leaf, int element, double step) {
        return (moved(leaf, element, step) - moved(leaf, element, -step)) / (2 * step);
    }

    private double moved(String leaf, int element, double by) {
        int node = model.names().get(leaf);
        double[] elements = w.trace().value(node).toArray().clone();
        elements[element] += by;
        Map<Integer, Tensor> leaves = new HashMap<>();
        for (int id : model.leaves().keySet()) {
            leaves.put(id, w.trace().value(id));
        }
        Tensor old = leaves.get(node);
        leaves.put(node, Tensor.of(old.shape().rows(), old.shape().cols(), elements));
        Walkthrough other =
                Walkthrough.of(model.graph(), model.output(), leaves, Story.Grain.NODES, false);
        return other.trace().value(model.output()).item();
    }

    /// Holds that the text in each language has a phrase, a formula or a number in it.
    void says(String phrase) {
        texts.forEach(t -> assertTrue(t.contains(phrase), phrase + " is not in " + t));
    }

    /// Holds that each text has a number in it, which is this one, rounded.
    void says(String number, double exact) {
        says(number);
        String plain = number.replace('−', '-').replace(",", "");
        int point = plain.indexOf('.');
        int digits = point < 0 ? 0 : plain.length() - point - 1;
        assertEquals(Double.parseDouble(plain), exact, 0.5000001 * Math.pow(10, -digits), number);
    }

    /// The right answer of a question with a choice.
    String right(int question) {
        return switch (stop.questions().get(question).asks()) {
            case LessonQuestion.Asks.Choice(var options) ->
                    options.stream()
                            .filter(LessonQuestion.Option::right)
                            .map(o -> Inline.plain(o.words()))
                            .findFirst()
                            .orElseThrow();
            case LessonQuestion.Asks asks -> throw new AssertionError(asks.toString());
        };
    }

    /// The answer of a question for a number or a matrix.
    double[] answer(int question) {
        return switch (stop.questions().get(question).asks()) {
            case LessonQuestion.Asks.Value(_, int node) -> w.trace().value(node).toArray();
            case LessonQuestion.Asks.Gradient(_, int node) ->
                    w.trace().value(w.story().adjoint().gradient(node).orElseThrow()).toArray();
            case LessonQuestion.Asks.Choice choice -> throw new AssertionError(choice.toString());
        };
    }

    /// The sentence below the graph when one comes to the stop.
    String sentence() {
        Detail detail = stop.scene().detail().orElse(Detail.OPERATIONS);
        Walkthrough shown = w.folded(Folding.of(model.groups(), detail));
        int step =
                switch (stop.scene().step()) {
                    case Scene.StepChoice.At(int index) -> index;
                    case Scene.StepChoice.First _ -> 0;
                    case Scene.StepChoice.Forward _ -> shown.story().lastForward();
                    case Scene.StepChoice.Last _ -> shown.size() - 1;
                };
        return Bundle.ENGLISH.say(Sentences.of(shown, step, Numbers.DEFAULT));
    }
}
