package dev.backstep.ui.csv;

import dev.backstep.data.CsvFiles;
import dev.backstep.data.CsvOptions;
import dev.backstep.data.CsvReading;
import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.text.Message;
import dev.backstep.ui.csv.CsvChoices.Use;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Background.Task;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.NullUnmarked;

/// The controls of `csv.fxml`: what is learnt from which columns, and what would come of it.
@NullUnmarked // the fields are filled by the loader of the file
final class CsvController {

    private static final CsvOptions NONE =
            new CsvOptions(List.of(), List.of(), List.of(), false, false);

    private final CsvTarget target;
    private final Background background;
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper(true);
    private Optional<CsvReading.Columns> columns = Optional.empty();
    private Optional<CsvPreview> preview = Optional.empty();

    /// What is to be previewed; read by the thread in the background too.
    private volatile CsvChoices wanted;

    @FXML private Label where;
    @FXML private VBox chooser;
    @FXML private TableView<CsvRow> table;
    @FXML private TableColumn<CsvRow, String> name;
    @FXML private TableColumn<CsvRow, Use> use;
    @FXML private TableColumn<CsvRow, String> holds;
    @FXML private TableColumn<CsvRow, String> first;
    @FXML private CheckBox drops;
    @FXML private CheckBox scaled;
    @FXML private CheckBox classes;
    @FXML private Label line;
    @FXML private Label found;
    @FXML private Label left;
    @FXML private Label problem;
    @FXML private Label warning;

    CsvController(CsvTarget target, Background background) {
        this.target = target;
        this.background = background;
    }

    @FXML
    private void initialize() {
        where.setText(
                Texts.of(
                        Message.of(target.isNew() ? "table.into.new" : "table.into.open")
                                .with("file", String.valueOf(target.file().getFileName()))));
        text(name, CsvRow::name);
        text(holds, CsvRow::holds);
        text(first, CsvRow::first);
        use.setCellValueFactory(row -> row.getValue().use());
        use.setCellFactory(_ -> new UseCell());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::choose);
        List.of(drops, scaled, classes)
                .forEach(c -> c.selectedProperty().addListener((_, _, _) -> refresh()));
        List.of(line, found, left, problem, warning)
                .forEach(l -> l.managedProperty().bind(l.textProperty().isNotEmpty()));
        chooser.setDisable(true);
        problem.setText("");
        found.setText(Texts.of("table.reading"));
        background.run(
                Task.TABLE, () -> CsvFiles.look(target.file(), NONE), this::show, this::refuse);
    }

    private static void text(TableColumn<CsvRow, String> column, Function<CsvRow, String> words) {
        column.setCellValueFactory(row -> new SimpleStringProperty(words.apply(row.getValue())));
    }

    /// Whether nothing can come of it as the controls stand.
    BooleanExpression refused() {
        return refused.getReadOnlyProperty();
    }

    /// The program with the samples, if they can be read.
    Optional<String> program() {
        return preview.filter(_ -> !refused.get()).map(CsvPreview::program);
    }

    private void show(CsvReading looked) {
        switch (looked) {
            case CsvReading.Columns seen -> fill(seen);
            case CsvReading.Problems(var problems) -> refuse(told(problems));
            case CsvReading.Unreadable(CsvProblem one) -> refuse(told(List.of(one)));
            case CsvReading.Ok _, CsvReading.Matrix _ ->
                    throw new IllegalStateException("no samples were asked for");
        }
    }

    private static String told(List<CsvProblem> problems) {
        return problems.stream()
                .limit(3)
                .map(p -> Texts.of(CsvPreview.told(p)))
                .collect(Collectors.joining("\n"));
    }

    private void refuse(String sentence) {
        found.setText("");
        left.setText("");
        warning.setText("");
        problem.setText(sentence);
        refused.set(true);
    }

    private void fill(CsvReading.Columns seen) {
        CsvChoices guess = CsvChoices.guess(seen);
        List<CsvRow> rows = new ArrayList<>();
        for (int k = 0; k < seen.columns().size(); k++) {
            CsvRow row = new CsvRow(seen, k, guess.uses().get(k));
            row.use().addListener((_, _, _) -> refresh());
            rows.add(row);
        }
        table.getItems().setAll(rows);
        drops.setSelected(guess.drops());
        scaled.setSelected(guess.scaled());
        classes.setSelected(guess.classes());
        columns = Optional.of(seen);
        chooser.setDisable(false);
        table.getSelectionModel().select(Math.max(0, guess.uses().indexOf(Use.LABEL)));
        table.scrollTo(table.getSelectionModel().getSelectedIndex());
        table.requestFocus();
        refresh();
    }

    /// A letter gives the selected column its use.
    private void choose(KeyEvent e) {
        CsvRow row = table.getSelectionModel().getSelectedItem();
        if (row == null || e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        Optional<Use> chosen =
                switch (e.getCode()) {
                    case F -> Optional.of(Use.FEATURE);
                    case L -> Optional.of(Use.LABEL);
                    case X -> Optional.of(Use.LEAVE);
                    case SPACE ->
                            Optional.of(
                                    Use.values()[
                                            (row.use().get().ordinal() + 1) % Use.values().length]);
                    default -> Optional.empty();
                };
        chosen.ifPresent(
                now -> {
                    row.use().set(now);
                    e.consume();
                });
    }

    /// Reads the file as the controls say, in the background; until then nothing can be taken over.
    private void refresh() {
        if (columns.isEmpty()) {
            return;
        }
        CsvChoices now =
                new CsvChoices(
                        columns.get(),
                        table.getItems().stream().map(r -> r.use().get()).toList(),
                        drops.isSelected(),
                        scaled.isSelected(),
                        classes.isSelected());
        wanted = now;
        refused.set(true);
        background.run(
                Task.TABLE,
                () -> preview(now),
                seen -> seen.filter(_ -> isWanted(now)).ifPresent(this::tell),
                sentence -> {
                    if (isWanted(now)) {
                        refuse(sentence);
                    }
                });
    }

    /// Nothing if the controls have moved on meanwhile.
    private Optional<CsvPreview> preview(CsvChoices now) {
        return isWanted(now) ? Optional.of(CsvPreview.of(target, now)) : Optional.empty();
    }

    @SuppressWarnings("ReferenceEquality") // each move of a control makes choices of its own
    private boolean isWanted(CsvChoices now) {
        return now == wanted;
    }

    private void tell(CsvPreview now) {
        preview = Optional.of(now);
        line.setText(now.line());
        found.setText(lines(now.found()));
        left.setText(lines(now.left()));
        problem.setText(lines(now.refusals()));
        warning.setText(
                now.warnings().isEmpty()
                        ? ""
                        : Texts.of(
                                Message.of("table.warning")
                                        .with("problems", lines(now.warnings()))));
        refused.set(!now.refusals().isEmpty());
    }

    private static String lines(List<Message> messages) {
        return messages.stream().map(Texts::of).collect(Collectors.joining("\n"));
    }
}
