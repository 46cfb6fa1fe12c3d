package dev.backstep.story;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Group;
import dev.backstep.graph.Op;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A random graph with random groups, nested and beside each other.
///
/// @param leaves the value of each leaf
public record RandomGroups(
        Graph graph, int output, Map<Integer, Tensor> leaves, List<Group> groups) {

    private static final Shape SQUARE = new Shape(3, 3);

    public static RandomGroups of(long seed) {
        Random random = new Random(seed);
        Graph.Builder b = Graph.builder();
        Map<Integer, Tensor> leaves = new HashMap<>();
        for (int k = 0; k < 2; k++) {
            leaf(b, leaves, random, "x" + k);
        }
        int size = 8 + random.nextInt(16);
        while (b.size() < size) {
            grow(b, leaves, random);
        }
        int sum = b.sum(b.size() - 1, Shape.SCALAR);
        int output = b.add(Op.Unary.TANH, sum);
        for (int k = random.nextInt(3); k > 0; k--) {
            b.add(Op.Unary.SIGMOID, any(b, random));
        }
        Graph graph = b.build();
        return new RandomGroups(
                graph, output, leaves, groups(random, 0, graph.size(), new ArrayList<>(), 0));
    }

    /// A random detail: any level but numbers, with some groups folded and some opened.
    public Detail detail(Random random) {
        Detail detail = Detail.of(Detail.Level.values()[random.nextInt(3)]);
        for (String name : names(groups)) {
            int way = random.nextInt(3);
            detail = way == 0 ? detail.fold(name) : way == 1 ? detail.open(name) : detail;
        }
        return detail;
    }

    private static List<String> names(List<Group> groups) {
        List<String> names = new ArrayList<>();
        for (Group group : groups) {
            names.add(group.name());
            names.addAll(names(group.groups()));
        }
        return names;
    }

    private static void grow(Graph.Builder b, Map<Integer, Tensor> leaves, Random random) {
        int x = any(b, random);
        int y = any(b, random);
        switch (random.nextInt(8)) {
            case 0 -> leaf(b, leaves, random, "p" + b.size());
            case 1 -> b.constant(random.nextInt(5) - 2);
            case 2 -> b.broadcast(Op.Binary.ADD, x, y);
            case 3 -> b.broadcast(Op.Binary.MUL, x, y);
            case 4 -> b.add(Op.Unary.SIGMOID, x);
            case 5 -> {
                if (!b.shape(x).isScalar() && !b.shape(y).isScalar()) {
                    b.add(new Op.MatMul(), x, y);
                }
            }
            case 6 -> b.sum(x, Shape.SCALAR);
            default -> b.add(Op.Columnwise.SOFTMAX, x);
        }
    }

    /// A node to use; no stretch, which belongs to the one that uses it.
    private static int any(Graph.Builder b, Random random) {
        int id = random.nextInt(b.size());
        return b.node(id).isStretch() ? any(b, random) : id;
    }

    private static void leaf(
            Graph.Builder b, Map<Integer, Tensor> leaves, Random random, String name) {
        Shape shape = random.nextInt(3) == 0 ? Shape.SCALAR : SQUARE;
        Op.Role role = random.nextInt(4) == 0 ? Op.Role.CONST : Op.Role.PARAM;
        Tensor value = Tensor.generate(shape, _ -> random.nextGaussian());
        leaves.put(b.leaf(name, role, shape), value);
    }

    private static List<Group> groups(
            Random random, int from, int to, List<String> taken, int depth) {
        List<Group> groups = new ArrayList<>();
        int at = from + random.nextInt(3);
        while (at < to && depth < 3) {
            int end = Math.min(to, at + 1 + random.nextInt(6 - depth));
            Group.Kind kind = Group.Kind.values()[random.nextInt(Group.Kind.values().length)];
            String name = "g" + taken.size();
            taken.add(name);
            List<Group> inside = groups(random, at, end, taken, depth + 1);
            groups.add(new Group(kind, name, name, at, end, inside));
            at = end + random.nextInt(3);
        }
        return groups;
    }
}
