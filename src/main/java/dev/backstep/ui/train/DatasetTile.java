package dev.backstep.ui.train;

import dev.backstep.data.Dataset;
import dev.backstep.data.Datasets;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.ThemeColors;
import dev.backstep.ui.kit.Tips;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ToggleButton;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// A data set to choose: a small picture of real samples of it.
final class DatasetTile extends ToggleButton {

    private static final double SIDE = 42;
    private static final double DOT = 3.4;
    private static final int SAMPLES = 70;

    /// The hue of each class, in turn.
    private static final List<ColorRole> HUES =
            List.of(
                    ColorRole.VALUE,
                    ColorRole.UPSTREAM,
                    ColorRole.DOWNSTREAM,
                    ColorRole.LOCAL,
                    ColorRole.UPDATE);

    private final Canvas canvas = new Canvas(SIDE, SIDE);
    private final Dataset.Task task;
    private final Tensor x;
    private final Tensor y;
    private @Nullable Theme theme;

    DatasetTile(Datasets set) {
        Dataset samples =
                set.draw(new Datasets.SamplingSettings(SAMPLES, 0.08, 7, 0, HUES.size())).train();
        task = samples.task();
        x = samples.x();
        y = samples.y();
        String name = Texts.of("data." + set.word());
        setAccessibleText(name);
        Tips.on(this, () -> name);
        getStyleClass().add("tile");
        setGraphic(canvas);
    }

    void show(Theme now) {
        if (now == theme) {
            return;
        }
        theme = now;
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, SIDE, SIDE);
        double reach = reach();
        for (int s = 0; s < x.cols(); s++) {
            g.setFill(color(s, now));
            double across = SIDE / 2 * (1 + x.at(0, s) / reach);
            double down = SIDE / 2 * (1 - x.at(1, s) / reach);
            g.fillOval(across - DOT / 2, down - DOT / 2, DOT, DOT);
        }
    }

    private double reach() {
        double reach = 1e-9;
        for (int s = 0; s < x.cols(); s++) {
            reach = Math.max(reach, Math.abs(x.at(0, s)));
            reach = Math.max(reach, Math.abs(x.at(1, s)));
        }
        return 1.08 * reach;
    }

    private Color color(int sample, Theme now) {
        return switch (task) {
            case BINARY -> ThemeColors.color(now, HUES.get(y.at(0, sample) > 0.5 ? 0 : 1));
            case CLASSES -> ThemeColors.color(now, HUES.get(label(sample) % HUES.size()));
            case REGRESSION -> shade(y.at(0, sample), now);
        };
    }

    private int label(int sample) {
        int k = 0;
        while (k < y.rows() - 1 && y.at(k, sample) < 0.5) {
            k++;
        }
        return k;
    }

    private static Color shade(double value, Theme now) {
        Color end = ThemeColors.color(now, value > 0 ? ColorRole.VALUE : ColorRole.UPSTREAM);
        return ThemeColors.color(now, ColorRole.SOFT)
                .interpolate(end, Math.min(1, Math.abs(value)));
    }
}
