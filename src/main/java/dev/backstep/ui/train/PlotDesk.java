package dev.backstep.ui.train;

import dev.backstep.export.Figure;
import dev.backstep.paint.Theme;
import dev.backstep.ui.files.PlotFiles;
import dev.backstep.ui.kit.LivePictures;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseEvent;

/// Shows views of the run large, and takes them out of the window as they look in it.
final class PlotDesk {

    private final PlotOverlay overlay;
    private final PlotFiles files;
    private final LivePictures live;
    private Theme theme = Theme.LIGHT;
    private Optional<MistakeNotice> mistake = Optional.empty();

    /// @param live paints the views while the run plays
    PlotDesk(PlotOverlay overlay, PlotFiles files, LivePictures live) {
        this.overlay = overlay;
        this.files = files;
        this.live = live;
    }

    /// @param now the theme of the window
    /// @param notice what every view that leaves the window says, if anything
    void show(Theme now, Optional<MistakeNotice> notice) {
        theme = now;
        mistake = notice;
    }

    private Figure noted(Figure plot) {
        return mistake.map(m -> plot.noting(Texts.of(m.what()), Texts.of(m.effect()))).orElse(plot);
    }

    LivePictures live() {
        return live;
    }

    /// Shows a view large, or puts it back if it is.
    void enlarge(PlotPanel panel) {
        if (overlay.isOpen(panel)) {
            overlay.close();
        } else {
            overlay.open(panel);
        }
    }

    void export(Figure plot) {
        files.export(noted(plot), theme);
    }

    void copy(Figure plot) {
        files.copy(noted(plot), theme);
    }

    /// Offers all of that in a context menu.
    ///
    /// @param plot what is shown by then, if anything is
    /// @param enlarge nothing if it cannot be
    void offer(Node picture, Supplier<Optional<Figure>> plot, Optional<Runnable> enlarge) {
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
