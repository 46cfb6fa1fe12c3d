package dev.backstep.monitor;

import dev.backstep.graph.Node;
import dev.backstep.notation.Labels;
import dev.backstep.optim.Network;
import dev.backstep.paint.plot.NetworkPicture;
import dev.backstep.paint.plot.NetworkPicture.Axis;
import dev.backstep.paint.plot.NetworkPicture.Bias;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.paint.plot.NetworkPicture.Unit;
import dev.backstep.paint.plot.NetworkPicture.UnitColumn;
import dev.backstep.paint.plot.NetworkPicture.Weights;
import dev.backstep.paint.plot.Raster;
import dev.backstep.paint.plot.Scale;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Layer;
import dev.backstep.train.NetworkShape;
import dev.backstep.train.NetworkShape.Units;
import dev.backstep.train.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A network of layers as a picture.
final class NetworkPictures {

    /// Of a wider column no unit is drawn by itself.
    private static final int WIDEST = 256;

    private static final Raster UNKNOWN = Raster.of(0, 0);

    private final NetworkShape shape;
    private final String features;
    private final List<String> names;
    private final List<String> zNames;
    private final List<String> weightNames;

    NetworkPictures(Network network, NetworkShape shape, Labels labels) {
        this.shape = shape;
        this.features = labels.tex(network.x());
        List<String> names = new ArrayList<>();
        List<String> zNames = new ArrayList<>();
        List<String> weightNames = new ArrayList<>();
        for (int k = 0; k < shape.layers().size(); k++) {
            Units layer = shape.layers().get(k);
            String usual = "a^{[" + (k + 1) + "]}";
            boolean last = k == shape.layers().size() - 1;
            Optional<String> z = layer.z().flatMap(n -> tex(network, labels, n));
            Optional<String> a = layer.activation().flatMap(n -> tex(network, labels, n));
            names.add(
                    last
                            ? labels.tex(network.prediction())
                            : a.or(() -> layer.function().isEmpty() ? z : Optional.empty())
                                    .orElse(usual));
            zNames.add(z.orElse("Z^{[" + (k + 1) + "]}"));
            String w = tex(network, labels, layer.weight()).orElse(layer.weight());
            Optional<String> b = layer.bias().flatMap(n -> tex(network, labels, n));
            weightNames.add(w + b.map(n -> ", " + n).orElse(""));
        }
        this.names = List.copyOf(names);
        this.zNames = List.copyOf(zNames);
        this.weightNames = List.copyOf(weightNames);
    }

    private static Optional<String> tex(Network network, Labels labels, String name) {
        return network.graph().named(name).map(Node::id).map(labels::tex);
    }

    /// What each layer answers, as TeX.
    List<String> names() {
        return names;
    }

    /// What each layer computes before its activation, as TeX.
    List<String> zNames() {
        return zNames;
    }

    NetworkPicture picture(Snapshot now, Mapped maps, Shows shows) {
        List<UnitColumn> columns = new ArrayList<>();
        List<Weights> layers = new ArrayList<>();
        columns.add(features(maps));
        for (int k = 0; k < shape.layers().size(); k++) {
            Units layer = shape.layers().get(k);
            columns.add(column(k, layer, now, maps));
            Optional<Layer.Report> report =
                    now.layers().stream()
                            .filter(r -> r.weight().equals(layer.weight()))
                            .findFirst();
            layers.add(
                    new Weights(
                            weightNames.get(k),
                            raster(now.parameters().get(layer.weight())),
                            raster(now.gradients().get(layer.weight())),
                            report.map(r -> OptionalDouble.of(r.gradient()))
                                    .orElse(OptionalDouble.empty())));
        }
        return new NetworkPicture(columns, layers, maps.plane(), shows);
    }

    private static Raster raster(@Nullable Tensor w) {
        return w == null ? UNKNOWN : Raster.of(w.cols(), w.rows(), w.toArray());
    }

    private UnitColumn features(Mapped maps) {
        boolean wide = shape.features() > WIDEST;
        List<Raster> rasters =
                IntStream.range(0, wide ? 0 : shape.features()).mapToObj(maps::feature).toList();
        List<Unit> units =
                IntStream.range(0, shape.features())
                        .mapToObj(
                                f ->
                                        wide
                                                ? unmapped(Optional.empty())
                                                : Unit.feature(
                                                        Mapped.name(f),
                                                        rasters.get(f),
                                                        axis(maps, f)))
                        .toList();
        return new UnitColumn(features, units, Scale.over(rasters));
    }

    private static Axis axis(Mapped maps, int f) {
        return f == maps.grid().horizontal()
                ? Axis.X
                : f == maps.grid().vertical() ? Axis.Y : Axis.NEITHER;
    }

    private static Unit unmapped(Optional<Bias> bias) {
        return new Unit("", Optional.empty(), Axis.NEITHER, bias);
    }

    private UnitColumn column(int k, Units layer, Snapshot now, Mapped maps) {
        boolean wide = layer.units() > WIDEST;
        List<Raster> rasters =
                IntStream.range(0, wide ? 0 : layer.units())
                        .mapToObj(i -> maps.unit(k, i))
                        .toList();
        List<Unit> units =
                IntStream.range(0, layer.units())
                        .mapToObj(
                                i -> {
                                    Optional<Bias> bias = bias(layer, now, i);
                                    return wide
                                            ? unmapped(bias)
                                            : new Unit(
                                                    "",
                                                    Optional.of(rasters.get(i)),
                                                    Axis.NEITHER,
                                                    bias);
                                })
                        .toList();
        return new UnitColumn(names.get(k), units, scale(layer, rasters));
    }

    /// What a function can answer, if that has ends on both sides; else as far as it does answer.
    private static Scale scale(Units layer, List<Raster> rasters) {
        return switch (layer.function().orElse("")) {
            case "sigmoid", "softmax" -> Scale.PROBABILITY;
            case "tanh" -> new Scale(0, 1);
            default -> Scale.around0(rasters);
        };
    }

    private static Optional<Bias> bias(Units layer, Snapshot now, int unit) {
        return layer.bias()
                .map(
                        name ->
                                new Bias(
                                        element(now.parameters(), name, unit),
                                        element(now.gradients(), name, unit)));
    }

    /// NaN if there is none; a single number is that of every unit.
    private static double element(Map<String, Tensor> values, String name, int unit) {
        Tensor b = values.get(name);
        return b == null ? Double.NaN : b.at(b.size() == 1 ? 0 : unit);
    }
}
