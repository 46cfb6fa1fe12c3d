package dev.backstep.lesson;

import dev.backstep.lang.Span;
import java.util.List;

/// A question of a stop.
///
/// @param asks what is to be answered
/// @param prompt how it is put; empty if it is put as the window puts such a question
/// @param explanation shown after the answer
/// @param at its first line in the text
public record LessonQuestion(Asks asks, List<Inline> prompt, List<TextBlock> explanation, Span at) {

    public LessonQuestion {
        prompt = List.copyOf(prompt);
        explanation = List.copyOf(explanation);
    }

    /// Whether it is answered with numbers of the program.
    public boolean asksForNumbers() {
        return !(asks instanceof Asks.Choice);
    }

    /// What a question is about.
    public sealed interface Asks {

        /// The value of a node, a number or a matrix.
        ///
        /// @param node in the graph of the stop's program
        record Value(String name, int node) implements Asks {}

        /// The gradient of the output with respect to a node, in the shape of that node.
        ///
        /// @param node in the graph of the stop's program
        record Gradient(String name, int node) implements Asks {}

        /// One of several texts.
        record Choice(List<Option> options) implements Asks {
            public Choice {
                options = List.copyOf(options);
            }
        }
    }

    /// An answer that can be chosen.
    public record Option(List<Inline> words, boolean right) {
        public Option {
            words = List.copyOf(words);
        }
    }
}
