package dev.backstep.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.session.ThemeChoice;
import dev.backstep.ui.kit.ThemeColors;
import dev.backstep.ui.kit.Typefaces;
import java.util.Map;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.scene.Scene;

/// The colours of the window: those chosen, or those of the system, followed when it changes.
final class ThemeStyles {

    private static final String STYLE =
            Objects.requireNonNull(ThemeStyles.class.getResource("backstep.css")).toExternalForm();

    private final Scene scene;
    private ThemeChoice choice = ThemeChoice.SYSTEM;
    private Theme theme;
    private final MapChangeListener<String, Object> follow;

    /// @param changed called when the system has changed its colours
    ThemeStyles(Scene scene, Runnable changed) {
        this.scene = scene;
        Typefaces.loaded().join();
        this.theme = theme(choice);
        this.follow =
                _ -> {
                    if (choice == ThemeChoice.SYSTEM) {
                        changed.run();
                    }
                };
        Platform.getPreferences().addListener(follow);
        dress();
    }

    /// Follows the system no more, which would keep the window for as long as the program runs.
    void close() {
        Platform.getPreferences().removeListener(follow);
    }

    Scene scene() {
        return scene;
    }

    Theme theme() {
        return theme;
    }

    void choose(ThemeChoice wanted) {
        choice = wanted;
        Theme now = theme(choice);
        if (now != theme) {
            theme = now;
            dress();
        }
    }

    /// The theme that a choice comes to on this system.
    static Theme theme(ThemeChoice choice) {
        return switch (choice) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case CONTRAST -> Theme.CONTRAST;
            case SYSTEM ->
                    wantsContrast(Platform.getPreferences())
                            ? Theme.CONTRAST
                            : Platform.getPreferences().getColorScheme() == ColorScheme.DARK
                                    ? Theme.DARK
                                    : Theme.LIGHT;
        };
    }

    /// Whether the system is set to high contrast: Windows says so, GTK has themes of that name.
    static boolean wantsContrast(Map<String, Object> preferences) {
        return Boolean.TRUE.equals(preferences.get("Windows.SPI.HighContrast"))
                || String.valueOf(preferences.get("GTK.theme_name")).contains("HighContrast");
    }

    /// Puts the controls' base theme in place, which the first control would otherwise look for and
    /// load another. Called before there is any control.
    static void base(ThemeChoice choice) {
        base(theme(choice));
    }

    private static void base(Theme theme) {
        String sheet =
                theme.isDark()
                        ? new PrimerDark().getUserAgentStylesheetBSS()
                        : new PrimerLight().getUserAgentStylesheetBSS();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
    }

    private void dress() {
        base(theme);
        scene.getStylesheets().setAll(ThemeColors.stylesheet(theme), STYLE);
        scene.setFill(ThemeColors.color(theme, ColorRole.PANEL));
    }
}
