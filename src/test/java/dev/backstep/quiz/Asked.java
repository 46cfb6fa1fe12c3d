package dev.backstep.quiz;

import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import java.util.List;

/// Questions put to programs, for tests.
final class Asked {

    private Asked() {}

    /// A program, one statement after the other by |.
    static Walkthrough program(String text) {
        String lines = text.replace(" | ", "\n");
        return switch (Language.read(lines)) {
            case ReadResult.Ok(Model model) -> {
                Walkthrough w =
                        Walkthrough.of(
                                model.graph(),
                                model.output(),
                                model.leaves(),
                                Story.Grain.NODES,
                                false);
                yield model.setup().map(s -> w.followedBy(s.optimiser())).orElse(w);
            }
            case ReadResult.Problems(var problems) ->
                    throw new IllegalArgumentException(lines + problems);
        };
    }

    static int node(Walkthrough w, String name) {
        return w.graph().named(name).orElseThrow().id();
    }

    static Posed arriving(Walkthrough w, String name) {
        return new Posed(w, new QuizQuestion.Arriving(node(w, name)), Numbers.DEFAULT);
    }

    static Posed computed(Walkthrough w, String name) {
        return new Posed(w, new QuizQuestion.Computed(node(w, name)), Numbers.DEFAULT);
    }

    /// What is said to a typed answer.
    static String said(Posed posed, String... fields) {
        return switch (posed.read(List.of(fields))) {
            case AnswerReading.Unreadable(var why, _) -> Bundle.ENGLISH.say(why);
            case AnswerReading.Read(QuizAnswer answer) ->
                    Bundle.ENGLISH.say(posed.judge(answer, false).sentence());
        };
    }

    static AnswerVerdict judged(Posed posed, Tensor answer) {
        return posed.judge(new QuizAnswer.Given(answer), false);
    }
}
