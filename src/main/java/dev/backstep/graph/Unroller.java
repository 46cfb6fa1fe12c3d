package dev.backstep.graph;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Opens some nodes of a graph into their numbers and keeps the others whole.
final class Unroller {

    private final Graph whole;
    private final Set<Integer> opened;
    private final IntFunction<Optional<String>> names;
    private final boolean[] needed;
    private final Graph.Builder b = Graph.builder();
    private final Unrolling ops = new Unrolling(b);
    private final Apart apart = new Apart(b);
    private final List<List<Integer>> cells = new ArrayList<>();
    private final List<Integer> matrices = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final Map<Integer, List<Integer>> gathered = new HashMap<>();

    Unroller(Graph whole, Set<Integer> opened, IntFunction<Optional<String>> names) {
        this.whole = whole;
        this.opened = opened;
        this.names = names;
        this.needed = needed(whole, opened);
    }

    Unrolled unrolled() {
        for (Node node : whole.nodes()) {
            starts.add(b.size());
            if (opened.contains(node.id())) {
                open(node);
            } else {
                cells.add(List.of());
                matrices.add(needed[node.id()] ? copy(node) : -1);
            }
        }
        starts.add(b.size());
        return new Unrolled(whole, b.build(), opened, cells, matrices, starts, tensors());
    }

    /// For each node whether some node takes its value whole: one that stays whole itself. A
    /// stretch is needed if what it repeats to is.
    static boolean[] needed(Graph whole, Set<Integer> opened) {
        boolean[] needed = new boolean[whole.size()];
        for (Node node : whole.nodes().reversed()) {
            boolean kept = !opened.contains(node.id());
            needed[node.id()] |= kept && !node.isStretch();
            if (kept && needed[node.id()]) {
                node.inputs().forEach(i -> needed[i] = true);
            }
        }
        return needed;
    }

    private int copy(Node node) {
        int[] inputs = node.inputs().stream().mapToInt(matrices::get).toArray();
        Optional<String> name = names.apply(node.id());
        int copy =
                switch (node.op()) {
                    case Op.Leaf(Op.Role role) -> b.leaf(name.orElse(""), role, node.shape());
                    case Op.Constant(Tensor value) -> b.constant(value);
                    case Op op -> b.add(op, inputs);
                };
        name.ifPresent(n -> b.name(copy, n));
        return copy;
    }

    private void open(Node node) {
        List<List<Integer>> operands = node.inputs().stream().map(this::numbers).toList();
        Optional<String> name = names.apply(node.id());
        List<Integer> made = ops.open(whole, node, operands, name);
        cells.add(made);
        boolean joined = needed[node.id()] || node.shape().isScalar();
        matrices.add(joined ? apart.joined(made, node.shape(), name) : -1);
    }

    /// The numbers of an operand: of a matrix that is there whole its parts.
    private List<Integer> numbers(int id) {
        Node node = whole.node(id);
        if (opened.contains(id) && (!needed[id] || node.shape().isScalar())) {
            return cells.get(id);
        }
        List<Integer> known = gathered.get(id);
        if (known == null) {
            known = gathered(node);
            gathered.put(id, known);
        }
        return known;
    }

    private List<Integer> gathered(Node node) {
        return switch (node.op()) {
            case Op op when node.shape().isScalar() && !node.isStretch() ->
                    List.of(matrices.get(node.id()));
            case Op.Broadcast op -> {
                int source = node.inputs().getFirst();
                yield ops.moved(op, List.of(numbers(source)), List.of(whole.node(source).shape()));
            }
            case Op.Constant(Tensor value) ->
                    IntStream.range(0, value.size())
                            .mapToObj(k -> b.constant(value.at(k)))
                            .toList();
            case Op _ -> {
                // what is opened has numbers of that name already
                boolean named = !opened.contains(node.id());
                yield apart.of(
                        matrices.get(node.id()), named ? names.apply(node.id()) : Optional.empty());
            }
        };
    }

    /// None if all nodes are opened: then nothing is opened by itself.
    private List<Group> tensors() {
        return opened.size() == whole.size()
                ? List.of()
                : opened.stream()
                        .sorted()
                        .filter(id -> starts.get(id) < starts.get(id + 1))
                        .map(this::tensor)
                        .toList();
    }

    private Group tensor(int id) {
        String name = names.apply(id).orElse("");
        Shape shape = whole.node(id).shape();
        return new Group(
                Group.Kind.TENSOR,
                Detail.tensor(name),
                shape.isScalar() ? name : name + " " + shape,
                starts.get(id),
                starts.get(id + 1),
                List.of());
    }
}
