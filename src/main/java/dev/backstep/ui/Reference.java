package dev.backstep.ui;

import dev.backstep.lang.Manual;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The language and the keys on one page, at the right of the window: the program can be typed
/// while it is open. Typing in its field leaves what fits.
final class Reference extends VBox {

    private static final double WIDTH = 460;
    private static final double CODE = 176;

    private final List<Command> commands;
    private final Runnable closed;
    private final TextField search = new TextField();
    private final VBox page = new VBox();

    /// @param closed gets the focus back
    Reference(List<Command> commands, Runnable closed) {
        this.commands = commands;
        this.closed = closed;
        getStyleClass().add("reference");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        search.setPromptText(Texts.of("reference.search"));
        search.setAccessibleText(Texts.of("reference.search"));
        search.textProperty().addListener((_, _, text) -> find(text));
        HBox.setHgrow(search, Priority.ALWAYS);
        page.getStyleClass().add("reference-page");
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(Texts.of("command.reference"));
        scroll.setFocusTraversable(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label title = new Label(Texts.of("command.reference"));
        title.getStyleClass().add("reference-title");
        title.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(12, title, search, closing());
        bar.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(bar, scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setVisible(false);
    }

    /// Opens it, or closes it where it is open.
    void toggle() {
        if (isVisible()) {
            close();
            return;
        }
        setVisible(true);
        search.clear();
        find("");
        search.requestFocus();
    }

    private void close() {
        setVisible(false);
        page.getChildren().clear();
        closed.run();
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            close();
            e.consume();
        }
    }

    private Button closing() {
        Button close = new Button("", Icons.of(Feather.X));
        close.getStyleClass().addAll("ghost", "icon-only");
        close.setAccessibleText(Texts.of("reference.close"));
        Tips.text(close, "reference.close");
        close.setOnAction(_ -> close());
        return close;
    }

    private void find(String text) {
        String wanted = text.strip().toLowerCase(Locale.getDefault());
        page.getChildren().clear();
        for (Manual.Group group : Manual.Group.values()) {
            section(heading(group), Manual.of(group), wanted);
        }
        List<String> examples = Manual.examples().stream().filter(e -> fits(e, wanted)).toList();
        if (!examples.isEmpty()) {
            page.getChildren().add(heading(Texts.of("reference.examples")));
            examples.forEach(e -> page.getChildren().add(code(e.strip(), "reference-example")));
        }
        section(Texts.of("reference.keys"), keys(), wanted);
        if (page.getChildren().isEmpty()) {
            Label none = new Label(Texts.of("reference.none"));
            none.getStyleClass().add("hint");
            page.getChildren().add(none);
        }
    }

    private List<Manual.Entry> keys() {
        List<Manual.Entry> keys = new ArrayList<>();
        for (Command command : commands) {
            command.keys()
                    .ifPresent(
                            k ->
                                    keys.add(
                                            new Manual.Entry(
                                                    k.shown().getDisplayText(), command.name())));
        }
        return keys;
    }

    private void section(String heading, List<Manual.Entry> entries, String wanted) {
        boolean whole = fits(heading, wanted);
        List<HBox> rows =
                entries.stream()
                        .filter(e -> whole || fits(e.code(), wanted) || fits(e.meaning(), wanted))
                        .map(Reference::row)
                        .toList();
        if (!rows.isEmpty()) {
            page.getChildren().add(heading(heading));
            page.getChildren().addAll(rows);
        }
    }

    private static boolean fits(String text, String wanted) {
        return text.toLowerCase(Locale.getDefault()).contains(wanted);
    }

    private static HBox row(Manual.Entry entry) {
        Label code = code(entry.code(), "reference-code");
        code.setMinWidth(CODE);
        code.setMaxWidth(CODE);
        Label meaning = new Label(entry.meaning());
        meaning.getStyleClass().add("reference-meaning");
        meaning.setWrapText(true);
        meaning.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(meaning, Priority.ALWAYS);
        return new HBox(10, code, meaning);
    }

    private static Label code(String text, String style) {
        Label code = new Label(text);
        code.getStyleClass().add(style);
        code.setWrapText(true);
        code.setMinHeight(Region.USE_PREF_SIZE);
        code.setMaxWidth(Double.MAX_VALUE);
        return code;
    }

    private static Label heading(String text) {
        Label heading = new Label(text.toUpperCase(Locale.getDefault()));
        heading.getStyleClass().add("heading");
        return heading;
    }

    private static String heading(Manual.Group group) {
        return Texts.of(
                switch (group) {
                    case STATEMENTS -> "reference.statements";
                    case OPERATORS -> "reference.operators";
                    case ELEMENTS -> "reference.elements";
                    case PAIRS -> "reference.pairs";
                    case REDUCTIONS -> "reference.reductions";
                    case MATRICES -> "reference.matrices";
                    case COLUMNS -> "reference.columns";
                    case LOSSES -> "reference.losses";
                    case INITIALISERS -> "reference.initialisers";
                    case NETS -> "reference.nets";
                    case DATA -> "reference.data";
                    case TRAINING -> "reference.training";
                });
    }
}
