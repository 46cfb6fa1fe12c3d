package dev.backstep.compile;

import dev.backstep.compile.kernel.Kernels;
import dev.backstep.graph.Adjoint;
import dev.backstep.graph.BackwardPass;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Slip;
import dev.backstep.tensor.Strided;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a [Program] of a graph: differentiate, merge what is equal, keep what is needed, lay it
/// out, list the loops.
public final class Compiler {

    private final Graph graph;
    private final Adjoint adjoint;
    private final SimplifiedGraph canonical;
    private final int output;
    private final Set<Integer> kept;
    private final Set<Integer> keptGradients;
    private final Parameters parameters;
    private final boolean backward;

    /// Where leaves lie.
    private final Map<Integer, Strided> leaves = new HashMap<>();

    /// Where nodes lie whose place is given: leaves, and gradients of parameters.
    private final Map<Integer, Strided> places = new HashMap<>();

    /// Gradients of parameters that are copied to their place at the end, since they also lie
    /// elsewhere.
    private final Map<Strided, Integer> copied = new HashMap<>();

    private final Set<Integer> roots = new LinkedHashSet<>();

    /// @param pass how the backward pass is done
    /// @param kept nodes whose value can be read after a run
    /// @param keptGradients nodes whose gradient can, if there is one
    /// @param backward whether there are gradients; else nothing but `output` and `kept` is
    ///   computed
    public Compiler(
            Graph graph,
            int output,
            BackwardPass pass,
            Map<Integer, Tensor> values,
            Parameters parameters,
            Set<Integer> kept,
            Set<Integer> keptGradients,
            boolean backward) {
        this.graph = graph;
        this.adjoint = Adjoint.of(graph, output, pass);
        this.canonical = SimplifiedGraph.of(adjoint.graph());
        this.output = output;
        this.kept = kept;
        this.keptGradients = keptGradients;
        this.parameters = parameters;
        this.backward = backward;
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Leaf(Op.Role role)) {
                leaves.put(node.id(), role == Op.Role.PARAM ? parameter(node) : leaf(node, values));
            }
        }
        adjoint.slip().map(Slip::carried).orElseGet(Map::of).keySet().forEach(this::carried);
        places.putAll(leaves);
    }

    /// Room for what is carried over from step to step; 0 at first.
    private void carried(int leaf) {
        leaves.put(leaf, Strided.zeros(adjoint.graph().node(leaf).shape()));
    }

    private Strided parameter(Node node) {
        Parameters.Place place = parameters.place(node.name().orElseThrow());
        gradient(node.id())
                .map(canonical::same)
                .ifPresent(
                        gradient -> {
                            roots.add(gradient);
                            Strided target = parameters.gradient(place);
                            boolean direct = Lowering.writesInside(canonical, gradient);
                            if (!direct || places.putIfAbsent(gradient, target) != null) {
                                copied.put(target, gradient);
                            }
                        });
        return parameters.value(place);
    }

    private Optional<Integer> gradient(int id) {
        return backward ? adjoint.gradient(id) : Optional.empty();
    }

    private static Strided leaf(Node node, Map<Integer, Tensor> values) {
        Strided view = Strided.zeros(node.shape());
        Tensor value = values.get(node.id());
        if (value != null) {
            view.set(value);
        }
        return view;
    }

    public Program compile(Kernels kernels) {
        roots.add(canonical.same(output));
        Map<Integer, Integer> gradients = new HashMap<>();
        kept.forEach(id -> roots.add(canonical.same(id)));
        for (int id : keptGradients) {
            gradient(id).ifPresent(g -> gradients.put(id, canonical.same(g)));
        }
        roots.addAll(gradients.values());
        EvaluationPlan plan = EvaluationPlan.of(canonical, roots);
        Lowering lowering = new Lowering(canonical, places, plan.room(places.keySet()));
        int forward = 0;
        for (int id : plan.order()) {
            lowering.lower(id, plan.form(id));
            forward = id < graph.size() ? lowering.instructions().size() : forward;
        }
        List<Instruction> all = fused(lowering.instructions(), forward);
        copied.forEach(
                (target, source) -> all.add(new Instruction.Copy(lowering.view(source), target)));
        Map<Integer, Strided> values = new HashMap<>(leaves);
        kept.forEach(id -> values.put(id, lowering.view(canonical.same(id))));
        Map<Integer, Strided> gradientViews = new HashMap<>();
        gradients.forEach((id, g) -> gradientViews.put(id, lowering.view(g)));
        return new Program(
                all,
                forward,
                kernels,
                values,
                gradientViews,
                lowering.view(canonical.same(output)),
                adjoint.slip().map(Slip::carried).orElseGet(Map::of),
                new ComputedNodes(adjoint.graph(), computed(lowering)));
    }

    /// The same with the gradients of each layer as one loop; what comes before `from` stays.
    private static List<Instruction> fused(List<Instruction> single, int from) {
        List<Instruction> fused = new ArrayList<>(single.subList(0, from));
        for (Instruction next : single.subList(from, single.size())) {
            Optional<Instruction> both =
                    fused.size() > from
                            ? Instruction.LayerGradients.of(fused.getLast(), next)
                            : Optional.empty();
            both.ifPresent(_ -> fused.removeLast());
            fused.add(both.orElse(next));
        }
        return fused;
    }

    /// For each node of the longer graph where it lies, or null if no loop computes it.
    private @Nullable Strided[] computed(Lowering lowering) {
        @Nullable Strided[] views = new Strided[canonical.size()];
        for (int id = 0; id < views.length; id++) {
            views[id] = lowering.computed(canonical.same(id)).orElse(null);
        }
        return views;
    }
}
