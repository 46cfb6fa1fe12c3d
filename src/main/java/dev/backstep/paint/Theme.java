package dev.backstep.paint;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// The colours of a picture, by role. Each theme is one file of tokens; nothing else names a
/// colour.
public enum Theme {
    LIGHT,
    DARK,
    /// light on black, every text at least 7 : 1 against what is behind it: for those who see
    /// little, and for bad projectors
    CONTRAST,
    /// black on white, told apart by strokes: for handouts
    PRINT;

    private final Map<ColorRole, Color> colors = new EnumMap<>(ColorRole.class);
    private final List<Color> classes;

    Theme() {
        String file = name().toLowerCase(Locale.ROOT) + ".properties";
        Properties tokens = new Properties();
        try (InputStream in = Theme.class.getResourceAsStream(file)) {
            tokens.load(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (ColorRole ink : ColorRole.values()) {
            String token = ink.name().toLowerCase(Locale.ROOT);
            colors.put(ink, Color.decode("#" + required(tokens, token)));
        }
        classes =
                Arrays.stream(required(tokens, "classes").split(" ", -1))
                        .map(c -> Color.decode("#" + c))
                        .toList();
    }

    private static String required(Properties tokens, String token) {
        return Objects.requireNonNull(tokens.getProperty(token), token);
    }

    /// The hue of the k-th class of many, from 0; the hues begin again after the tenth.
    public Color classColor(int k) {
        return classes.get(Math.floorMod(k, classes.size()));
    }

    /// Whether it is light on dark.
    public boolean isDark() {
        return this == DARK || this == CONTRAST;
    }

    public Color color(ColorRole ink) {
        return Objects.requireNonNull(colors.get(ink));
    }

    /// A colour of this theme, let through: 0 is invisible, 1 is solid.
    public Color color(ColorRole ink, double opacity) {
        Color c = color(ink);
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), (int) Math.round(255 * opacity));
    }

    /// How much of a colour is let through behind text of that colour, of 255.
    public int tint() {
        return this == CONTRAST ? 0x16 : 0x22;
    }

    /// How much of a faint stroke is let through: in high contrast so much that it still stands out
    /// 3 : 1 from what is behind it.
    public double faint(double opacity) {
        return this == CONTRAST ? Math.max(opacity, 0.6) : opacity;
    }

    /// A solid colour between two: `share` of the first, the rest of the second.
    public Color mixed(ColorRole first, ColorRole second, double share) {
        return mixed(color(first), color(second), share);
    }

    /// The same of two colours of this theme.
    public static Color mixed(Color a, Color b, double share) {
        return new Color(
                mixed(a.getRed(), b.getRed(), share),
                mixed(a.getGreen(), b.getGreen(), share),
                mixed(a.getBlue(), b.getBlue(), share));
    }

    private static int mixed(int a, int b, double share) {
        return (int) Math.round(a * share + b * (1 - share));
    }

    /// `#0072b2`, as style sheets write it.
    public String web(ColorRole ink) {
        return String.format(Locale.ROOT, "#%06x", color(ink).getRGB() & 0xFFFFFF);
    }
}
