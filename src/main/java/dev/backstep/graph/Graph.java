package dev.backstep.graph;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// An immutable list of nodes in evaluation order: every operand stands before what uses it.
public record Graph(List<Node> nodes) {

    public Graph {
        nodes = List.copyOf(nodes);
    }

    public Node node(int id) {
        return nodes.get(id);
    }

    public int size() {
        return nodes.size();
    }

    /// The elements of all nodes together: what a trace of it holds in memory.
    public long elements() {
        return nodes.stream().mapToLong(n -> n.shape().size()).sum();
    }

    /// The node of that name.
    public Optional<Node> named(String name) {
        return nodes.stream().filter(n -> n.name().filter(name::equals).isPresent()).findFirst();
    }

    /// The edges by which a node takes its operands, by slot.
    public List<Edge> edges(int node) {
        return IntStream.range(0, node(node).inputs().size())
                .mapToObj(slot -> new Edge(node, slot))
                .toList();
    }

    /// The node an edge comes from.
    public Node source(Edge edge) {
        return node(node(edge.node()).inputs().get(edge.slot()));
    }

    /// The node whose value an edge brings: behind the stretches on its way.
    public Node unstretched(Edge edge) {
        Node source = source(edge);
        while (source.isStretch()) {
            source = node(source.inputs().getFirst());
        }
        return source;
    }

    /// For each node whether a leaf with a gradient can be reached from it towards the inputs, not
    /// through a [Op.Stop].
    public boolean[] needsGradient() {
        boolean[] needs = new boolean[size()];
        for (Node n : nodes) {
            needs[n.id()] =
                    n.isLeafWithGradient()
                            || !(n.op() instanceof Op.Stop)
                                    && n.inputs().stream().anyMatch(i -> needs[i]);
        }
        return needs;
    }

    /// A builder that goes on from this graph.
    public Builder extended() {
        return new Builder(nodes);
    }

    public static Builder builder() {
        return new Builder(List.of());
    }

    /// Grows a graph node by node. Two-operand element-wise ops stretch their operands as needed.
    public static final class Builder {

        private final List<Node> nodes;

        private Builder(List<Node> nodes) {
            this.nodes = new ArrayList<>(nodes);
        }

        public Graph build() {
            return new Graph(nodes);
        }

        public Node node(int id) {
            return nodes.get(id);
        }

        public int size() {
            return nodes.size();
        }

        public Shape shape(int id) {
            return nodes.get(id).shape();
        }

        /// Appends an input leaf, a parameter, …; returns its id.
        public int leaf(String name, Op.Role role, Shape shape) {
            return append(new Op.Leaf(role), List.of(), shape, Optional.of(name));
        }

        public int constant(Tensor value) {
            return append(new Op.Constant(value), List.of(), value.shape(), Optional.empty());
        }

        public int constant(double value) {
            return constant(Tensor.scalar(value));
        }

        /// Appends an op on operands whose shapes fit as they are; returns its id.
        ///
        /// @throws Refusal where they do not fit, see [Rules#shape]
        public int add(Op op, int... inputs) {
            return switch (inputs.length) {
                case 0 -> throw new IllegalArgumentException("an op has an operand");
                case 1 ->
                        append(op, List.of(inputs[0]), Rules.shape(op, List.of(shape(inputs[0]))));
                case 2 -> {
                    List<Shape> shapes = List.of(shape(inputs[0]), shape(inputs[1]));
                    yield append(op, List.of(inputs[0], inputs[1]), Rules.shape(op, shapes));
                }
                default -> {
                    List<Integer> all = Arrays.stream(inputs).boxed().toList();
                    yield append(op, all, Rules.shape(op, all.stream().map(this::shape).toList()));
                }
            };
        }

        /// Appends a two-operand element-wise op, with its operands stretched to their common
        /// shape.
        public int broadcast(Op op, int a, int b) {
            if (shape(a).equals(shape(b))) {
                return add(op, a, b);
            }
            Shape common =
                    shape(a).broadcast(shape(b))
                            .orElseThrow(
                                    () ->
                                            new Refusal(
                                                    Message.of("misfit.elementwise")
                                                            .with("a", shape(a).toString())
                                                            .with("b", shape(b).toString())));
            return add(op, stretch(a, common), stretch(b, common));
        }

        /// The node itself where it has that shape already, else its stretched copy.
        public int stretch(int id, Shape to) {
            return shape(id).equals(to) ? id : add(new Op.Broadcast(to), id);
        }

        /// The node itself where it has that shape already, else its sums.
        public int sum(int id, Shape to) {
            return shape(id).equals(to) ? id : add(new Op.SumTo(to), id);
        }

        /// Gives the newest meaning of a name to a node.
        public void name(int id, String name) {
            Node n = nodes.get(id);
            nodes.set(id, new Node(id, n.op(), n.inputs(), n.shape(), Optional.of(name)));
        }

        private int append(Op op, List<Integer> inputs, Shape shape) {
            return append(op, inputs, shape, Optional.empty());
        }

        private int append(Op op, List<Integer> inputs, Shape shape, Optional<String> name) {
            nodes.add(new Node(nodes.size(), op, inputs, shape, name));
            return nodes.size() - 1;
        }
    }
}
