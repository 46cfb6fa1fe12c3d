package dev.backstep.ui.kit;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
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

    /// How many sheets there are beside the one that is shown.
    private static final int SPARE = 2;

    private final ImageView view = new ImageView();
    private final Deque<Bitmap> spare = new ArrayDeque<>();
    private @Nullable Bitmap front;

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

    /// What is painted on, and shown when it is done. Belongs to one thread at a time.
    public static final class Bitmap {

        private final double scale;
        private final BufferedImage image;
        private final PixelBuffer<IntBuffer> buffer;
        private final WritableImage shown;

        private Bitmap(double width, double height, double scale) {
            this.scale = scale;
            this.image =
                    new BufferedImage(
                            pixels(width, scale),
                            pixels(height, scale),
                            BufferedImage.TYPE_INT_ARGB_PRE);
            this.buffer =
                    new PixelBuffer<>(
                            image.getWidth(),
                            image.getHeight(),
                            IntBuffer.wrap(data(image)),
                            PixelFormat.getIntArgbPreInstance());
            this.shown = new WritableImage(buffer);
        }

        private static int[] data(BufferedImage image) {
            return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        }

        private static int pixels(double length, double scale) {
            return (int) Math.max(1, Math.ceil(length * scale));
        }

        private boolean has(double width, double height, double itsScale) {
            return image.getWidth() == pixels(width, itsScale)
                    && image.getHeight() == pixels(height, itsScale)
                    && scale == itsScale;
        }

        private boolean isLike(Bitmap other) {
            return image.getWidth() == other.image.getWidth()
                    && image.getHeight() == other.image.getHeight()
                    && scale == other.scale;
        }

        /// Paints anew, on transparent ground.
        ///
        /// @param painting draws in the units of the frame
        public void paint(PaintTransform frame, Consumer<Graphics2D> painting) {
            Arrays.fill(data(image), 0);
            Graphics2D g = image.createGraphics();
            g.scale(scale, scale);
            g.translate(frame.x(), frame.y());
            g.scale(frame.zoom(), frame.zoom());
            painting.accept(g);
            g.dispose();
        }
    }

    /// Paints anew, on transparent ground, and shows it.
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
        Bitmap now = front;
        Bitmap sheet =
                now != null && now.has(width, height, scale)
                        ? now
                        : new Bitmap(width, height, scale);
        sheet.paint(frame, painting);
        show(sheet);
    }

    /// A sheet that is not shown, to be painted on by another thread. It is none of the two that
    /// were shown last: the window may still be drawing them.
    public Bitmap hidden(double width, double height, double scale) {
        Bitmap oldest = spare.size() < SPARE ? null : spare.poll();
        return oldest != null && oldest.has(width, height, scale)
                ? oldest
                : new Bitmap(width, height, scale);
    }

    /// Shows what is painted on a sheet.
    @SuppressWarnings("ReferenceEquality") // the sheet itself
    public void show(Bitmap sheet) {
        Bitmap before = front;
        if (before != sheet) {
            if (before != null && before.isLike(sheet)) {
                spare.add(before);
            } else {
                spare.clear();
            }
            front = sheet;
            view.setImage(sheet.shown);
        }
        view.setFitWidth(sheet.image.getWidth() / sheet.scale);
        view.setFitHeight(sheet.image.getHeight() / sheet.scale);
        sheet.buffer.updateBuffer(_ -> null);
    }

    /// Whether there is anything to be seen yet.
    public boolean isPainted() {
        return front != null;
    }
}
