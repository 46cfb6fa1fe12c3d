package dev.backstep.export;

import dev.backstep.paint.FormulaPainter;
import java.util.ArrayList;
import java.util.List;

/// An equation set off from the text: on one line if it fits, else broken before its signs `=`, `+`
/// and `-`, each new line below the first `=`.
final class LatexDisplay {

    /// A little less than a line of LaTeX's `article`, and the size of its type, in points.
    private static final double LINE = 330;

    private static final double TYPE = 10;

    private LatexDisplay() {}

    static String of(String tex) {
        if (width(tex) <= LINE) {
            return "\\[ " + tex + " \\]\n";
        }
        List<String> parts = parts(tex);
        boolean equation = parts.size() > 1 && parts.get(1).startsWith("=");
        String left = equation ? parts.removeFirst() : "";
        StringBuilder out = new StringBuilder("\\begin{align*}\n" + left + " &");
        String line = left + " ";
        boolean starts = true;
        for (String part : parts) {
            if (!starts && width(line + part) > LINE) {
                boolean equals = part.startsWith("=");
                out.append(equals ? "\\\\\n&" : "\\\\\n&\\quad ");
                line = left + (equals ? " " : "\\quad ");
            }
            out.append(part).append(' ');
            line += part + " ";
            starts = false;
        }
        return out.toString().strip() + "\n\\end{align*}\n";
    }

    private static double width(String tex) {
        return FormulaPainter.measureDisplay(tex, TYPE).width();
    }

    /// The equation in pieces, each but the first with its sign before it; no piece begins within
    /// braces, brackets or a matrix.
    private static List<String> parts(String tex) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < tex.length(); i++) {
            char c = tex.charAt(i);
            if (c == '{' || c == '(' || c == '[' || tex.startsWith("\\begin", i)) {
                depth++;
            } else if (c == '}' || c == ')' || c == ']' || tex.startsWith("\\end{", i)) {
                depth--;
            } else if (depth == 0 && c == ' ' && isSign(tex, i + 1)) {
                parts.add(tex.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(tex.substring(from));
        return parts;
    }

    private static boolean isSign(String tex, int at) {
        return tex.startsWith("= ", at) || tex.startsWith("+ ", at) || tex.startsWith("- ", at);
    }
}
