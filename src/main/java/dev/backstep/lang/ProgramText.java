package dev.backstep.lang;

import dev.backstep.graph.Group;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Prints a model as a program: graph back to text, such that reading it gives the same graph,
/// values and output. A second name of a node, which only `mlp` gives, is left out: `a2 = Z2` would
/// read back as one node more. Calls are printed as the lines they stand for, in which `h1.z` is
/// called `h1_z`.
public final class ProgramText {

    /// How tightly things bind, loosest first; brackets go around what is looser than its place
    /// asks for.
    private static final int SUM = 0;

    private static final int TERM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int POSTFIX = 5;
    private static final int ATOM = 6;

    private static final Map<Op, String> SIGNS =
            Map.of(
                    Binary.ADD,
                    " + ",
                    Binary.SUB,
                    " - ",
                    Binary.MUL,
                    " * ",
                    Binary.DIV,
                    " / ",
                    new Op.MatMul(),
                    " @ ");

    private final Model model;
    private final Map<String, String> names = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    /// What a `grad` gives; printed as it is written, since its backward graph is made again.
    private final Set<Integer> gradients = new HashSet<>();

    private ProgramText(Model model) {
        this.model = model;
        Set<String> taken = new HashSet<>(model.names().keySet());
        for (String name : model.names().keySet()) {
            String plain = name.replace('.', '_');
            while (!plain.equals(name) && !taken.add(plain)) {
                plain += "_";
            }
            names.put(name, plain);
        }
        gradients(model.groups());
    }

    private String plain(String name) {
        return names.getOrDefault(name, name);
    }

    public static String of(Model model) {
        ProgramText text = new ProgramText(model);
        if (model.relu0() != 0.5) {
            text.out.append("set relu0 = ").append(NumberText.text(model.relu0())).append('\n');
        }
        model.mistake().ifPresent(m -> text.line("set mistake = " + m.word()));
        model.names().forEach(text::statement);
        model.learning().ifPresent(l -> text.line(l.trainLine()));
        return text.out.toString();
    }

    private void gradients(List<Group> groups) {
        for (Group group : groups) {
            if (group.kind() == Group.Kind.GRADIENT) {
                gradients.add(group.to() - 1);
            }
            gradients(group.groups());
        }
    }

    private void line(String line) {
        out.append(line).append(line.isEmpty() ? "" : "\n");
    }

    private void statement(String name, int id) {
        Node node = model.graph().node(id);
        if (!node.name().equals(Optional.of(name))) {
            return;
        }
        if (node.op().equals(new Op.Leaf(Op.Role.DATA))) {
            line(name.equals("X") ? model.learning().orElseThrow().dataLine() : "");
            return;
        }
        boolean loss =
                id == model.output()
                        && (!node.isSource() || node.op().equals(new Op.Leaf(Op.Role.INPUT)));
        String kind =
                node.op().equals(new Op.Leaf(Op.Role.PARAM))
                        ? "param "
                        : node.op().equals(new Op.Leaf(Op.Role.CONST))
                                ? "const "
                                : loss ? "loss " : "";
        out.append(kind).append(plain(name)).append(" = ");
        if (node.op() instanceof Op.Leaf) {
            out.append(literal(model.leaf(id)));
        } else {
            boolean alias =
                    node.op() instanceof Op.Reshape(Shape to)
                            && to.equals(source(node, 0).shape())
                            && source(node, 0).name().isPresent();
            operation(alias ? source(node, 0) : node, SUM, alias);
        }
        out.append('\n');
    }

    private Node source(Node node, int slot) {
        return model.graph().node(node.inputs().get(slot));
    }

    private static String literal(Tensor value) {
        double first = value.at(0);
        boolean even = value.size() > 4 && value.equals(Tensor.full(value.shape(), first));
        return even && (first == 0 || first == 1)
                ? (first == 0 ? "zeros(" : "ones(") + value.rows() + ", " + value.cols() + ")"
                : NumberText.text(value);
    }

    private void operand(Node node, int slot, int least) {
        Node x = source(node, slot);
        operation(x.isStretch() ? source(x, 0) : x, least, true);
    }

