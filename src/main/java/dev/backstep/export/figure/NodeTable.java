package dev.backstep.export.figure;

import dev.backstep.explain.Formulas;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.NumberGrid.Area;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.Locale;
import java.util.Optional;

/// The numbers of one node: its value or its gradient.
///
/// @param numbers all of them
public record NodeTable(Walkthrough w, int node, Kind kind, Tensor numbers) {

    /// A table of more numbers is not drawn.
    public static final int MOST = 10_000;

    /// Which numbers of a node.
    public enum Kind {
        VALUE,
        GRADIENT
    }

    /// Nothing if no gradient reaches the node, and one is asked for.
    public static Optional<NodeTable> of(Walkthrough w, int node, Kind kind) {
        Optional<Tensor> numbers =
                switch (kind) {
                    case VALUE -> Optional.of(w.value(node));
                    case GRADIENT -> w.gradient(node);
                };
        return numbers.map(t -> new NodeTable(w, node, kind, t));
    }

    /// Whether it must not be seen yet.
    public boolean isHidden() {
        return switch (kind) {
            case VALUE -> w.hidden().hidesValue(node);
            case GRADIENT -> w.hidden().hidesGradient(node);
        };
    }

    /// All of its rows and columns.
    public Area all() {
        return new Area(0, 0, numbers.rows(), numbers.cols());
    }

    /// Why so much of it is not drawn; nothing if it is.
    public Optional<Message> refusal(Area area) {
        long size = (long) area.rows() * area.cols();
        return size <= MOST
                ? Optional.empty()
                : Optional.of(
                        Message.of("nodetable.large")
                                .with("shape", new Shape(area.rows(), area.cols()).toString())
                                .with("n", grouped(size))
                                .with("most", grouped(MOST)));
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `The gradient of W[1]`.
    Message title() {
        String key =
                switch (kind) {
                    case VALUE -> "nodetable.value";
                    case GRADIENT -> "nodetable.gradient";
                };
        return Message.of(key).with("name", w.labels().words(node));
    }

    String tex() {
        String label = w.labels().tex(node);
        return switch (kind) {
            case VALUE -> label;
            case GRADIENT -> Formulas.partial(w.labels().tex(w.output()), label);
        };
    }

    /// The colour that the graph has for it.
    ColorRole ink() {
        return switch (kind) {
            case VALUE -> ColorRole.VALUE;
            case GRADIENT -> ColorRole.DOWNSTREAM;
        };
    }

    /// How its numbers are written.
    Numbers written(Numbers wanted) {
        return switch (kind) {
            case VALUE -> w.numbersOf(node, wanted);
            case GRADIENT -> wanted;
        };
    }
}
