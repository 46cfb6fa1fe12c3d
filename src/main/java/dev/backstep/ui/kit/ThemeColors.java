package dev.backstep.ui.kit;

import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.paint.Color;

/// The tokens of a theme as looked-up colours of a style sheet: `-paper`, `-ink`, `-value`, …
public final class ThemeColors {

    private static final Map<Theme, Map<ColorRole, Color>> COLORS = new ConcurrentHashMap<>();

    private ThemeColors() {}

    /// The address of a style sheet that defines one looked-up colour a role, and tints of some:
    /// `-value-tint`.
    public static String stylesheet(Theme theme) {
        StringBuilder css = new StringBuilder(".root {\n");
        for (ColorRole ink : ColorRole.values()) {
            css.append("  -").append(ink.name().toLowerCase(Locale.ROOT)).append(": ");
            css.append(theme.web(ink)).append(";\n");
        }
        for (ColorRole ink :
                List.of(
                        ColorRole.VALUE,
                        ColorRole.UPSTREAM,
                        ColorRole.LOCAL,
                        ColorRole.DOWNSTREAM,
                        ColorRole.UPDATE,
                        ColorRole.PROBLEM)) {
            css.append("  -").append(ink.name().toLowerCase(Locale.ROOT)).append("-tint: ");
            css.append(String.format(Locale.ROOT, "%s%02x;\n", theme.web(ink), theme.tint()));
        }
        byte[] bytes = css.append("}\n").toString().getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    public static Color color(Theme theme, ColorRole ink) {
        return COLORS.computeIfAbsent(theme, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(ink, i -> Color.web(theme.web(i)));
    }
}
