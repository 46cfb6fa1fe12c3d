package dev.backstep.ui;

import dev.backstep.session.State;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// The controls of `palette.fxml`: a field, and the commands whose names, or that of whose menu,
/// contain its text.
@NullUnmarked // the fields are filled by the loader of the file
final class PaletteController {

    /// A command, and the menu that it is in.
    private record Entry(String menu, Command command) {}

    private final List<Entry> entries;
    private final Supplier<State> state;
    private final Runnable close;

    @FXML private TextField search;
    @FXML private ListView<Entry> found;

    /// @param close hides the palette
    PaletteController(List<Commands.MenuGroup> groups, Supplier<State> state, Runnable close) {
        this.entries =
                groups.stream()
                        .flatMap(
                                g ->
                                        g.commands().stream()
                                                .map(c -> new Entry(Texts.of(g.text()), c)))
                        .toList();
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
        List<Entry> possible =
                entries.stream().filter(e -> e.command().possible().test(state.get())).toList();
        List<Entry> named = where(possible, e -> contains(e.command().name(), wanted));
        List<Entry> others = where(possible, e -> !named.contains(e) && contains(e.menu(), wanted));
        found.setItems(
                FXCollections.observableList(
                        Stream.concat(named.stream(), others.stream()).toList()));
        found.getSelectionModel().selectFirst();
    }

    private static List<Entry> where(List<Entry> all, Predicate<Entry> wanted) {
        return all.stream().filter(wanted).toList();
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
        Entry chosen = found.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.command().run().run();
        }
    }

    private static final class Cell extends ListCell<Entry> {
        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            Command command = entry.command();
            Label menu = new Label(entry.menu());
            menu.getStyleClass().add("muted");
            HBox name = new HBox(10, new Label(command.name()), menu);
            Label keys = new Label(command.keys().map(k -> k.shown().getDisplayText()).orElse(""));
            keys.getStyleClass().addAll("muted", "mono");
            setAccessibleText(command.name());
            setGraphic(new BorderPane(null, null, keys, null, name));
        }
    }
}
