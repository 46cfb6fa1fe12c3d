package dev.backstep.ui;

import dev.backstep.session.State;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// The controls of `palette.fxml`: a field, and the commands whose names contain its text.
@NullUnmarked // the fields are filled by the loader of the file
final class PaletteController {

    private final List<Command> commands;
    private final Supplier<State> state;
    private final Runnable close;

    @FXML private TextField search;
    @FXML private ListView<Command> found;

    /// @param close hides the palette
    PaletteController(List<Command> commands, Supplier<State> state, Runnable close) {
        this.commands = commands;
        this.state = state;
        this.close = close;
    }

    @FXML
    private void initialize() {
        search.textProperty().addListener((_, _, text) -> find(text));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        found.focusedProperty().addListener((_, _, _) -> search.requestFocus());
        found.setCellFactory(_ -> new Cell());
        found.setOnMouseClicked(_ -> run());
    }

    /// Offers all commands that can be run now.
    void start() {
        search.clear();
        find("");
        search.requestFocus();
    }

    private void find(String text) {
        String wanted = text.strip().toLowerCase(Locale.getDefault());
        found.setItems(
                FXCollections.observableList(
                        commands.stream()
                                .filter(c -> c.possible().test(state.get()))
                                .filter(c -> contains(c.name(), wanted))
                                .toList()));
        found.getSelectionModel().selectFirst();
    }

    private static boolean contains(String name, String wanted) {
        return name.toLowerCase(Locale.getDefault()).contains(wanted);
    }

    private void key(KeyEvent e) {
        int at = found.getSelectionModel().getSelectedIndex();
        if (e.getCode() == KeyCode.ESCAPE) {
            close.run();
        } else if (e.getCode() == KeyCode.ENTER) {
            run();
        } else if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) {
            int to = at + (e.getCode() == KeyCode.DOWN ? 1 : -1);
            found.getSelectionModel()
                    .select(Math.clamp(to, 0, Math.max(0, found.getItems().size() - 1)));
            found.scrollTo(found.getSelectionModel().getSelectedIndex());
        } else {
            return;
        }
        e.consume();
    }

    /// If nothing is found, there is nothing to run: the field waits for another word.
    private void run() {
        Command chosen = found.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.run().run();
        }
    }

    private static final class Cell extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            setText(null);
            if (empty || command == null) {
                setGraphic(null);
                return;
            }
            Label keys = new Label(command.keys().map(k -> k.shown().getDisplayText()).orElse(""));
            keys.getStyleClass().addAll("muted", "mono");
            setAccessibleText(command.name());
            setGraphic(new BorderPane(null, null, keys, null, new Label(command.name())));
        }
    }
}
