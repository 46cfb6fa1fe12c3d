package dev.backstep.train;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What the units of a network answer to so many points: those of a [Grid], or the samples of a
/// data set. Its arrays are not to be changed.
public final class Responses {

    private final double[][][] units;
    private final double[][] outputs;

    /// @param units by layer and unit
    Responses(double[][][] units, double[][] outputs) {
        this.units = units;
        this.outputs = outputs;
    }

    /// How many layers there are, the last one included.
    public int layers() {
        return units.length;
    }

    /// How many units a layer has.
    public int units(int layer) {
        return units[layer].length;
    }

    /// The activation of a unit at each point.
    public double[] unit(int layer, int unit) {
        return units[layer][unit];
    }

    /// How many outputs the prediction has.
    public int outputs() {
        return outputs.length;
    }

    /// An output of the prediction at each point.
    public double[] output(int output) {
        return outputs[output];
    }

    /// The points at which a unit is most active, the most active first.
    public List<Integer> strongest(int layer, int unit, int count) {
        double[] values = unit(layer, unit);
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> values[k]).reversed())
                .limit(count)
                .toList();
    }
}
