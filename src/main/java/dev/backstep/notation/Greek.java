package dev.backstep.notation;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Greek letters as TeX commands, since a formula font is not asked for letters it may not have.
public final class Greek {

    private static final String LETTERS = "αβγδεζηθικλμνξοπρστυφχψω";
    private static final String[] NAMES =
            ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau"
                            + " upsilon phi chi psi omega")
                    .split(" ");
    private static final String CAPITALS =
            " gamma delta theta lambda xi pi sigma upsilon phi psi omega ";
    private static final String LOOKALIKES = "AB.." + "EZH." + "IK.M" + "N.O." + "P.T." + ".X..";

    private static final Map<Integer, String> COMMANDS = commands();

    private Greek() {}

    /// `\alpha ` of `α`; nothing for a letter with an accent and for those of other scripts.
    public static Optional<String> letter(int codePoint) {
        return Optional.ofNullable(COMMANDS.get(codePoint));
    }

    /// `\alpha` of `alpha`, `\Gamma` of `Gamma`.
    static Optional<String> spelled(String word) {
        return named(word).flatMap(Greek::letter);
    }

    /// `α` of `alpha`, `Γ` of `Gamma`.
    public static Optional<Integer> named(String word) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(word)) {
                return Optional.of((int) LETTERS.charAt(i));
            }
            if (capitalised(NAMES[i]).equals(word)) {
                return Optional.of((int) Character.toUpperCase(LETTERS.charAt(i)));
            }
        }
        return Optional.empty();
    }

    /// `alpha` of `α`, `Gamma` of `Γ`, `sigma` of `ς`; nothing for letters of other scripts.
    public static Optional<String> word(int codePoint) {
        String one = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
        String small = one.toLowerCase(Locale.ROOT).replace('ς', 'σ');
        int at = small.length() == 1 ? LETTERS.indexOf(small) : -1;
        return at < 0
                ? Optional.empty()
                : Optional.of(
                        Character.isUpperCase(one.charAt(0)) ? capitalised(NAMES[at]) : NAMES[at]);
    }

    private static Map<Integer, String> commands() {
        Map<Integer, String> out = new HashMap<>();
        for (int i = 0; i < NAMES.length; i++) {
            char small = LETTERS.charAt(i);
            String name = NAMES[i];
            out.put((int) small, "\\" + name + " ");
            boolean hasCapital = CAPITALS.contains(" " + name + " ");
            out.put(
                    (int) Character.toUpperCase(small),
                    hasCapital
                            ? "\\" + capitalised(name) + " "
                            : "\\mathrm{" + LOOKALIKES.charAt(i) + "}");
        }
        out.put((int) 'ε', "\\varepsilon ");
        out.put((int) 'φ', "\\varphi ");
        out.put((int) 'ο', "o");
        out.put((int) 'ς', "\\varsigma ");
        out.put((int) 'ϑ', "\\vartheta ");
        out.put((int) 'ϕ', "\\phi ");
        out.put((int) 'ϖ', "\\varpi ");
        out.put((int) 'ϱ', "\\varrho ");
        out.put((int) 'ϵ', "\\epsilon ");
        return out;
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
