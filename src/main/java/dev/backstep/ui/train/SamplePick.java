package dev.backstep.ui.train;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.monitor.Monitor.SampleAt;
import dev.backstep.paint.plot.BoundaryPainter;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.ui.kit.Clicks;
import dev.backstep.ui.kit.PaintedRegion;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// A click on a sample of the boundary, where samples are not edited by clicks.
final class SamplePick {

    private final PaintedRegion region;
    private final Consumer<SampleAt> picked;
    private Optional<Shown> shown = Optional.empty();

    private record Shown(BoundaryPicture picture, IntFunction<SampleAt> samples) {}

    /// @param picked takes a sample that is clicked
    SamplePick(PaintedRegion region, Consumer<SampleAt> picked) {
        this.region = region;
        this.picked = picked;
        Clicks.on(region, this::click);
    }

    /// @param samples which sample is the k-th of the picture
    void show(BoundaryPicture picture, IntFunction<SampleAt> samples) {
        shown = Optional.of(new Shown(picture, samples));
    }

    /// Clicks are for something else.
    void off() {
        shown = Optional.empty();
    }

    /// Whether there is a sample where the pointer is.
    boolean isOn(MouseEvent e) {
        return shown.filter(s -> at(s, e).isPresent()).isPresent();
    }

    private void click(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
            shown.ifPresent(s -> at(s, e).stream().mapToObj(s.samples()).forEach(picked));
        }
    }

    private OptionalInt at(Shown s, MouseEvent e) {
        Box area = new Box(0, 0, region.getWidth(), region.getHeight());
        return BoundaryPainter.sampleAt(s.picture(), area, new Point(e.getX(), e.getY()));
    }
}
