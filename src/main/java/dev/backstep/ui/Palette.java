package dev.backstep.ui;

import dev.backstep.session.State;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All commands, found by typing part of their name.
final class Palette extends StackPane {

    private final TextField search = new TextField();
    private final ListView<Command> found = new ListView<>();
    private final List<Command> commands;
    private final Supplier<State> state;
    private final Runnable closed;

    Palette(List<Command> commands, Supplier<State> state, Runnable closed) {
        this.commands = commands;
        this.state = state;
        this.closed = closed;
        VBox box = new VBox(search, found);
        box.getStyleClass().add("palette");
        box.setMaxSize(520, 380);
        search.setPromptText(Texts.of("palette.prompt"));
        search.setAccessibleText(Texts.of("palette.prompt"));
        found.setAccessibleText(Texts.of("command.palette"));
        search.textProperty().addListener((_, _, text) -> find(text));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        found.setFocusTraversable(false);
        found.focusedProperty().addListener((_, _, _) -> search.requestFocus());
        found.setPlaceholder(nothing());
        found.setCellFactory(_ -> new Cell());
        found.setOnMouseClicked(_ -> run());
        setAlignment(box, Pos.TOP_CENTER);
        setStyle("-fx-padding: 90 0 0 0;");
        setOnMousePressed(
                e -> {
                    if (e.getTarget() == this) {
                        close();
                    }
                });
        getChildren().add(box);
        setVisible(false);
    }

    void open() {
        setVisible(true);
        search.clear();
        find("");
        search.requestFocus();
    }

    private void close() {
        setVisible(false);
        closed.run();
    }

    private void find(String text) {
        String wanted = text.strip().toLowerCase(Locale.getDefault());
        found.setItems(
                FXCollections.observableList(
                        commands.stream()
                                .filter(c -> c.possible().test(state.get()))
                                .filter(
                                        c ->
                                                c.name()
                                                        .toLowerCase(Locale.getDefault())
                                                        .contains(wanted))
                                .toList()));
        found.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent e) {
        int at = found.getSelectionModel().getSelectedIndex();
        if (e.getCode() == KeyCode.ESCAPE) {
            close();
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

    /// Where nothing is found, there is nothing to run: the field waits for another word.
    private void run() {
        Command chosen = found.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            chosen.run().run();
        }
    }

    private static Label nothing() {
        Label nothing = new Label(Texts.of("palette.none"));
        nothing.getStyleClass().add("hint");
        return nothing;
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
