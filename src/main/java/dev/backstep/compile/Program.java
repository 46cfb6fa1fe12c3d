package dev.backstep.compile;

import dev.backstep.compile.kernel.CorePair;
import dev.backstep.compile.kernel.Kernels;
import dev.backstep.compile.kernel.VectorKernels;
import dev.backstep.graph.BackwardPass;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Slip;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Strided;
import dev.backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A graph and its adjoint, compiled once into flat loops over arrays allocated once.
///
/// Running it means what [dev.backstep.graph.Trace] means, to rounding: dead nodes are gone, equal
/// ones merged, transposes and stretches folded into strides, the usual local gradients done in one
/// loop. One thread at a time.
public final class Program {

    /// After as many runs there will be many more, and loops get classes of their own.
    private static final int OFTEN = 1_000;

    /// The most loops with classes of their own: more of them do not stay in the cache of
    /// instructions from one run to the next, which costs what they gain.
    private static final int FEW = 24;

    private final Instruction[] instructions;
    private final Runnable[] loops;
    private final int forwardEnd;
    private final Kernels kernels;
    private final Map<Integer, Strided> values;
    private final Map<Integer, Strided> gradients;
    private final Strided loss;
    private final Map<Integer, Slip.Carried> carried;
    private final ComputedNodes computed;
    private int runs;

    Program(
            List<Instruction> instructions,
            int forwardEnd,
            Kernels kernels,
            Map<Integer, Strided> values,
            Map<Integer, Strided> gradients,
            Strided loss,
            Map<Integer, Slip.Carried> carried,
            ComputedNodes computed) {
        this.instructions = instructions.toArray(Instruction[]::new);
        this.loops =
                instructions.stream()
                        .map(i -> Instruction.loop(i, kernels))
                        .toArray(Runnable[]::new);
        this.forwardEnd = forwardEnd;
        this.kernels = kernels;
        this.values = values;
        this.gradients = gradients;
        this.loss = loss;
        this.carried = carried;
        this.computed = computed;
    }

    /// Compiles the gradient of `output` with respect to all of `parameters`.
    ///
    /// @param leaves the value of each leaf that is no parameter; those of data may be missing and
    ///   are zero at first
    /// @param kept nodes whose value, and gradient if there is one, can be read after a run
    /// @throws IllegalArgumentException where the output is not 1×1
    public static Program of(
            Graph graph,
            int output,
            Map<Integer, Tensor> leaves,
            Parameters parameters,
            Set<Integer> kept) {
        return of(graph, output, leaves, parameters, kept, Kernels.best());
    }

    public static Program of(
            Graph graph,
            int output,
            Map<Integer, Tensor> leaves,
            Parameters parameters,
            Set<Integer> kept,
            Kernels kernels) {
        return of(graph, output, BackwardPass.RIGHT, leaves, parameters, kept, kernels);
    }

    /// The same by a backward pass that may be mistaken.
    public static Program of(
            Graph graph,
            int output,
            BackwardPass pass,
            Map<Integer, Tensor> leaves,
            Parameters parameters,
            Set<Integer> kept,
            Kernels kernels) {
        return new Compiler(graph, output, pass, leaves, parameters, kept, kept, true)
                .compile(kernels);
    }

    /// Computes everything up to the output, without gradients.
    public void forward() {
        for (int k = 0; k < forwardEnd; k++) {
            loops[k].run();
        }
    }

    /// Computes the output and all gradients.
    public void run() {
        if (runs < OFTEN && ++runs == OFTEN) {
            separate();
        }
        for (Runnable loop : loops) {
            loop.run();
        }
    }

    /// Gives each loop a class of its own where that pays, see [OwnLoops]: loops on vectors, and
    /// few of them. A training does so while it runs.
    void separate() {
        if (kernels instanceof VectorKernels && loops.length <= FEW) {
            Arrays.setAll(loops, k -> OwnLoops.of(loops[k]));
        }
    }

    /// The output of the last run.
    public double loss() {
        return loss.data()[loss.at()];
    }

    /// Gives a leaf that is no parameter another value.
    public void set(int leaf, Tensor value) {
        view(leaf).set(value);
    }

    /// The value of a leaf or of a kept node.
    public Tensor value(int node) {
        return view(node).toTensor();
    }

    /// The gradient of a kept node, if it has one.
    public Optional<Tensor> gradient(int node) {
        return Optional.ofNullable(gradients.get(node)).map(Strided::toTensor);
    }

    /// The values of the graph and its adjoint after a run, gradients included: those that the
    /// loops computed to the last bit, the others worked out from them.
    ///
    /// @param leaves the value of each leaf; what is carried over is known here
    public Trace trace(Map<Integer, Tensor> leaves) {
        return computed.trace(leaves(leaves));
    }

    /// The value of each leaf of the graph and its adjoint.
    ///
    /// @param leaves those of the graph
    public Map<Integer, Tensor> leaves(Map<Integer, Tensor> leaves) {
        Map<Integer, Tensor> all = new HashMap<>(leaves);
        carried.keySet().forEach(leaf -> all.put(leaf, value(leaf)));
        return all;
    }

    /// The leaves that a mistake carries over from one step of training to the next: whoever runs
    /// the program gives them their values before each run.
    public Map<Integer, Slip.Carried> carried() {
        return carried;
    }

    public Strided view(int node) {
        return Objects.requireNonNull(values.get(node), "this node was not kept");
    }

    public Optional<Strided> gradientView(int node) {
        return Optional.ofNullable(gradients.get(node));
    }

    /// Whether it has a product that is worth a second core.
    public boolean paysTwoCores() {
        return Arrays.stream(instructions)
                .anyMatch(
                        i ->
                                i instanceof Instruction.Product p && CorePair.pays(p.a(), p.b())
                                        || i instanceof Instruction.LayerGradients l
                                                && CorePair.pays(l.g(), l.x()));
    }

    public Kernels kernels() {
        return kernels;
    }

    public List<Instruction> instructions() {
        return List.of(instructions);
    }
}
