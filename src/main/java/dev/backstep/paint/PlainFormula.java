package dev.backstep.paint;

import dev.backstep.notation.Greek;
import java.text.Normalizer;
import java.util.Map;

/// A formula as plain text, so that it can be searched for: `\frac{\partial L}{\partial x} = 2
/// \cdot 4` is `∂L/∂x = 2 · 4`. What has no plain form is left out.
final class PlainFormula {

    private static final Map<String, String> SIGNS =
            Map.ofEntries(
                    Map.entry("partial", "∂"),
                    Map.entry("cdot", " · "),
                    Map.entry("times", "×"),
                    Map.entry("odot", " ⊙ "),
                    Map.entry("to", " → "),
                    Map.entry("leftarrow", " ← "),
                    Map.entry("top", "T"),
                    Map.entry("sum", "Σ"),
                    Map.entry("prod", "Π"),
                    Map.entry("int", "∫"),
                    Map.entry("nabla", "∇"),
                    Map.entry("approx", " ≈ "),
                    Map.entry("le", " ≤ "),
                    Map.entry("ge", " ≥ "),
                    Map.entry("ne", " ≠ "),
                    Map.entry("pm", "±"),
                    Map.entry("infty", "∞"),
                    Map.entry("in", " ∈ "),
                    Map.entry("ldots", "…"),
                    Map.entry("sqrt", "√"),
                    Map.entry("\\", "; "),
                    Map.entry("varsigma", "ς"),
                    Map.entry("vartheta", "ϑ"),
                    Map.entry("varpi", "ϖ"),
                    Map.entry("varrho", "ϱ"));

    private static final String WORDS = "exp log sin cos tan tanh max min softmax";

    private final String tex;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private PlainFormula(String tex) {
        this.tex = tex;
    }

    static String of(String tex) {
        PlainFormula plain = new PlainFormula(tex);
        plain.all();
        return Normalizer.normalize(plain.out, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .replaceAll(" ([,;])", "$1")
                .strip();
    }

    private void all() {
        while (at < tex.length()) {
            char c = tex.charAt(at++);
            switch (c) {
                case '\\' -> command();
                case '{', '}', '^', '_', '$' -> {}
                case '&' -> out.append(", ");
                case '-' -> out.append('−');
                case '=', '+' -> out.append(' ').append(c).append(' ');
                default -> out.append(c);
            }
        }
    }

    private void command() {
        int from = at;
        while (at < tex.length() && Character.isLetter(tex.charAt(at))) {
            at++;
        }
        if (at == from) {
            String sign = at < tex.length() ? tex.substring(at, ++at) : "";
            out.append(SIGNS.getOrDefault(sign, sign.matches("[{}%#&_$]") ? sign : " "));
            return;
        }
        String name = tex.substring(from, at);
        at += at < tex.length() && tex.charAt(at) == ' ' ? 1 : 0;
        switch (name) {
            case "frac", "tfrac", "dfrac" -> fraction();
            case "hat" -> out.append(of(braced())).append('\u0302');
            case "left", "right" -> at += at < tex.length() && tex.charAt(at) == '.' ? 1 : 0;
            case "begin", "end" -> {
                braced();
                out.append(name.equals("begin") ? "[" : "]");
            }
            default -> out.append(SIGNS.getOrDefault(name, word(name)));
        }
    }

    /// The letter of `alpha` and of `varphi`, the word `exp`; nothing for other commands.
    private static String word(String command) {
        return Greek.named(command.replaceFirst("^var", ""))
                .map(Character::toString)
                .orElse(WORDS.contains(command) ? command : "");
    }

    private void fraction() {
        String above = of(braced());
        String below = of(braced());
        out.append(closed(above)).append('/').append(closed(below));
    }

    private static String closed(String part) {
        return part.contains(" ") ? "(" + part + ")" : part;
    }

    /// What stands between the next braces; a single sign if there are none.
    private String braced() {
        if (at >= tex.length() || tex.charAt(at) != '{') {
            return at < tex.length() ? tex.substring(at, ++at) : "";
        }
        int from = ++at;
        for (int depth = 1; at < tex.length() && depth > 0; at++) {
            depth += tex.charAt(at) == '{' ? 1 : tex.charAt(at) == '}' ? -1 : 0;
        }
        return tex.substring(from, Math.max(from, at - 1));
    }
}