    private void operation(Node node, int least, boolean byName) {
        Optional<String> name = byName ? node.name() : Optional.empty();
        if (name.isPresent()) {
            out.append(plain(name.get()));
            return;
        }
        if (gradients.contains(node.id())) {
            Span written = model.origins().nodes().get(node.id());
            out.append(model.text(), written.start(), written.end());
            return;
        }
        boolean brackets = strength(node) < least;
        out.append(brackets ? "(" : "");
        switch (node.op()) {
            case Op.Constant(Tensor value) -> out.append(NumberText.text(value));
            case Binary op when strength(node) <= TERM -> chain(node, strength(node));
            case Op.MatMul() -> chain(node, PRODUCT);
            case Op.Transpose() -> chain(node, POSTFIX);
            case Unary op when op == Unary.NEG -> {
                out.append('-');
                boolean number = source(node, 0).op() instanceof Op.Constant;
                operand(node, 0, number ? ATOM + 1 : POWER);
            }
            case Op.Pow(double p) -> {
                operand(node, 0, POSTFIX);
                out.append('^').append(NumberText.text(p));
            }
            case Binary op when op == Binary.POW && strength(node) == POWER -> {
                operand(node, 0, POSTFIX);
                out.append('^');
                operand(node, 1, ATOM);
            }
            case Op.Slice _, Op.Join _ -> bracketed(node);
            default -> call(node);
        }
        out.append(brackets ? ")" : "");
    }

    /// Operations of one strength along their first operands, without recursion: sums may be very
    /// long.
    private void chain(Node last, int strength) {
        Deque<Node> chain = new ArrayDeque<>();
        Node node = last;
        boolean same = true;
        while (same) {
            chain.push(node);
            Node x = source(node, 0);
            node = x.isStretch() ? source(x, 0) : x;
            same = node.name().isEmpty() && strength(node) == strength;
        }
        operand(chain.peek(), 0, strength);
        for (Node next : chain) {
            out.append(SIGNS.getOrDefault(next.op(), "'"));
            if (next.inputs().size() == 2) {
                operand(next, 1, strength + 1);
            }
        }
    }

    private void bracketed(Node node) {
        if (node.op() instanceof Op.Slice slice) {
            operand(node, 0, POSTFIX);
            out.append(slice.index(source(node, 0).shape()));
        } else {
            out.append('[');
            parts(node);
            out.append(']');
        }
    }

    /// Rows of a block matrix stand in its own brackets.
    private void parts(Node join) {
        boolean down = join.op().equals(new Op.Join(true));
        for (int slot = 0; slot < join.inputs().size(); slot++) {
            out.append(slot == 0 ? "" : down ? "; " : ", ");
            Node part = source(join, slot);
            if (down && part.op().equals(new Op.Join(false)) && part.name().isEmpty()) {
                parts(part);
            } else {
                operand(join, slot, SUM);
            }
        }
    }

    private void call(Node node) {
        out.append(node.op().word()).append('(');
        for (int slot = 0; slot < node.inputs().size(); slot++) {
            out.append(slot == 0 ? "" : ", ");
            operand(node, slot, SUM);
        }
        Function function = FunctionTable.get(node.op().word());
        out.append(function.written(node.op()));
        if (node.op() instanceof Op.Reduction) {
            out.append(axis(source(node, 0).shape(), node.shape()));
        }
        out.append(')');
    }

    private static String axis(Shape from, Shape to) {
        return to.isScalar()
                ? ""
                : to.rows() == 1 && to.cols() == from.cols() ? ", rows" : ", cols";
    }

    private int strength(Node node) {
        return switch (node.op()) {
            case Binary op when op == Binary.ADD || op == Binary.SUB -> SUM;
            case Binary op when op == Binary.MUL || op == Binary.DIV -> TERM;
            case Binary op when op == Binary.POW && source(node, 1).name().isPresent() -> POWER;
            case Op.MatMul() -> PRODUCT;
            case Unary op when op == Unary.NEG -> SIGN;
            case Op.Constant(Tensor v) when v.size() == 1 && NumberText.text(v).startsWith("-") ->
                    SIGN;
            case Op.Pow _ -> POWER;
            case Op.Transpose(), Op.Slice _ -> POSTFIX;
            default -> ATOM;
        };
    }
}
