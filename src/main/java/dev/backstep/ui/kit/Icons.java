package dev.backstep.ui.kit;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The icons of the window.
public final class Icons {

    private Icons() {}

    public static FontIcon of(Feather icon) {
        return new FontIcon(icon);
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
