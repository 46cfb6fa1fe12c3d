package dev.backstep.monitor;

import dev.backstep.data.Dataset;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.paint.plot.BoundaryPicture.Field;
import dev.backstep.paint.plot.BoundaryPicture.NumberCurve;
import dev.backstep.paint.plot.BoundaryPicture.NumberMap;
import dev.backstep.paint.plot.BoundaryPicture.Sample;
import dev.backstep.paint.plot.BoundaryPicture.Words;
import dev.backstep.paint.plot.Plane;
import dev.backstep.paint.plot.Raster;
import dev.backstep.paint.plot.Scale;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import dev.backstep.train.Grid;
import dev.backstep.train.Responses;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Single units of a network: what they answer, and the samples that drive them most.
final class UnitPictures {

    private static final Numbers NUMBERS = new Numbers(3);

    private final Dataset.Task task;
    private final Tensor x;
    private final Tensor y;
    private final List<String> classes;
    private final String drives;

    /// @param x the features of the samples trained on, a column each
    /// @param y what is to be learnt of them
    /// @param classes what the classes are called; empty where numbers are learnt
    UnitPictures(Dataset.Task task, Tensor x, Tensor y, List<String> classes, Bundle texts) {
        this.task = task;
        this.x = x;
        this.y = y;
        this.classes = List.copyOf(classes);
        this.drives = texts.say(Message.of("plot.drives"));
    }

    /// The samples that a unit answers most to, the strongest first.
    ///
    /// @param column 0 for the features, then the layers
    /// @param answers of the units to the samples; not needed for a feature
    List<Monitor.Driver> drivers(int column, int unit, Optional<Responses> answers, int count) {
        if (column == 0) {
            return IntStream.range(0, x.cols())
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer k) -> feature(unit, k)).reversed())
                    .limit(count)
                    .map(k -> driver(k, feature(unit, k)))
                    .toList();
        }
        return answers.map(
                        a ->
                                a.strongest(column - 1, unit, count).stream()
                                        .map(k -> driver(k, a.unit(column - 1, unit)[k]))
                                        .toList())
                .orElse(List.of());
    }

    private double feature(int f, int sample) {
        return x.at(f, sample);
    }

    private Monitor.Driver driver(int sample, double answer) {
        return new Monitor.Driver(sample, answer, label(sample));
    }

    private String label(int sample) {
        int best = 0;
        for (int k = 1; k < y.rows(); k++) {
            best = y.at(k, sample) > y.at(best, sample) ? k : best;
        }
        return switch (task) {
            case BINARY -> classes.get(y.at(0, sample) > 0.5 ? 1 : 0);
            case CLASSES -> classes.get(best);
            case REGRESSION -> y.rows() == 1 ? "y = " + NUMBERS.plain(y.at(0, sample)) : "";
        };
    }

    /// What a unit answers over the plane, with the samples that drive it most in rings.
    BoundaryPicture picture(Mapped maps, int column, int unit, List<Monitor.Driver> drivers) {
        Raster answer = column == 0 ? maps.feature(unit) : maps.unit(column - 1, unit);
        boolean line = maps.grid().isLine();
        List<Sample> samples = drivers.stream().map(d -> sample(d, maps.grid(), line)).toList();
        return new BoundaryPicture(
                line ? plane(maps, answer) : maps.plane(),
                line ? curve(maps.grid(), answer) : map(answer),
                samples,
                List.of(),
                new Words("", "", "", drives));
    }

    /// A sample has the colour of the answer to it.
    private Sample sample(Monitor.Driver d, Grid grid, boolean line) {
        double across = feature(grid.horizontal(), d.index());
        double up = line ? d.answer() : feature(grid.vertical(), d.index());
        return new Sample(across, up, d.answer(), false, false, true);
    }

    private static Field map(Raster answer) {
        return new NumberMap(answer, Scale.around0(List.of(answer)));
    }

    private static Field curve(Grid grid, Raster answer) {
        return new NumberCurve(
                IntStream.range(0, grid.columns()).mapToObj(grid::x).toList(),
                IntStream.range(0, grid.columns()).mapToObj(k -> answer.at(k, 0)).toList());
    }

    private static Plane plane(Mapped maps, Raster answer) {
        Plane across = maps.plane();
        double[] finite =
                IntStream.range(0, answer.cols())
                        .mapToDouble(k -> answer.at(k, 0))
                        .filter(Double::isFinite)
                        .toArray();
        double least = DoubleStream.of(finite).min().orElse(0);
        double most = DoubleStream.of(finite).max().orElse(1);
        return Plane.around(across.left(), across.right(), least, most, across.xName(), "a")
                .from(across.left(), across.right());
    }
}
