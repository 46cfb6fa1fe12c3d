package dev.backstep.ui.train;

import dev.backstep.export.TrainingPlot;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseEvent;

/// What can be done with a picture of the run, beside looking at it.
interface PlotActions {

    /// Shows it over the network, until Escape.
    void enlarge(PlotPanel panel);

    /// Asks how it is to look, and writes it to a file.
    void export(TrainingPlot plot);

    /// Puts it on the clipboard.
    void copy(TrainingPlot plot);

    /// Offers all of that in a context menu.
    ///
    /// @param plot what is shown by then, if anything is
    /// @param enlarge nothing if it is large already
    default void offer(
            Node picture, Supplier<Optional<TrainingPlot>> plot, Optional<Runnable> enlarge) {
        ContextMenu menu = new ContextMenu();
        enlarge.ifPresent(e -> menu.getItems().add(item("view.enlarge", e)));
        menu.getItems()
                .addAll(
                        item("view.export", () -> plot.get().ifPresent(this::export)),
                        item("view.copy", () -> plot.get().ifPresent(this::copy)));
        picture.setOnContextMenuRequested(
                e -> {
                    menu.show(picture, e.getScreenX(), e.getScreenY());
                    e.consume();
                });
        picture.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> menu.hide());
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(Texts.of(text));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
