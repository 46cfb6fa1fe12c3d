package dev.backstep.ui.kit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The icons of the window.
public final class Icons {

    private Icons() {}

    /// Has their font read, which the first of them would wait for. On any thread.
    public static void load() {
        of(Feather.PLAY);
    }

    public static FontIcon of(Feather icon) {
        return new FontIcon(icon);
    }

    /// A button of an icon alone, whose name is read aloud and is its tip.
    ///
    /// @param name the key of its name
    public static Button button(Feather icon, String name, String... styles) {
        return named(new Button(), icon, name, styles);
    }

    /// The same, of a kind that stays pressed.
    public static ToggleButton toggle(Feather icon, String name, String... styles) {
        return named(new ToggleButton(), icon, name, styles);
    }

    private static <B extends ButtonBase> B named(
            B button, Feather icon, String name, String... styles) {
        button.setGraphic(of(icon));
        button.getStyleClass().addAll(styles);
        button.setAccessibleText(Texts.of(name));
        Tips.text(button, name);
        return button;
    }

    /// That of the program, in the sizes that systems show beside a window and in their bars.
    public static List<Image> ofProgram() {
        return Stream.of(16, 32, 48, 128)
                .map(side -> "/dev/backstep/icon/backstep-" + side + ".png")
                .map(file -> Objects.requireNonNull(Icons.class.getResource(file), file))
                .map(file -> new Image(file.toExternalForm()))
                .toList();
    }
}
