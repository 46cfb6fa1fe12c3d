package dev.backstep.ui.train;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.monitor.Monitor.SampleAt;
import dev.backstep.paint.plot.BoundaryPainter;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.ui.kit.PaintedRegion;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// A click on a sample of the boundary, where samples are not edited by clicks.
final class SamplePick {

    private final PaintedRegion region;
    private final IntConsumer picked;
    private Optional<Shown> shown = Optional.empty();

    private record Shown(BoundaryPicture picture, IntFunction<SampleAt> samples) {}

    /// @param picked takes the index of a sample that is trained on
    SamplePick(PaintedRegion region, IntConsumer picked) {
        this.region = region;
        this.picked = picked;
        region.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    /// @param samples which sample is the k-th of the picture
    void show(BoundaryPicture picture, IntFunction<SampleAt> samples) {
        shown = Optional.of(new Shown(picture, samples));
    }

    /// Clicks are for something else.
    void off() {
        shown = Optional.empty();
    }

    private void click(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
            shown.ifPresent(s -> pick(s, new Point(e.getX(), e.getY())));
        }
    }

    private void pick(Shown s, Point at) {
        Box area = new Box(0, 0, region.getWidth(), region.getHeight());
        BoundaryPainter.sampleAt(s.picture(), area, at).stream()
                .mapToObj(s.samples())
                .filter(sample -> !sample.test())
                .forEach(sample -> picked.accept(sample.index()));
    }
}
