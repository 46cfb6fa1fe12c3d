package dev.backstep.ui.train;

import dev.backstep.export.Figure;
import dev.backstep.paint.Painting;
import dev.backstep.ui.kit.Clicks;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.PaintedRegion;
import dev.backstep.ui.kit.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A picture of the run under its heading.
final class PlotPanel extends VBox {

    private final Label heading = new Label();
    private final PaintedRegion picture = new PaintedRegion();
    private final StackPane holder = new StackPane(picture);
    private final VBox content = new VBox(2, holder);
    private final HBox head;
    private final Label away = new Label(Texts.of("view.away"));
    private Optional<Supplier<Figure>> plot = Optional.empty();
    private Predicate<MouseEvent> enlarges = _ -> true;
    private String name;

    /// @param text the key of its heading
    /// @param controls beside the heading
    PlotPanel(String text, Node... controls) {
        this.name = text;
        heading(text);
        heading.getStyleClass().add("heading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head = new HBox(6, heading, gap);
        head.getChildren().addAll(controls);
        head.setAlignment(Pos.CENTER_LEFT);
        picture.getStyleClass().add("painted");
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        VBox.setVgrow(holder, Priority.ALWAYS);
        away.getStyleClass().add("hint");
        getStyleClass().add(text.replace('.', '-'));
        setSpacing(6);
        getChildren().addAll(head, content);
        managedProperty().bind(visibleProperty());
    }

    /// As high as it is wide, and a little more.
    PlotPanel square(double more) {
        picture.prefHeightProperty().bind(widthProperty().add(more));
        picture.minHeightProperty().bind(picture.prefHeightProperty());
        return this;
    }

    PlotPanel high(double height) {
        picture.setMinHeight(height);
        picture.setPrefHeight(height);
        return this;
    }

    /// Lets it be enlarged, exported and copied.
    PlotPanel with(PlotDesk actions) {
        Button enlarge =
                Icons.button(Feather.MAXIMIZE_2, "view.enlarge", "tiny", "flat", "enlarge");
        enlarge.setOnAction(_ -> actions.enlarge(this));
        head.getChildren().add(enlarge);
        picture.paintedBy(actions.live());
        actions.offer(picture, this::plot, Optional.of(enlarge::fire));
        Clicks.twice(head, e -> enlarge(e, actions));
        Clicks.twice(
                picture,
                e -> {
                    if (enlarges.test(e)) {
                        enlarge(e, actions);
                    }
                });
        return this;
    }

    private void enlarge(MouseEvent e, PlotDesk actions) {
        actions.enlarge(this);
        e.consume();
    }

    /// Says which double clicks on the picture enlarge it, where others do something else.
    void enlargesOn(Predicate<MouseEvent> clicks) {
        enlarges = clicks;
    }

    /// Gives it another heading.
    ///
    /// @param text its key
    void heading(String text) {
        name = text;
        heading.setText(name().toUpperCase(Locale.getDefault()));
        picture.setAccessibleText(name());
    }

    String name() {
        return Texts.of(name);
    }

    PaintedRegion picture() {
        return picture;
    }

    /// What lies over the picture.
    StackPane holder() {
        return holder;
    }

    /// Adds something below the picture, which goes with it.
    void under(Node node) {
        content.getChildren().add(node);
    }

    /// Gives the picture away, to be shown large; [#takeBack] brings it back.
    Region giveAway() {
        away.setMinHeight(content.getHeight());
        getChildren().set(1, away);
        return content;
    }

    void takeBack() {
        getChildren().set(1, content);
    }

    /// What is shown, to be exported; nothing before there is a picture.
    Optional<Figure> plot() {
        return plot.map(Supplier::get);
    }

    /// What is to be exported while another one paints the picture.
    void exports(Supplier<Figure> exported) {
        plot = Optional.of(exported);
    }

    /// @param exported the same for a file
    void show(Painting painting, Supplier<Figure> exported) {
        exports(exported);
        picture.show(painting);
    }
}
