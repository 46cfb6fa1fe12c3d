package dev.backstep.ui.kit;

import dev.backstep.paint.PaintedWords;
import dev.backstep.paint.Painting;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A place in the window that `paint` fills: once a frame at most, however often it is asked to.
public final class PaintedRegion extends Region {

    private final Pixels pixels = new Pixels();
    private Optional<Painting> painting = Optional.empty();
    private Optional<LivePictures> live = Optional.empty();
    private Optional<PaintedWords> words = Optional.empty();
    private boolean stale;
    private boolean busy;

    /// Counts its pictures, so that one that comes late is known.
    private long painted;

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

    /// What it shows.
    Optional<Painting> painting() {
        return painting;
    }

    /// The line of words that it shows at a place.
    public Optional<PaintedWords.Line> lineAt(double x, double y) {
        return words().flatMap(w -> w.at(x, y));
    }

    /// The lines of words that it shows.
    public List<PaintedWords.Line> lines() {
        return words().map(PaintedWords::lines).orElse(List.of());
    }

    /// Found when they are asked for; nothing before there is a picture.
    private Optional<PaintedWords> words() {
        if (words.isEmpty() && getWidth() >= 1) {
            words = painting.map(p -> PaintedWords.of(p, getWidth(), getHeight()));
        }
        return words;
    }

    /// Whether its pictures come one after another.
    public boolean isLive() {
        return live.filter(LivePictures::areOn).isPresent();
    }

    private void repaint() {
        words = Optional.empty();
        stale = true;
        setNeedsLayout(true);
    }

    /// Has it painted in the background whenever `pictures` says so.
    public void paintedBy(LivePictures pictures) {
        live = Optional.of(pictures);
    }

    @Override
    protected void layoutChildren() {
        if (stale && painting.isPresent() && getScene() != null && getWidth() >= 1) {
            if (pixels.isPainted() && isLive()) {
                later(live.orElseThrow(), painting.get());
            } else {
                now(painting.get());
            }
        }
    }

    private void now(Painting wanted) {
        double w = getWidth();
        double h = getHeight();
        stale = false;
        painted++;
        pixels.paint(
                w,
                h,
                Enlarged.pixels(this),
                Pixels.PaintTransform.WINDOW,
                g -> wanted.paint(g, w, h));
    }

    /// One after the other: what is wanted meanwhile is painted after that, the newest of it.
    private void later(LivePictures by, Painting wanted) {
        if (busy) {
            return;
        }
        double w = getWidth();
        double h = getHeight();
        stale = false;
        busy = true;
        long mine = ++painted;
        Pixels.Bitmap sheet = pixels.hidden(w, h, Enlarged.pixels(this));
        by.paint(
                () -> sheet.paint(Pixels.PaintTransform.WINDOW, g -> wanted.paint(g, w, h)),
                done -> {
                    busy = false;
                    if (done && mine == painted) {
                        pixels.show(sheet);
                    }
                    if (stale) {
                        setNeedsLayout(true);
                    }
                });
    }
}
