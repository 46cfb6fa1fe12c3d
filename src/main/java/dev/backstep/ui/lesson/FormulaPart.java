package dev.backstep.ui.lesson;

import dev.backstep.paint.FormulaPainter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// What stands between two places of a formula: a letter with its scripts, a fraction, a sign.
///
/// @param tex what it is
/// @param from where it begins, as a share of the width of the formula
/// @param to where it ends
record FormulaPart(String tex, double from, double to) {

    /// Commands that set what follows them, also without braces.
    private static final Set<String> ACCENTS = Set.of("hat", "bar", "tilde", "vec", "dot");

    /// The parts of a formula that stand side by side, from left to right. What stands in braces,
    /// in a fraction, or between `\left` and `\right` belongs to one part.
    static List<FormulaPart> of(String tex, boolean display) {
        ToDoubleFunction<String> width =
                t ->
                        (display
                                        ? FormulaPainter.measureDisplay(t, 16)
                                        : FormulaPainter.measure(t, 16))
                                .width();
        double whole = width.applyAsDouble(tex);
        List<FormulaPart> parts = new ArrayList<>();
        Cuts cuts = new Cuts(tex);
        double from = 0;
        int at = 0;
        while (at < tex.length()) {
            int end = cuts.end(at);
            double to = width.applyAsDouble(tex.substring(0, end)) / whole;
            parts.add(new FormulaPart(tex.substring(at, end), from, to));
            from = to;
            at = end;
        }
        return parts;
    }

    /// Where parts end.
    private record Cuts(String tex) {

        /// The end of the part that begins at a place.
        int end(int at) {
            int end = atom(at);
            int next = spaces(end);
            while (next < tex.length() && "_^'".indexOf(tex.charAt(next)) >= 0) {
                end = tex.charAt(next) == '\'' ? next + 1 : atom(spaces(next + 1));
                next = spaces(end);
            }
            return Math.min(end, tex.length());
        }

        private int atom(int at) {
            if (at >= tex.length()) {
                return tex.length();
            }
            return switch (tex.charAt(at)) {
                case '{' -> closing(at, "{", "}");
                case '\\' -> command(at);
                default -> at + Character.charCount(tex.codePointAt(at));
            };
        }

        private int command(int at) {
            int end = at + 1;
            while (end < tex.length() && Character.isLetter(tex.charAt(end))) {
                end++;
            }
            String name = tex.substring(at + 1, end);
            return switch (name) {
                case "" -> Math.min(tex.length(), end + 1);
                case "left" -> atom(spaces(closing(at, "\\left", "\\right")));
                case "begin" -> arguments(closing(at, "\\begin", "\\end"));
                default -> ACCENTS.contains(name) ? atom(spaces(end)) : arguments(end);
            };
        }

        /// Behind the groups in braces that follow.
        private int arguments(int at) {
            int end = at;
            while (spaces(end) < tex.length() && tex.charAt(spaces(end)) == '{') {
                end = closing(spaces(end), "{", "}");
            }
            return end;
        }

        /// Behind what closes that which opens at a place.
        private int closing(int at, String opens, String closes) {
            int depth = 0;
            for (int i = at; i < tex.length(); i++) {
                if (isAt(opens, i)) {
                    depth++;
                } else if (isAt(closes, i)) {
                    depth--;
                    if (depth == 0) {
                        return i + closes.length();
                    }
                }
            }
            return tex.length();
        }

        /// Whether a brace or a command stands at a place: `\left` is none of `\leftarrow`.
        private boolean isAt(String wanted, int at) {
            int behind = at + wanted.length();
            boolean escaped = wanted.length() == 1 && at > 0 && tex.charAt(at - 1) == '\\';
            boolean longer =
                    wanted.length() > 1
                            && behind < tex.length()
                            && Character.isLetter(tex.charAt(behind));
            return tex.startsWith(wanted, at) && !escaped && !longer;
        }

        private int spaces(int at) {
            int end = at;
            while (end < tex.length() && tex.charAt(end) == ' ') {
                end++;
            }
            return end;
        }
    }
}
