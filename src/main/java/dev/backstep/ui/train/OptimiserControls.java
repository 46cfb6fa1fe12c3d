package dev.backstep.ui.train;

import dev.backstep.lang.NumberText;
import dev.backstep.lang.Schedule;
import dev.backstep.lang.TrainingText;
import dev.backstep.ui.kit.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The `train` line: optimiser, learning rate on a logarithmic slider, and every other key.
final class OptimiserControls extends VBox {

    private static final double LEAST_POWER = -5;
    private static final double LARGEST_POWER = 1;

    /// Two significant digits are enough for a rate that is dragged.
    private static final int DRAGGED_DIGITS = 2;

    /// In the order in which they are shown.
    private static final List<String> KEYS =
            List.of(
                    "rate",
                    "batch",
                    "momentum",
                    "rho",
                    "beta1",
                    "beta2",
                    "eps",
                    "decay",
                    "l2",
                    "clip",
                    "epochs",
                    "seed");

    private final Consumer<String> edit;
    private final ComboBox<String> optimiser = new ComboBox<>();
    private final Slider rate = new Slider(LEAST_POWER, LARGEST_POWER, -1);
    private final Map<String, SettingRow.Numeric> rows = new LinkedHashMap<>();
    private TrainingText program = TrainingText.of("");
    private boolean showing;

    /// The rate where the slider stands, which shows two of its digits.
    private double dragged = Double.NaN;

    /// @param begin told when a drag begins, `end` when it ends
    OptimiserControls(Consumer<String> edit, Runnable begin, Runnable end) {
        this.edit = edit;
        setSpacing(8);
        optimiser.getItems().setAll(Schedule.optimisers());
        optimiser
                .valueProperty()
                .addListener(
                        (_, _, now) -> {
                            if (!showing && now != null) {
                                edit.accept(program.withOptimiser(now));
                            }
                        });
        getChildren().add(SettingRow.of("train.optimiser", optimiser));
        for (String key : KEYS) {
            SettingRow.Numeric row = SettingRow.number("train.key." + key, x -> set(key, x));
            row.row().managedProperty().bind(row.row().visibleProperty());
            rows.put(key, row);
            getChildren().add(row.row());
            if (key.equals("rate")) {
                HBox line = new HBox(rate);
                line.getStyleClass().add("leaf-row");
                HBox.setHgrow(rate, Priority.ALWAYS);
                getChildren().add(line);
            }
        }
        rate.setAccessibleText(Texts.of("train.key.rate"));
        rate.setBlockIncrement(0.1);
        rate.setOnMousePressed(_ -> begin.run());
        rate.setOnMouseReleased(_ -> end.run());
        rate.valueProperty()
                .addListener(
                        (_, _, power) -> {
                            if (!showing) {
                                dragged = rounded(Math.pow(10, power.doubleValue()));
                                set("rate", dragged);
                            }
                        });
    }

    void show(TrainingText now) {
        program = now;
        boolean trains = now.train().isPresent();
        setVisible(trains);
        boolean samples = now.data().isPresent();
        showing = true;
        optimiser.setValue(now.train().map(t -> t.name()).orElse(null));
        double given = now.trainNumber("rate");
        if (trains && given != dragged) {
            dragged = given;
            rate.setValue(Math.clamp(Math.log10(given), LEAST_POWER, LARGEST_POWER));
        }
        showing = false;
        rows.forEach(
                (key, row) -> {
                    boolean fits = samples || !key.equals("batch") && !key.equals("seed");
                    row.row().setVisible(now.trainKeys().contains(key) && fits);
                    row.show(now.trainNumber(key));
                });
    }

    private void set(String key, double value) {
        edit.accept(program.withTrain(key, NumberText.text(value)));
    }

    private static double rounded(double x) {
        double step = Math.pow(10, Math.floor(Math.log10(x)) - (DRAGGED_DIGITS - 1));
        return Double.parseDouble(
                String.format(java.util.Locale.ROOT, "%.6g", Math.round(x / step) * step));
    }
}
