package dev.backstep.ui.files;

import dev.backstep.paint.Theme;
import dev.backstep.ui.kit.Texts;
import java.util.Locale;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The themes in words.
final class ThemeNames extends StringConverter<Theme> {

    @Override
    public String toString(@Nullable Theme theme) {
        return theme == null ? "" : Texts.of("theme." + theme.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public @Nullable Theme fromString(String text) {
        return null;
    }
}
