package dev.backstep.lang;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/// Parses statements, one after the other, with one lexer and one parser; says in words what does
/// not parse.
final class Syntax {

    /// What cannot be a name.
    static final Set<String> WORDS = Set.of("param", "const", "loss", "set", "data", "train");

    /// In longer statements nothing is looked for that other languages have.
    private static final int LONGEST = 10_000;

    /// Of so many characters the trees are kept: they take much more memory than the text.
    private static final int MOST_REMEMBERED = 100_000;

    /// The most product signs that a hint puts in.
    private static final int MOST_PRODUCTS = 8;

    private final BackstepLexer lexer = new BackstepLexer(CharStreams.fromString(""));
    private final BackstepParser parser = new BackstepParser(new CommonTokenStream(lexer));
    private final Supplier<Set<String>> assigned;
    private final Map<String, BackstepParser.StatementContext> known = new HashMap<>();
    private int remembered;

    /// @param assigned every name that the program assigns; asked for only if that matters
    Syntax(Supplier<Set<String>> assigned) {
        this.assigned = assigned;
        lexer.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.removeErrorListeners();
        parser.addErrorListener(new FirstError());
    }

    /// The tree of a statement. One that comes again is not parsed again, since a program that
    /// trains is read for several numbers of samples; of a very long program only the first part is
    /// remembered.
    ///
    /// @throws ProblemException at the first token that does not fit
    BackstepParser.StatementContext parse(TokenPositions place) {
        String statement = place.statement();
        BackstepParser.StatementContext before = known.get(statement);
        if (before != null) {
            return before;
        }
        BackstepParser.StatementContext tree = parsed(place);
        remembered += statement.length();
        if (remembered <= MOST_REMEMBERED) {
            known.put(statement, tree);
        }
        return tree;
    }

    private BackstepParser.StatementContext parsed(TokenPositions place) {
        return parsed(place, Part.STATEMENT);
    }

    /// What a piece of text is read as.
    ///
    /// @param names those of a function, its operands and what it assigns
    record Part<T>(boolean isStatement, Set<String> names, Function<BackstepParser, T> rule) {

        private static final Part<BackstepParser.StatementContext> STATEMENT = statement(Set.of());

        /// A line of a function's body.
        static Part<BackstepParser.StatementContext> statement(Set<String> names) {
            return new Part<>(true, names, p -> p.line().statement());
        }

        /// A function up to the sign of assignment.
        static Part<BackstepParser.HeadContext> head(Set<String> names) {
            return new Part<>(false, names, BackstepParser::head);
        }

        /// What a function gives.
        static Part<BackstepParser.ExpressionContext> value(Set<String> names) {
            return new Part<>(false, names, p -> p.value().expression());
        }
    }

    /// The tree of a part of a function.
    ///
    /// @throws ProblemException at the first token that does not fit
    <T> T parsed(TokenPositions place, Part<T> part) {
        CommonTokenStream tokens = tokens(place.statement(), part.names);
        try {
            return parsed(tokens, part);
        } catch (Unparsed e) {
            throw wrong(tokens.getTokens(), e.token, place, part);
        }
    }

    /// The same, nothing where it does not parse.
    Optional<BackstepParser.StatementContext> tried(TokenPositions place) {
        try {
            return Optional.of(parsed(tokens(place.statement(), Set.of()), Part.STATEMENT));
        } catch (Unparsed e) {
            return Optional.empty();
        }
    }

    /// An expression alone; nothing if it is none.
    Optional<BackstepParser.ExpressionContext> triedValue(TokenPositions place) {
        try {
            return Optional.of(parsed(tokens(place.statement(), Set.of()), Part.value(Set.of())));
        } catch (Unparsed e) {
            return Optional.empty();
        }
    }

    private CommonTokenStream tokens(String statement, Set<String> names) {
        lexer.setInputStream(CharStreams.fromString(statement));
        CommonTokenStream tokens = new CommonTokenStream(ColumnNames.joined(lexer));
        tokens.fill();
        constants(tokens.getTokens(), names);
        return tokens;
    }

    private <T> T parsed(CommonTokenStream tokens, Part<T> part) {
        parser.setTokenStream(tokens);
        return part.rule.apply(parser);
    }

