package dev.backstep.lang;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/// Where the text of a program names its nodes.
public final class Mentions {

    /// Texts longer than this are not looked through.
    private static final int LONGEST = 60_000;

    private Mentions() {}

    /// The nodes that the name at a place of the text stands for: none in a comment or for an
    /// operand; inside a function one for each call.
    public static Set<Integer> nodes(Model model, int at) {
        String text = model.text();
        if (text.length() > LONGEST || at < 0 || at >= text.length()) {
            return Set.of();
        }
        Statements cut = Statements.of(text);
        Span place = new Span(at, at + 1);
        for (Span statement : cut.spans()) {
            if (statement.holds(place)) {
                return names(text, statement).stream()
                        .filter(m -> m.at.holds(place))
                        .findFirst()
                        .map(m -> nodes(model, cut, statement, m.name))
                        .orElse(Set.of());
            }
        }
        return Set.of();
    }

    private static Set<Integer> nodes(Model model, Statements cut, Span statement, String name) {
        if (cut.body(statement).isPresent()) {
            Set<Integer> inner =
                    model.names().entrySet().stream()
                            .filter(n -> n.getKey().endsWith("." + name))
                            .filter(n -> statement.holds(model.span(n.getValue())))
                            .map(n -> n.getValue())
                            .collect(Collectors.toSet());
            Set<String> operands = operands(model.text(), cut.body(statement).get());
            if (!inner.isEmpty() || operands.contains(name)) {
                return inner;
            }
        }
        return Optional.ofNullable(model.names().get(name)).map(Set::of).orElse(Set.of());
    }

    /// Every place that names a node.
    public static List<Span> of(Model model, int node) {
        String text = model.text();
        boolean known = text.length() <= LONGEST && node < model.graph().size();
        Optional<String> name = known ? model.graph().node(node).name() : Optional.empty();
        if (name.isEmpty()) {
            return List.of();
        }
        String last = name.get().substring(name.get().lastIndexOf('.') + 1);
        boolean inside = !last.equals(name.get());
        Statements cut = Statements.of(text);
        List<Span> all = new ArrayList<>();
        for (Span statement : cut.spans()) {
            Optional<Statements.Body> body = cut.body(statement);
            boolean own = inside && body.isPresent() && statement.holds(model.span(node));
            boolean global =
                    !inside
                            && (body.isEmpty()
                                    || nodes(model, cut, statement, last).equals(Set.of(node)));
            if (own || global) {
                names(text, statement).stream()
                        .filter(m -> m.name.equals(last))
                        .forEach(m -> all.add(m.at));
            }
        }
        return all;
    }

    private record Mention(String name, Span at) {}

    /// The names in a statement, but the keys of arguments.
    private static List<Mention> names(String text, Span statement) {
        TokenPositions place = new TokenPositions(text, statement);
        BackstepLexer lexer = new BackstepLexer(CharStreams.fromString(place.statement()));
        lexer.removeErrorListeners();
        List<? extends Token> tokens = lexer.getAllTokens();
        List<Mention> names = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean key =
                    i > 0
                            && i + 1 < tokens.size()
                            && tokens.get(i + 1).getText().equals("=")
                            && Set.of("(", ",").contains(tokens.get(i - 1).getText());
            if (tokens.get(i).getType() == BackstepLexer.NAME && !key) {
                Token token = tokens.get(i);
                names.add(new Mention(token.getText(), place.of(token, token)));
            }
        }
        return names;
    }

    private static Set<String> operands(String text, Statements.Body body) {
        Set<String> names = new HashSet<>();
        names(text, body.head()).forEach(m -> names.add(m.name));
        return names;
    }
}
