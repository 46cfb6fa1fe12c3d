package dev.backstep.quiz;

import dev.backstep.story.Walkthrough;
import java.util.List;

/// Questions on one program, in the order of its walk.
public record Quiz(List<QuizQuestion> questions) {

    /// The most questions of one quiz.
    public static final int MOST = 12;

    public Quiz {
        questions = List.copyOf(questions);
    }

    /// Questions on any program: the same for the same program and seed.
    public static Quiz of(Walkthrough w, long seed) {
        return new Quiz(new QuestionChooser(w, seed).chosen());
    }
}
