package dev.backstep.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.backstep.paint.Theme;
import dev.backstep.session.ThemeChoice;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The colours of the window: those chosen, or those of the system, followed when it changes.
final class Looks {

    private static final String STYLE =
            Objects.requireNonNull(Looks.class.getResource("backstep.css")).toExternalForm();

    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-Medium.otf",
                    "Inter-SemiBold.otf",
                    "Inter-Bold.otf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-Medium.ttf",
                    "JetBrainsMono-Bold.ttf");

    private final Scene scene;
    private ThemeChoice choice = ThemeChoice.SYSTEM;
    private Theme theme;

    /// @param changed called when the system has changed its colours
    Looks(Scene scene, Runnable changed) {
        this.scene = scene;
        loadFonts();
        this.theme = resolved();
        Platform.getPreferences()
                .colorSchemeProperty()
                .addListener(
                        (_, _, _) -> {
                            if (choice == ThemeChoice.SYSTEM) {
                                changed.run();
                            }
                        });
        dress();
    }

    Scene scene() {
        return scene;
    }

    Theme theme() {
        return theme;
    }

    void choose(ThemeChoice wanted) {
        choice = wanted;
        Theme now = resolved();
        if (now != theme) {
            theme = now;
            dress();
        }
    }

    private Theme resolved() {
        return switch (choice) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case SYSTEM ->
                    Platform.getPreferences().getColorScheme() == ColorScheme.DARK
                            ? Theme.DARK
                            : Theme.LIGHT;
        };
    }

    /// Loads what the style sheet names.
    private static void loadFonts() {
        for (String font : FONTS) {
            InputStream in = Looks.class.getResourceAsStream("/dev/backstep/fonts/" + font);
            Font.loadFont(Objects.requireNonNull(in, font), 13);
        }
    }

    private void dress() {
        boolean dark = theme == Theme.DARK;
        Application.setUserAgentStylesheet(
                dark
                        ? new PrimerDark().getUserAgentStylesheetBSS()
                        : new PrimerLight().getUserAgentStylesheetBSS());
        scene.getStylesheets().setAll(Tokens.stylesheet(theme), STYLE);
        scene.setFill(Tokens.color(theme, dev.backstep.paint.Ink.PANEL));
    }
}
