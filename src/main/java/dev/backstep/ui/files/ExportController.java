package dev.backstep.ui.files;

import dev.backstep.export.Millimetres;
import dev.backstep.export.Png;
import dev.backstep.export.Png.Picture;
import dev.backstep.paint.Theme;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.util.StringConverter;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// The controls of `export.fxml`: they describe a picture, of which a small one is shown at once.
@NullUnmarked // the fields are filled by the loader of the file
final class ExportController {

    /// Pixels of the preview for each pixel of the window: some screens have two.
    private static final int DENSITY = 2;

    private final List<Exportable> all;
    private final Theme now;
    private final String output;
    private final List<Message> conventions;
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();

    @FXML private ImageView preview;
    @FXML private Label view;
    @FXML private ComboBox<Exportable> views;
    @FXML private ComboBox<String> size;
    @FXML private TextField width;
    @FXML private Label pixels;
    @FXML private ComboBox<Theme> theme;
    @FXML private CheckBox transparent;
    @FXML private TextField caption;
    @FXML private CheckBox legend;
    @FXML private CheckBox agreed;
    @FXML private CheckBox film;

    /// @param all what there is to choose from; the first is chosen
    /// @param now the theme of the window, which the picture has if no other is chosen
    /// @param output the name of what is derived, for the legend
    ExportController(List<Exportable> all, Theme now, String output, List<Message> conventions) {
        this.all = List.copyOf(all);
        this.now = now;
        this.output = output;
        this.conventions = conventions;
    }

    @FXML
    private void initialize() {
        chooseFrom(all);
        size.getItems()
                .setAll(
                        "1×",
                        "2×",
                        "4×",
                        "8×",
                        Texts.of("export.width"),
                        paper(Millimetres.COLUMN),
                        paper(Millimetres.BOTH_COLUMNS));
        size.getSelectionModel().select(1);
        theme.getItems().setAll(Theme.values());
        theme.setValue(now);
        theme.setConverter(new ThemeNames());
        agreed.setDisable(conventions.isEmpty());
        List.of(size.valueProperty(), width.textProperty(), caption.textProperty())
                .forEach(p -> p.addListener((_, _, _) -> refresh()));
        theme.valueProperty().addListener((_, _, _) -> refresh());
        views.valueProperty().addListener((_, _, _) -> refresh());
        List.of(transparent, legend, agreed)
                .forEach(c -> c.selectedProperty().addListener((_, _, _) -> refresh()));
        refresh();
    }

    private void chooseFrom(List<Exportable> all) {
        views.getItems().setAll(all);
        views.getSelectionModel().selectFirst();
        views.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Exportable one) {
                        return one == null ? "" : one.name();
                    }

                    @Override
                    public @Nullable Exportable fromString(String name) {
                        return null;
                    }
                });
        shown(view, all.size() > 1);
        shown(views, all.size() > 1);
    }

    private static void shown(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    /// What is chosen.
    Exportable what() {
        return views.getValue();
    }

    private static String paper(double mm) {
        return Texts.of(Message.of("export.paper").with("mm", Math.round(mm)));
    }

    /// Whether all steps are wanted, not that on screen alone.
    boolean isFilm() {
        return film.isSelected() && what().hasLegend();
    }

    private OptionalDouble mm() {
        return switch (size.getSelectionModel().getSelectedIndex()) {
            case 5 -> OptionalDouble.of(Millimetres.COLUMN);
            case 6 -> OptionalDouble.of(Millimetres.BOTH_COLUMNS);
            default -> OptionalDouble.empty();
        };
    }

    /// Whether no picture can be made as the controls describe it.
    BooleanExpression refused() {
        return refused.getReadOnlyProperty();
    }

    /// The picture that the controls describe, or nothing if its width is no number.
    Optional<Picture> picture() {
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
        double scale = exact ? 1 : 1 << size.getSelectionModel().getSelectedIndex() % 4;
        return Optional.of(
                Picture.of(theme.getValue(), scale)
                        .withWidth(pixelsWide)
                        .withTransparent(transparent.isSelected())
                        .withLegend(
                                legend.isSelected() && what().hasLegend() ? output : "",
                                agreed.isSelected() && what().hasLegend() ? conventions : List.of())
                        .withCaption(caption.getText().strip())
                        .withLanguage(Texts.spoken())
                        .withMm(mm()));
    }

    /// Shows the picture as it would be, and whether it can be made.
    private void refresh() {
        Exportable what = what();
        List.of(legend, agreed, film).forEach(c -> shown(c, what.hasLegend()));
        Optional<Picture> picture = picture();
        Optional<String> refusal =
                picture.isEmpty()
                        ? Optional.of(Texts.of("export.width.missing"))
                        : what.refusal(picture.get()).map(Texts::of);
        picture.ifPresent(
                p -> {
                    Png.PixelSize size = what.pixels(p);
                    String large = what.notice(p).map(n -> "; " + Texts.of(n)).orElse("");
                    String small = what.warning(p).map(w -> "; " + Texts.of(w)).orElse("");
                    pixels.setText(size.width() + " × " + size.height() + " px" + large + small);
                    if (what.refusal(small(p)).isEmpty()) {
                        preview.setImage(what.image(small(p)));
                    }
                });
        pixels.getStyleClass().setAll("label", refusal.isPresent() ? "problem-row" : "muted");
        refusal.ifPresent(pixels::setText);
        refused.set(refusal.isPresent());
    }

    private Picture small(Picture p) {
        OptionalInt wide = OptionalInt.of(DENSITY * (int) preview.getFitWidth());
        return p.withScale(1).withWidth(wide).withMm(OptionalDouble.empty());
    }
}
