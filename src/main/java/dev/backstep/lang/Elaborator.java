package dev.backstep.lang;

import dev.backstep.data.Dataset;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.lang.BackstepParser.AssignmentContext;
import dev.backstep.lang.BackstepParser.EngineContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.lang.BackstepParser.StatementContext;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;

/// Turns parsed statements into nodes of a graph, one statement after the other.
final class Elaborator {

    private final Scope scope;
    private final Calls calls;
    private final Settings settings;
    private final Engine engine;
    private final Function<Span, String> notes;
    private final Map<Integer, Span> literals = new HashMap<>();
    private final Map<Integer, List<Span>> elements = new HashMap<>();
    private int output = -1;
    private boolean hasLoss;
    private Span outputSpan = new Span(0, 0);

    /// @param notes what stands behind `#` at the end of a statement
    Elaborator(Scope scope, Settings settings, Engine engine, Function<Span, String> notes) {
        this.notes = notes;
        this.scope = scope;
        this.engine = engine;
        this.settings = settings;
        this.calls = new Calls(scope.builder(), settings.relu0());
    }

    /// Whether a line says what the output is, so that later lines cannot change it.
    boolean hasLoss() {
        return hasLoss;
    }

    /// What is wrong with the output, if there is one.
    Optional<Problem> outputProblem() {
        if (output < 0 && !hasLoss && engine.dataSpan().isPresent()) {
            return Optional.of(
                    new Problem(
                            engine.dataSpan().get(),
                            Message.of("problem.data.unused"),
                            Message.of("hint.add.loss")));
        }
        if (output < 0 || scope.builder().shape(output).isScalar()) {
            return Optional.empty();
        }
        String shape = scope.builder().shape(output).toString();
        return Optional.of(
                new Problem(
                        outputSpan,
                        Message.of("problem.output.shape").with("shape", shape),
                        Message.of("hint.sum.mean")));
    }

    /// Maps by name are hash maps, which sort what collides: names such as `a1`, `a2`, … have
    /// hashes in a row, on which the linear probing of `Map.copyOf` takes quadratic time.
    Model model(String text) {
        Graph graph = scope.builder().build();
        Map<String, Integer> names =
                Collections.unmodifiableMap(new LinkedHashMap<>(scope.nodes()));
        return new Model(
                text,
                graph,
                output,
                Map.copyOf(scope.leaves()),
                names,
                Map.copyOf(literals),
                new Model.Origins(
                        List.copyOf(scope.spans()),
                        Collections.unmodifiableMap(new HashMap<>(scope.assignments())),
                        Map.copyOf(elements),
                        scope.files().read()),
                scope.groups().outermost(),
                Map.copyOf(scope.notes()),
                settings.relu0(),
                settings.mistake(),
                engine.learning());
    }

    Span outputSpan() {
        return outputSpan;
    }

    /// Takes in one statement; what is wrong with it goes to `problems`.
    void statement(StatementContext statement, TokenPositions place, List<Problem> problems) {
        try {
            switch (statement) {
                case AssignmentContext assignment -> assign(assignment, place);
                case EngineContext line -> data(line, place);
                default -> throw new IllegalStateException(statement.toString());
            }
        } catch (ProblemException wrong) {
            List<Problem> found = new ArrayList<>();
            if (statement instanceof AssignmentContext assignment) {
                new Expressions(scope, calls, place).unknown(assignment.expression(), found);
            }
            wrong.problems().stream()
                    .map(p -> Targets.hinted(p, engine))
                    .filter(p -> !found.contains(p))
                    .forEach(found::add);
            if (statement instanceof AssignmentContext assignment) {
                scope.hush(assignment.NAME().getText());
            }
            problems.addAll(found);
        }
    }

    private void assign(AssignmentContext line, TokenPositions place) {
        Token token = line.NAME().getSymbol();
        String name = token.getText();
        Span at = place.of(token, token);
        if (engine.dataSpan().isPresent() && (name.equals("X") || name.equals("y"))) {
            throw new ProblemException(
                    at,
                    Message.of("problem.from.data").with("name", name),
                    Message.of("hint.other.name"));
        }
        if (scope.functions().find(name).isPresent()) {
            throw new ProblemException(
                    at,
                    Message.of("problem.function.taken").with("name", name),
                    Message.of("hint.other.name"));
        }
        if (scope.taken(name)) {
            throw new ProblemException(
                    at,
                    Message.of("problem.assigned.twice").with("name", place.words(at)),
                    Message.of("hint.other.name"));
        }
        boolean loss = line.kind != null && line.kind.getText().equals("loss");
        if (loss && hasLoss) {
            throw new ProblemException(
                    at, Message.of("problem.second.loss"), Message.of("hint.take.one.out"));
        }
        if (loss) {
            hasLoss = true;
            output = -1;
        }
        int id = meaning(line, name, place);
        scope.bind(name, id, place.of(line));
        scope.note(id, notes.apply(place.whole()));
        if (loss || !hasLoss) {
            output = id;
            outputSpan = place.of(line);
        }
    }

    private int meaning(AssignmentContext line, String name, TokenPositions place) {
        String kind = line.kind == null ? "" : line.kind.getText();
        ExpressionContext right = line.expression();
        Optional<Literal> literal =
                Literal.of(right, place).or(() -> scope.files().literal(right, place));
        if (literal.isPresent()) {
            return leaf(literal.get(), name, kind, line, place);
        }
        if (kind.equals("param") || kind.equals("const")) {
            throw place.wrong(right, Message.of("problem.leaf").with("kind", kind));
        }
        return new Lines(scope, calls).line(name, right, place);
    }

    private int leaf(
            Literal literal,
            String name,
            String kind,
            AssignmentContext line,
            TokenPositions place) {
        Op.Role role =
                switch (kind) {
                    case "param" -> Op.Role.PARAM;
                    case "const" -> Op.Role.CONST;
                    default -> Op.Role.INPUT;
                };
        int id = scope.leaf(name, role, literal.shape(), literal.value(), place.of(line));
        literals.put(id, place.of(line.expression()));
        elements.put(id, literal.elements());
        return id;
    }

    private void data(EngineContext line, TokenPositions place) {
        try {
            engine.data(line, place);
            for (String name : Language.DATA) {
                if (scope.names().contains(name)) {
                    throw place.wrong(
                            line,
                            Message.of("problem.data.provides").with("name", name),
                            Message.of("hint.other.name.that"));
                }
            }
            scope.reserve(engine.x(), place.of(line));
            scope.reserve(engine.y(), place.of(line));
            Optional<Dataset> batch = engine.batch();
            source("X", engine.x(), batch.map(Dataset::x), place.of(line));
            source("y", engine.y(), batch.map(Dataset::y), place.of(line));
        } catch (ProblemException wrong) {
            Language.DATA.forEach(scope::hush);
            throw wrong;
        }
    }

    private void source(String name, Shape shape, Optional<Tensor> value, Span where) {
        int id = scope.counted(scope.builder().leaf(name, Op.Role.DATA, shape), where);
        value.ifPresent(v -> scope.leaves().put(id, v));
        scope.bind(name, id, where);
    }
}
