package dev.backstep.session;

/// What a person has set once and for all: remembered, never undone, the same for every document.
///
/// @param digits significant digits of a number, 1 to 17
/// @param motion whether values slide along their edges
/// @param textSize of the whole interface, as a multiple of its usual size, [#SMALLEST] to
///   [#LARGEST]
/// @param literals whether a number written inside a formula has a card of its own
public record Preferences(
        LanguageChoice language,
        ThemeChoice theme,
        int digits,
        boolean motion,
        double textSize,
        boolean literals) {

    public static final double SMALLEST = 0.8;
    public static final double LARGEST = 2;

    /// How much one step makes the text larger.
    public static final double TEXT_STEP = 0.1;

    public static final Preferences START =
            new Preferences(LanguageChoice.SYSTEM, ThemeChoice.SYSTEM, 4, true, 1, false);

    public Preferences {
        digits = Math.clamp(digits, 1, 17);
        textSize = Double.isFinite(textSize) ? Math.clamp(textSize, SMALLEST, LARGEST) : 1;
    }

    public Preferences withLanguage(LanguageChoice changed) {
        return new Preferences(changed, theme, digits, motion, textSize, literals);
    }

    public Preferences withTheme(ThemeChoice changed) {
        return new Preferences(language, changed, digits, motion, textSize, literals);
    }

    public Preferences withDigits(int changed) {
        return new Preferences(language, theme, changed, motion, textSize, literals);
    }

    public Preferences withMotion(boolean changed) {
        return new Preferences(language, theme, digits, changed, textSize, literals);
    }

    public Preferences withTextSize(double changed) {
        return new Preferences(language, theme, digits, motion, changed, literals);
    }

    /// With text larger by some steps, or smaller by as many below 0.
    public Preferences enlarged(int steps) {
        return withTextSize(stepped(textSize + steps * TEXT_STEP));
    }

    /// The nearest size that steps lead to.
    public static double stepped(double size) {
        return Math.round(size / TEXT_STEP) / (1 / TEXT_STEP);
    }

    public Preferences withLiterals(boolean changed) {
        return new Preferences(language, theme, digits, motion, textSize, changed);
    }
}
