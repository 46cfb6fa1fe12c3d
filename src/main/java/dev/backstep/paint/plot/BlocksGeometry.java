package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.paint.plot.NetworkGeometry.Bar;
import dev.backstep.paint.plot.NetworkGeometry.Block;
import dev.backstep.paint.plot.NetworkGeometry.Footer;
import dev.backstep.paint.plot.NetworkGeometry.Heading;
import dev.backstep.paint.plot.NetworkGeometry.Tile;
import dev.backstep.paint.plot.NetworkPicture.Column;
import dev.backstep.paint.plot.NetworkPicture.UnitAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Columns and the weights between them by turns, in as many lines as make them largest.
///
/// ```
///   X   W¹,b¹   a¹   W²,b²   ŷ
///   ▮   ▦▦▦▦    ▤▤   ▦▦▦▦    ▤
/// ```
final class BlocksGeometry {

    private static final double HEADING = 44;
    private static final double FOOTER = 48;
    private static final double GAP = 14;
    private static final double LARGEST = 260;
    private static final double BAR = 10;

    /// The smallest tile of a unit on which its map can be seen.
    private static final double SMALLEST = 5;

    private final NetworkPicture picture;
    private final Box area;
    private final List<Tile> tiles = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private final List<Footer> footers = new ArrayList<>();

    private BlocksGeometry(NetworkPicture picture, Box area) {
        this.picture = picture;
        this.area = area;
    }

    static NetworkGeometry of(NetworkPicture picture, Box area) {
        BlocksGeometry geometry = new BlocksGeometry(picture, area);
        geometry.place();
        return new NetworkGeometry(
                area,
                geometry.tiles,
                List.of(),
                geometry.blocks,
                geometry.bars,
                geometry.headings,
                geometry.footers);
    }

    private void place() {
        int cells = 2 * picture.columns().size() - 1;
        int lines = lines(cells);
        int aLine = Math.ceilDiv(cells, lines);
        double width = area.width() / aLine;
        double height = area.height() / lines;
        double side = side(width, height);
        double pitch = Math.min(width, side + 4 * GAP);
        for (int k = 0; k < cells; k++) {
            int inLine = Math.min(aLine, cells - k / aLine * aLine);
            double x = area.center().x() + (k % aLine - inLine / 2.0) * pitch;
            double y = area.y() + k / aLine * height + (height - side - HEADING - FOOTER) / 2;
            Box cell = new Box(x + (pitch - side) / 2, y + HEADING, side, side);
            if (k % 2 == 0) {
                column(k / 2, cell, pitch);
            } else {
                layer(k / 2, cell, pitch);
            }
        }
    }

    /// The number of lines that leaves the largest squares.
    private int lines(int cells) {
        int best = 1;
        double largest = 0;
        for (int lines = 1; lines <= cells; lines++) {
            double side = side(area.width() / Math.ceilDiv(cells, lines), area.height() / lines);
            if (side > largest) {
                largest = side;
                best = lines;
            }
        }
        return best;
    }

    private static double side(double width, double height) {
        return Math.clamp(Math.min(width - GAP, height - HEADING - FOOTER), 1, LARGEST);
    }

    private void column(int c, Box cell, double pitch) {
        Column column = picture.columns().get(c);
        int units = column.units().size();
        headings.add(new Heading(c, heading(cell, pitch)));
        int aRow = (int) Math.ceil(Math.sqrt(units));
        double step = cell.width() / Math.max(1, aRow);
        boolean mapped = column.units().stream().allMatch(u -> u.response().isPresent());
        if (units == 0 || !mapped || step < SMALLEST) {
            double width = Math.min(BAR, cell.width());
            bars.add(
                    new Bar(
                            c,
                            units,
                            new Box(
                                    cell.center().x() - width / 2,
                                    cell.y(),
                                    width,
                                    cell.height())));
            return;
        }
        double size = Math.min(step * 0.88, 64);
        double pitched = size / 0.88;
        int rows = Math.ceilDiv(units, aRow);
        for (int i = 0; i < units; i++) {
            int inRow = Math.min(aRow, units - i / aRow * aRow);
            double x = cell.center().x() + (i % aRow - aRow / 2.0) * pitched;
            double single = inRow < aRow && rows == 1 ? (aRow - inRow) / 2.0 * pitched : 0;
            double y = cell.center().y() + (i / aRow - rows / 2.0) * pitched;
            double inset = (pitched - size) / 2;
            tiles.add(
                    new Tile(
                            new UnitAt(c, i),
                            new Box(x + single + inset, y + inset, size, size),
                            Optional.empty()));
        }
    }

    private void layer(int k, Box cell, double pitch) {
        Raster w = picture.layers().get(k).values();
        footers.add(
                new Footer(
                        k,
                        new Box(
                                cell.center().x() - pitch / 2 + 2,
                                cell.bottom() + 4,
                                pitch - 4,
                                FOOTER - 6)));
        // A matrix much wider than high keeps a height in which its rows can be told apart.
        double aspect = Math.clamp(w.cols() / (double) Math.max(1, w.rows()), 0.25, 4);
        double width = aspect >= 1 ? cell.width() : cell.width() * aspect;
        double height = aspect >= 1 ? cell.height() / aspect : cell.height();
        blocks.add(
                new Block(
                        k,
                        w.rows(),
                        w.cols(),
                        new Box(
                                cell.center().x() - width / 2,
                                cell.center().y() - height / 2,
                                width,
                                height)));
    }

    private static Box heading(Box cell, double pitch) {
        return new Box(cell.center().x() - pitch / 2, cell.y() - HEADING + 2, pitch, HEADING - 6);
    }
}
