package dev.backstep.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;

/// Static panes of stock controls, written in FXML beside the controllers that fill them.
///
/// Only for panes that are made when they are first needed: reading FXML costs some ten
/// milliseconds, which the first picture must not wait for.
public final class Fxml {

    private Fxml() {}

    /// The pane that the file `name` describes, wired to `controller`.
    ///
    /// @param controller made by whoever asks, so that it gets what it needs by its constructor;
    ///   the file stands beside its class and names no controller itself
    /// @throws UncheckedIOException if the file is not there or is no FXML: a mistake of the
    ///   program, not of its user
    public static <T> T load(String name, Object controller) {
        URL file = Objects.requireNonNull(controller.getClass().getResource(name), name);
        FXMLLoader loader = new FXMLLoader(file, Texts.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
