package dev.backstep.ui.files;

import dev.backstep.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.jspecify.annotations.Nullable;

/// A [LineDifference] as a list: marked − where only the file has a line, + where only the window
/// has it.
final class DifferenceView extends ListView<LineDifference.Line> {

    DifferenceView(String file, String window) {
        getStyleClass().add("difference");
        setAccessibleText(Texts.of("file.difference.of"));
        List<LineDifference.Line> lines = LineDifference.of(file, window);
        getItems().setAll(lines);
        setCellFactory(_ -> new Cell());
        setPrefSize(720, Math.clamp(24.0 * lines.size() + 12, 120, 420));
    }

    private static final class Cell extends ListCell<LineDifference.Line> {

        @Override
        protected void updateItem(LineDifference.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("only-file", "only-window");
            if (empty || line == null) {
                setText(null);
                setAccessibleText(null);
                return;
            }
            switch (line.side()) {
                case BOTH -> show("   " + line.text(), line.text());
                case LEFT_OUT -> show("   …", Texts.of("file.difference.equal"));
                case FILE -> {
                    show("−  " + line.text(), Texts.of("file.difference.file", line.text()));
                    getStyleClass().add("only-file");
                }
                case WINDOW -> {
                    show("+  " + line.text(), Texts.of("file.difference.window", line.text()));
                    getStyleClass().add("only-window");
                }
            }
        }

        private void show(String text, String spoken) {
            setText(text);
            setAccessibleText(spoken);
        }
    }
}
