package dev.backstep.ui.train;

import dev.backstep.export.Figure;
import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.StripsPainter;
import dev.backstep.paint.plot.StripsPicture;
import dev.backstep.text.Message;
import dev.backstep.train.History;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The gradients that reach the layers over the epochs: the pointer reads their numbers, a click
/// leads to the layer.
final class StripsPanel {

    private static final Numbers NUMBERS = new Numbers(3);

    /// What a strip needs for its name to be read, and what stands above all of them.
    private static final double STRIP = 20;

    private static final double HEAD = 30;

    /// No fewer strips than this, and no more, make the picture as high.
    private static final int MIN = 4;

    private static final int MOST = 12;

    private final PlotPanel panel;
    private final Label told = new Label();
    private Optional<StripsPicture> shown = Optional.empty();
    private Optional<History> history = Optional.empty();

    /// @param click gets the layer, counted from 0
    StripsPanel(PlotPanel panel, IntConsumer click) {
        this.panel = panel;
        told.getStyleClass().add("curve-numbers");
        panel.under(told);
        Region picture = panel.picture();
        picture.setOnMouseMoved(this::point);
        picture.setOnMouseExited(_ -> told.setText(""));
        panel.enlargesOn(e -> layer(e).isEmpty());
        picture.setOnMouseClicked(
                e -> {
                    if (e.getButton() == MouseButton.PRIMARY) {
                        layer(e).ifPresent(click);
                    }
                });
    }

    void show(Optional<StripsPicture> picture, History course, Theme theme) {
        shown = picture;
        history = Optional.of(course);
        panel.setVisible(picture.isPresent());
        picture.ifPresent(p -> panel.high(HEAD + Math.clamp(p.strips().size(), MIN, MOST) * STRIP));
        picture.ifPresent(
                p ->
                        panel.show(
                                (g, w, h) -> StripsPainter.paint(g, theme, p, new Box(0, 0, w, h)),
                                () -> Figure.of(p)));
    }

    private Box area() {
        Region picture = panel.picture();
        return new Box(0, 0, picture.getWidth(), picture.getHeight());
    }

    private OptionalInt layer(MouseEvent e) {
        return shown.map(s -> StripsPainter.stripAt(s, area(), new Point(e.getX(), e.getY())))
                .orElse(OptionalInt.empty());
    }

    private void point(MouseEvent e) {
        OptionalInt layer = layer(e);
        panel.picture().setCursor(layer.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        told.setText("");
        if (layer.isPresent() && shown.isPresent() && history.isPresent()) {
            Box strip = StripsPainter.box(shown.get(), area(), layer.getAsInt());
            double share = (e.getX() - strip.x()) / strip.width();
            told(history.get(), layer.getAsInt(), share)
                    .ifPresent(words -> told.setText(Texts.of(words)));
        }
    }

    /// `Layer 2, W2: ‖∂L/∂Z‖ = 0.012 at epoch 40`
    ///
    /// @param share how far to the right on the strip, from 0 to 1
    static Optional<Message> told(History history, int layer, double share) {
        List<Integer> points =
                IntStream.range(0, history.size())
                        .filter(p -> history.epoch(p) > 0)
                        .boxed()
                        .toList();
        if (points.isEmpty() || layer >= history.layers().size()) {
            return Optional.empty();
        }
        int at = points.get((int) Math.clamp((long) (share * points.size()), 0, points.size() - 1));
        return Optional.of(
                Message.of("flow.at")
                        .with("layer", layer + 1)
                        .with("weight", history.layers().get(layer))
                        .with("norm", NUMBERS.plain(history.gradient(layer, at)))
                        .with("epoch", history.epoch(at)));
    }
}
