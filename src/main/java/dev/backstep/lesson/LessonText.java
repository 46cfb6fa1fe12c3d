package dev.backstep.lesson;

import dev.backstep.lang.Problem;
import dev.backstep.lang.Span;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/// A lesson being read: its text, and what was found wrong with it so far.
final class LessonText {

    /// More problems than that are not told.
    private static final int MAX_PROBLEMS = 1_000;

    /// More characters of what a stranger wrote are not shown.
    private static final int LONGEST_SHOWN = 60;

    private final String text;
    private final LessonFiles files;
    private final List<Problem> problems = new ArrayList<>();

    LessonText(String text, LessonFiles files) {
        this.text = text;
        this.files = files;
    }

    String text() {
        return text;
    }

    LessonFiles files() {
        return files;
    }

    List<Problem> problems() {
        return problems;
    }

    void wrong(Span at, Message what) {
        wrong(at, what, Message.EMPTY);
    }

    void wrong(Span at, Message what, Message hint) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(at, what, hint));
        }
    }

    /// What a stranger wrote, as a message shows it.
    static String shown(String written) {
        String line = written.replaceAll("\\p{Cntrl}", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }

    /// The characters of a node.
    static Span at(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return node.getParent() == null ? new Span(0, 0) : at(node.getParent());
        }
        SourceSpan last = spans.getLast();
        return new Span(spans.getFirst().getInputIndex(), last.getInputIndex() + last.getLength());
    }

    /// The first line of a node.
    static Span firstLine(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty()
                ? at(node)
                : new Span(
                        spans.getFirst().getInputIndex(),
                        spans.getFirst().getInputIndex() + spans.getFirst().getLength());
    }
}
