package dev.backstep.paint.plot;

import dev.backstep.paint.plot.NetworkPicture.Axis;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.paint.plot.NetworkPicture.Unit;
import dev.backstep.paint.plot.NetworkPicture.UnitColumn;
import dev.backstep.paint.plot.NetworkPicture.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/// Networks with random weights, the same every time.
final class NetworkExamples {

    private static final int GRID = 24;

    private NetworkExamples() {}

    /// A network with random weights; its responses are those of these weights.
    static NetworkPicture network(Shows shows, int... units) {
        Random random = new Random(5);
        List<UnitColumn> columns = new ArrayList<>();
        List<Weights> layers = new ArrayList<>();
        List<Raster> maps = features(units[0]);
        columns.add(new UnitColumn("X", featureUnits(maps), Scale.around0(maps)));
        for (int k = 1; k < units.length; k++) {
            int from = units[k - 1];
            boolean last = k == units.length - 1;
            double size = 2.2 / Math.sqrt(from) / (k == 1 ? 3 : 1);
            Raster w = Raster.generate(from, units[k], (_, _) -> size * random.nextGaussian());
            double norm = 0.084 * Math.pow(6, k + 1 - units.length);
            Raster g = Raster.generate(from, units[k], (_, _) -> norm * random.nextGaussian());
            List<Raster> inputs = maps;
            maps = new ArrayList<>();
            List<Unit> column = new ArrayList<>();
            for (int i = 0; i < units[k]; i++) {
                double bias = 0.6 * random.nextGaussian();
                maps.add(response(inputs, w, i, bias, last));
                column.add(Unit.of(maps.getLast(), bias, norm * random.nextGaussian()));
            }
            Scale scale = last ? Scale.PROBABILITY : new Scale(0, 1);
            String name = last ? "\\hat{y}" : "a^{[" + k + "]}";
            columns.add(new UnitColumn(name, column, scale));
            String names = "W^{[" + k + "]}, b^{[" + k + "]}";
            layers.add(new Weights(names, w, g, OptionalDouble.of(norm)));
        }
        return new NetworkPicture(columns, layers, PlotExamples.PLANE, shows);
    }

    private static Raster response(List<Raster> in, Raster w, int unit, double bias, boolean last) {
        return Raster.generate(
                GRID,
                GRID,
                (col, row) -> {
                    double z = bias;
                    for (int j = 0; j < in.size(); j++) {
                        z += w.at(j, unit) * in.get(j).at(col, row);
                    }
                    return last ? 1 / (1 + Math.exp(-2 * z)) : Math.tanh(z);
                });
    }

    private static List<Raster> features(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        f ->
                                Raster.generate(
                                        GRID,
                                        GRID,
                                        (col, row) ->
                                                6
                                                        - 12
                                                                * (f % 2 == 0
                                                                        ? GRID - 1 - col
                                                                        : row)
                                                                / (GRID - 1.0)))
                .toList();
    }

    private static List<Unit> featureUnits(List<Raster> maps) {
        List<Unit> units = new ArrayList<>();
        for (int f = 0; f < maps.size(); f++) {
            Axis axis = f == 0 ? Axis.X : f == 1 ? Axis.Y : Axis.NEITHER;
            units.add(Unit.feature("x_{" + (f + 1) + "}", maps.get(f), axis));
        }
        return units;
    }

    /// A network that folds: many features, without maps.
    static NetworkPicture digits() {
        Random random = new Random(7);
        int[] units = {784, 128, 10};
        List<UnitColumn> columns = new ArrayList<>();
        List<Weights> layers = new ArrayList<>();
        for (int k = 0; k < units.length; k++) {
            Unit unit = new Unit("", Optional.empty(), Axis.NEITHER, Optional.empty());
            String name = k == 0 ? "X" : k == 2 ? "\\hat{y}" : "a^{[1]}";
            columns.add(
                    new UnitColumn(
                            name,
                            IntStream.range(0, units[k]).mapToObj(_ -> unit).toList(),
                            Scale.PROBABILITY));
        }
        for (int k = 1; k < units.length; k++) {
            Raster w =
                    Raster.generate(
                            units[k - 1],
                            units[k],
                            (c, r) -> random.nextGaussian() * Math.sin(c / 40.0 + r));
            layers.add(
                    new Weights(
                            "W^{[" + k + "]}, b^{[" + k + "]}", w, w, OptionalDouble.of(0.3 / k)));
        }
        return new NetworkPicture(columns, layers, PlotExamples.PLANE, Shows.WEIGHTS);
    }
}
