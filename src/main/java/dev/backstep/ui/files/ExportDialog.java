package dev.backstep.ui.files;

import dev.backstep.export.Png;
import dev.backstep.export.Png.Picture;
import dev.backstep.layout.Diagram;
import dev.backstep.paint.Theme;
import dev.backstep.ui.kit.Pixels;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Asks how a picture is to look, and shows it meanwhile.
final class ExportDialog extends Dialog<ExportDialog.Order> {

    /// @param toClipboard else to a file
    record Order(Picture picture, boolean toClipboard) {}

    private static final int PREVIEW = 460;

    private final Diagram diagram;
    private final String output;
    private final List<String> conventions;
    private final ComboBox<String> size = new ComboBox<>();
    private final TextField width = new TextField();
    private final ComboBox<Theme> theme = new ComboBox<>();
    private final CheckBox transparent = new CheckBox(Texts.of("export.transparent"));
    private final CheckBox legend = new CheckBox(Texts.of("export.legend"));
    private final CheckBox agreed = new CheckBox(Texts.of("export.conventions"));
    private final TextField caption = new TextField();
    private final Label pixels = new Label();
    private final ImageView preview = new ImageView();
    private final ButtonType save =
            new ButtonType(Texts.of("export.save"), ButtonBar.ButtonData.OK_DONE);
    private final ButtonType copy =
            new ButtonType(Texts.of("export.copy"), ButtonBar.ButtonData.OTHER);

    ExportDialog(Stage owner, Diagram diagram, Theme now, String output, List<String> conventions) {
        this.diagram = diagram;
        this.output = output;
        this.conventions = conventions;
        initOwner(owner);
        setTitle(Texts.of("export.title"));
        size.getItems().setAll("1×", "2×", "4×", "8×", Texts.of("export.width"));
        size.getSelectionModel().select(1);
        theme.getItems().setAll(Theme.values());
        theme.setValue(now);
        theme.setConverter(new ThemeNames());
        width.setPromptText("1920");
        width.setPrefColumnCount(6);
        caption.setPromptText(Texts.of("export.caption.prompt"));
        agreed.setDisable(conventions.isEmpty());
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        getDialogPane().setContent(new VBox(14, framed(), form()));
        getDialogPane().getButtonTypes().setAll(save, copy, ButtonType.CANCEL);
        ((Button) getDialogPane().lookupButton(save)).getStyleClass().add("primary");
        List.of(
                        size.valueProperty(),
                        width.textProperty(),
                        theme.valueProperty(),
                        transparent.selectedProperty())
                .forEach(p -> p.addListener((_, _, _) -> refresh()));
        List.of(legend.selectedProperty(), agreed.selectedProperty(), caption.textProperty())
                .forEach(p -> p.addListener((_, _, _) -> refresh()));
        setResultConverter(button -> order(button));
        refresh();
    }

    private Node framed() {
        preview.setPreserveRatio(true);
        preview.setFitWidth(PREVIEW);
        preview.setFitHeight(PREVIEW * 0.62);
        StackPane frame = new StackPane(preview);
        frame.getStyleClass().add("block");
        frame.setMinSize(PREVIEW + 24, PREVIEW * 0.62 + 24);
        return frame;
    }

    private Node form() {
        GridPane form = new GridPane();
        form.setHgap(12);
        form.setVgap(10);
        form.setPadding(new Insets(0, 0, 4, 0));
        form.addRow(0, new Label(Texts.of("export.size")), size, width, pixels);
        form.addRow(1, new Label(Texts.of("export.theme")), theme, transparent);
        GridPane.setColumnSpan(transparent, 2);
        form.addRow(2, new Label(Texts.of("export.caption")), caption);
        GridPane.setColumnSpan(caption, 3);
        VBox checks = new VBox(6, legend, agreed);
        checks.setAlignment(Pos.CENTER_LEFT);
        form.add(checks, 1, 3, 3, 1);
        return form;
    }

    private Optional<Picture> picture() {
        boolean exact = size.getSelectionModel().getSelectedIndex() == 4;
        width.setVisible(exact);
        boolean number =
                width.getText().strip().matches("\\d{1,6}")
                        && Integer.parseInt(width.getText().strip()) > 0;
        if (exact && !number) {
            return Optional.empty();
        }
        OptionalInt pixelsWide =
                exact
                        ? OptionalInt.of(Integer.parseInt(width.getText().strip()))
                        : OptionalInt.empty();
        double scale = exact ? 1 : 1 << size.getSelectionModel().getSelectedIndex();
        return Optional.of(
                new Picture(
                        theme.getValue(),
                        scale,
                        pixelsWide,
                        transparent.isSelected(),
                        legend.isSelected() ? output : "",
                        caption.getText().strip(),
                        agreed.isSelected() ? conventions : List.of()));
    }

    /// Shows the picture as it would be, and whether it can be made.
    private void refresh() {
        Optional<Picture> picture = picture();
        Optional<String> refusal =
                picture.isEmpty()
                        ? Optional.of(Texts.of("export.width.missing"))
                        : Png.refusal(diagram, picture.get());
        picture.ifPresent(
                p -> {
                    Png.Pixels size = Png.pixels(diagram, p);
                    String small = Png.warning(diagram, p).map(w -> "; " + w).orElse("");
                    pixels.setText(size.width() + " × " + size.height() + " px" + small);
                    if (Png.refusal(diagram, small(p)).isEmpty()) {
                        preview.setImage(Pixels.image(Png.image(diagram, small(p))));
                    }
                });
        pixels.getStyleClass().setAll("label", refusal.isPresent() ? "problem-row" : "muted");
        refusal.ifPresent(pixels::setText);
        pixels.setWrapText(true);
        pixels.setMaxWidth(230);
        getDialogPane().lookupButton(save).setDisable(refusal.isPresent());
        getDialogPane().lookupButton(copy).setDisable(refusal.isPresent());
    }

    private static Picture small(Picture p) {
        OptionalInt wide = OptionalInt.of(2 * PREVIEW);
        return new Picture(
                p.theme(), 1, wide, p.transparent(), p.legend(), p.caption(), p.conventions());
    }

    private @org.jspecify.annotations.Nullable Order order(ButtonType button) {
        boolean wanted = button == save || button == copy;
        return wanted ? picture().map(p -> new Order(p, button == copy)).orElse(null) : null;
    }
}
