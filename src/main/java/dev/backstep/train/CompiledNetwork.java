package dev.backstep.train;

import dev.backstep.compile.Compiler;
import dev.backstep.compile.Parameters;
import dev.backstep.compile.Program;
import dev.backstep.compile.kernel.CorePair;
import dev.backstep.compile.kernel.Kernels;
import dev.backstep.data.Dataset;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Trace;
import dev.backstep.optim.Network;
import dev.backstep.tensor.Strided;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A network compiled for one number of samples.
final class CompiledNetwork implements CorePair.ParallelLoop {

    /// A batch of as many numbers is laid out by two cores.
    private static final int LARGE = 1 << 15;

    private final Network network;
    private final Program program;
    private final List<Layer> layers;
    private final Optional<BatchViews> views;
    private final CarriedLeaves carried;

    /// Where the samples of a batch lie, and what is predicted of them.
    private record BatchViews(Strided x, Strided y, Strided prediction) {}

    private @Nullable Dataset loaded;
    private int[] order = new int[0];
    private int first;

    CompiledNetwork(Network network, Parameters parameters, Kernels kernels) {
        this(network, Layer.of(network.graph()), parameters, kernels, true);
    }

    private CompiledNetwork(
            Network network,
            List<Layer> layers,
            Parameters parameters,
            Kernels kernels,
            boolean backward) {
        this.network = network;
        this.layers = layers;
        Set<Integer> kept = new HashSet<>();
        network.data().ifPresent(d -> kept.addAll(List.of(d.x(), d.y(), d.prediction())));
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
                                network.pass(),
                                network.leaves(),
                                parameters,
                                kept,
                                layers.stream().map(Layer::z).collect(Collectors.toSet()),
                                backward)
                        .compile(kernels);
        this.carried = new CarriedLeaves(network, program, parameters);
        this.views =
                network.data()
                        .map(
                                d ->
                                        new BatchViews(
                                                program.view(d.x()),
                                                program.view(d.y()),
                                                program.view(d.prediction())));
    }

    /// One that only predicts: no gradients, no reports.
    static CompiledNetwork forward(Network network, Parameters parameters, Kernels kernels) {
        return new CompiledNetwork(network, List.of(), parameters, kernels, false);
    }

    /// One that only predicts, and whose units can be read.
    static CompiledNetwork units(Network network, Parameters parameters, Kernels kernels) {
        return new CompiledNetwork(network, Layer.of(network.graph()), parameters, kernels, false);
    }

    /// Computes a batch that has been laid out.
    ///
    /// @param state of the training before the batch
    void run(OptimiserState state) {
        carried.fill(state);
        program.run();
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

    /// Where the features of a batch lie, features × samples.
    Strided features() {
        return views.orElseThrow().x();
    }

    /// What is predicted of it, outputs × samples.
    Strided prediction() {
        return views.orElseThrow().prediction();
    }

    /// The values of the last run, of the gradients too.
    Trace trace(Map<Integer, Tensor> leaves) {
        return program.trace(leaves);
    }

    /// Lays samples out; there are none to lay out for a graph that is trained as it is.
    void load(Dataset data, int[] samples, int start) {
        if (views.isPresent()) {
            load(views.get(), data, samples, start);
        }
    }

    private void load(BatchViews batch, Dataset data, int[] samples, int start) {
        Strided x = batch.x();
        CorePair cores = program.kernels().cores();
        if (cores.isOpen() && x.size() >= LARGE) {
            loaded = data;
            order = samples;
            first = start;
            cores.share(this, 2);
        } else {
            data.fill(samples, start, x, 0, x.rows());
            data.fillLabels(samples, start, batch.y());
        }
    }

    @Override
    public void part(int part, int core) {
        Dataset data = Objects.requireNonNull(loaded);
        Strided x = views.orElseThrow().x();
        int half = CorePair.half(x.rows());
        if (part == 0) {
            data.fill(order, first, x, 0, half);
            data.fillLabels(order, first, views.orElseThrow().y());
        } else {
            data.fill(order, first, x, half, x.rows());
        }
    }

    List<Layer> layers() {
        return layers;
    }

    /// Writes ‖∂L/∂Z‖ of each layer in the last run.
    void upstream(double[] norms) {
        for (int l = 0; l < norms.length; l++) {
            norms[l] = layers.get(l).upstream(program);
        }
    }

    /// How the layers did in the last run.
    ///
    /// @param updates how the step after it moved each parameter, as far as that is known
    List<Layer.Report> reports(Parameters parameters, Map<String, Tensor> updates) {
        return layers.stream()
                .map(l -> l.report(network.graph(), program, parameters, updates))
                .toList();
    }

    /// How many of the predictions of the last run are right; nothing where numbers are predicted.
    OptionalDouble right(Dataset.Task task) {
        if (task == Dataset.Task.REGRESSION) {
            return OptionalDouble.empty();
        }
        Strided y = views.orElseThrow().y();
        Strided prediction = views.orElseThrow().prediction();
        double threshold = task == Dataset.Task.BINARY ? network.threshold() : 0;
        int right = 0;
        for (int j = 0; j < y.cols(); j++) {
            boolean hit =
                    task == Dataset.Task.BINARY
                            ? prediction.get(0, j) > threshold == y.get(0, j) > 0.5
                            : largest(prediction, j) == largest(y, j);
            right += hit ? 1 : 0;
        }
        return OptionalDouble.of(right);
    }

    private static int largest(Strided v, int col) {
        int best = 0;
        for (int i = 1; i < v.rows(); i++) {
            best = v.get(i, col) > v.get(best, col) ? i : best;
        }
        return best;
    }
}
