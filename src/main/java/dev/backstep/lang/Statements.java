package dev.backstep.lang;

import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Cuts a text into statements: one a line, and a line that ends inside brackets continues.
///
/// What nests too deep is refused here, before the parser, which is recursive, ever sees it.
final class Statements {

    /// The deepest brackets.
    static final int MAX_DEPTH = 200;

    /// The most powers and signs that may wait for each other, as in `2^-2^-2^…`.
    private static final int MAX_NESTED = 400;

    private static final Set<String> KINDS = Set.of("param", "const", "loss");

    private final String text;
    private final List<Span> spans = new ArrayList<>();
    private final List<Span> broken = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final int[] opened = new int[MAX_DEPTH + 2];
    private final int[] waiting = new int[MAX_DEPTH + 2];
    private int start;
    private int depth;
    private int nested;
    private char before;
    private int asked;
    private int lineEnd = -1;

    private Statements(String text) {
        this.text = Spelling.flat(text);
    }

    /// Cuts; never throws. Cost: linear, but for a file full of brackets that are never closed.
    static Statements of(String text) {
        Statements cut = new Statements(text);
        cut.reset(0);
        int i = 0;
        while (i <= text.length() && cut.problems.size() < Language.MAX_PROBLEMS) {
            i = cut.next(i);
        }
        return cut;
    }

    /// All statements that hold more than blanks and comments.
    List<Span> spans() {
        return spans;
    }

    /// Statements that could not be cut out; what is wrong with them is in [#problems].
    List<Span> broken() {
        return broken;
    }

    List<Problem> problems() {
        return problems;
    }

    /// The name a statement assigns, as far as it can be seen without parsing it.
    static Optional<String> assigned(String text, Span statement) {
        int[] at = {statement.start()};
        String word = word(text, statement.end(), at);
        String name = KINDS.contains(word) ? word(text, statement.end(), at) : word;
        skip(text, statement.end(), at);
        boolean sign = at[0] < statement.end() && Spelling.of(text.charAt(at[0])) == '=';
        return sign && !name.isEmpty() ? Optional.of(name) : Optional.empty();
    }

    /// The function that a statement means to define, as far as it can be seen without parsing it.
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

    private int next(int i) {
        char c = i < text.length() ? text.charAt(i) : '\n';
        if (c == '\n') {
            return endLine(i);
        }
        if (c == '#') {
            return endOfLine(i);
        }
        if (c == '"') {
            int close = text.indexOf('"', i + 1, endOfLine(i));
            before = c;
            return close > 0 ? close + 1 : i + 1;
        }
        boolean power = c == '^' || c == '*' && i + 1 < text.length() && text.charAt(i + 1) == '*';
        if (!blank(c) && !significant(power ? '^' : c, i)) {
            return tooDeep(i);
        }
        return power && c == '*' ? i + 2 : i + 1;
    }

    private int endLine(int i) {
        if (depth == 0) {
            if (before != 0) {
                spans.add(new Span(start, i));
            }
            reset(i + 1);
            return i + 1;
        }
        return i < text.length()
                ? i + 1
                : recover(Message.of("problem.unclosed"), Message.of("hint.close"));
    }

    private int tooDeep(int i) {
        if (depth > MAX_DEPTH && endOfLine(opened[1]) < i) {
            return recover(Message.of("problem.brackets.open"), Message.of("hint.closed"));
        }
        problems.add(
                new Problem(
                        new Span(i, i + 1),
                        Message.of("problem.deep"),
                        Message.of("hint.name.part")));
        return leave(endOfLine(i));
    }

    /// Gives up on the statement with the open bracket, and goes on after the line that bracket is
    /// in.
    private int recover(Message message, Message hint) {
        problems.add(new Problem(new Span(opened[1], opened[1] + 1), message, hint));
        return leave(endOfLine(opened[1]));
    }

    private int leave(int end) {
        broken.add(new Span(start, end));
        reset(end + 1);
        return end + 1;
    }

    private void reset(int at) {
        start = at;
        depth = 0;
        nested = 0;
        waiting[0] = 0;
        before = 0;
    }

    /// Keeps count of brackets, and of powers and signs not yet complete; false where they are too
    /// many.
    private boolean significant(char c, int i) {
        boolean sign =
                (c == '-' || c == '−') && (before == 0 || "+-−*/·⊙@^([,;=".indexOf(before) >= 0);
        if (c == '(' || c == '[') {
            depth++;
            opened[depth] = i;
            waiting[depth] = 0;
        } else if ((c == ')' || c == ']') && depth > 0) {
            nested -= waiting[depth];
            depth--;
        } else if (c == '^' || sign) {
            waiting[depth]++;
            nested++;
        } else if ("+-−*/·⊙@,;=".indexOf(c) >= 0) {
            nested -= waiting[depth];
            waiting[depth] = 0;
        }
        before = c;
        return depth <= MAX_DEPTH && nested <= MAX_NESTED;
    }

    /// Looked for once a line: a line may have very many quotes.
    private int endOfLine(int i) {
        if (i < asked || i > lineEnd) {
            int end = text.indexOf('\n', i);
            lineEnd = end < 0 ? text.length() : end;
            asked = i;
        }
        return lineEnd;
    }

    private static boolean blank(char c) {
        return Spelling.isBlank(c);
    }

    private static void skip(String text, int end, int[] at) {
        while (at[0] < end && blank(text.charAt(at[0]))) {
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
