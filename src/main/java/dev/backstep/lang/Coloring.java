package dev.backstep.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/// What each piece of a text is, for colouring; of any text, right or wrong.
public final class Coloring {

    /// Longer lines stay without colours: each piece is laid out for itself.
    private static final int LONGEST_LINE = 2_000;

    private Coloring() {}

    /// What a piece of text is.
    public enum Kind {
        /// of a section
        TITLE,
        COMMENT,
        NUMBER,
        /// `param`, `loss`, … at the start of a statement
        KEYWORD,
        /// a name that is called
        FUNCTION,
        NAME
    }

    /// Some characters of one kind.
    public record Piece(Span span, Kind kind) {}

    /// The coloured pieces of a text, in order; what is between them has no colour.
    public static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Map<Integer, Integer> titles =
                Statements.of(text).titles().stream()
                        .collect(Collectors.toMap(t -> t.at().start(), t -> t.at().end()));
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end - start <= LONGEST_LINE) {
                line(text.substring(start, end), start, titles, pieces);
            }
            start = end + 1;
        }
        return pieces;
    }

    private static void line(
            String line, int offset, Map<Integer, Integer> titles, List<Piece> pieces) {
        int comment = comment(Spelling.flat(line));
        String code = line.substring(0, comment);
        BackstepLexer lexer = new BackstepLexer(CharStreams.fromString(Spelling.plain(code)));
        lexer.removeErrorListeners();
        List<? extends Token> tokens = lexer.getAllTokens();
        int from = 0;
        int points = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).getText().equals("(");
            Kind kind = kind(token, i == 0, called);
            if (kind != null) {
                from = code.offsetByCodePoints(from, token.getStartIndex() - points);
                points = token.getStartIndex();
                int length = token.getStopIndex() + 1 - points;
                int to = code.offsetByCodePoints(from, length);
                pieces.add(new Piece(new Span(offset + from, offset + to), kind));
            }
        }
        if (comment < line.length()) {
            int sign = offset + comment;
            int end = titles.getOrDefault(sign, sign);
            if (end > sign) {
                pieces.add(new Piece(new Span(sign, end), Kind.TITLE));
            }
            if (end < offset + line.length()) {
                pieces.add(new Piece(new Span(end, offset + line.length()), Kind.COMMENT));
            }
        }
    }

    private static @Nullable Kind kind(Token token, boolean first, boolean called) {
        if (token.getType() == BackstepLexer.NUMBER) {
            return Kind.NUMBER;
        }
        if (first && Syntax.WORDS.contains(token.getText())) {
            return Kind.KEYWORD;
        }
        if (token.getType() != BackstepLexer.NAME) {
            return null;
        }
        return called ? Kind.FUNCTION : Kind.NAME;
    }

    /// Where the comment of a line starts, or its end where it has none; a `#` between quotes
    /// starts none.
    private static int comment(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c == '#' && !quoted) {
                return i;
            }
        }
        return line.length();
    }
}