    /// Makes numbers of `pi` and `e`, unless the program gives these names to something else. The
    /// columns of a table are called as they like.
    private void constants(List<Token> tokens, Set<String> names) {
        boolean table = tokens.size() > 2 && tokens.get(1).getText().equals(DataLine.CSV);
        for (int i = 0; i + 1 < tokens.size() && !table; i++) {
            Optional<Double> value = Constants.of(tokens.get(i).getText());
            boolean name = tokens.get(i).getType() == BackstepParser.NAME;
            boolean key = tokens.get(i + 1).getText().equals("=");
            if (name
                    && !key
                    && value.isPresent()
                    && !names.contains(tokens.get(i).getText())
                    && !assigned.get().contains(tokens.get(i).getText())) {
                CommonToken number = (CommonToken) tokens.get(i);
                number.setType(BackstepParser.NUMBER);
                number.setText(Double.toString(value.get()));
            }
        }
    }

    private ProblemException wrong(List<Token> all, Token at, TokenPositions place, Part<?> part) {
        SyntaxProblems usual = new SyntaxProblems(all, at, place, part.isStatement);
        Tokens tokens = new Tokens(all, place);
        if (tokens.size() == 0 || place.length() > LONGEST) {
            return usual.wrong();
        }
        ForeignStatements line = new ForeignStatements(tokens);
        ForeignSigns signs = new ForeignSigns(tokens, at.getTokenIndex());
        ForeignMarks marks = new ForeignMarks(tokens, at.getTokenIndex());
        Neighbours neighbours = new Neighbours(tokens, at.getTokenIndex(), assigned);
        String free =
                Stream.of("L", "y", "z", "out")
                        .filter(n -> !assigned.get().contains(n))
                        .findFirst()
                        .orElse("result");
        return Stream.of(
                        part.isStatement ? line.first() : Stream.<Hint>empty(),
                        neighbours.hints(),
                        signs.hints(),
                        marks.hints(),
                        usual.hints(),
                        part.isStatement ? line.last(free) : Stream.<Hint>empty())
                .flatMap(hints -> hints)
                .flatMap(h -> h.replaces() ? helpful(h, at, place, part).stream() : Stream.of(h))
                .findFirst()
                .map(h -> new ProblemException(List.of(h.problem())))
                .orElseGet(usual::wrong);
    }

    /// A hint after which the statement parses, or at least fails further on; what it puts between
    /// two operands that stand side by side is a product sign.
    private Optional<Hint> helpful(Hint hint, Token failed, TokenPositions place, Part<?> part) {
        String text = place.written(place.whole());
        int from = hint.span().start() - place.whole().start();
        String rest = text.substring(hint.span().end() - place.whole().start());
        int behind = place.whole().end() - place.of(failed, failed).start();
        String instead = hint.instead();
        for (int i = 0; i <= MOST_PRODUCTS && instead.length() < LONGEST; i++) {
            String followed = text.substring(0, from) + instead + rest;
            TokenPositions changed = new TokenPositions(followed, new Span(0, followed.length()));
            CommonTokenStream tokens = tokens(changed.statement(), part.names);
            Hint better = new Hint(hint.span(), hint.message(), instead, hint.also());
            try {
                parsed(tokens, part);
                return Optional.of(better).filter(Hint::isShort);
            } catch (Unparsed e) {
                int at = changed.of(e.token, e.token).start();
                boolean inside = at > from && at < from + instead.length();
                if (!inside
                        || !new SyntaxProblems(
                                        tokens.getTokens(), e.token, changed, part.isStatement)
                                .isProduct()) {
                    boolean further = followed.length() - at < behind;
                    return Optional.of(better).filter(h -> further && h.isShort());
                }
                int cut = at - from;
                instead = instead.substring(0, cut).stripTrailing() + "*" + instead.substring(cut);
            }
        }
        return Optional.empty();
    }

    /// Ends parsing at the first token that does not fit.
    private static final class Unparsed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Token token;

        Unparsed(Token token) {
            super("", null, false, false);
            this.token = token;
        }
    }

    private static final class FirstError extends BaseErrorListener {

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException e) {
            throw new Unparsed((Token) symbol);
        }
    }
}
