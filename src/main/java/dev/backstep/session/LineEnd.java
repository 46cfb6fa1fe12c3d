package dev.backstep.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a file ends its lines. A text in memory always has `\n`; a file keeps the manner it was
/// found in.
public enum LineEnd {
    LF("\n"),
    CRLF("\r\n"),
    CR("\r");

    private final String characters;

    LineEnd(String characters) {
        this.characters = characters;
    }

    /// What most lines of a text end with.
    public static LineEnd of(String text) {
        int[] count = new int[values().length];
        lines(text).stream().filter(l -> l.end() != null).forEach(l -> count[l.end().ordinal()]++);
        LineEnd most = LF;
        for (LineEnd end : values()) {
            most = count[end.ordinal()] > count[most.ordinal()] ? end : most;
        }
        return most;
    }

    /// The text with every line ended by `\n`.
    public static String plain(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// A text with plain line ends as this file wants it.
    public String written(String text) {
        return this == LF ? text : text.replace("\n", characters);
    }

    /// The same, where lines at the beginning and at the end that a file already has keep the ends
    /// they have there.
    public String written(String text, String inFile) {
        List<Line> now = lines(text);
        List<Line> before = lines(inFile);
        int most = Math.min(now.size(), before.size());
        int start = 0;
        while (start < most && now.get(start).words().equals(before.get(start).words())) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && fromEnd(now, end).words().equals(fromEnd(before, end).words())) {
            end++;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < now.size(); i++) {
            boolean first = i < start;
            boolean last = i >= now.size() - end;
            int same = first ? i : i - now.size() + before.size();
            LineEnd kept = first || last ? before.get(same).end() : this;
            out.append(now.get(i).words());
            out.append(now.get(i).end() == null ? "" : (kept == null ? this : kept).characters);
        }
        return out.toString();
    }

    private static Line fromEnd(List<Line> lines, int i) {
        return lines.get(lines.size() - 1 - i);
    }

    /// A line, and what ends it; the last one has no end.
    private record Line(String words, @Nullable LineEnd end) {}

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                boolean two = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                lines.add(new Line(text.substring(from, i), two ? CRLF : c == '\n' ? LF : CR));
                i += two ? 1 : 0;
                from = i + 1;
            }
        }
        lines.add(new Line(text.substring(from), null));
        return lines;
    }
}
