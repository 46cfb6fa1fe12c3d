package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.AssignmentContext;
import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.lang.BackstepParser.HeadContext;
import dev.backstep.lang.BackstepParser.VariableContext;
import dev.backstep.lang.Syntax.Part;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/// Reads the definition of a function, and checks in it what does not depend on its operands.
final class DefinitionReader {

    /// The deepest that calls may nest.
    static final int MAX_DEPTH = 100;

    private static final Set<String> OUTSIDE =
            Set.of("param", "const", "loss", "set", "data", "train");

    private final String text;
    private final Syntax syntax;
    private final Scope scope;
    private final FreeNames free;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<CallContext> calls = new ArrayList<>();
    private boolean hushed;

    DefinitionReader(String text, Syntax syntax, Scope scope) {
        this.text = text;
        this.syntax = syntax;
        this.scope = scope;
        this.free = new FreeNames(scope);
    }

    /// Takes in a definition; what is wrong with it goes to `found`, and its calls are not told
    /// then.
    void read(Span statement, Statements cut, List<Problem> found) {
        Statements.Body body = cut.body(statement).orElseThrow();
        String name = Beginnings.firstWord(text, statement);
        tried(() -> defined(statement, body, cut.note(statement)))
                .filter(_ -> problems.isEmpty() && !hushed)
                .ifPresentOrElse(scope.functions()::add, () -> scope.hush(name));
        found.addAll(problems);
    }

    private Definition defined(Span statement, Statements.Body body, String note) {
        TokenPositions place = new TokenPositions(text, body.head());
        HeadContext head = syntax.parsed(place, Part.head(Constants.NAMES));
        Token name = head.NAME(0).getSymbol();
        free.requireFree(name, place);
        for (int i = 1; i < head.NAME().size(); i++) {
            Token operand = head.NAME(i).getSymbol();
            free.requireOperand(operand, names, place);
            names.add(operand.getText());
        }
        List<String> operands = List.copyOf(names);
        Statements lines = lines(statement, body, name.getText());
        lines.spans().forEach(s -> Beginnings.assigned(text, s).ifPresent(names::add));
        Frame frame = Frame.check(name.getText(), new HashSet<>(names), place.of(name, name));
        operands.forEach(o -> known(frame, o));
        scope.frames().check(frame);
        try {
            List<Definition.Line> read = lines(frame, lines);
            requireBounded(name, place);
            return new Definition(
                    name.getText(),
                    operands,
                    statement,
                    read.subList(0, Math.max(0, read.size() - 1)),
                    read.getLast(),
                    note.isEmpty() ? Blocks.note(text, body) : note,
                    1 + calls.stream().mapToInt(c -> depth(c)).max().orElse(0),
                    1 + scope.functions().calls(calls));
        } finally {
            scope.frames().leave();
        }
    }

    /// The body, cut into lines.
    private Statements lines(Span statement, Statements.Body body, String name) {
        Statements lines =
                body.isBlock() ? Statements.of(text, body.right()) : Statements.one(body.right());
        problems.addAll(lines.problems());
        behind(statement, body);
        if (lines.spans().isEmpty() && lines.problems().isEmpty()) {
            throw new ProblemException(
                    body.head(),
                    Message.of("problem.body.empty").with("name", name),
                    Message.of("hint.body.value"));
        }
        return lines;
    }

    private int depth(CallContext call) {
        return scope.functions().depth(call.NAME().getText());
    }

    private static void known(Frame frame, String name) {
        frame.nodes().put(name, -1);
        frame.later().remove(name);
    }

    private List<Definition.Line> lines(Frame frame, Statements lines) {
        requireFlat(lines);
        lines.broken()
                .forEach(
                        s ->
                                Beginnings.assigned(text, s)
                                        .ifPresent(own -> frame.nodes().put(own, -1)));
        List<Definition.Line> read = new ArrayList<>();
        for (Span span : lines.spans()) {
            boolean last = span.equals(lines.spans().getLast());
            tried(() -> line(span, last, lines.note(span), frame)).ifPresent(read::add);
            Beginnings.assigned(text, span).ifPresent(own -> known(frame, own));
        }
        if (read.isEmpty()) {
            throw new ProblemException(List.of());
        }
        return read;
    }

