package dev.backstep.quiz;

import dev.backstep.text.Message;
import java.util.List;

/// What an answer is given in.
public sealed interface AnswerForm {

    /// A field for each number of a matrix that is asked for.
    record Cells(AskedCells cells) implements AnswerForm {}

    /// A field for `3×2`.
    record ShapeField() implements AnswerForm {}

    /// Texts to choose from, with formulas between dollar signs.
    ///
    /// @param several whether more than one may be right
    record Options(List<Message> texts, boolean several) implements AnswerForm {

        public Options {
            texts = List.copyOf(texts);
        }
    }

    /// How many fields there are; of options, how many can be ticked.
    default int fields() {
        return switch (this) {
            case Cells(AskedCells cells) -> cells.size();
            case ShapeField() -> 1;
            case Options(List<Message> texts, boolean _) -> texts.size();
        };
    }
}
