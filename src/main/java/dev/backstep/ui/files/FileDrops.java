package dev.backstep.ui.files;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes files that are dropped on the window.
final class FileDrops {

    private FileDrops() {}

    /// Has a file that is dropped on `target` opened.
    static void accept(Node target, Consumer<Path> open) {
        target.addEventFilter(
                DragEvent.DRAG_OVER,
                e -> {
                    if (dropped(e).isPresent()) {
                        e.acceptTransferModes(TransferMode.COPY);
                        e.consume();
                    }
                });
        target.addEventFilter(
                DragEvent.DRAG_DROPPED,
                e -> {
                    Optional<Path> file = dropped(e);
                    // a dialog must not keep the drag from its end
                    file.ifPresent(f -> Platform.runLater(() -> open.accept(f)));
                    if (file.isPresent()) {
                        e.setDropCompleted(true);
                        e.consume();
                    }
                });
    }

    private static Optional<Path> dropped(DragEvent e) {
        return e.getDragboard().hasFiles()
                ? e.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .filter(Files::exists)
                        .findFirst()
                : Optional.empty();
    }
}
