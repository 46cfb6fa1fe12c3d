package dev.backstep.paint.plot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A network of layers as it is at one moment: what each unit answers over the plane of two
/// features, and every weight.
///
/// @param columns the features first, the prediction last
/// @param layers the weights between each column and the next: one fewer than columns
/// @param plane what the responses are maps of
/// @param shows whether wires and biases show weights or their gradients
public record NetworkPicture(
        List<UnitColumn> columns, List<Weights> layers, Plane plane, Shows shows) {

    /// What wires and biases show.
    public enum Shows {
        WEIGHTS,
        GRADIENTS
    }

    public NetworkPicture {
        columns = List.copyOf(columns);
        layers = List.copyOf(layers);
        if (columns.size() != layers.size() + 1) {
            throw new IllegalArgumentException(
                    columns.size() + " columns and " + layers.size() + " layers between them");
        }
        for (int k = 0; k < layers.size(); k++) {
            Raster w = layers.get(k).values();
            if (w.cols() != columns.get(k).units().size()
                    || w.rows() != columns.get(k + 1).units().size()) {
                throw new IllegalArgumentException(
                        "the weights of layer " + k + " do not fit the columns beside them");
            }
        }
    }

    /// Units side by side: the features, or what one layer answers.
    ///
    /// @param tex what stands above it
    /// @param scale of all its responses
    public record UnitColumn(String tex, List<Unit> units, Scale scale) {
        public UnitColumn {
            units = List.copyOf(units);
        }
    }

    /// A feature or a unit of a layer.
    ///
    /// @param tex its name, shown beside it if there is one: `x_1`
    /// @param response what it answers over the plane, if that is known
    /// @param axis the direction of the plane it is, for a feature
    /// @param bias what is added in it, if anything is
    public record Unit(String tex, Optional<Raster> response, Axis axis, Optional<Bias> bias) {

        /// A unit of a layer, without a name of its own.
        public static Unit of(Raster response, double bias, double gradient) {
            return new Unit(
                    "", Optional.of(response), Axis.NEITHER, Optional.of(new Bias(bias, gradient)));
        }

        /// A feature.
        public static Unit feature(String tex, Raster response, Axis axis) {
            return new Unit(tex, Optional.of(response), axis, Optional.empty());
        }
    }

    /// The direction of the plane that a feature is.
    public enum Axis {
        X,
        Y,
        NEITHER
    }

    /// A bias and its gradient; NaN where none is known.
    public record Bias(double value, double gradient) {}

    /// The weights between two columns: a row for each unit of the column to the right, a column
    /// for each of the one to the left.
    ///
    /// @param tex what stands below: `W^{[1]}, b^{[1]}`
    /// @param gradients of the last batch; empty before the first
    /// @param norm of the gradient, shown as a bar: a tenth of the largest norm is three quarters
    ///   as long, a ten-thousandth has no length
    public record Weights(String tex, Raster values, Raster gradients, OptionalDouble norm) {}

    /// What of the picture lies at a place, or is pointed out in it.
    public sealed interface Part {}

    /// A unit of a column, both counted from 0.
    public record UnitAt(int column, int unit) implements Part {}

    /// A weight of a layer, from a unit to another, all counted from 0.
    public record WeightAt(int layer, int to, int from) implements Part {}

    /// The bias of a unit of a column, both counted from 0.
    public record BiasAt(int column, int unit) implements Part {}

    /// What is emphasised: what the pointer is over, and what is selected.
    public record Emphasis(Optional<Part> hovered, Optional<Part> selected) {
        public static final Emphasis NONE = new Emphasis(Optional.empty(), Optional.empty());

        Stream<Part> parts() {
            return Stream.of(selected, hovered).flatMap(Optional::stream);
        }
    }

    /// What the wires of a layer show: weights, or their gradients, empty if they are not known.
    Raster shown(int layer) {
        Weights w = layers.get(layer);
        return shows == Shows.WEIGHTS ? w.values : w.gradients;
    }

    /// What a wire shows; NaN if it is not known.
    double shown(int layer, int to, int from) {
        Raster all = shown(layer);
        return all.isEmpty() ? Double.NaN : all.at(from, to);
    }

    double shown(Bias bias) {
        return shows == Shows.WEIGHTS ? bias.value : bias.gradient;
    }

    /// The largest weight or gradient of all, without its sign; 1 if there is none.
    double largest() {
        return Scale.around0(IntStream.range(0, layers.size()).mapToObj(this::shown).toList())
                .reach();
    }

    /// The largest bias or gradient of one, without its sign; 0 if there is none.
    double largestBias() {
        return columns.stream()
                .flatMap(c -> c.units.stream())
                .flatMap(u -> u.bias.stream())
                .mapToDouble(b -> Math.abs(shown(b)))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }
}
