package dev.backstep.lang;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Translates formulas of LaTeX, as far as they have operands that this language has.
final class Latex {

    private static final String LETTERS =
            "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω cdot * times * ast * div / odot ⊙ circ ⊙ top ᵀ intercal ᵀ ell l prime '";

    /// Commands that only change the looks of what follows.
    private static final Set<String> LOOKS =
            Set.of(
                    ("mathbf mathrm mathit boldsymbol bm text mathcal operatorname bar tilde vec "
                                    + "overline left right quad qquad displaystyle , ; ! : big Big")
                            .split(" "));

    private static final Map<String, String> SIGNS = new HashMap<>();

    static {
        String[] pairs = LETTERS.split(" ");
        for (int i = 0; i < pairs.length; i += 2) {
            SIGNS.put(pairs[i], pairs[i + 1]);
        }
    }

    private static final int DEEPEST = 30;

    private final String text;
    private int at;
    private int depth;

    private Latex(String text) {
        this.text = text;
    }

    /// The same formula in this language, which still may not parse; nothing for what is unknown.
    static Optional<String> translated(String formula) {
        try {
            Latex latex = new Latex(formula.replace("$", ""));
            return Optional.of(latex.upTo('\0').strip());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What stands up to a brace that closes, or the end.
    private String upTo(char close) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("nested too deep");
        }
        StringBuilder out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != close) {
            out.append(piece());
        }
        at++;
        depth--;
        return out.toString();
    }

    private String piece() {
        char c = text.charAt(at++);
        return switch (c) {
            case '\\' -> command();
            case '{' -> bracketed(upTo('}'));
            case '}' -> throw new IllegalArgumentException("a brace too many");
            case '&' -> ", ";
            case '^' -> power(argument());
            case '_' -> "_" + argument();
            default -> Character.toString(c);
        };
    }

    private static String power(String exponent) {
        boolean turned = exponent.equals("T") || exponent.equals("ᵀ");
        return turned ? "'" : "^" + bracketed(exponent);
    }

    private String command() {
        String name = word();
        String sign = SIGNS.get(name);
        if (sign != null) {
            return sign;
        }
        if (name.equals("\\")) {
            return "; ";
        }
        if (LOOKS.contains(name)) {
            return name.equals("operatorname") || name.startsWith("math") ? argument() : "";
        }
        return switch (name) {
            case "frac", "dfrac", "tfrac" -> bracketed(argument()) + "/" + bracketed(argument());
            case "sqrt" -> "sqrt(" + argument() + ")";
            case "hat", "widehat" -> argument() + "hat";
            case "begin", "end" -> {
                boolean matrix = argument().endsWith("matrix");
                if (!matrix) {
                    throw new IllegalArgumentException("no matrix");
                }
                yield name.equals("begin") ? "[" : "]";
            }
            default -> function(name);
        };
    }

    private String function(String name) {
        if (FunctionTable.find(name).isEmpty()) {
            throw new IllegalArgumentException(name);
        }
        skip();
        if (text.startsWith("\\left", at)) {
            at += 5;
        }
        boolean bracket = at < text.length() && text.charAt(at) == '(';
        boolean power = at < text.length() && text.charAt(at) == '^';
        if (power) {
            at++;
            String exponent = power(argument());
            return function(name) + exponent;
        }
        return bracket ? name : name + "(" + argument() + ")";
    }

    /// A group in braces without them, or one sign, number or command.
    private String argument() {
        skip();
        if (at >= text.length()) {
            throw new IllegalArgumentException("something is missing");
        }
        if (text.charAt(at) == '{') {
            at++;
            return upTo('}').strip();
        }
        if (text.charAt(at) == '\\') {
            at++;
            return command();
        }
        return Character.toString(text.charAt(at++));
    }

    private String word() {
        int from = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        at = Math.min(text.length(), at == from ? from + 1 : at);
        return text.substring(from, at);
    }

    private void skip() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private static String bracketed(String part) {
        boolean one = part.strip().codePoints().allMatch(Spelling::isInName);
        return one ? part.strip() : "(" + part.strip() + ")";
    }
}
