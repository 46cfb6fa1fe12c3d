package dev.backstep.ui.kit;

import dev.backstep.paint.ScriptFonts;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.scene.text.Font;

/// The fonts that the style sheet names, and those for letters that these lack, loaded while the
/// window is built.
public final class Typefaces {

    private static final List<String> FILES =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-Italic.otf",
                    "Inter-Medium.otf",
                    "Inter-SemiBold.otf",
                    "Inter-Bold.otf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-Medium.ttf",
                    "JetBrainsMono-Bold.ttf");

    private static final CompletableFuture<Void> LOADED =
            Background.ahead(
                    () -> {
                        ScriptFonts.lend();
                        FILES.forEach(Typefaces::load);
                        return null;
                    });

    private Typefaces() {}

    /// Begins to load them, where that has not begun. Needs the toolkit.
    public static CompletableFuture<Void> loaded() {
        return LOADED;
    }

    private static void load(String file) {
        InputStream in = Typefaces.class.getResourceAsStream("/dev/backstep/fonts/" + file);
        Font.loadFont(Objects.requireNonNull(in, file), 13);
    }
}
