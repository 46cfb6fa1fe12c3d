package dev.backstep.ui.train;

import dev.backstep.export.Figure;
import dev.backstep.layout.Box;
import dev.backstep.monitor.Monitor.SampleAt;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.plot.BoundaryPainter;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.paint.plot.NetworkPicture.UnitAt;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.FormulaView;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/// A unit of the network, large: what it answers over the plane, its formula with its own weights,
/// and the samples that drive it most. A second click on the unit closes it.
final class UnitPanel extends VBox {

    private static final int WRITTEN_OUT = 3;
    private static final double HEIGHT = 230;

    private final PlotPanel map = new PlotPanel("view.unit").high(HEIGHT);
    private final FormulaView formula = new FormulaView(14, ColorRole.INK);
    private final DriversList drivers;
    private Optional<UnitAt> selected = Optional.empty();

    /// @param sample takes a sample that is clicked
    UnitPanel(PlotDesk actions, Consumer<SampleAt> sample) {
        drivers = new DriversList(sample);
        map.with(actions);
        getStyleClass().add("side-body");
        getChildren().addAll(map, formula, drivers);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// Selects a unit, or none if it is selected already.
    void select(UnitAt unit) {
        selected = selected.filter(unit::equals).isPresent() ? Optional.empty() : Optional.of(unit);
        setVisible(selected.isPresent());
    }

    Optional<UnitAt> selected() {
        return selected;
    }

    void show(RunPictures.Shown now, Optional<Parts> parts, ThemedState screen) {
        selected = selected.filter(u -> parts.filter(p -> p.has(u)).isPresent());
        setVisible(selected.isPresent());
        if (selected.isEmpty() || parts.isEmpty()) {
            return;
        }
        UnitAt unit = selected.get();
        Optional<BoundaryPicture> picture = now.unit(unit);
        picture.ifPresent(
                p ->
                        map.show(
                                (g, w, h) ->
                                        BoundaryPainter.paint(
                                                g,
                                                screen.theme(),
                                                p,
                                                new Box(0, 0, w, h),
                                                OptionalInt.empty()),
                                () -> Figure.of(p)));
        String tex =
                parts.get().formula(unit, now.frame().snapshot(), screen.numbers(), WRITTEN_OUT);
        formula.show(tex, screen.theme());
        drivers.show(now.drivers(unit), screen.numbers());
    }
}
