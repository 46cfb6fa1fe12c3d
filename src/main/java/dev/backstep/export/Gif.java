package dev.backstep.export;

import dev.backstep.export.Png.Picture;
import dev.backstep.layout.StepDiagrams;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// All steps as an animated GIF with one palette, written by ImageIO. A frame holds only what
/// differs from the frame before. It always has its paper: GIF knows no smooth edges on nothing.
public final class Gif {

    /// How long a step stays, in hundredths of a second, and the last one before all begins anew.
    static final int STEP = 120;

    static final int LAST = 360;

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private final Film film;
    private final GifPalette palette;
    private final IndexColorModel model;
    private final BufferedImage shown;

    private Gif(Film film, GifPalette palette) {
        this.film = film;
        this.palette = palette;
        this.model = palette.model();
        BufferedImage image = film.image();
        this.shown = indexed(image.getWidth(), image.getHeight());
    }

    /// Whether a file's name asks for one.
    public static boolean isNamed(String file) {
        return file.regionMatches(true, file.length() - 4, ".gif", 0, 4);
    }

    /// Writes the film; the stream stays open. Each step is drawn twice: to choose the colours, and
    /// to write it.
    ///
    /// @throws dev.backstep.text.Refusal if it is refused, see [StepSeries#refusal]
    /// @throws CancellationException if the course says so
    public static void write(
            StepDiagrams steps, Picture picture, ExportCourse course, OutputStream to)
            throws IOException {
        Picture opaque = picture.withTransparent(false);
        StepSeries.check(PictureFormat.PNG, steps, opaque);
        StepSheets sheets = StepSheets.of(steps, opaque);
        GifPalette palette = palette(new Film(sheets), course);
        new Gif(new Film(sheets), palette).write(course, to);
    }

    /// The colours of a film.
    static GifPalette palette(Film film, ExportCourse course) {
        GifPalette.Count count = new GifPalette.Count();
        for (int i = 0; i < film.size(); i++) {
            film.show(i).forEach(part -> count.add(film.image(), part));
            course.reached((i + 1) / 2, film.size());
        }
        return count.palette();
    }

    private void write(ExportCourse course, OutputStream to) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = new MemoryCacheImageOutputStream(to)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < film.size(); i++) {
                Rectangle part = turn(film.show(i), i);
                boolean last = i == film.size() - 1;
                writer.writeToSequence(
                        new IIOImage(cut(part), null, metadata(writer, part, i == 0, last)), null);
                course.reached((film.size() + i + 1) / 2, film.size());
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private BufferedImage indexed(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    }

    /// Turns what is shown into the step that the film shows.
    ///
    /// @param places where it may differ
    /// @return where it does; of a step that looks like the one before, one pixel
    private Rectangle turn(List<Rectangle> places, int step) {
        Rectangle changed = new Rectangle(-1, -1);
        for (Rectangle place : places) {
            for (int y = place.y; y < place.y + place.height; y++) {
                changed = changed.union(turn(place.x, y, place.width));
            }
        }
        if (step == 0) {
            return shown.getRaster().getBounds();
        }
        return changed.isEmpty() ? new Rectangle(1, 1) : changed;
    }

    /// The same of a piece of a row.
    private Rectangle turn(int x, int y, int width) {
        int[] row = film.image().getRGB(x, y, width, 1, null, 0, width);
        int[] indices = shown.getRaster().getSamples(x, y, width, 1, 0, (int[]) null);
        int from = width;
        int to = -1;
        for (int i = 0; i < width; i++) {
            int index = palette.index(row[i]);
            if (index != indices[i]) {
                indices[i] = index;
                from = Math.min(from, i);
                to = i;
            }
        }
        if (to < 0) {
            return new Rectangle(-1, -1);
        }
        shown.getRaster().setSamples(x, y, width, 1, 0, indices);
        return new Rectangle(x + from, y, to - from + 1, 1);
    }

    private BufferedImage cut(Rectangle part) {
        BufferedImage cut = indexed(part.width, part.height);
        cut.getRaster()
                .setRect(
                        shown.getRaster()
                                .createChild(part.x, part.y, part.width, part.height, 0, 0, null));
        return cut;
    }

    private IIOMetadata metadata(ImageWriter writer, Rectangle part, boolean first, boolean last)
            throws IIOInvalidTreeException {
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(
                        ImageTypeSpecifier.createFromRenderedImage(shown), null);
        var root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode place = node(root, "ImageDescriptor");
        place.setAttribute("imageLeftPosition", Integer.toString(part.x));
        place.setAttribute("imageTopPosition", Integer.toString(part.y));
        place.setAttribute("imageWidth", Integer.toString(part.width));
        place.setAttribute("imageHeight", Integer.toString(part.height));
        place.setAttribute("interlaceFlag", "FALSE");
        IIOMetadataNode control = node(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(last ? LAST : STEP));
        if (first) {
            node(root, "ApplicationExtensions").appendChild(endless());
        }
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    /// What makes players begin anew.
    private static IIOMetadataNode endless() {
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        return loop;
    }

    private static IIOMetadataNode node(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        IIOMetadataNode added = new IIOMetadataNode(name);
        root.appendChild(added);
        return added;
    }
}
