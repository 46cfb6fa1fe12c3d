package dev.backstep.ui.quiz;

import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.quiz.AnswerForm;
import dev.backstep.quiz.AnswerReading;
import dev.backstep.quiz.AskedCells;
import dev.backstep.quiz.Posed;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What an answer is given in: a field, a grid of cells, or options.
final class AnswerFields extends VBox {

    /// What the mark of an option takes of the width, and the least that is left for its words.
    private static final double MARK = 44;

    private static final double LEAST = 60;

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double FORMULA = 18;
    private static final int COLUMNS = 5;

    /// In more columns the fields are narrower.
    private static final int MANY = 4;

    private final List<TextField> fields = new ArrayList<>();
    private final List<ButtonBase> options = new ArrayList<>();

    /// The place in the matrix of the number in each field.
    private final Map<Integer, Integer> places = new HashMap<>();

    private final Runnable check;

    /// @param check is told when Enter is pressed in a field
    AnswerFields(Posed posed, Theme theme, Runnable check) {
        super(6);
        this.check = check;
        switch (posed.form(true)) {
            case AnswerForm.Cells(AskedCells cells) -> {
                getChildren().add(row(posed, theme, cells(cells)));
                if (!cells.isAll()) {
                    getChildren().add(sampled(cells));
                }
            }
            case AnswerForm.ShapeField() -> getChildren().add(field(COLUMNS, "quiz.field.shape"));
            case AnswerForm.Options(List<Message> texts, boolean several) ->
                    options(posed, theme, texts, several);
        }
    }

    private static HBox row(Posed posed, Theme theme, javafx.scene.Node cells) {
        HBox row = new HBox(8);
        row.setAlignment(Pos.CENTER_LEFT);
        posed.before()
                .ifPresent(
                        tex -> {
                            FormulaView before = new FormulaView(FORMULA, ColorRole.INK);
                            before.show(tex, theme);
                            row.getChildren().add(before);
                        });
        row.getChildren().add(cells);
        return row;
    }

    private static Label sampled(AskedCells cells) {
        Label told =
                new Label(
                        Texts.of(
                                Message.of("quiz.sampled")
                                        .with("asked", cells.size())
                                        .with("all", cells.shape().size())));
        told.setWrapText(true);
        told.getStyleClass().add("hint");
        return told;
    }

    /// A row and a column are headed by their numbers where some are left out.
    private GridPane cells(AskedCells cells) {
        GridPane grid = new GridPane(5, 5);
        grid.getStyleClass().add("answer-grid");
        int columns = columns(cells.cols().size());
        int heads = cells.isAll() ? 0 : 1;
        for (int k = 0; k < cells.size(); k++) {
            int row = cells.rows().get(k / cells.cols().size());
            int col = cells.cols().get(k % cells.cols().size());
            TextField field = field(columns, "quiz.field.number");
            if (!cells.shape().isScalar()) {
                field.setAccessibleText(
                        Texts.of(Message.of("quiz.field.cell").with("row", row).with("col", col)));
            }
            places.put(k, cells.cell(k));
            grid.add(field, k % cells.cols().size() + heads, k / cells.cols().size() + heads);
        }
        if (!cells.isAll()) {
            for (int j = 0; j < cells.cols().size(); j++) {
                grid.add(heading(cells.cols().get(j)), j + 1, 0);
            }
            for (int i = 0; i < cells.rows().size(); i++) {
                grid.add(heading(cells.rows().get(i)), 0, i + 1);
            }
        }
        return grid;
    }

    /// As many characters as there is room for: one or two fields hold `−0.2421` whole.
    private static int columns(int fields) {
        return fields > MANY ? COLUMNS - 2 : fields > 2 ? COLUMNS - 1 : COLUMNS + 3;
    }

    private static Label heading(int number) {
        Label heading = new Label(String.valueOf(number));
        heading.getStyleClass().add("hint");
        return heading;
    }

    private TextField field(int columns, String name) {
        TextField field = new TextField();
        field.getStyleClass().add("answer-field");
        field.setPrefColumnCount(columns);
        field.setMaxWidth(USE_PREF_SIZE);
        field.setMinWidth(36);
        field.setAccessibleText(Texts.of(name));
        field.setOnAction(_ -> check.run());
        field.textProperty().addListener((_, _, _) -> field.pseudoClassStateChanged(WRONG, false));
        fields.add(field);
        return field;
    }

