package dev.backstep.lang;

import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cuts a text into statements: one a line, and a line that ends inside brackets continues, as does
/// a function until its block ends.
///
/// What nests too deep is refused here, before the parser, which is recursive, ever sees it.
final class Statements {

    /// The deepest brackets.
    static final int MAX_DEPTH = 200;

    /// The most powers and signs that may wait for each other, as in `2^-2^-2^…`.
    private static final int MAX_NESTED = 400;

    /// The most characters of a note or of a title.
    private static final int MAX_NOTE = 200;

    private final String written;
    private final String text;
    private final List<Span> spans = new ArrayList<>();
    private final List<Span> broken = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Title> titles = new ArrayList<>();
    private final Map<Integer, String> notes = new HashMap<>();
    private final Map<Integer, Body> bodies = new HashMap<>();
    private final int[] opened = new int[MAX_DEPTH + 2];
    private final int[] waiting = new int[MAX_DEPTH + 2];
    private int start;
    private int depth;
    private int nested;
    private char before;
    private int asked;
    private int lineEnd = -1;
    private String note = "";
    private @Nullable Span block;
    private boolean braced;

    private Statements(String text) {
        this.written = text;
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

    /// Cuts a part of a text, the body of a function.
    static Statements of(String text, Span part) {
        return of(text.substring(part.start(), part.end())).moved(part.start());
    }

    /// A single statement.
    static Statements one(Span statement) {
        Statements one = new Statements("");
        one.spans.add(statement);
        return one;
    }

    private Statements moved(int by) {
        Statements moved = new Statements("");
        spans.forEach(s -> moved.spans.add(s.moved(by)));
        broken.forEach(s -> moved.broken.add(s.moved(by)));
        problems.forEach(
                p -> moved.problems.add(new Problem(p.span().moved(by), p.message(), p.hint())));
        notes.forEach((start, written) -> moved.notes.put(start + by, written));
        bodies.forEach((start, body) -> moved.bodies.put(start + by, body.moved(by)));
        return moved;
    }

    /// What begins a section, or ends one without beginning another.
    ///
    /// @param at the sign and the title, without what stands behind another `#`
    /// @param title empty if there is none
    /// @param note what stands behind another `#`: what the program says of the section
    record Title(Span at, String title, String note) {}

    /// What a function is defined by.
    ///
    /// @param head up to the sign of assignment, which is part of it
    /// @param right what stands between the braces of a block, or the expression
    record Body(Span head, Span right, boolean isBlock) {

        private Body moved(int by) {
            return new Body(head.moved(by), right.moved(by), isBlock);
        }
    }

    /// The parts of a statement that defines a function.
    Optional<Body> body(Span statement) {
        return Optional.ofNullable(bodies.get(statement.start()));
    }

    /// In the order of the text.
    List<Title> titles() {
        return titles;
    }

    /// What stands behind `#` at the end of a statement; empty if nothing does.
    String note(Span statement) {
        return notes.getOrDefault(statement.start(), "");
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

    private int next(int i) {
        char c = i < text.length() ? text.charAt(i) : '\n';
        if (c == '\n') {
            return endLine(i);
        }
        if (c == '#') {
            comment(i);
            return endOfLine(i);
        }
        if (c == '"') {
            int close = text.indexOf('"', i + 1, endOfLine(i));
            before = c;
            return close > 0 ? close + 1 : i + 1;
        }
        if (c == '{' && before == '=' && !braced && depth == 0) {
            return block(i);
        }
        boolean power = c == '^' || c == '*' && i + 1 < text.length() && text.charAt(i + 1) == '*';
        if (!blank(c) && !significant(power ? '^' : c, i)) {
            return tooDeep(i);
        }
        return power && c == '*' ? i + 2 : i + 1;
    }

    /// Takes in a comment: a title, or the note of the statement before it.
    private void comment(int i) {
        String comment = written.substring(i + 1, endOfLine(i)).strip();
        if (depth > 0) {
            return;
        }
        if (before != 0) {
            note = shortened(comment);
        } else if (comment.startsWith("#") && !comment.startsWith("##")) {
            String[] said = comment.substring(1).split("#+", 2);
            int end =
                    said.length == 1
                            ? endOfLine(i)
                            : written.indexOf('#', i + 2 + said[0].length());
            String note = said.length == 1 ? "" : shortened(said[1].strip());
            titles.add(new Title(new Span(i, end), shortened(said[0].strip()), note));
        }
    }

    static String shortened(String note) {
        boolean all = note.codePointCount(0, note.length()) <= MAX_NOTE;
        return all ? note : note.substring(0, note.offsetByCodePoints(0, MAX_NOTE)) + "…";
    }

    /// Goes on behind the block of a function.
    private int block(int i) {
        braced = true;
        before = '{';
        if (!Blocks.begins(text, start, i)) {
            return i + 1;
        }
        int end = Blocks.end(text, i);
        if (end < 0) {
            problems.add(
                    new Problem(
                            new Span(i, i + 1),
                            Message.of("problem.block.unclosed"),
                            Message.of("hint.block.close")));
            return leave(Blocks.likelyEnd(text, i));
        }
        block = new Span(i + 1, end - 1);
        before = '}';
        return end;
    }

    private void statement(Span span) {
        spans.add(span);
        if (!note.isEmpty()) {
            notes.put(span.start(), note);
        }
        int equals = Blocks.equals(text, span.start(), span.end());
        if (equals > 0) {
            Span right = block == null ? new Span(equals, span.end()) : block;
            bodies.put(
                    span.start(), new Body(new Span(span.start(), equals), right, block != null));
        }
    }

    private int endLine(int i) {
        if (depth == 0) {
            if (before != 0) {
                statement(new Span(start, i));
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
        note = "";
        block = null;
        braced = false;
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
}
