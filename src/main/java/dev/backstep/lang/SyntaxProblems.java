package dev.backstep.lang;

import dev.backstep.text.Message;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;

/// What to say about a token that does not fit, by itself and by the one before it.
final class SyntaxProblems {

    private static final List<String> STATEMENTS = List.of("param", "const", "loss", "set");

    private static final Message STATEMENT = Message.of("hint.statement");
    private static final Message STATEMENT_LINE = Message.of("hint.statement.line");
    private static final Message UNFINISHED = Message.of("problem.unfinished");

    private final List<Token> tokens;
    private final Token token;
    private final Token before;
    private final TokenPositions place;
    private final Span span;
    private final boolean isStatement;
    private final String text;

    /// @param tokens the last one is the end
    /// @param isStatement whether they are to be a statement, and not an expression alone
    SyntaxProblems(List<Token> tokens, Token token, TokenPositions place, boolean isStatement) {
        this.isStatement = isStatement;
        int at = token.getTokenIndex();
        this.tokens = tokens;
        this.token = token;
        this.before = at > 0 ? tokens.get(at - 1) : token;
        this.place = place;
        this.span = place.of(token, token);
        this.text = place.words(span);
    }

    /// What is sure, before anything is said of the line as a whole.
    Stream<Hint> hints() {
        ProblemException wrong = wrong();
        Problem p = wrong.problems().getFirst();
        boolean call = isSecond() && text.equals("(");
        boolean vague =
                call
                        || p.hint().isEmpty()
                        || p.hint().equals(STATEMENT)
                        || p.hint().equals(STATEMENT_LINE)
                        || p.message().equals(UNFINISHED);
        return vague ? Stream.empty() : Stream.of(Hint.words(p.span(), p.message(), p.hint()));
    }

    /// Whether nothing but a product sign is missing.
    boolean isProduct() {
        return before != token && begins(token) && ends(before);
    }

    ProblemException wrong() {
        boolean word = before != token && Syntax.WORDS.contains(before.getText());
        if (word && !Syntax.WORDS.contains(text) && token.getType() != BackstepParser.NAME) {
            return word(before);
        }
        if (token.getType() == Token.EOF) {
            return unfinished();
        }
        if (Syntax.WORDS.contains(text)) {
            return word(token);
        }
        if (token.getType() == BackstepParser.OTHER) {
            return new ProblemException(
                    span, Message.of("problem.no.part").with("sign", text), Message.EMPTY);
        }
        if (isProduct()) {
            return adjacent();
        }
        boolean second = isSecond() && before.getType() == BackstepParser.NAME;
        Message hint = second || text.equals("=") ? STATEMENT_LINE : Message.EMPTY;
        Message said = Message.of("problem.unfit").with("sign", text);
        return new ProblemException(
                span, said, closes() ? Message.of("hint.closes.nothing") : hint);
    }

    /// Whether the token is the second one of a statement.
    private boolean isSecond() {
        return isStatement && token.getTokenIndex() == 1;
    }

    private ProblemException unfinished() {
        boolean bare = isStatement && tokens.size() <= 2;
        return new ProblemException(
                new Span(span.start(), span.start()), UNFINISHED, bare ? STATEMENT : Message.EMPTY);
    }

    private ProblemException word(Token token) {
        String word = token.getText();
        return new ProblemException(
                place.of(token, token),
                Message.of("problem.word").with("word", word),
                word.equals("loss") ? Hint.write("loss L = …") : Message.of("hint.other.name"));
    }

    private ProblemException adjacent() {
        String left = place.words(place.of(before, before));
        if (isSecond() && token.getType() == BackstepParser.NAME) {

            return new ProblemException(
                    place.of(before, before),
                    Message.of("problem.unfit").with("sign", left),
                    Nearest.hint(left, STATEMENTS).orElse(STATEMENT));
        }
        String right = text.equals("(") || text.equals("[") ? text + "…" : text;
        boolean closed = left.length() == 1 && ")]'ᵀ′’".contains(left);
        Message product = closed ? Message.of("hint.product") : Hint.write(left + "*" + right);
        return new ProblemException(span, Message.of("problem.product"), product);
    }

    private static boolean begins(Token token) {
        return switch (token.getType()) {
            case BackstepParser.NAME, BackstepParser.NUMBER -> true;
            default -> token.getText().equals("(") || token.getText().equals("[");
        };
    }

    private static boolean ends(Token token) {
        return switch (token.getType()) {
            case BackstepParser.NAME, BackstepParser.NUMBER, BackstepParser.RAISED -> true;
            default -> token.getText().length() == 1 && ")]'ᵀ".contains(token.getText());
        };
    }

    private boolean closes() {
        return switch (token.getText()) {
            case ")" -> open("(", ")") <= 0;
            case "]" -> open("[", "]") <= 0;
            default -> false;
        };
    }

    /// How many brackets of a kind are open before the token.
    private int open(String open, String close) {
        int depth = 0;
        for (int i = 0; i < token.getTokenIndex(); i++) {
            String t = tokens.get(i).getText();
            depth += t.equals(open) ? 1 : t.equals(close) ? -1 : 0;
        }
        return depth;
    }
}
