package dev.backstep.lesson;

import dev.backstep.text.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a lesson's formulas may hold.
///
/// Formulas are typeset by a library whose language can read files and change what commands mean,
/// so that such commands are refused before it sees them.
final class Tex {

    /// The longest formula, in characters.
    private static final int LONGEST = 4_000;

    /// The deepest nesting of braces, and of `\left`.
    private static final int DEEPEST = 40;

    private static final Pattern COMMAND = Pattern.compile("\\\\(?:([a-zA-Z]+)|.)", Pattern.DOTALL);

    /// Where an environment begins or ends, any other command, and what parts two cells.
    private static final Pattern CELL =
            Pattern.compile("\\\\(begin|end)\\s*\\{([a-zA-Z]+\\*?)\\}|\\\\.|&", Pattern.DOTALL);

    /// Commands that read files or fonts, define others, or change how everything is set.
    private static final Set<String> REFUSED =
            Set.of(
                    "includegraphics",
                    "newcommand",
                    "renewcommand",
                    "newenvironment",
                    "renewenvironment",
                    "DeclareMathSizes",
                    "magnification",
                    "definecolor",
                    "externalFont",
                    "jlmExternalFont",
                    "jlmDynamic",
                    "fontsize",
                    "input",
                    "include",
                    "def",
                    "let",
                    "makeatletter",
                    "makeatother",
                    "char",
                    "year",
                    "month",
                    "day",
                    "rule",
                    "hspace",
                    "vspace",
                    "scalebox",
                    "resizebox",
                    "raisebox",
                    "rotatebox",
                    "reflectbox",
                    "longdiv",
                    "XML");

    private Tex() {}

    /// Why a formula cannot be shown; nothing if it can.
    static Optional<Message> refusal(String tex) {
        if (tex.length() > LONGEST) {
            return Optional.of(Message.of("lesson.formula.long").with("most", LONGEST));
        }
        Matcher command = COMMAND.matcher(tex);
        StringBuilder plain = new StringBuilder();
        int from = 0;
        int lefts = 0;
        while (command.find()) {
            String name = command.group(1);
            if (name != null && REFUSED.contains(name)) {
                return Optional.of(Message.of("lesson.formula.command").with("command", name));
            }
            lefts += "left".equals(name) || "begin".equals(name) ? 1 : 0;
            plain.append(tex, from, command.start());
            from = command.end();
        }
        plain.append(tex, from, tex.length());
        if (lefts > DEEPEST) {
            return Optional.of(Message.of("lesson.formula.deep"));
        }
        return braces(plain);
    }

    /// With room between a case and its condition, which the library sets side by side as if they
    /// were multiplied.
    static String spaced(String tex) {
        Matcher piece = CELL.matcher(tex);
        StringBuilder spaced = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        while (piece.find()) {
            if ("begin".equals(piece.group(1))) {
                open.push(piece.group(2));
            } else if ("end".equals(piece.group(1))) {
                open.poll();
            }
            boolean condition = piece.group().equals("&") && "cases".equals(open.peek());
            String set = condition ? "&\\quad " : piece.group();
            piece.appendReplacement(spaced, Matcher.quoteReplacement(set));
        }
        return piece.appendTail(spaced).toString();
    }

    /// What stands between the wide spaces of a formula, `\quad` and `\qquad`, that are in no
    /// braces, no `\left` and `\right` and no environment; the formula itself where there are none.
    static List<String> pieces(String tex) {
        List<String> pieces = new ArrayList<>();
        Matcher command = COMMAND.matcher(tex);
        int depth = 0;
        int from = 0;
        int at = 0;
        while (command.find()) {
            depth += opened(tex.substring(at, command.start()));
            at = command.end();
            switch (String.valueOf(command.group(1))) {
                case "left", "begin" -> depth++;
                case "right", "end" -> depth--;
                case "quad", "qquad" -> {
                    if (depth == 0) {
                        pieces.add(tex.substring(from, command.start()).strip());
                        from = command.end();
                    }
                }
                default -> {}
            }
        }
        pieces.add(tex.substring(from).strip());
        return pieces.stream().filter(p -> !p.isEmpty()).toList();
    }

    /// How many braces are open at the end of a text.
    private static int opened(String plain) {
        return (int)
                (plain.chars().filter(c -> c == '{').count()
                        - plain.chars().filter(c -> c == '}').count());
    }

    /// Braces are in pairs, and not too deep.
    private static Optional<Message> braces(CharSequence plain) {
        int depth = 0;
        int marks = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            marks += c == '^' || c == '_' || c == '\'' ? 1 : 0;
            if (depth < 0) {
                return Optional.of(Message.of("lesson.formula.braces"));
            }
            if (depth > DEEPEST || marks > LONGEST / 8) {
                return Optional.of(Message.of("lesson.formula.deep"));
            }
        }
        return depth == 0 ? Optional.empty() : Optional.of(Message.of("lesson.formula.braces"));
    }
}
