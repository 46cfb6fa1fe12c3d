package dev.backstep.paint;

import java.awt.Font;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text in lines that fit, broken as its script allows: Chinese has no spaces.
public final class WrappedText {

    private WrappedText() {}

    /// The lines of a text, none wider than `width`: a word that is wider is broken too.
    public static List<String> lines(String text, Font font, double width) {
        String all = text.strip().replaceAll("\\s+", " ");
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(all);
        List<String> lines = new ArrayList<>();
        int from = 0;
        int fits = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (isWithinName(all, to)) {
                continue;
            }
            String longer = all.substring(from, to).stripTrailing();
            if (fits > from && TextLines.width(longer, font) > width) {
                lines.add(all.substring(from, fits).stripTrailing());
                from = fits;
            }
            fits = to;
        }
        lines.add(all.substring(from));
        return lines.stream().flatMap(line -> pieces(line, font, width).stream()).toList();
    }

    /// Whether a place lies inside `∂L/∂W[3]` or `X[2, 0:3]`.
    private static boolean isWithinName(String text, int place) {
        if (place == text.length()) {
            return false;
        }
        char next = text.charAt(place);
        char before = text.charAt(place - 1);
        int open = text.lastIndexOf('[', place - 1);
        boolean index =
                open > 0 && text.charAt(open - 1) != ' ' && text.indexOf(']', open) >= place;
        return index || next == '[' && before != ' ' || next == '∂' && before == '/';
    }

    /// A text without spaces to break at, in pieces that fit; at least a letter in each.
    public static List<String> pieces(String text, Font font, double width) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int to = 0; to < text.length(); ) {
            int next = to + Character.charCount(text.codePointAt(to));
            if (to > from && TextLines.width(text.substring(from, next), font) > width) {
                pieces.add(text.substring(from, to));
                from = to;
            }
            to = next;
        }
        pieces.add(text.substring(from));
        return pieces;
    }
}
