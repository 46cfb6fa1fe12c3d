package dev.backstep.train;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A graph and its adjoint, compiled once into flat loops over arrays allocated once.
///
/// Running it means what [dev.backstep.graph.Trace] means, to rounding: dead nodes are gone, equal ones merged,
/// transposes and stretches folded into strides, the usual local gradients done in one loop. One thread at a time.
public final class Program {

    private final Instruction[] instructions;
    private final int forwardEnd;
    private final Kernels kernels;
    private final Map<Integer, View> values;
    private final Map<Integer, View> gradients;
    private final View loss;

    private Program(
            List<Instruction> instructions,
            int forwardEnd,
            Kernels kernels,
            Map<Integer, View> values,
            Map<Integer, View> gradients,
            View loss) {
        this.instructions = instructions.toArray(Instruction[]::new);
        this.forwardEnd = forwardEnd;
        this.kernels = kernels;
        this.values = values;
        this.gradients = gradients;
        this.loss = loss;
    }

    /// Compiles the gradient of `output` with respect to all of `parameters`.
    ///
    /// @param leaves the value of each leaf that is no parameter; those of data may be missing and are zero at first
    /// @param kept nodes whose value, and gradient if there is one, can be read after a run
    /// @throws IllegalArgumentException where the output is not 1×1
    public static Program of(
            Graph graph, int output, Map<Integer, Tensor> leaves, Parameters parameters, Set<Integer> kept) {
        return of(graph, output, leaves, parameters, kept, Kernels.best());
    }

    static Program of(
            Graph graph,
            int output,
            Map<Integer, Tensor> leaves,
            Parameters parameters,
            Set<Integer> kept,
            Kernels kernels) {
        Adjoint adjoint = Adjoint.of(graph, output);
        Canonical c = Canonical.of(adjoint.graph());
        Map<Integer, View> places = new HashMap<>();
        Map<Integer, View> leafViews = new HashMap<>();
        Map<View, Integer> loose = new HashMap<>();
        Set<Integer> roots = new LinkedHashSet<>();
        roots.add(c.same(output));
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Leaf(Op.Role role)) {
                place(node, role, leaves, parameters, leafViews);
                adjoint.gradient(node.id()).filter(_ -> role == Op.Role.PARAM).ifPresent(g -> {
                    int source = c.same(g);
                    View target = parameters.gradient(parameters.place(node.name().orElseThrow()));
                    roots.add(source);
                    if (!Lowering.writesInside(c, source) || places.putIfAbsent(source, target) != null) {
                        loose.put(target, source);
                    }
                });
            }
        }
        places.putAll(leafViews);
        Map<Integer, Integer> keptGradients = new HashMap<>();
        kept.forEach(id -> {
            roots.add(c.same(id));
            adjoint.gradient(id).ifPresent(g -> keptGradients.put(id, c.same(g)));
        });
        roots.addAll(keptGradients.values());
        Plan plan = Plan.of(c, roots);
        Lowering lowering = new Lowering(c, places, plan.room(places.keySet()));
        int forward = 0;
        for (int id : plan.order()) {
            lowering.lower(id, plan.form(id));
            forward = id < graph.size() ? lowering.instructions().size() : forward;
        }
        List<Instruction> all = new ArrayList<>(lowering.instructions());
        loose.forEach((target, source) -> all.add(new Instruction.Copy(lowering.view(source), target)));
        Map<Integer, View> values = new HashMap<>(leafViews);
        kept.forEach(id -> values.put(id, lowering.view(c.same(id))));
        Map<Integer, View> gradients = new HashMap<>();
        keptGradients.forEach((id, g) -> gradients.put(id, lowering.view(g)));
        return new Program(all, forward, kernels, values, gradients, lowering.view(c.same(output)));
    }

    private static void place(
            Node node, Op.Role role, Map<Integer, Tensor> leaves, Parameters parameters, Map<Integer, View> views) {
        if (role == Op.Role.PARAM) {
            views.put(node.id(), parameters.value(parameters.place(node.name().orElseThrow())));
            return;
        }
        View view = View.zeros(node.shape());
        Tensor value = leaves.get(node.id());
        if (value != null) {
            view.set(value);
        }
        views.put(node.id(), view);
    }

    /// Computes everything up to the output, without gradients.
    public void forward() {
        for (int k = 0; k < forwardEnd; k++) {
            instructions[k].run(kernels);
        }
    }

    /// Computes the output and all gradients.
    public void run() {
        for (Instruction instruction : instructions) {
            instruction.run(kernels);
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
        return Optional.ofNullable(gradients.get(node)).map(View::toTensor);
    }

    View view(int node) {
        return Objects.requireNonNull(values.get(node), "this node was not kept");
    }

    Optional<View> gradientView(int node) {
        return Optional.ofNullable(gradients.get(node));
    }

    Kernels kernels() {
        return kernels;
    }

    List<Instruction> instructions() {
        return List.of(instructions);
    }
}
