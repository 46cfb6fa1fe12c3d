package dev.backstep.lang;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;

/// Parses statements, one after the other, with one lexer and one parser; says in words what does
/// not parse.
final class Syntax {

    /// What cannot be a name.
    static final Set<String> WORDS = Set.of("param", "const", "loss", "set", "data", "train");

    private static final Map<String, String> INSTEAD =
            Map.of(
                    "×",
                    "write * or ·",
                    "÷",
                    "write /",
                    "√",
                    "write sqrt(x)",
                    "{",
                    "brackets are ( ) and [ ]",
                    "}",
                    "brackets are ( ) and [ ]",
                    "\"",
                    "a text ends with \" on its line",
                    "%",
                    "comments start with #",
                    "≠",
                    "there are no comparisons");

    private final BackstepLexer lexer = new BackstepLexer(CharStreams.fromString(""));
    private final BackstepParser parser = new BackstepParser(new CommonTokenStream(lexer));

    Syntax() {
        lexer.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    }

    /// @throws Wrong at the first token that does not fit
    BackstepParser.StatementContext parse(Place place) {
        lexer.setInputStream(CharStreams.fromString(place.statement()));
        parser.setTokenStream(new CommonTokenStream(ColumnNames.joined(lexer)));
        parser.removeErrorListeners();
        parser.addErrorListener(new FirstError(place));
        return parser.line().statement();
    }

    private static final class FirstError extends BaseErrorListener {

        private final Place place;

        FirstError(Place place) {
            this.place = place;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException e) {
            TokenStream tokens = ((BackstepParser) recognizer).getTokenStream();
            Token token = (Token) symbol;
            int at = token.getTokenIndex();
            throw wrong(tokens, token, at > 0 ? tokens.get(at - 1) : token);
        }

        private Wrong wrong(TokenStream tokens, Token token, Token before) {
            Span span = place.of(token, token);
            String text = place.words(span);
            if (before != token
                    && WORDS.contains(before.getText())
                    && !WORDS.contains(text)
                    && token.getType() != BackstepParser.NAME) {
                return word(before);
            }
            if (token.getType() == Token.EOF) {
                boolean bare = tokens.size() <= 2;
                return new Wrong(
                        new Span(span.start(), span.start()),
                        "this line is not finished",
                        bare ? "a statement is name = expression" : "");
            }
            if (WORDS.contains(text)) {
                return word(token);
            }
            if (token.getType() == BackstepParser.OTHER) {
                return new Wrong(
                        span,
                        "'" + text + "' is not part of the language",
                        INSTEAD.getOrDefault(text, ""));
            }
            if (before != token && begins(token) && ends(before)) {
                return adjacent(tokens, token, before, span);
            }
            boolean second = token.getTokenIndex() == 1 && before.getType() == BackstepParser.NAME;
            String hint =
                    second || text.equals("=")
                            ? "a statement is name = expression, one a line"
                            : "";
            String said = "'" + text + "' does not fit here";
            return new Wrong(span, said, closes(tokens, token) ? "it closes nothing" : hint);
        }

        private Wrong word(Token token) {
            String word = token.getText();
            boolean loss = word.equals("loss");
            return new Wrong(
                    place.of(token, token),
                    word + " is a word of the language, not a name",
                    loss ? "write loss L = …" : "choose another name");
        }

        private Wrong adjacent(TokenStream tokens, Token token, Token before, Span span) {
            String text = place.words(span);
            String left = place.words(place.of(before, before));
            if (token.getTokenIndex() == 1 && token.getType() == BackstepParser.NAME) {
                String hint = Nearest.hint(left, List.of("param", "const", "loss", "set"));
                return new Wrong(
                        place.of(before, before),
                        "'" + left + "' does not fit here",
                        hint.isEmpty() ? "a statement is name = expression" : hint);
            }
            boolean numbers =
                    token.getType() == BackstepParser.NUMBER
                            && before.getType() == BackstepParser.NUMBER;
            if (numbers && open(tokens, "[", "]", token) > 0) {
                return new Wrong(
                        span,
                        "elements of a row are separated by commas",
                        "write " + left + ", " + text);
            }
            String right = text.equals("(") || text.equals("[") ? text + "…" : text;
            String product =
                    left.equals(")") || left.equals("]")
                            ? "put a * between"
                            : "write " + left + "*" + right;
            return new Wrong(span, "a product needs its sign", product);
        }

        private static boolean begins(Token token) {
            return switch (token.getType()) {
                case BackstepParser.NAME, BackstepParser.NUMBER -> true;
                default -> token.getText().equals("(") || token.getText().equals("[");
            };
        }

        private static boolean ends(Token token) {
            return switch (token.getType()) {
                case BackstepParser.NAME, BackstepParser.NUMBER -> true;
                default -> token.getText().matches("[)\\]'ᵀ²³]");
            };
        }

        private static boolean closes(TokenStream tokens, Token token) {
            return switch (token.getText()) {
                case ")" -> open(tokens, "(", ")", token) <= 0;
                case "]" -> open(tokens, "[", "]", token) <= 0;
                default -> false;
            };
        }

        /// How many brackets of a kind are open before a token.
        private static int open(TokenStream tokens, String open, String close, Token token) {
            int depth = 0;
            for (int i = 0; i < token.getTokenIndex(); i++) {
                String t = tokens.get(i).getText();
                depth += t.equals(open) ? 1 : t.equals(close) ? -1 : 0;
            }
            return depth;
        }
    }
}
