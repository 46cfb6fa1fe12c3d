package dev.backstep.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Parameters that move during the backward pass, each as soon as its gradient is whole, so that
/// the node that uses it last hands on with what it has become. Done only where the mistake is
/// made.
final class EarlyMoves {

    private final Graph.Builder b;
    private final boolean[] needs;
    private final int[] gradient;
    private final Optional<BackwardPass.Mover> mover;
    private final Map<Integer, Slip.Carried> carried;

    /// For each node how many edges have not yet handed it what they do.
    private final int[] missing;

    private final Map<Integer, Optional<Integer>> moved = new HashMap<>();

    /// @param gradient of each node as far as it is known, or −1
    EarlyMoves(
            Graph.Builder builder,
            boolean[] needs,
            int[] gradient,
            BackwardPass pass,
            Map<Integer, Slip.Carried> carried) {
        this.b = builder;
        this.needs = needs;
        this.gradient = gradient;
        this.mover = pass.makes(Mistake.EARLY_UPDATE) ? pass.mover() : Optional.empty();
        this.carried = carried;
        this.missing = new int[mover.isPresent() ? needs.length : 0];
    }

    /// Counts what is to arrive at each node.
    void begin(int output) {
        if (mover.isEmpty()) {
            return;
        }
        boolean[] reached = new boolean[needs.length];
        reached[output] = true;
        for (int id = output; id >= 0; id--) {
            if (reached[id] && needs[id]) {
                for (int input : b.node(id).inputs()) {
                    reached[input] = true;
                    missing[input] += needs[input] ? 1 : 0;
                }
            }
        }
    }

    /// Whether a node hands on to its second operand first: to a parameter that another operand is
    /// multiplied by.
    boolean isReversed(Node node) {
        return mover.isPresent()
                && multiplies(node.op())
                && isParameter(node.inputs().get(1))
                && !isParameter(node.inputs().get(0));
    }

    /// Whether what an op hands to one operand depends on the other.
    private static boolean multiplies(Op op) {
        return op == Op.Binary.MUL
                || op == Op.Binary.DIV
                || op == Op.Binary.POW
                || op == Op.Binary.SE
                || op instanceof Op.MatMul
                || op instanceof Op.Dot;
    }

    void received(int input) {
        if (mover.isPresent()) {
            missing[input]--;
        }
    }

    /// A node as the pass sees it: with the parameters among its operands as they have become.
    /// Nothing where none has moved yet.
    Optional<Node> seen(Node node) {
        if (mover.isEmpty() || !multiplies(node.op())) {
            return Optional.empty();
        }
        List<Integer> inputs = node.inputs().stream().map(i -> after(i).orElse(i)).toList();
        return inputs.equals(node.inputs())
                ? Optional.empty()
                : Optional.of(new Node(node.id(), node.op(), inputs, node.shape(), node.name()));
    }

    /// What a parameter, stretched or turned or not, has become by now.
    private Optional<Integer> after(int id) {
        return isParameter(id) && missing[id] == 0 && gradient[id] >= 0
                ? after(id, gradient[id])
                : Optional.empty();
    }

    /// Down through what is stretched or turned to the parameter, and up again with what it has
    /// become.
    ///
    /// @param g the whole gradient of `id`
    private Optional<Integer> after(int id, int g) {
        Deque<Node> views = new ArrayDeque<>();
        Node node = b.node(id);
        int upstream = g;
        while (!moved.containsKey(node.id()) && !node.isParameter()) {
            int inner = node.inputs().getFirst();
            if (missing[inner] != 1 || gradient[inner] >= 0) {
                moved.put(node.id(), Optional.empty());
            } else {
                upstream = back(node, upstream);
                views.push(node);
                node = b.node(inner);
            }
        }
        Optional<Integer> now = moved.get(node.id());
        if (now == null) {
            now = mover.orElseThrow().moved(b, node.id(), upstream, carried);
            moved.put(node.id(), now);
        }
        for (Node view : views) {
            now = now.map(m -> b.add(view.op(), m));
            moved.put(view.id(), now);
        }
        return now;
    }

    private int back(Node view, int g) {
        return new Adjoints(b).flow(view, 0, g).downstream();
    }

    private boolean isParameter(int id) {
        Node node = b.node(id);
        while (node.op() instanceof Op.Broadcast
                || node.op() instanceof Op.Transpose
                || node.op() instanceof Op.Reshape) {
            node = b.node(node.inputs().getFirst());
        }
        return node.isParameter();
    }

    /// The nodes that hold what a parameter has become, and the parameter.
    Map<Integer, Integer> moved() {
        Map<Integer, Integer> nodes = new HashMap<>();
        moved.forEach(
                (of, node) -> {
                    if (b.node(of).isParameter()) {
                        node.ifPresent(n -> nodes.put(n, of));
                    }
                });
        return nodes;
    }
}
