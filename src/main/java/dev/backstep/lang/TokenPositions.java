package dev.backstep.lang;

import dev.backstep.text.Message;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/// Where the tokens of one statement stand in the whole text.
///
/// The lexer counts code points from the start of the statement; a [Span] counts chars from the
/// start of the text.
final class TokenPositions {

    private static final int QUOTED = 40;

    private final String text;
    private final Span statement;

    /// For each code point its first char; empty where every code point is one char.
    private final int[] chars;

    TokenPositions(String text, Span statement) {
        this.text = text;
        this.statement = statement;
        int points = text.codePointCount(statement.start(), statement.end());
        this.chars = new int[points == statement.end() - statement.start() ? 0 : points];
        int at = statement.start();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
    }

    /// The statement with plain characters; as many code points as it has.
    String statement() {
        return Spelling.plain(text.substring(statement.start(), statement.end()));
    }

    Span whole() {
        return statement;
    }

    int length() {
        return statement.end() - statement.start();
    }

    /// The characters as they stand there, all of them.
    String written(Span span) {
        return text.substring(span.start(), span.end());
    }

    Span of(ParserRuleContext c) {
        return of(c.getStart(), c.getStop());
    }

    Span of(Token first, Token last) {
        int start = offset(first.getStartIndex());
        return new Span(start, Math.max(start, offset(last.getStopIndex() + 1)));
    }

    /// The characters themselves, shortened where they are too many to be quoted.
    String words(ParserRuleContext c) {
        return words(of(c));
    }

    String words(Span span) {
        int end = Math.min(span.end(), span.start() + QUOTED);
        String some = text.substring(span.start(), end).replaceAll("\\s+", " ");
        return end < span.end() ? some + "…" : some;
    }

    /// The line of the text that something begins in, counted from 1.
    int line(Span span) {
        int line = 1;
        for (int i = text.indexOf('\n');
                i >= 0 && i < span.start();
                i = text.indexOf('\n', i + 1)) {
            line++;
        }
        return line;
    }

    ProblemException wrong(ParserRuleContext where, Message message) {
        return wrong(where, message, Message.EMPTY);
    }

    ProblemException wrong(ParserRuleContext where, Message message, Message hint) {
        return new ProblemException(of(where), message, hint);
    }

    private int offset(int codePoints) {
        if (chars.length == 0) {
            return statement.start() + codePoints;
        }
        return codePoints < chars.length ? chars[codePoints] : statement.end();
    }
}
