package dev.backstep.ui.kit;

import dev.backstep.paint.Painting;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A place in the window that `paint` fills: once a frame at most, however often it is asked to.
public final class PaintedRegion extends Region {

    private final Pixels pixels = new Pixels();
    private Optional<Painting> painting = Optional.empty();
    private boolean stale;

    public PaintedRegion() {
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        getChildren().add(pixels.view());
        widthProperty().addListener((_, _, _) -> repaint());
        heightProperty().addListener((_, _, _) -> repaint());
    }

    /// Paints this from now on.
    public void show(Painting changed) {
        painting = Optional.of(changed);
        repaint();
    }

    private void repaint() {
        stale = true;
        setNeedsLayout(true);
    }

    @Override
    protected void layoutChildren() {
        if (stale && painting.isPresent() && getScene() != null && getWidth() >= 1) {
            stale = false;
            double w = getWidth();
            double h = getHeight();
            Painting now = painting.get();
            pixels.paint(
                    w,
                    h,
                    Enlarged.pixels(this),
                    Pixels.PaintTransform.WINDOW,
                    g -> now.paint(g, w, h));
        }
    }
}
