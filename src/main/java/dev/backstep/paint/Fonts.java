package dev.backstep.paint;

import java.awt.Font;

/// The fonts that come with the program: Inter for words, JetBrains Mono for numbers; and for
/// letters that these lack, [ScriptFonts].
public enum Fonts {
    WORDS("Inter-Regular.otf"),
    WORDS_BOLD("Inter-SemiBold.otf"),
    NUMBERS("JetBrainsMono-Medium.ttf"),
    NUMBERS_BOLD("JetBrainsMono-Bold.ttf");

    private final Font font;

    Fonts(String file) {
        font = FontFiles.font("/dev/backstep/fonts/" + file);
    }

    public Font at(double size) {
        return font.deriveFont((float) size);
    }
}
