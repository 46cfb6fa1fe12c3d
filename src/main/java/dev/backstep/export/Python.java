package dev.backstep.export;

import dev.backstep.notation.Greek;
import dev.backstep.tensor.Tensor;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How names, texts and numbers are written in Python. Only ASCII is written, whatever a program
/// holds.
final class Python {

    /// Words of Python, and what a script calls by name.
    private static final Set<String> TAKEN =
            Set.of(
                    ("False None True and as assert async await break class continue def del elif else"
                                    + " except finally for from global if import in is lambda nonlocal"
                                    + " not or pass raise return try while with yield match case type"
                                    + " torch json math device program output values value report name line"
                                    + " epoch order total first batch loss optimiser train_X train_y"
                                    + " test_X test_y weights biases Net net self print range len sum"
                                    + " list n")
                            .split(" "));

    private final Map<String, String> known = new LinkedHashMap<>();
    private final Set<String> given = new HashSet<>();

    /// @param functions of the script, whose names are taken
    Python(Set<String> functions) {
        given.addAll(TAKEN);
        given.addAll(functions);
    }

    /// What a name of the program is called in the script, the same each time: itself if it can be,
    /// with words for Greek letters and `_` for what else is not ASCII.
    String name(String name) {
        return known.computeIfAbsent(name, this::fresh);
    }

    /// A name that nothing else has.
    String fresh(String like) {
        String plain = spelled(like);
        boolean digit = plain.isEmpty() || Character.isDigit(plain.charAt(0));
        String start = (digit ? "v" : "") + plain;
        String free = start;
        for (int k = 2; !given.add(free); k++) {
            free = start + "_" + k;
        }
        return free;
    }

    /// `Delta_x` of `Δx`: a word stands apart from the letters beside it.
    private static String spelled(String name) {
        StringBuilder out = new StringBuilder();
        boolean word = false;
        for (int c : name.codePoints().toArray()) {
            Optional<String> greek = Greek.word(c);
            boolean letter = greek.isPresent() || Character.isLetter(c);
            boolean behind = !out.isEmpty() && Character.isLetter(out.charAt(out.length() - 1));
            out.append(letter && behind && (word || greek.isPresent()) ? "_" : "");
            out.append(greek.orElse(allowed(c) ? Character.toString(c) : "_"));
            word = greek.isPresent();
        }
        return out.toString();
    }

    private static boolean allowed(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    /// A text in quotes, with numbers for all that is not plain.
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        c ->
                                out.append(
                                        c >= ' ' && c < 127 && c != '"' && c != '\\'
                                                ? Character.toString(c)
                                                : "\\U%08x".formatted(c)));
        return out.append('"').toString();
    }

    /// A number that reads back exactly.
    static String number(double x) {
        if (Double.isNaN(x)) {
            return "float(\"nan\")";
        }
        if (Double.isInfinite(x)) {
            return x > 0 ? "float(\"inf\")" : "-float(\"inf\")";
        }
        return Double.toString(x).replace("E", "e");
    }

    /// `torch.tensor([[1.0, 2.0], [3.0, 4.0]], device=device)`
    static String tensor(Tensor t) {
        StringBuilder out = new StringBuilder("torch.tensor([");
        for (int row = 0; row < t.rows(); row++) {
            out.append(row == 0 ? "[" : ", [");
            for (int col = 0; col < t.cols(); col++) {
                out.append(col == 0 ? "" : ", ").append(number(t.at(row, col)));
            }
            out.append(']');
        }
        return out.append("], device=device)").toString();
    }
}
