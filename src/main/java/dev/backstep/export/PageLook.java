package dev.backstep.export;

import dev.backstep.paint.Theme;
import dev.backstep.text.Message;
import java.util.List;

/// How a page for a browser is to look.
///
/// @param title of the page
/// @param light the theme if the system of its reader is light
/// @param dark the theme if it is dark
/// @param legend the name of the output that the legend speaks of; empty for no legend
/// @param conventions such as `relu′(0) = ½`, told below each picture
public record PageLook(
        String title, Theme light, Theme dark, String legend, List<Message> conventions) {

    public PageLook {
        conventions = List.copyOf(conventions);
    }

    /// Without a legend; light or dark as the system of its reader is.
    public static PageLook of(String title) {
        return new PageLook(title, Theme.LIGHT, Theme.DARK, "", List.of());
    }

    /// In one theme, whatever the system of its reader.
    public PageLook with(Theme theme) {
        return new PageLook(title, theme, theme, legend, conventions);
    }

    /// With a legend.
    public PageLook with(String output, List<Message> told) {
        return new PageLook(title, light, dark, output, told);
    }

    /// What it says of itself to the browser, which colours what it draws itself after that.
    String scheme() {
        String bright = scheme(light);
        String dim = scheme(dark);
        return bright.equals(dim) ? bright : bright + " " + dim;
    }

    private static String scheme(Theme theme) {
        return theme.isDark() ? "dark" : "light";
    }
}
