package dev.backstep.explain;

import dev.backstep.graph.Edge;
import dev.backstep.graph.LocalGradient;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Writes a derivative out, piece by piece from the left, until there are enough pieces. What a
/// line of TeX cannot be broken in, as a fraction or a root, is not used.
final class ClosedFormWriter {

    private final Walkthrough w;
    private final int by;
    private final Set<Integer> depending;
    private final int most;

    /// What is nested deeper is left out.
    private static final int DEEPEST = 300;

    private int depth;
    private final List<String> pieces = new ArrayList<>();

    /// @param depending the nodes that depend on `by`
    ClosedFormWriter(Walkthrough w, int by, Set<Integer> depending, int most) {
        this.w = w;
        this.by = by;
        this.depending = depending;
        this.most = most;
    }

    List<String> pieces() {
        if (!isFull()) {
            return List.copyOf(pieces);
        }
        List<String> cut = new ArrayList<>(pieces.subList(0, most));
        cut.add("\\ldots");
        return List.copyOf(cut);
    }

    private boolean isFull() {
        return pieces.size() > most;
    }

    private void write(String tex) {
        if (!isFull()) {
            pieces.add(tex);
        }
    }

    /// Ends when enough is written: every call writes something before it goes deeper.
    void derivative(int from) {
        if (isFull()) {
            return;
        }
        int node = from;
        List<Edge> edges = edges(node);
        while (edges.size() == 1 && isPassed(edges.getFirst())) {
            node = w.graph().source(edges.getFirst()).id();
            edges = edges(node);
        }
        boolean several = edges.size() > 1;
        if (several) {
            write("\\bigl(");
        }
        for (int k = 0; k < edges.size(); k++) {
            if (k > 0) {
                write("+");
            }
            term(edges.get(k));
        }
        if (several) {
            write("\\bigr)");
        }
    }

    private List<Edge> edges(int node) {
        return w.graph().edges(node).stream()
                .filter(e -> depending.contains(w.graph().source(e).id()))
                .filter(e -> w.adjoint().flow(e).isPresent())
                .toList();
    }

    /// Whether nothing is written for an edge: its local gradient is 1, and the way goes on.
    private boolean isPassed(Edge edge) {
        return w.graph().source(edge).id() != by
                && w.adjoint().flow(edge).orElseThrow().local() instanceof LocalGradient.Unit;
    }

    private void term(Edge edge) {
        int source = w.graph().source(edge).id();
        boolean last = source == by;
        int factor =
                switch (w.adjoint().flow(edge).orElseThrow().local()) {
                    case LocalGradient.Factor(int node) -> node;
                    case LocalGradient.Left(int node) -> node;
                    case LocalGradient.Right(int node) -> node;
                    case LocalGradient.Unit(), LocalGradient.Coupled() -> -1;
                };
        if (factor >= 0) {
            value(factor, true);
            if (!last) {
                write("\\cdot");
            }
        }
        if (!last) {
            derivative(source);
        } else if (factor < 0) {
            write("1");
        }
    }

    /// @param inside whether a sum needs parentheses
    private void value(int id, boolean inside) {
        if (isFull()) {
            return;
        }
        if (depth > DEEPEST) {
            write("\\ldots");
            return;
        }
        depth++;
        written(id, inside);
        depth--;
    }

    private void written(int id, boolean inside) {
        Node node = w.adjoint().graph().node(id);
        boolean original = id < w.graph().size();
        if (node.op() instanceof Op.Constant(var number)) {
            String text = Numbers.DEFAULT.tex(number);
            write(inside && text.startsWith("-") ? "(" + text + ")" : text);
        } else if (node.isSource()) {
            write(w.labels().tex(id));
        } else if (node.op() instanceof Binary op) {
            binary(op, node, inside);
        } else if (original && w.labels().isSpelledOut(id)) {
            write(w.labels().tex(id));
        } else {
            applied(node, inside);
        }
    }

    private void binary(Binary op, Node node, boolean inside) {
        String sign =
                switch (op) {
                    case ADD -> "+";
                    case SUB -> "-";
                    case MUL -> "\\cdot";
                    case DIV, SAFE_DIV -> "/";
                    case POW, MAX, MIN, BCE, BCE_LOGITS, SE -> ",\\,";
                };
        boolean called = sign.startsWith(",");
        boolean closed = called || inside && op != Binary.MUL;
        boolean factors = op == Binary.MUL || op == Binary.DIV || op == Binary.SAFE_DIV;
        if (closed) {
            write((called ? "\\mathrm{" + op.word().replace("_", "\\_") + "}" : "") + "(");
        }
        value(node.inputs().getFirst(), factors);
        write(sign);
        value(node.inputs().get(1), factors || op == Binary.SUB);
        if (closed) {
            write(")");
        }
    }

    private void applied(Node node, boolean inside) {
        int x = node.inputs().getFirst();
        switch (node.op()) {
            case Op.Move _, Op.Reshape _, Op.Broadcast _, Op.Transpose _ -> value(x, inside);
            case Unary op when op == Unary.SQUARE -> powered(x, "2");
            case Op.Pow(double p) -> powered(x, Numbers.DEFAULT.tex(p));
            case Unary op when op == Unary.NEG -> called("(-", x, true, ")");
            case Op op -> called(function(op) + "(", x, false, ")");
        }
    }

    private void powered(int x, String exponent) {
        called("(", x, false, ")^{" + exponent + "}");
    }

    private void called(String opens, int x, boolean inside, String closes) {
        write(opens);
        value(x, inside);
        write(closes);
    }

    private static String function(Op op) {
        if (op == Unary.SIGMOID) {
            return "\\sigma";
        }
        boolean known =
                Set.of(Unary.EXP, Unary.LOG, Unary.SIN, Unary.COS, Unary.TAN, Unary.TANH)
                        .contains(op);
        return known ? "\\" + op.word() : "\\mathrm{" + op.word().replace("_", "\\_") + "}";
    }
}
