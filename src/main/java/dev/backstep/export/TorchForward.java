package dev.backstep.export;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The graph of a program as the lines of a Python function: a line for each name and for each
/// value that is used twice, the rest as expressions in them.
final class TorchForward {

    /// Longer expressions get a line of their own: Python reads only so many brackets in brackets.
    private static final int DEEPEST = 5;

    private static final Set<Binary> SIGNS =
            Set.of(Binary.ADD, Binary.SUB, Binary.MUL, Binary.DIV, Binary.SE);

    /// A value in Python.
    ///
    /// @param isAtom whether it is a name, a number or a call, which needs no brackets
    private record Written(String text, boolean isAtom, int depth) {

        String operand() {
            return isAtom ? text : "(" + text + ")";
        }
    }

    private final BatchSizes sizes;
    private final Graph graph;
    private final Python python;
    private final TorchOps ops;
    private final boolean[] used;
    private final int[] uses;

    /// For each constant whether PyTorch asks for a matrix where it is used.
    private final boolean[] matrix;

    private final Map<Integer, Written> values = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    TorchForward(BatchSizes sizes, Python python) {
        this.sizes = sizes;
        this.graph = sizes.few().graph();
        this.python = python;
        this.ops = new TorchOps(sizes);
        this.used = new boolean[graph.size()];
        this.uses = new int[graph.size()];
        this.matrix = new boolean[graph.size()];
        sizes.few().names().values().forEach(id -> used[id] = true);
        for (Node n : graph.nodes().reversed()) {
            for (int slot = 0; used[n.id()] && slot < n.inputs().size(); slot++) {
                int from = operand(n, slot);
                used[from] = true;
                uses[from]++;
                matrix[from] |= !isBesideSign(n, slot);
            }
        }
    }

    /// The lines of the function, in order.
    ///
    /// @throws Refusal if a number depends on the samples in a way that cannot be written
    List<String> lines() {
        if (!sizes.areAlike()) {
            throw new Refusal(Message.of("pytorch.graphs"));
        }
        for (Node n : graph.nodes()) {
            if (used[n.id()]) {
                take(n);
            }
        }
        return lines;
    }

    /// What a name of the program is in the function.
    String value(int node) {
        return values.get(node) == null ? "" : values.get(node).text();
    }

    /// An operand, behind the stretches that PyTorch does by itself: those to the shape of the
    /// other operand.
    private int operand(Node n, int slot) {
        int from = n.inputs().get(slot);
        return n.op() instanceof Binary
                        && graph.node(unstretched(n.inputs().get(1 - slot)))
                                .shape()
                                .equals(n.shape())
                ? unstretched(from)
                : from;
    }

    private int unstretched(int node) {
        int from = node;
        while (graph.node(from).isStretch()) {
            from = graph.node(from).inputs().getFirst();
        }
        return from;
    }

    private void take(Node n) {
        switch (n.op()) {
            case Op.Leaf _ ->
                    values.put(n.id(), new Written(python.name(n.name().orElseThrow()), true, 0));
            case Op.Constant _ -> constant(n);
            default -> computed(n);
        }
    }

    /// A number beside a sign is written there; elsewhere PyTorch asks for a matrix.
    private void constant(Node n) {
        Op.Constant few = (Op.Constant) n.op();
        Op.Constant many = (Op.Constant) sizes.many().graph().node(n.id()).op();
        String text =
                sizes.constant(few.value(), many.value())
                        .orElseThrow(() -> refused("pytorch.constant", n));
        boolean number = few.value().size() == 1;
        if (number && n.name().isEmpty() && !matrix[n.id()]) {
            boolean atom = !text.startsWith("-") && text.indexOf(' ') < 0;
            values.put(n.id(), new Written(text, atom, 0));
        } else {
            line(n, number ? "torch.full((1, 1), " + text + ", device=device)" : text);
        }
    }

    /// Whether an operand stands beside a sign, with a matrix on its other side.
    private boolean isBesideSign(Node n, int slot) {
        return n.op() instanceof Binary sign
                && SIGNS.contains(sign)
                && !(graph.node(operand(n, 1 - slot)).op() instanceof Op.Constant);
    }

    private void computed(Node n) {
        List<String> operands = new ArrayList<>();
        int depth = 0;
        for (int slot = 0; slot < n.inputs().size(); slot++) {
            Written x = values.getOrDefault(operand(n, slot), new Written("", true, 0));
            operands.add(x.operand());
            depth = Math.max(depth, x.depth());
        }
        String text = ops.of(n, operands);
        if (n.name().isPresent() || uses[n.id()] != 1 || depth >= DEEPEST) {
            line(n, text);
        } else {
            values.put(n.id(), new Written(text, isCall(n.op()), depth + 1));
        }
    }

    private static boolean isCall(Op op) {
        return switch (op) {
            case Op.Unary unary -> unary != Op.Unary.NEG;
            case Binary sign -> !SIGNS.contains(sign);
            case Op.MatMul(), Op.Centre _ -> false;
            default -> true;
        };
    }

    private void line(Node n, String text) {
        String name = n.name().map(python::name).orElseGet(() -> python.fresh("t" + n.id()));
        lines.add(name + " = " + text);
        values.put(n.id(), new Written(name, true, 0));
    }

    private Refusal refused(String key, Node n) {
        return new Refusal(
                Message.of(key)
                        .with("node", n.name().orElse(n.op().word()))
                        .with("line", line(n.id())));
    }

    /// The line of the program that a node comes from.
    private long line(int node) {
        String before = sizes.few().text().substring(0, sizes.few().span(node).start());
        return 1 + before.chars().filter(c -> c == '\n').count();
    }
}
