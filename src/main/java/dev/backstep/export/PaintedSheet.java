package dev.backstep.export;

import dev.backstep.export.Png.Picture;
import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/// A sheet in pixels, painted on two cores: each paints all that touches its side of a cut, on an
/// image of its own; then one takes over the side of the other. Every pixel is that of the sheet
/// painted by one: nothing is clipped at the cut, which would move curves by a shade.
final class PaintedSheet {

    /// The most of all pieces that one side may have, if two are to be faster.
    private static final double WORTH = 0.75;

    /// Pixels beyond a piece that smoothing may colour, and half a dot of the paper.
    private static final int REACH = 4;

    private final Sheet sheet;
    private final Picture picture;
    private final double scale;
    private final Png.PixelSize size;

    private PaintedSheet(Sheet sheet, Picture picture) {
        this.sheet = sheet;
        this.picture = picture;
        this.scale = Png.scale(picture, sheet.size());
        this.size = Png.pixels(sheet.size(), picture);
    }

    /// @param at where it is, in units
    /// @param most the pieces on the side that has more
    private record Cut(boolean across, double at, long most) {}

    static BufferedImage image(Sheet sheet, Picture picture) {
        return new PaintedSheet(sheet, picture).image();
    }

    private BufferedImage image() {
        Optional<Cut> cut = cut();
        return cut.isPresent() ? image(cut.get()) : painted(sheet::paint);
    }

    private BufferedImage image(Cut cut) {
        double reach = REACH / scale;
        Box all = Box.at(new Point(0, 0), sheet.size());
        double end = cut.at + reach;
        double start = cut.at - reach;
        Box first = cut.across ? new Box(0, 0, all.width(), end) : new Box(0, 0, end, all.height());
        Box second =
                cut.across
                        ? new Box(0, start, all.width(), all.height() - start)
                        : new Box(start, 0, all.width() - start, all.height());
        CompletableFuture<BufferedImage> other =
                CompletableFuture.supplyAsync(() -> painted(g -> sheet.paint(g, second)));
        BufferedImage image = painted(g -> sheet.paint(g, first));
        int from = (int) Math.round(cut.at * scale);
        takeOver(Ahead.joined(other), image, cut.across ? 0 : from, cut.across ? from : 0);
        return image;
    }

    private BufferedImage painted(Consumer<Graphics2D> paint) {
        BufferedImage image = Png.paper(size, picture);
        Graphics2D g = image.createGraphics();
        g.scale(scale, scale);
        paint.accept(g);
        g.dispose();
        return image;
    }

    /// Takes over all right of a column and below a row.
    private static void takeOver(BufferedImage from, BufferedImage to, int column, int row) {
        int wide = to.getWidth();
        for (int y = row; y < to.getHeight(); y++) {
            int at = y * wide + column;
            System.arraycopy(pixels(from), at, pixels(to), at, wide - column);
        }
    }

    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /// The better of the two cuts that part its pieces in half; nothing if two cores are no faster.
    private Optional<Cut> cut() {
        boolean holdsTwo = PictureLimits.tooLarge(size, 2).isEmpty();
        if (!holdsTwo || Runtime.getRuntime().availableProcessors() < 2) {
            return Optional.empty();
        }
        List<Box> pieces =
                sheet.pieces().stream().filter(p -> !p.isPaper()).map(Sheet.Piece::extent).toList();
        Cut down = cut(false, pieces, Box::x, Box::right);
        Cut across = cut(true, pieces, Box::y, Box::bottom);
        Cut better = down.most <= across.most ? down : across;
        return better.most <= WORTH * pieces.size() ? Optional.of(better) : Optional.empty();
    }

    private static Cut cut(
            boolean across,
            List<Box> pieces,
            ToDoubleFunction<Box> start,
            ToDoubleFunction<Box> end) {
        double[] centres =
                pieces.stream()
                        .mapToDouble(b -> (start.applyAsDouble(b) + end.applyAsDouble(b)) / 2)
                        .sorted()
                        .toArray();
        double at = centres[centres.length / 2];
        long before = pieces.stream().filter(b -> start.applyAsDouble(b) < at).count();
        long after = pieces.stream().filter(b -> end.applyAsDouble(b) > at).count();
        return new Cut(across, at, Math.max(before, after));
    }
}
