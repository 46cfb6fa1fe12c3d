package dev.backstep.explain;

import dev.backstep.graph.Op;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Differences;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.Optional;

/// What is said of gradients that are off.
public final class CheckWords {

    private CheckWords() {}

    /// `∂L/∂x = 8, finite differences say 10`; of a matrix of the element that is off most, and how
    /// many are; nothing if none is.
    public static Optional<Message> off(
            Walkthrough w, int leaf, Differences found, Numbers numbers) {
        return found.off()
                .map(
                        off -> {
                            Message said = off(w, leaf, off, numbers);
                            return w.value(leaf).shape().isScalar()
                                    ? said
                                    : Message.of("check.numbers")
                                            .with("said", said)
                                            .with("n", found.wrong())
                                            .with("all", found.compared());
                        });
    }

    private static Message off(Walkthrough w, int leaf, Differences.Off off, Numbers numbers) {
        Shape shape = w.value(leaf).shape();
        int row = off.element() / shape.cols();
        int col = off.element() % shape.cols();
        String at = shape.isScalar() ? "" : new Op.Slice(row, row + 1, col, col + 1).index(shape);
        Message.Pattern said =
                Message.of(off.slope().isPresent() ? "check.gradient" : "check.gradient.finite")
                        .with("gradient", MistakeWords.gradient(w, leaf) + at)
                        .with("value", numbers.plain(off.gradient()));
        return off.slope().isPresent()
                ? said.with("slope", numbers.plain(off.slope().getAsDouble()))
                : said;
    }

    /// `1 of 2 gradients is off: switch the mistake off`
    public static Message count(int off, int all, boolean mistaken) {
        return Message.of(mistaken ? "check.count.mistake" : "check.count")
                .with("n", off)
                .with("all", all);
    }
}
