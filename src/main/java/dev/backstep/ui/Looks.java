package dev.backstep.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.backstep.paint.Theme;
import dev.backstep.session.ThemeChoice;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/// The colours of the window: those chosen, or those of the system, followed when it changes.
final class Looks {

    private static final String STYLE =
            Objects.requireNonNull(Looks.class.getResource("backstep.css")).toExternalForm();

    private final Scene scene;
    private ThemeChoice choice = ThemeChoice.SYSTEM;
    private Theme theme;

    /// @param changed called when the system has changed its colours
    Looks(Scene scene, Runnable changed) {
        this.scene = scene;
        this.theme = resolved();
        Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> {
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
                Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
        };
    }

    private void dress() {
        boolean dark = theme == Theme.DARK;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheetBSS() : new PrimerLight().getUserAgentStylesheetBSS());
        scene.getStylesheets().setAll(Tokens.stylesheet(theme), STYLE);
        scene.setFill(Tokens.color(theme, dev.backstep.paint.Ink.PANEL));
    }
}
