package dev.backstep.train;

import dev.backstep.compile.Parameters;
import dev.backstep.compile.Program;
import dev.backstep.compile.kernel.PlainKernels;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/// One layer of a network: a weight matrix, what it computes, and the activation after it.
///
/// @param weight the name of the weight
/// @param product the node W·x
/// @param bias the name of b, if a parameter alone is added
/// @param z the node W·x + b, or W·x if nothing is added
/// @param activation the node f(z), if a function of one operand follows
public record Layer(
        String weight, int product, Optional<String> bias, int z, Optional<Integer> activation) {

    /// How a layer did on the last batch.
    ///
    /// @param upstream ‖∂L/∂Z‖
    /// @param gradient ‖∂L/∂W‖
    /// @param norm ‖W‖
    /// @param update ‖ΔW‖, by how far the step after it moved W; NaN if that is not known
    /// @param dead units whose activation passes no gradient on for any sample of the batch: ReLUs
    ///   that are off
    /// @param saturated units of a tanh or a sigmoid whose slope is below a twentieth of the
    ///   steepest for every sample
    /// @param weights how the elements of W are distributed
    /// @param activations how the values of the activation are, or those of Z if none follows
    public record Report(
            String weight,
            double upstream,
            double gradient,
            double norm,
            double update,
            int units,
            int dead,
            int saturated,
            Histogram weights,
            Histogram activations) {

        /// ‖ΔW‖/‖W‖, near 10⁻³ in a network that trains well (Karpathy, *CS231n*, 2015, Neural
        /// Networks 3, ratio of weights to updates); NaN if the update is not known.
        public double updateRatio() {
            return update / norm;
        }
    }

    /// The layers of a graph, first to last.
    public static List<Layer> of(Graph graph) {
        List<Layer> layers = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.MatMul) {
                node.inputs().stream()
                        .map(graph::node)
                        .filter(Layer::isParameter)
                        .findFirst()
                        .flatMap(Node::name)
                        .ifPresent(weight -> layers.add(of(graph, weight, node.id())));
            }
        }
        return layers;
    }

    private static Layer of(Graph graph, String weight, int product) {
        int z =
                onlyUse(graph, product)
                        .filter(n -> n.op() == Binary.ADD)
                        .map(Node::id)
                        .orElse(product);
        Optional<Integer> activation =
                onlyUse(graph, z)
                        .filter(
                                n ->
                                        n.inputs().size() == 1
                                                && n.shape().equals(graph.node(z).shape()))
                        .map(Node::id);
        return new Layer(weight, product, bias(graph, product, z), z, activation);
    }

    private static Optional<String> bias(Graph graph, int product, int z) {
        return graph.edges(z).stream()
                .filter(e -> z != product && graph.unstretched(e).id() != product)
                .map(graph::unstretched)
                .filter(Layer::isParameter)
                .findFirst()
                .flatMap(Node::name);
    }

    private static boolean isParameter(Node node) {
        return node.op() instanceof Op.Leaf(Op.Role role) && role == Op.Role.PARAM;
    }

    private static Optional<Node> onlyUse(Graph graph, int id) {
        List<Node> uses = uses(graph, id).toList();
        return uses.size() == 1 ? Optional.of(uses.getFirst()) : Optional.empty();
    }

    /// What uses a node, by whatever name.
    static Stream<Node> uses(Graph graph, int id) {
        boolean[] isIt = new boolean[graph.size()];
        isIt[id] = true;
        Stream.Builder<Node> uses = Stream.builder();
        for (Node node : graph.nodes()) {
            if (node.inputs().stream().anyMatch(i -> isIt[i])) {
                if (isName(graph, node)) {
                    isIt[node.id()] = true;
                } else {
                    uses.add(node);
                }
            }
        }
        return uses.build();
    }

    /// Whether a node is but another name for its operand, as in `yhat = a2`.
    private static boolean isName(Graph graph, Node node) {
        return node.op() instanceof Op.Reshape
                && node.shape().equals(graph.node(node.inputs().getFirst()).shape());
    }

    /// The node that a name stands for.
    static int named(Graph graph, int id) {
        Node node = graph.node(id);
        while (isName(graph, node)) {
            node = graph.node(node.inputs().getFirst());
        }
        return node.id();
    }

    /// The node that the layer hands on: its activation, or z.
    int output() {
        return activation.orElse(z);
    }

    /// What the last run of `program` left behind.
    ///
    /// @param updates how the step after it moved each parameter, as far as that is known
    Report report(
            Graph graph, Program program, Parameters parameters, Map<String, Tensor> updates) {
        Parameters.Place place = parameters.place(weight);
        int dead = 0;
        int saturated = 0;
        if (activation.isPresent()) {
            Op op = graph.node(activation.get()).op();
            Strided a = program.view(activation.get());
            for (int unit = 0; unit < a.rows(); unit++) {
                dead += op instanceof Op.Relu relu && isOff(relu, program.view(z), unit) ? 1 : 0;
                saturated += op == Unary.TANH && isAll(a, unit, t -> 1 - t * t < 0.05) ? 1 : 0;
                saturated +=
                        op == Unary.SIGMOID && isAll(a, unit, t -> t * (1 - t) < 0.0125) ? 1 : 0;
            }
        }
        Tensor moved = updates.get(weight);
        return new Report(
                weight,
                upstream(program),
                norm(parameters.gradient(place)),
                norm(parameters.value(place)),
                moved == null ? Double.NaN : norm(Strided.of(moved)),
                program.view(z).rows(),
                dead,
                saturated,
                Histogram.of(parameters.value(place)),
                Histogram.of(program.view(output())));
    }

    /// ‖∂L/∂Z‖ in the last run of `program`.
    double upstream(Program program) {
        return program.gradientView(z).map(Layer::norm).orElse(0.0);
    }

    /// At 0 a rectifier passes on what the program has set.
    private static boolean isOff(Op.Relu relu, Strided z, int unit) {
        return isAll(z, unit, t -> t < 0 || t == 0 && relu.atZero() == 0);
    }

    private static boolean isAll(Strided a, int row, DoublePredicate test) {
        for (int j = 0; j < a.cols(); j++) {
            if (!test.test(a.get(row, j))) {
                return false;
            }
        }
        return true;
    }

    static double norm(Strided x) {
        Strided out = Strided.zeros(Shape.SCALAR);
        new PlainKernels().norm(x, out);
        return out.get(0, 0);
    }
}
