package dev.backstep.lang;

import java.util.Optional;
import java.util.Set;

/// What the beginnings of statements say, as far as it can be seen without parsing them.
final class Beginnings {

    private static final Set<String> KINDS = Set.of("param", "const", "loss");

    private Beginnings() {}

    /// The name a statement assigns.
    static Optional<String> assigned(String text, Span statement) {
        int[] at = {statement.start()};
        String word = word(text, statement.end(), at);
        String name = KINDS.contains(word) ? word(text, statement.end(), at) : word;
        skip(text, statement.end(), at);
        boolean sign = at[0] < statement.end() && Spelling.of(text.charAt(at[0])) == '=';
        return sign && !name.isEmpty() ? Optional.of(name) : Optional.empty();
    }

    /// The function that a statement means to define.
    static Optional<String> defined(String text, Span statement) {
        int[] at = {statement.start()};
        String word = word(text, statement.end(), at);
        boolean told = Set.of("def", "function", "fn", "func").contains(word);
        String name = told ? word(text, statement.end(), at) : word;
        skip(text, statement.end(), at);
        boolean called = at[0] < statement.end() && text.charAt(at[0]) == '(';
        return called && !name.isEmpty() && !Foreign.known(name)
                ? Optional.of(name)
                : Optional.empty();
    }

    /// The first word of a statement; empty where it does not begin with one.
    static String firstWord(String text, Span statement) {
        return word(text, statement.end(), new int[] {statement.start()});
    }

    private static void skip(String text, int end, int[] at) {
        while (at[0] < end && Spelling.isBlank(text.charAt(at[0]))) {
            at[0]++;
        }
    }

    private static String word(String text, int end, int[] at) {
        skip(text, end, at);
        int from = at[0];
        while (at[0] < end && Spelling.isInName(text.codePointAt(at[0]))) {
            at[0] += Character.charCount(text.codePointAt(at[0]));
        }
        return Spelling.name(text.substring(from, at[0]));
    }
}
