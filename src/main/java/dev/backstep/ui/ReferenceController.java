package dev.backstep.ui;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.lang.Manual;
import dev.backstep.text.Message;
import dev.backstep.ui.glossary.TermLinks;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.NullUnmarked;

/// The controls of `reference.fxml`: a field, and the rows of the manual that contain its text.
@NullUnmarked // the fields are filled by the loader of the file
final class ReferenceController {

    private static final double CODE = 176;

    private final List<Command> commands;
    private final Runnable closing;

    @FXML private Label title;
    @FXML private TextField search;
    @FXML private Button close;
    @FXML private VBox page;

    /// @param closing hides the reference
    ReferenceController(List<Command> commands, Runnable closing) {
        this.commands = commands;
        this.closing = closing;
    }

    @FXML
    private void initialize() {
        search.textProperty().addListener((_, _, text) -> find(text));
        close.setOnAction(_ -> closing.run());
        Tips.text(close, "reference.close");
    }

    /// Shows all rows.
    void start() {
        title.setText(Texts.of("command.reference"));
        search.clear();
        find("");
        search.requestFocus();
    }

    /// Lets the rows go: a hidden page costs nothing.
    void end() {
        page.getChildren().clear();
    }

    private void find(String text) {
        String wanted = text.strip().toLowerCase(Locale.getDefault());
        page.getChildren().clear();
        for (Manual.Chapter group : Manual.Chapter.values()) {
            section(heading(group), Manual.of(group), wanted);
        }
        List<String> examples = Manual.examples().stream().filter(e -> fits(e, wanted)).toList();
        if (!examples.isEmpty()) {
            page.getChildren().add(heading(Texts.of("reference.examples")));
            examples.forEach(e -> page.getChildren().add(code(e.strip(), "reference-example")));
        }
        section(Texts.of("reference.keys"), keys(), wanted);
        glossary(wanted);
        if (page.getChildren().isEmpty()) {
            Label none = new Label(Texts.of("reference.none"));
            none.getStyleClass().add("hint");
            page.getChildren().add(none);
        }
    }

    /// Shows the glossary alone, until something is searched for; first what is `seen` elsewhere in
    /// the window.
    void startGlossary(List<GlossaryTerm> seen) {
        start();
        title.setText(Texts.of("reference.glossary"));
        page.getChildren().clear();
        glossary(Texts.of("reference.glossary.seen"), seen, "");
        glossary("");
    }

    private void glossary(String wanted) {
        glossary(Texts.of("reference.glossary"), List.of(GlossaryTerm.values()), wanted);
    }

    private void glossary(String heading, List<GlossaryTerm> terms, String wanted) {
        List<Manual.Entry> entries =
                terms.stream()
                        .map(t -> new Manual.Entry(Texts.of(t.title()), t.meaning()))
                        .sorted(Comparator.comparing(Manual.Entry::code, Collator.getInstance()))
                        .toList();
        section(heading, entries, wanted);
    }

    private List<Manual.Entry> keys() {
        List<Manual.Entry> keys = new ArrayList<>();
        for (Command command : commands) {
            command.keys()
                    .ifPresent(
                            k ->
                                    keys.add(
                                            new Manual.Entry(
                                                    k.shown().getDisplayText(),
                                                    Message.verbatim(command.name()))));
        }
        return keys;
    }

    private void section(String heading, List<Manual.Entry> entries, String wanted) {
        boolean whole = fits(heading, wanted);
        List<HBox> rows =
                entries.stream()
                        .filter(
                                e ->
                                        whole
                                                || fits(e.code(), wanted)
                                                || fits(Texts.of(e.meaning()), wanted))
                        .map(ReferenceController::row)
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
        Label meaning = new Label(Texts.of(entry.meaning()));
        meaning.getStyleClass().add("reference-meaning");
        TermLinks.reach(code);
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

    private static String heading(Manual.Chapter group) {
        return Texts.of(
                switch (group) {
                    case STATEMENTS -> "reference.statements";
                    case OPERATORS -> "reference.operators";
                    case ELEMENTS -> "reference.elements";
                    case PAIRS -> "reference.pairs";
                    case REDUCTIONS -> "reference.reductions";
                    case MATRICES -> "reference.matrices";
                    case GRADIENTS -> "reference.gradients";
                    case COLUMNS -> "reference.columns";
                    case LOSSES -> "reference.losses";
                    case INITIALISERS -> "reference.initialisers";
                    case NETS -> "reference.nets";
                    case DATA -> "reference.data";
                    case TRAINING -> "reference.training";
                });
    }
}