    private Definition.Line line(Span span, boolean last, String note, Frame frame) {
        TokenPositions place = new TokenPositions(text, span);
        requireInside(span);
        Optional<String> own = Beginnings.assigned(text, span);
        if (last && own.isEmpty()) {
            ExpressionContext value = syntax.parsed(place, Part.value(names));
            check(value, place);
            return new Definition.Line("", value, place, note);
        }
        AssignmentContext line = (AssignmentContext) syntax.parsed(place, Part.statement(names));
        Token name = line.NAME().getSymbol();
        free.requireUnused(name, frame, place);
        check(line.expression(), place);
        if (last) {
            throw place.wrong(
                    line,
                    Message.of("problem.body.value").with("name", frame.function()),
                    Message.of("hint.body.value.name").with("name", name.getText()));
        }
        return new Definition.Line(name.getText(), line.expression(), place, note);
    }

    private void requireFlat(Statements lines) {
        List<Problem> inner =
                lines.spans().stream()
                        .flatMap(s -> lines.body(s).stream())
                        .map(
                                body ->
                                        new Problem(
                                                word(body.head()),
                                                Message.of("problem.body.function"),
                                                Message.of("hint.body.function")))
                        .toList();
        if (!inner.isEmpty()) {
            throw new ProblemException(inner);
        }
    }

    /// Where a statement's first word stands, or its first sign.
    private Span word(Span statement) {
        String word = Beginnings.firstWord(text, statement);
        int at = statement.start();
        while (Spelling.isBlank(text.charAt(at))) {
            at++;
        }
        return new Span(at, Math.min(at + Math.max(1, word.length()), statement.end()));
    }

    /// Refuses what only the program itself may hold.
    private void requireInside(Span span) {
        String word = Beginnings.firstWord(text, span);
        Span where = word(span);
        if (OUTSIDE.contains(word)) {
            throw new ProblemException(
                    where,
                    Message.of("problem.body.line").with("word", word),
                    Message.of("hint.body.above"));
        }
        if (word.equals("return")) {
            String value = text.substring(where.end(), span.end()).strip();
            throw new ProblemException(where, Message.of("problem.no.return"), Hint.write(value));
        }
    }

    /// What follows the block may be a comment.
    private void behind(Span statement, Statements.Body body) {
        if (!body.isBlock()) {
            return;
        }
        Span rest = new Span(body.right().end() + 1, statement.end());
        Statements.of(text, rest).spans().stream()
                .findFirst()
                .ifPresent(
                        s ->
                                problems.add(
                                        new Problem(
                                                word(s),
                                                Message.of("problem.block.behind"),
                                                Message.of("hint.line.own"))));
    }

    /// All unknown names and functions, and calls of functions of the language that cannot be
    /// right.
    private void check(ExpressionContext tree, TokenPositions place) {
        List<Problem> found = new ArrayList<>();
        new Expressions(scope, new Calls(scope.builder(), 0.5), place).unknown(tree, found);
        if (found.isEmpty()) {
            calls(tree, place, found);
        }
        problems.addAll(found);
    }

    private void calls(ParseTree tree, TokenPositions place, List<Problem> found) {
        hushed |= isHushed(tree);
        if (tree instanceof CallContext call) {
            if (scope.functions().find(call.NAME().getText()).isPresent()) {
                calls.add(call);
                requireShallow(call, place, found);
            } else {
                try {
                    Calls.requireOperands(call, place);
                } catch (ProblemException wrong) {
                    found.addAll(wrong.problems());
                }
            }
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            calls(tree.getChild(i), place, found);
        }
    }

    /// Whether a tree uses what is wrong elsewhere.
    private boolean isHushed(ParseTree tree) {
        return switch (tree) {
            case CallContext call -> scope.isHushed(call.NAME().getText());
            case VariableContext v -> scope.isHushed(v.getText()) && !names.contains(v.getText());
            default -> false;
        };
    }

    private void requireShallow(CallContext call, TokenPositions place, List<Problem> found) {
        if (depth(call) >= MAX_DEPTH) {
            found.add(
                    new Problem(
                            place.of(call), Message.of("problem.calls.deep").with("n", MAX_DEPTH)));
        }
    }

    private void requireBounded(Token name, TokenPositions place) {
        if (scope.functions().calls(calls) >= Frames.MAX_NODES) {
            throw new ProblemException(
                    place.of(name, name),
                    Message.of("problem.calls.many")
                            .with("name", name.getText())
                            .with("n", Frames.MOST_NODES),
                    Message.EMPTY);
        }
    }

    private <T> Optional<T> tried(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (ProblemException wrong) {
            problems.addAll(wrong.problems());
            return Optional.empty();
        }
    }
}
