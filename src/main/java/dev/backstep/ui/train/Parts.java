package dev.backstep.ui.train;

import dev.backstep.graph.Op;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.plot.NetworkPicture.BiasAt;
import dev.backstep.paint.plot.NetworkPicture.Part;
import dev.backstep.paint.plot.NetworkPicture.UnitAt;
import dev.backstep.paint.plot.NetworkPicture.WeightAt;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.train.NetworkShape;
import dev.backstep.train.NetworkShape.Units;
import dev.backstep.train.NextStep;
import dev.backstep.train.Snapshot;
import java.util.Objects;
import java.util.Optional;

/// What the parts of a network picture are in the program, and what is told of them.
///
/// @param shape the layers of the picture; its first column is the features
record Parts(NetworkShape shape) {

    /// An element of a parameter.
    ///
    /// @param element counted row by row
    record Element(String parameter, int row, int col, int element) {}

    /// Whether the network has this unit.
    boolean has(UnitAt at) {
        return at.column() <= shape.layers().size() && at.unit() < inputs(at.column());
    }

    /// The element of a parameter that a wire or a dot stands for; nothing for a unit.
    Optional<Element> element(Part part) {
        return switch (part) {
            case WeightAt(int layer, int to, int from) ->
                    Optional.of(
                            new Element(
                                    layer(layer).weight(), to, from, to * inputs(layer) + from));
            case BiasAt(int column, int unit) ->
                    layer(column - 1).bias().map(b -> new Element(b, unit, 0, unit));
            case UnitAt _ -> Optional.empty();
        };
    }

    private Units layer(int layer) {
        return shape.layers().get(layer);
    }

    private int inputs(int layer) {
        return layer == 0 ? shape.features() : layer(layer - 1).units();
    }

    /// A sentence about a part as it is in a snapshot.
    ///
    /// @param next what the next step makes of the parameters, if that is known
    Message told(Part part, Snapshot now, Optional<NextStep> next, Numbers numbers) {
        return element(part)
                .<Message>map(
                        e ->
                                next.map(n -> told(told(e, now, numbers), e, n, numbers))
                                        .orElseGet(() -> told(e, now, numbers)))
                .orElseGet(() -> unit((UnitAt) part));
    }

    private static Message told(Message before, Element e, NextStep next, Numbers numbers) {
        if (next.failure().isPresent()) {
            return Message.of("part.next.fails").with("before", before);
        }
        Tensor gradient = Objects.requireNonNull(next.gradients().get(e.parameter()));
        Tensor from = Objects.requireNonNull(next.before().get(e.parameter()));
        Tensor to = Objects.requireNonNull(next.after().get(e.parameter()));
        double update = to.at(e.row(), e.col()) - from.at(e.row(), e.col());
        return Message.of("part.next")
                .with("before", before)
                .with("gradient", at(gradient, e, numbers))
                .with("update", numbers.plain(update))
                .with("after", at(to, e, numbers));
    }

    private static Message told(Element e, Snapshot now, Numbers numbers) {
        Tensor parameter = Objects.requireNonNull(now.parameters().get(e.parameter()));
        Message value =
                Message.of("part.value")
                        .with("name", e.parameter())
                        .with(
                                "index",
                                new Op.Slice(e.row(), e.row() + 1, e.col(), e.col() + 1)
                                        .index(parameter.shape()))
                        .with("value", at(parameter, e, numbers));
        Tensor gradient = now.gradients().get(e.parameter());
        if (gradient == null) {
            return value;
        }
        Message.Pattern sentence =
                Message.of("part.gradient")
                        .with("value", value)
                        .with("gradient", at(gradient, e, numbers));
        Tensor update = now.updates().get(e.parameter());
        return update == null
                ? sentence
                : Message.of("part.update")
                        .with("gradient", sentence)
                        .with("update", at(update, e, numbers));
    }

    private static String at(Tensor tensor, Element e, Numbers numbers) {
        return numbers.plain(tensor.at(e.row(), e.col()));
    }

    private Message unit(UnitAt at) {
        if (at.column() == 0) {
            return Message.of("part.feature").with("unit", at.unit() + 1L);
        }
        Units layer = layer(at.column() - 1);
        return Message.of("part.unit")
                .with("unit", at.unit() + 1L)
                .with("layer", at.column())
                .with("inputs", inputs(at.column() - 1))
                .with("function", layer.function().orElse("linear"));
    }

    /// What a unit computes, with its own weights; those of many inputs are left out.
    ///
    /// @param most how many inputs are written out
    String formula(UnitAt at, Snapshot now, Numbers numbers, int most) {
        if (at.column() == 0) {
            return "x_{" + (at.unit() + 1) + "}";
        }
        Units layer = layer(at.column() - 1);
        Tensor w = Objects.requireNonNull(now.parameters().get(layer.weight()));
        String from = at.column() == 1 ? "x_{%d}" : "a^{[" + (at.column() - 1) + "]}_{%d}";
        StringBuilder sum = new StringBuilder();
        int written = Math.min(most, w.cols());
        for (int k = 0; k < written; k++) {
            sum.append(signed(w.at(at.unit(), k), sum.isEmpty(), numbers))
                    .append("\\,")
                    .append(String.format(from, k + 1));
        }
        sum.append(written < w.cols() ? " + \\dots" : "");
        layer.bias()
                .map(now.parameters()::get)
                .ifPresent(b -> sum.append(signed(b.at(at.unit(), 0), false, numbers)));
        String name = "a^{[" + at.column() + "]}_{" + (at.unit() + 1) + "}";
        return layer.function()
                .map(f -> name + " = " + named(f) + "\\left(" + sum + "\\right)")
                .orElse(name + " = " + sum);
    }

    private static String named(String function) {
        return function.equals("sigmoid") ? "\\sigma" : "\\mathrm{" + function + "}";
    }

    private static String signed(double x, boolean first, Numbers numbers) {
        String size = numbers.tex(Math.abs(x));
        return x < 0 ? " - " + size : first ? size : " + " + size;
    }
}
