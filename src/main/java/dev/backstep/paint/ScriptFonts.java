package dev.backstep.paint;

import java.awt.Font;
import java.util.List;

/// The fonts that come with the program for letters that [Fonts] lack: one for Chinese, Japanese
/// and Korean; one for Armenian, Hebrew, Arabic, Georgian and rare Cyrillic.
public final class ScriptFonts {

    private static final List<String> RESOURCES =
            List.of("/dev/backstep/fonts/Han.ttf", "/dev/backstep/fonts/Letters.ttf");

    private ScriptFonts() {}

    /// Lends them to AWT and JavaFX, for all that this process draws. To be called before either of
    /// them looks for a font.
    public static void lend() {
        Lent.once();
    }

    private static final class Lent {

        static {
            Fontconfig.add(RESOURCES.stream().map(FontFiles::path).toList());
        }

        static void once() {}
    }

    static List<Font> fonts() {
        return Loaded.FONTS;
    }

    /// Loaded when one is first needed: they are large.
    private static final class Loaded {

        static final List<Font> FONTS =
                RESOURCES.stream().map(r -> FontFiles.font(r).deriveFont(12f)).toList();
    }
}
