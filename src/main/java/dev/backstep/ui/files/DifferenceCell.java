package dev.backstep.ui.files;

import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A line of a [LineDifference]: marked − if only the file has it, + if only the window has it.
final class DifferenceCell extends ListCell<LineDifference.Line> {

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
                show(
                        "−  " + line.text(),
                        Texts.of(Message.of("file.difference.file").with("line", line.text())));
                getStyleClass().add("only-file");
            }
            case WINDOW -> {
                show(
                        "+  " + line.text(),
                        Texts.of(Message.of("file.difference.window").with("line", line.text())));
                getStyleClass().add("only-window");
            }
        }
    }

    private void show(String text, String spoken) {
        setText(text);
        setAccessibleText(spoken);
    }
}
