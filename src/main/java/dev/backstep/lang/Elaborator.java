package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.AssignmentContext;
import dev.backstep.lang.BackstepParser.EngineContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.lang.BackstepParser.PostfixContext;
import dev.backstep.lang.BackstepParser.PowerContext;
import dev.backstep.lang.BackstepParser.ProductContext;
import dev.backstep.lang.BackstepParser.SettingContext;
import dev.backstep.lang.BackstepParser.StatementContext;
import dev.backstep.lang.BackstepParser.TermContext;
import dev.backstep.lang.BackstepParser.UnaryContext;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/// Turns parsed statements into nodes of a graph, one statement after the other.
final class Elaborator {

    private final Graph.Builder builder = Graph.builder();
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final Map<Integer, Tensor> leaves = new HashMap<>();
    private final Map<Integer, Span> literals = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final Calls calls;
    private long elements;
    private int offset;
    private int output = -1;
    private boolean hasLoss;
    private Span outputSpan = new Span(0, 0);

    Elaborator(double relu0) {
        this.calls = new Calls(builder, relu0);
    }

    Graph graph() {
        return builder.build();
    }

    int output() {
        return output;
    }

    Span outputSpan() {
        return outputSpan;
    }

    Map<String, Integer> names() {
        return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    Map<Integer, Tensor> leaves() {
        return Map.copyOf(leaves);
    }

    Map<Integer, Span> literals() {
        return Map.copyOf(literals);
    }

    static Span span(Token first, Token last, int offset) {
        return new Span(first.getStartIndex() + offset, Math.max(first.getStartIndex(), last.getStopIndex() + 1) + offset);
    }

    /// Takes in one statement that starts at `offset` of the text.
    ///
    /// @throws Wrong where it has no meaning; the graph stays as usable as it was
    void statement(StatementContext statement, int offset) {
        this.offset = offset;
        switch (statement) {
            case AssignmentContext assignment -> assign(assignment);
            case SettingContext setting -> set(setting);
            case EngineContext engine -> throw wrong(engine, "training is not there yet", "take this line out");
            default -> throw new IllegalStateException(statement.toString());
        }
    }

    private void assign(AssignmentContext line) {
        Token token = line.NAME().getSymbol();
        String name = token.getText();
        Span at = span(token, token, offset);
        if (names.containsKey(name) || failed.contains(name)) {
            throw new Wrong(at, name + " is assigned twice", "choose another name");
        }
        try {
            int id = meaning(line, name);
            names.put(name, id);
            boolean loss = line.kind != null && line.kind.getText().equals("loss");
            if (loss && hasLoss) {
                throw new Wrong(at, "there is a loss already", "take out one of the two");
            }
            if (loss || !hasLoss) {
                output = id;
                outputSpan = span(line.getStart(), line.getStop(), offset);
            }
            hasLoss |= loss;
        } catch (Wrong wrong) {
            failed.add(name);
            throw wrong;
        }
    }

    private int meaning(AssignmentContext line, String name) {
        String kind = line.kind == null ? "" : line.kind.getText();
        Optional<Tensor> literal = Literals.of(line.expression(), c -> span(c.getStart(), c.getStop(), offset));
        if (literal.isPresent()) {
            Tensor value = literal.get();
            Op.Role role = kind.equals("param") ? Op.Role.PARAM : kind.equals("const") ? Op.Role.CONST : Op.Role.INPUT;
            int id = counted(builder.leaf(name, role, value.shape()), line);
            leaves.put(id, value);
            ExpressionContext right = line.expression();
            literals.put(id, span(right.getStart(), right.getStop(), offset));
            return id;
        }
        if (kind.equals("param") || kind.equals("const")) {
            throw wrong(line.expression(), "a " + kind + " takes a number, a matrix or an initialiser", "");
        }
        int id = expression(line.expression());
        boolean taken = builder.node(id).name().isPresent() || builder.node(id).isSource();
        int named = taken ? builder.add(new Op.Reshape(builder.shape(id)), id) : id;
        builder.name(named, name);
        return named;
    }

    private void set(SettingContext setting) {
        String key = setting.NAME().getText();
        double value = Literals.number(setting.expression())
                .orElseThrow(() -> wrong(setting.expression(), key + " takes a number", ""));
        if (!key.equals("relu0")) {
            throw wrong(setting, "unknown setting " + key, "known: relu0");
        }
        if (value != 0 && value != 0.5 && value != 1) {
            throw wrong(setting.expression(), "relu0 is 0, 0.5 or 1", "");
        }
    }

    private int expression(ExpressionContext c) {
        int id = term(c.term(0));
        for (int i = 1; i < c.term().size(); i++) {
            Binary op = c.getChild(2 * i - 1).getText().equals("+") ? Binary.ADD : Binary.SUB;
            id = elementwise(op, id, c.term(i - 1), term(c.term(i)), c.term(i));
        }
        return id;
    }

    private int term(TermContext c) {
        int id = product(c.product(0));
        for (int i = 1; i < c.product().size(); i++) {
            Binary op = c.getChild(2 * i - 1).getText().equals("/") ? Binary.DIV : Binary.MUL;
            id = elementwise(op, id, c.product(i - 1), product(c.product(i)), c.product(i));
        }
        return id;
    }

    private int product(ProductContext c) {
        int id = unary(c.unary(0));
        for (int i = 1; i < c.unary().size(); i++) {
            int right = unary(c.unary(i));
            Shape a = builder.shape(id);
            Shape b = builder.shape(right);
            if (a.cols() != b.rows()) {
                String sizes = c.unary(i - 1).getText() + " is " + a + " and " + c.unary(i).getText() + " is " + b;
                throw wrong(c, sizes + ": the inner sizes " + a.cols() + " and " + b.rows() + " differ", "transpose one?");
            }
            id = counted(builder.add(new Op.MatMul(), id, right), c);
        }
        return id;
    }

    private int unary(UnaryContext c) {
        if (c.power() != null) {
            return power(c.power());
        }
        return Literals.number(c)
                .map(builder::constant)
                .orElseGet(() -> counted(builder.add(Op.Unary.NEG, unary(c.unary())), c));
    }

    private int power(PowerContext c) {
        int base = postfix(c.postfix());
        if (c.unary() == null) {
            return base;
        }
        Optional<Double> fixed = Literals.constant(c.unary());
        return fixed.isPresent()
                ? counted(builder.add(new Op.Pow(fixed.get()), base), c)
                : elementwise(Binary.POW, base, c.postfix(), unary(c.unary()), c.unary());
    }

    private int postfix(PostfixContext c) {
        int id = atom(c.atom());
        for (int i = 1; i < c.getChildCount(); i++) {
            Op op = switch (c.getChild(i).getText()) {
                case "²" -> new Op.Pow(2);
                case "³" -> new Op.Pow(3);
                default -> new Op.Transpose();
            };
            id = counted(builder.add(op, id), c);
        }
        return id;
    }

    private int atom(BackstepParser.AtomContext c) {
        return switch (c) {
            case BackstepParser.NumberContext n -> builder.constant(Double.parseDouble(n.getText()));
            case BackstepParser.VariableContext v -> variable(v);
            case BackstepParser.GroupContext g -> expression(g.expression());
            case BackstepParser.MatrixContext m ->
                counted(builder.constant(Literals.matrix(m, x -> span(x.getStart(), x.getStop(), offset))), m);
            case BackstepParser.CallContext call -> call(call);
            default -> throw new IllegalStateException(c.toString());
        };
    }

    private int variable(BackstepParser.VariableContext v) {
        Integer id = names.get(v.getText());
        if (id != null) {
            return id;
        }
        if (failed.contains(v.getText())) {
            throw new Wrong(span(v.getStart(), v.getStop(), offset), v.getText() + " has no value, see its own line", "");
        }
        throw wrong(v, "unknown name " + v.getText(), Nearest.hint(v.getText(), names.keySet()));
    }

    private int call(BackstepParser.CallContext call) {
        String function = call.NAME().getText();
        if (!Calls.known(function)) {
            throw wrong(call, "unknown function " + function, Nearest.hint(function, Calls.NAMES));
        }
        List<ArgumentContext> arguments = call.arguments() == null ? List.of() : call.arguments().argument();
        try {
            return counted(calls.call(function, arguments, this::expression), call);
        } catch (IllegalArgumentException misfit) {
            throw wrong(call, function + ": " + misfit.getMessage(), "");
        }
    }

    private int elementwise(Binary op, int a, ParserRuleContext left, int b, ParserRuleContext right) {
        Shape x = builder.shape(a);
        Shape y = builder.shape(b);
        if (x.broadcast(y).isEmpty()) {
            throw new Wrong(
                    span(left.getStart(), right.getStop(), offset),
                    left.getText() + " is " + x + " and " + right.getText() + " is " + y + ": they do not fit element by element",
                    x.transposed().equals(y) ? "transpose one?" : "");
        }
        return counted(builder.broadcast(op, a, b), right);
    }

    private int counted(int id, ParserRuleContext where) {
        elements += builder.shape(id).size();
        if (elements > Shape.MAX_ELEMENTS) {
            throw wrong(where, "too large: over 4 million elements in all", "take smaller matrices");
        }
        return id;
    }

    private Wrong wrong(ParserRuleContext where, String message, String hint) {
        return new Wrong(span(where.getStart(), where.getStop(), offset), message, hint);
    }
}
