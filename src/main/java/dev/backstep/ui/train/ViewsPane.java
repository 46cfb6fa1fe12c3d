package dev.backstep.ui.train;

import dev.backstep.layout.Box;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.BoundaryPainter;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.paint.plot.ConfusionPainter;
import dev.backstep.paint.plot.ConfusionPicture;
import dev.backstep.paint.plot.CurvesPainter;
import dev.backstep.paint.plot.CurvesPicture;
import dev.backstep.paint.plot.HistogramsPainter;
import dev.backstep.paint.plot.HistogramsPicture;
import dev.backstep.paint.plot.StripsPainter;
import dev.backstep.paint.plot.StripsPicture;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.OptionalInt;
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
    private Theme theme = Theme.LIGHT;
    private Optional<CurvesPicture> loss = Optional.empty();

    ViewsPane() {
        VBox body =
                new VBox(
                        14, boundary, losses, accuracy, gradients, weights, activations, confusion);
        body.getStyleClass().add("side-body");
        logarithmic.getStyleClass().add("small");
        logarithmic.setOnAction(_ -> losses());
        setContent(body);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    void theme(Theme now) {
        theme = now;
    }

    void boundary(Optional<BoundaryPicture> picture) {
        show(
                boundary,
                picture,
                p ->
                        (g, w, h) ->
                                BoundaryPainter.paint(g, theme, p, box(w, h), OptionalInt.empty()));
    }

    void losses(Optional<CurvesPicture> picture) {
        loss = picture;
        losses();
    }

    private void losses() {
        boolean log = logarithmic.isSelected();
        show(
                losses,
                loss.map(p -> p.withLogarithmic(log)),
                p -> (g, w, h) -> CurvesPainter.paint(g, theme, p, box(w, h)));
    }

    void accuracy(Optional<CurvesPicture> picture) {
        show(accuracy, picture, p -> (g, w, h) -> CurvesPainter.paint(g, theme, p, box(w, h)));
    }

    void gradients(Optional<StripsPicture> picture) {
        show(gradients, picture, p -> (g, w, h) -> StripsPainter.paint(g, theme, p, box(w, h)));
    }

    void weights(Optional<HistogramsPicture> picture) {
        show(weights, picture, p -> (g, w, h) -> HistogramsPainter.paint(g, theme, p, box(w, h)));
    }

    void activations(Optional<HistogramsPicture> picture) {
        show(
                activations,
                picture,
                p -> (g, w, h) -> HistogramsPainter.paint(g, theme, p, box(w, h)));
    }

    void confusion(Optional<ConfusionPicture> picture) {
        show(confusion, picture, p -> (g, w, h) -> ConfusionPainter.paint(g, theme, p, box(w, h)));
    }

    private static <P> void show(
            PlotPanel panel,
            Optional<P> picture,
            java.util.function.Function<P, dev.backstep.ui.kit.Pixels.Painting> painting) {
        panel.setVisible(picture.isPresent());
        picture.ifPresent(p -> panel.show(painting.apply(p)));
    }

    private static Box box(double width, double height) {
        return new Box(0, 0, width, height);
    }
}
