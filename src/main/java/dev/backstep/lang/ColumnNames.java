package dev.backstep.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Interval;

/// The names of columns in a `csv` line, each one token: a column may be called anything, as
/// `Sepal.Length`, `petal length` or `класс`.
///
/// A name goes on to the next comma or to the bracket that closes its list; brackets within it
/// stand in pairs.
final class ColumnNames {

    /// The keys that name columns.
    private static final Set<String> KEYS = Set.of("label", "features", "leave");

    private final List<? extends Token> tokens;
    private final List<Token> joined = new ArrayList<>();

    private ColumnNames(List<? extends Token> tokens) {
        this.tokens = tokens;
    }

    /// The tokens of a statement; those of a `csv` line with the names of its columns joined.
    static TokenSource joined(Lexer lexer) {
        List<? extends Token> all = lexer.getAllTokens();
        boolean csv = all.size() > 2 && is(all.get(0), "data") && is(all.get(1), DataLine.CSV);
        List<? extends Token> tokens = csv ? new ColumnNames(all).join() : all;
        return new ListTokenSource(end(tokens, lexer), lexer.getSourceName());
    }

    /// The tokens and the end of the statement, which stands behind all its characters.
    private static List<Token> end(List<? extends Token> tokens, Lexer lexer) {
        List<Token> ended = new ArrayList<>(tokens);
        ended.add(lexer.nextToken());
        return ended;
    }

    private List<Token> join() {
        int i = 0;
        while (i < tokens.size()) {
            joined.add(tokens.get(i));
            i++;
            if (i >= 2
                    && is(tokens.get(i - 1), "=")
                    && KEYS.contains(tokens.get(i - 2).getText())) {
                i = columns(i);
            }
        }
        return joined;
    }

    private int columns(int from) {
        if (from == tokens.size() || !is(tokens.get(from), "[")) {
            return column(from);
        }
        joined.add(tokens.get(from));
        int i = column(from + 1);
        while (i < tokens.size() && is(tokens.get(i), ",")) {
            joined.add(tokens.get(i));
            i = column(i + 1);
        }
        return i;
    }

    /// Joins the tokens of one name; returns the place of the first that is none of them.
    private int column(int from) {
        int depth = 0;
        int i = from;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            boolean opens = is(token, "(") || is(token, "[");
            boolean closes = is(token, ")") || is(token, "]");
            if (depth == 0 && (closes || is(token, ","))) {
                break;
            }
            if (i > from && token.getLine() != tokens.get(from).getLine()) {
                break;
            }
            depth += opens ? 1 : closes ? -1 : 0;
            i++;
        }
        if (i == from + 1 && tokens.get(from).getType() == BackstepParser.TEXT) {
            joined.add(tokens.get(from));
        } else if (i > from) {
            joined.add(joined(tokens.get(from), tokens.get(i - 1)));
        }
        return i;
    }

    private static Token joined(Token first, Token last) {
        CommonToken token = new CommonToken(first);
        token.setType(BackstepParser.COLUMN);
        token.setStopIndex(last.getStopIndex());
        token.setText(
                first.getInputStream()
                        .getText(Interval.of(first.getStartIndex(), last.getStopIndex())));
        return token;
    }

    private static boolean is(Token token, String text) {
        return token.getText().equals(text);
    }
}
