package dev.backstep.paint;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The fonts that come with the program: Inter for words, JetBrains Mono for numbers.
public enum Fonts {
    WORDS("Inter-Regular.otf"),
    WORDS_BOLD("Inter-SemiBold.otf"),
    NUMBERS("JetBrainsMono-Medium.ttf"),
    NUMBERS_BOLD("JetBrainsMono-Bold.ttf");

    private final Font font;

    Fonts(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("/dev/backstep/fonts/" + file)) {
            font = Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(file, e);
        }
    }

    public Font at(double size) {
        return font.deriveFont((float) size);
    }
}
