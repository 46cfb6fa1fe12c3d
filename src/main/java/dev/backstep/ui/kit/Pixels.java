package dev.backstep.ui.kit;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Lends `paint` the pixels of a place in the window: what is painted on them is shown without a
/// copy.
///
/// Pixels are those of the screen, so that pictures are sharp where the system scales the
/// interface. The only class of the window that knows `java.awt`.
public final class Pixels {

    private final ImageView view = new ImageView();
    private @Nullable BufferedImage image;
    private @Nullable PixelBuffer<IntBuffer> buffer;

    public Pixels() {
        view.setManaged(false);
        view.setMouseTransparent(true);
    }

    /// A picture of `export` as one that the window can show.
    public static WritableImage image(BufferedImage picture) {
        int w = picture.getWidth();
        int h = picture.getHeight();
        WritableImage image = new WritableImage(w, h);
        int[] row = new int[w];
        for (int y = 0; y < h; y++) {
            picture.getRGB(0, y, w, 1, row, 0, w);
            image.getPixelWriter()
                    .setPixels(0, y, w, 1, PixelFormat.getIntArgbInstance(), row, 0, w);
        }
        return image;
    }

    /// The node that shows what was painted last.
    public ImageView view() {
        return view;
    }

    /// Where the origin of what is painted lies, in the units of the window, and how large its own
    /// units are there.
    public record PaintTransform(double x, double y, double zoom) {

        /// Its own units are those of the window.
        public static final PaintTransform WINDOW = new PaintTransform(0, 0, 1);
    }

    /// Paints anew, on transparent ground.
    ///
    /// @param width in the units of the window
    /// @param scale pixels a unit
    /// @param painting draws in the units of the frame
    public void paint(
            double width,
            double height,
            double scale,
            PaintTransform frame,
            Consumer<Graphics2D> painting) {
        int w = (int) Math.max(1, Math.ceil(width * scale));
        int h = (int) Math.max(1, Math.ceil(height * scale));
        BufferedImage target = image;
        PixelBuffer<IntBuffer> shown = buffer;
        if (target == null || shown == null || target.getWidth() != w || target.getHeight() != h) {
            target = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB_PRE);
            int[] data = ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
            shown =
                    new PixelBuffer<>(
                            w, h, IntBuffer.wrap(data), PixelFormat.getIntArgbPreInstance());
            view.setImage(new WritableImage(shown));
            image = target;
            buffer = shown;
        } else {
            Arrays.fill(((DataBufferInt) target.getRaster().getDataBuffer()).getData(), 0);
        }
        view.setFitWidth(w / scale);
        view.setFitHeight(h / scale);
        Graphics2D g = target.createGraphics();
        g.scale(scale, scale);
        g.translate(frame.x(), frame.y());
        g.scale(frame.zoom(), frame.zoom());
        painting.accept(g);
        g.dispose();
        shown.updateBuffer(_ -> null);
    }
}
