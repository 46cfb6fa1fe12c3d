package dev.backstep.ui.train;

import dev.backstep.lang.TrainingText;
import dev.backstep.layout.Box;
import dev.backstep.paint.Painting;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.ConfusionPainter;
import dev.backstep.paint.plot.CurvesPainter;
import dev.backstep.paint.plot.CurvesPicture;
import dev.backstep.paint.plot.HistogramsPainter;
import dev.backstep.paint.plot.HistogramsPicture;
import dev.backstep.paint.plot.StripsPainter;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/// The right side while a network is trained: how well it does, and how its gradients flow.
final class ViewsPane extends ScrollPane {

    private final PlotPanel boundary = new PlotPanel("view.boundary").square(26);
    private final ToggleButton logarithmic = new ToggleButton(Texts.of("view.log"));
    private final PlotPanel losses = new PlotPanel("view.loss", logarithmic).high(150);
    private final PlotPanel accuracy = new PlotPanel("view.accuracy").high(120);
    private final PlotPanel gradients = new PlotPanel("view.gradients").high(110);
    private final PlotPanel weights = new PlotPanel("view.weights").high(110);
    private final PlotPanel activations = new PlotPanel("view.activations").high(110);
    private final PlotPanel confusion = new PlotPanel("view.confusion").square(0);
    private final PointsEditor points;

    private Theme theme = Theme.LIGHT;
    private Optional<CurvesPicture> loss = Optional.empty();

    /// @param edit takes the text of the program after a change
    ViewsPane(Consumer<String> edit) {
        points = new PointsEditor(boundary.picture(), edit);
        VBox map = new VBox(6, boundary, points.chooser());
        VBox body =
                new VBox(14, map, losses, accuracy, gradients, weights, activations, confusion);
        body.getStyleClass().add("side-body");
        logarithmic.getStyleClass().add("small");
        logarithmic.setOnAction(_ -> losses());
        setContent(body);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setAccessibleText(Texts.of("train.views"));
    }

    /// Shows whether the samples of the program can be edited.
    void show(TrainingText program, Theme colours) {
        points.show(program, colours);
    }

    void show(RunPictures.Shown now, Theme colours) {
        theme = colours;
        loss = Optional.of(now.losses());
        boundary.setVisible(now.boundary().isPresent());
        now.boundary().ifPresent(p -> points.show(p, theme));
        losses();
        show(accuracy, now.accuracy(), this::curves);
        show(
                gradients,
                now.gradients(),
                p -> (g, w, h) -> StripsPainter.paint(g, theme, p, box(w, h)));
        show(weights, now.weights(), this::histograms);
        show(activations, now.activations(), this::histograms);
        show(
                confusion,
                now.confusion(),
                p -> (g, w, h) -> ConfusionPainter.paint(g, theme, p, box(w, h)));
    }

    private void losses() {
        boolean log = logarithmic.isSelected();
        show(losses, loss.map(p -> p.withLogarithmic(log)), this::curves);
    }

    private Painting curves(CurvesPicture p) {
        return (g, w, h) -> CurvesPainter.paint(g, theme, p, box(w, h));
    }

    private Painting histograms(HistogramsPicture p) {
        return (g, w, h) -> HistogramsPainter.paint(g, theme, p, box(w, h));
    }

    private static <P> void show(
            PlotPanel panel, Optional<P> picture, Function<P, Painting> painting) {
        panel.setVisible(picture.isPresent());
        picture.ifPresent(p -> panel.show(painting.apply(p)));
    }

    private static Box box(double width, double height) {
        return new Box(0, 0, width, height);
    }
}
