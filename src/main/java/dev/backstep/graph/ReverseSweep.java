package dev.backstep.graph;

import dev.backstep.graph.Op.Binary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// One backward pass over a graph that is made longer by it, right or with a mistake.
final class ReverseSweep {

    private final Graph.Builder builder;
    private final boolean[] needs;
    private final BackwardPass pass;
    private final Adjoints rules;
    private final MistakenRules mistaken;
    private final EarlyMoves moves;
    private final int[] gradient;
    private final Map<Edge, Flow> flows;
    private final Map<Integer, Edge> last = new HashMap<>();
    private final Set<Edge> lost = new HashSet<>();
    private final Set<Edge> changed = new HashSet<>();
    private final Map<Integer, Slip.Carried> carried = new HashMap<>();

    /// @param needs for each node whether a gradient is to reach it
    /// @param flows takes what passes along each edge
    ReverseSweep(Graph.Builder builder, boolean[] needs, Map<Edge, Flow> flows, BackwardPass pass) {
        this.builder = builder;
        this.needs = needs;
        this.pass = pass;
        this.flows = flows;
        this.rules = new Adjoints(builder);
        this.mistaken = new MistakenRules(builder, pass);
        this.gradient = new int[needs.length];
        Arrays.fill(gradient, -1);
        this.moves = new EarlyMoves(builder, needs, gradient, pass, carried);
    }

    /// Appends the seed, and returns it.
    static int seed(Graph.Builder builder, BackwardPass pass) {
        return builder.constant(pass.makes(Mistake.SIGN) ? -1 : 1);
    }

    /// Appends all gradients; for each node its own, or −1.
    ///
    /// @param end nodes up to this one hand nothing on
    /// @param most nodes that the graph may have; beyond that the pass stops
    int[] run(int output, int seed, int end, int most) {
        gradient[output] = seed;
        moves.begin(output);
        for (int id = output; id > end && builder.size() <= most; id--) {
            if (gradient[id] >= 0 && needs[id]) {
                handOn(builder.node(id));
            }
        }
        leaveOver();
        return gradient;
    }

    private void handOn(Node node) {
        int count = node.inputs().size();
        boolean reversed = moves.isReversed(node);
        for (int k = 0; k < count; k++) {
            int slot = reversed ? count - 1 - k : k;
            int input = node.inputs().get(slot);
            if (needs[input]) {
                Edge edge = new Edge(node.id(), slot);
                Flow flow = flow(node, edge);
                flows.put(edge, flow);
                receive(input, edge, flow.downstream());
            }
        }
    }

    private Flow flow(Node node, Edge edge) {
        int upstream = gradient[node.id()];
        Optional<Flow> wrong = mistaken.flow(node, edge.slot(), upstream);
        Optional<Node> moved = moves.seen(node);
        if (wrong.isPresent() || moved.isPresent()) {
            changed.add(edge);
        }
        return wrong.orElseGet(() -> rules.flow(moved.orElse(node), edge.slot(), upstream));
    }

    private void receive(int input, Edge edge, int downstream) {
        boolean first = gradient[input] < 0;
        if (first) {
            gradient[input] = downstream;
        } else if (pass.makes(Mistake.OVERWRITE)) {
            lost.add(Objects.requireNonNull(last.get(input)));
            gradient[input] = downstream;
        } else {
            gradient[input] = builder.add(Binary.ADD, gradient[input], downstream);
        }
        last.put(input, edge);
        moves.received(input);
    }

    /// Adds what the batch before has left to the gradient of each parameter.
    private void leaveOver() {
        if (!pass.makes(Mistake.NO_ZERO)) {
            return;
        }
        for (int id = 0; id < gradient.length; id++) {
            if (gradient[id] >= 0 && builder.node(id).isParameter()) {
                String name = builder.node(id).name().orElse("") + " left over";
                int left = builder.leaf(name, Op.Role.CONST, builder.shape(id));
                carried.put(left, new Slip.Carried(id, Slip.Carried.LEFT_OVER));
                gradient[id] = builder.add(Binary.ADD, gradient[id], left);
            }
        }
    }

    /// What the mistake has done; nothing where none was asked for.
    Optional<Slip> slip() {
        return pass.mistake().map(m -> new Slip(m, lost, changed, moves.moved(), carried));
    }
}
