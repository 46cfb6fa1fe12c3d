package dev.backstep.lesson;

import dev.backstep.lang.Span;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.SourceSpan;

/// Where the lines of a fenced block stand in the text of a lesson.
///
/// @param code what the block holds
/// @param starts for each of its lines, where it begins in the lesson
record CodeLines(String code, List<Integer> starts) {

    static CodeLines of(FencedCodeBlock block, String text) {
        String code = block.getLiteral();
        SourceSpan fence = block.getSourceSpans().getFirst();
        List<Integer> starts = new ArrayList<>();
        int at = nextLine(text, fence.getInputIndex());
        for (String line : code.split("\n", -1)) {
            int end = lineEnd(text, at);
            // What the fence is indented by is cut off the lines inside.
            starts.add(Math.max(at, end - line.length()));
            at = nextLine(text, at);
        }
        return new CodeLines(code, starts);
    }

    /// The place in the lesson of characters of the code.
    Span at(Span inCode) {
        return new Span(at(inCode.start()), at(inCode.end()));
    }

    private int at(int inCode) {
        int index = Math.clamp(inCode, 0, code.length());
        int line = (int) code.substring(0, index).chars().filter(c -> c == '\n').count();
        return starts.get(line) + index - (code.lastIndexOf('\n', index - 1) + 1);
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int nextLine(String text, int from) {
        int end = lineEnd(text, from);
        boolean two = text.startsWith("\r\n", end);
        return Math.min(text.length(), end + (two ? 2 : 1));
    }
}
