package dev.backstep.train;

import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A network compiled for one number of samples.
final class Worker implements Cores.Parts {

    /// A batch of as many numbers is laid out by two cores.
    private static final int LARGE = 1 << 15;

    private final Network network;
    private final Program program;
    private final List<Layer> layers;
    private final View x;
    private final View y;
    private final View prediction;
    private @Nullable Dataset loaded;
    private int[] order = new int[0];
    private int first;

    Worker(Network network, Parameters parameters, Kernels kernels) {
        this(network, Layer.of(network.graph()), parameters, kernels, true);
    }

    private Worker(
            Network network,
            List<Layer> layers,
            Parameters parameters,
            Kernels kernels,
            boolean backward) {
        this.network = network;
        this.layers = layers;
        Set<Integer> kept = new HashSet<>(Set.of(network.x(), network.y(), network.prediction()));
        layers.forEach(
                l -> {
                    kept.add(l.z());
                    l.activation().ifPresent(kept::add);
                });
        kept.removeIf(id -> network.graph().node(id).op() instanceof Op.Leaf);
        this.program =
                new Compiler(
                                network.graph(),
                                network.output(),
                                network.leaves(),
                                parameters,
                                kept,
                                layers.stream().map(Layer::z).collect(Collectors.toSet()),
                                backward)
                        .compile(kernels);
        this.x = program.view(network.x());
        this.y = program.view(network.y());
        this.prediction = program.view(network.prediction());
    }

    /// One that only predicts: no gradients, no reports.
    static Worker forward(Network network, Parameters parameters, Kernels kernels) {
        return new Worker(network, List.of(), parameters, kernels, false);
    }

    Network network() {
        return network;
    }

    Program program() {
        return program;
    }

    /// The value of every leaf.
    Map<Integer, Tensor> leaves() {
        Map<Integer, Tensor> leaves = new HashMap<>(network.leaves());
        for (Node node : network.graph().nodes()) {
            if (node.op() instanceof Op.Leaf) {
                leaves.put(node.id(), program.value(node.id()));
            }
        }
        return leaves;
    }

    void load(Dataset data, int[] samples, int start) {
        Cores cores = program.kernels().cores();
        if (cores.isOpen() && x.size() >= LARGE) {
            loaded = data;
            order = samples;
            first = start;
            cores.share(this, 2);
        } else {
            data.fill(samples, start, x, 0, x.rows());
            data.fillLabels(samples, start, y);
        }
    }

    @Override
    public void part(int part, int core) {
        Dataset data = Objects.requireNonNull(loaded);
        int half = Cores.half(x.rows());
        if (part == 0) {
            data.fill(order, first, x, 0, half);
            data.fillLabels(order, first, y);
        } else {
            data.fill(order, first, x, half, x.rows());
        }
    }

    List<Layer.Report> reports(Parameters parameters) {
        return layers.stream().map(l -> l.report(network.graph(), program, parameters)).toList();
    }

    /// How many of the predictions of the last run are right; nothing where numbers are predicted.
    OptionalDouble right(Dataset.Task task) {
        return switch (task) {
            case REGRESSION -> OptionalDouble.empty();
            case BINARY -> {
                double threshold = network.threshold();
                int right = 0;
                for (int j = 0; j < y.cols(); j++) {
                    right += prediction.get(0, j) > threshold == y.get(0, j) > 0.5 ? 1 : 0;
                }
                yield OptionalDouble.of(right);
            }
            case CLASSES -> {
                int right = 0;
                for (int j = 0; j < y.cols(); j++) {
                    right += largest(prediction, j) == largest(y, j) ? 1 : 0;
                }
                yield OptionalDouble.of(right);
            }
        };
    }

    private static int largest(View v, int col) {
        int best = 0;
        for (int i = 1; i < v.rows(); i++) {
            best = v.get(i, col) > v.get(best, col) ? i : best;
        }
        return best;
    }
}
