package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.lang.BackstepParser.AssignmentContext;
import dev.backstep.lang.BackstepParser.EngineContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.lang.BackstepParser.StatementContext;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/// Turns parsed statements into nodes of a graph, one statement after the other.
final class Elaborator {

    private final Scope scope;
    private final Calls calls;
    private final double relu0;
    private final Map<Integer, Tensor> leaves = new HashMap<>();
    private final Map<Integer, Span> literals = new HashMap<>();
    private final Map<Integer, List<Span>> elements = new HashMap<>();
    private final Map<String, Span> assignments = new LinkedHashMap<>();
    private int output = -1;
    private boolean hasLoss;
    private Span outputSpan = new Span(0, 0);

    Elaborator(Scope scope, double relu0) {
        this.scope = scope;
        this.relu0 = relu0;
        this.calls = new Calls(scope.builder(), relu0);
    }

    /// Whether a line says what the output is, so that later lines cannot change it.
    boolean hasLoss() {
        return hasLoss;
    }

    /// What is wrong with the output, if there is one.
    Optional<Problem> outputProblem() {
        if (output < 0 || scope.builder().shape(output).isScalar()) {
            return Optional.empty();
        }
        String shape = scope.builder().shape(output).toString();
        return Optional.of(
                new Problem(
                        outputSpan,
                        "the output is " + shape + "; only a 1×1 can be differentiated",
                        "take its sum or mean"));
    }

    Model model(String text) {
        Graph graph = scope.builder().build();
        Map<String, Integer> names =
                Collections.unmodifiableMap(new LinkedHashMap<>(scope.nodes()));
        return new Model(
                text,
                graph,
                output,
                Map.copyOf(leaves),
                names,
                Map.copyOf(literals),
                new Model.Origins(
                        List.copyOf(scope.spans()), Map.copyOf(assignments), Map.copyOf(elements)),
                relu0);
    }

    Span outputSpan() {
        return outputSpan;
    }

    /// Takes in one statement; what is wrong with it goes to `problems`.
    void statement(StatementContext statement, Place place, List<Problem> problems) {
        try {
            switch (statement) {
                case AssignmentContext assignment -> assign(assignment, place);
                case EngineContext engine -> throw engine(engine, place);
                default -> throw new IllegalStateException(statement.toString());
            }
        } catch (Wrong wrong) {
            List<Problem> found = new ArrayList<>();
            if (statement instanceof AssignmentContext assignment) {
                new Expressions(scope, calls, place).unknown(assignment.expression(), found);
                scope.fail(assignment.NAME().getText());
            }
            if (!found.contains(wrong.problem())) {
                found.add(wrong.problem());
            }
            problems.addAll(found);
        }
    }

    private void assign(AssignmentContext line, Place place) {
        Token token = line.NAME().getSymbol();
        String name = token.getText();
        Span at = place.of(token, token);
        if (scope.taken(name)) {
            throw new Wrong(at, place.words(at) + " is assigned twice", "choose another name");
        }
        boolean loss = line.kind != null && line.kind.getText().equals("loss");
        if (loss && hasLoss) {
            throw new Wrong(at, "there is a loss already", "take out one of the two");
        }
        if (loss) {
            hasLoss = true;
            output = -1;
        }
        int id = meaning(line, name, place);
        scope.nodes().put(name, id);
        assignments.put(name, place.of(line));
        if (loss || !hasLoss) {
            output = id;
            outputSpan = place.of(line);
        }
    }

    private int meaning(AssignmentContext line, String name, Place place) {
        String kind = line.kind == null ? "" : line.kind.getText();
        ExpressionContext right = line.expression();
        Optional<Literal> literal = Literal.of(right, place);
        if (literal.isPresent()) {
            return leaf(literal.get(), name, kind, line, place);
        }
        Expressions expressions = new Expressions(scope, calls, place);
        if (kind.equals("param") || kind.equals("const")) {
            throw place.wrong(
                    right, "a " + kind + " takes a number, a matrix or an initialiser", "");
        }
        Graph.Builder builder = scope.builder();
        int id = expressions.expression(right);
        boolean taken = builder.node(id).name().isPresent() || builder.node(id).isSource();
        int named =
                taken
                        ? scope.counted(
                                builder.add(new Op.Reshape(builder.shape(id)), id), place.of(right))
                        : id;
        builder.name(named, name);
        return named;
    }

    private int leaf(
            Literal literal, String name, String kind, AssignmentContext line, Place place) {
        Op.Role role =
                switch (kind) {
                    case "param" -> Op.Role.PARAM;
                    case "const" -> Op.Role.CONST;
                    default -> Op.Role.INPUT;
                };
        scope.reserve(literal.shape(), place.of(line));
        int id = scope.counted(scope.builder().leaf(name, role, literal.shape()), place.of(line));
        leaves.put(id, literal.value().get());
        literals.put(id, place.of(line.expression()));
        elements.put(id, literal.elements());
        return id;
    }

    private Wrong engine(EngineContext line, Place place) {
        if (line.kind.getText().equals("train")) {
            return place.wrong(line, "training is not there yet", "take this line out");
        }
        scope.fail("X");
        scope.fail("y");
        return place.wrong(
                line, "data sets are not there yet", "give X and y as matrices: X = [1, 2; 3, 4]");
    }
}
