package dev.backstep.paint;

import dev.backstep.layout.Box;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Pieces of a picture that are drawn once at a scale and then stamped, for a window that repaints
/// at every step.
///
/// A stamp lands on whole pixels, so that it is as sharp as what it was drawn from. Where pictures
/// go to a file, nothing is stamped: every piece is drawn as shapes.
final class ImageCache {

    /// The most pixels kept.
    private static final long ROOM = 16_000_000;

    private final Optional<Map<Key, BufferedImage>> kept;
    private long pixels;

    private ImageCache(Optional<Map<Key, BufferedImage>> kept) {
        this.kept = kept;
    }

    static ImageCache kept() {
        return new ImageCache(Optional.of(new LinkedHashMap<>(256, 0.75f, true)));
    }

    static ImageCache none() {
        return new ImageCache(Optional.empty());
    }

    private record Key(Object what, double scale) {}

    /// Draws a piece.
    ///
    /// @param what tells the piece from others: equal keys look equal, but for their place
    /// @param area all that the piece covers
    /// @param piece draws it with the upper left corner of the area at (0, 0)
    void draw(Graphics2D g, Object what, Box area, Consumer<Graphics2D> piece) {
        AffineTransform before = g.getTransform();
        double scale = before.getScaleX();
        boolean upright =
                before.getShearX() == 0 && before.getShearY() == 0 && scale == before.getScaleY();
        if (kept.isEmpty()
                || !upright
                || area.width() * area.height() * scale * scale > 1_000_000) {
            g.translate(area.x(), area.y());
            piece.accept(g);
            g.setTransform(before);
            return;
        }
        Map<Key, BufferedImage> images = kept.get();
        Key key = new Key(what, scale);
        BufferedImage image = images.get(key);
        if (image == null) {
            image = image(area, scale, piece);
            images.put(key, image);
            pixels += (long) image.getWidth() * image.getHeight();
            forget(images);
        }
        g.setTransform(new AffineTransform());
        int x = (int) Math.round(before.getTranslateX() + area.x() * scale);
        int y = (int) Math.round(before.getTranslateY() + area.y() * scale);
        g.drawImage(image, x, y, null);
        g.setTransform(before);
    }

    private static BufferedImage image(Box area, double scale, Consumer<Graphics2D> piece) {
        int width = (int) Math.ceil(area.width() * scale) + 1;
        int height = (int) Math.ceil(area.height() * scale) + 1;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        FormulaPainter.smooth(g);
        g.scale(scale, scale);
        piece.accept(g);
        g.dispose();
        return image;
    }

    private void forget(Map<Key, BufferedImage> images) {
        var oldest = images.entrySet().iterator();
        while (pixels > ROOM && images.size() > 1 && oldest.hasNext()) {
            BufferedImage gone = oldest.next().getValue();
            pixels -= (long) gone.getWidth() * gone.getHeight();
            oldest.remove();
        }
    }
}