    private void options(Posed posed, Theme theme, List<Message> texts, boolean several) {
        ToggleGroup one = new ToggleGroup();
        List<Message> words = ((AnswerForm.Options) posed.form(false)).texts();
        for (int k = 0; k < texts.size(); k++) {
            ButtonBase option = several ? new CheckBox() : radio(one);
            QuestionText text = new QuestionText();
            text.show(Texts.of(texts.get(k)), Texts.of(words.get(k)), theme);
            text.setMouseTransparent(true);
            text.prefWidthProperty().bind(Bindings.max(LEAST, widthProperty().subtract(MARK)));
            option.setGraphic(text);
            option.setAccessibleText(Texts.of(words.get(k)));
            option.getStyleClass().add("answer-option");
            option.setMinWidth(0);
            options.add(option);
            getChildren().add(option);
        }
    }

    private static RadioButton radio(ToggleGroup group) {
        RadioButton radio = new RadioButton();
        radio.setToggleGroup(group);
        return radio;
    }

    /// What has been answered.
    AnswerReading read(Posed posed) {
        if (options.isEmpty()) {
            return posed.read(fields.stream().map(TextField::getText).toList());
        }
        Set<Integer> ticked = new HashSet<>();
        for (int k = 0; k < options.size(); k++) {
            if (isTicked(options.get(k))) {
                ticked.add(k);
            }
        }
        return posed.ticked(ticked);
    }

    private static boolean isTicked(ButtonBase option) {
        return switch (option) {
            case CheckBox box -> box.isSelected();
            case Toggle radio -> radio.isSelected();
            default -> false;
        };
    }

    /// Marks the fields whose numbers are wrong, and no others.
    ///
    /// @param wrong places in the matrix, row by row
    void mark(Set<Integer> wrong) {
        mark(k -> wrong.contains(places.getOrDefault(k, k)));
    }

    /// Marks these fields, and no others.
    void mark(IntPredicate wrong) {
        for (int k = 0; k < fields.size(); k++) {
            fields.get(k).pseudoClassStateChanged(WRONG, wrong.test(k));
        }
    }

    /// What has been answered: the texts of the fields, or the numbers of the ticked options.
    List<String> given() {
        return options.isEmpty()
                ? fields.stream().map(TextField::getText).toList()
                : IntStream.range(0, options.size())
                        .filter(k -> isTicked(options.get(k)))
                        .mapToObj(String::valueOf)
                        .toList();
    }

    /// Fills in what was answered before; nothing if it does not fit.
    void put(List<String> given) {
        if (options.isEmpty() && given.size() == fields.size()) {
            for (int k = 0; k < fields.size(); k++) {
                fields.get(k).setText(given.get(k));
            }
        }
        for (int k = 0; k < options.size(); k++) {
            tick(options.get(k), given.contains(String.valueOf(k)));
        }
    }

    private static void tick(ButtonBase option, boolean ticked) {
        switch (option) {
            case CheckBox box -> box.setSelected(ticked);
            case Toggle radio -> radio.setSelected(ticked);
            default -> {}
        }
    }

    /// Takes no more answers.
    void close() {
        fields.forEach(f -> f.setEditable(false));
        options.forEach(o -> o.setDisable(true));
    }

    /// Takes another answer.
    void reopen() {
        fields.forEach(TextField::clear);
        fields.forEach(f -> f.setEditable(true));
        options.forEach(o -> tick(o, false));
        options.forEach(o -> o.setDisable(false));
    }

    /// Gives the focus to the first field that is marked, else to the first of all.
    void focus() {
        if (!fields.isEmpty()) {
            TextField first =
                    fields.stream()
                            .filter(f -> f.getPseudoClassStates().contains(WRONG))
                            .findFirst()
                            .orElse(fields.getFirst());
            first.requestFocus();
            first.selectAll();
        } else if (!options.isEmpty()) {
            options.stream()
                    .filter(AnswerFields::isTicked)
                    .findFirst()
                    .orElse(options.getFirst())
                    .requestFocus();
        }
    }
}
