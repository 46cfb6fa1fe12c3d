package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.paint.plot.NetworkGeometry.Bar;
import dev.backstep.paint.plot.NetworkGeometry.Block;
import dev.backstep.paint.plot.NetworkGeometry.Footer;
import dev.backstep.paint.plot.NetworkGeometry.Heading;
import dev.backstep.paint.plot.NetworkGeometry.Tile;
import dev.backstep.paint.plot.NetworkPicture.Unit;
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
    private static final double GAP = 18;
    private static final double LARGEST = 320;
    private static final double BAR = 10;

    /// The width of a column that is a bar, with its name.
    private static final double NARROW = 40;

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

    /// A cell of a line: a column or the weights after it.
    private double width(int k, double side) {
        return k % 2 == 0 && isBar(k / 2, side) ? Math.min(NARROW, side) : side;
    }

    private boolean isBar(int c, double side) {
        List<Unit> units = picture.columns().get(c).units();
        return units.isEmpty()
                || units.stream().anyMatch(u -> u.response().isEmpty())
                || side / aRow(units.size()) < SMALLEST;
    }

    private static int aRow(int units) {
        return (int) Math.ceil(Math.sqrt(units));
    }

    private void place() {
        double small = 1;
        double large = LARGEST;
        while (large - small > 0.5) {
            double middle = (small + large) / 2;
            boolean fits =
                    lines(middle).size() * (middle + HEADING + FOOTER) <= area.height()
                            && middle + GAP <= area.width();
            small = fits ? middle : small;
            large = fits ? large : middle;
        }
        List<List<Integer>> lines = lines(small);
        double height = Math.min(area.height() / lines.size(), small + HEADING + FOOTER + 2 * GAP);
        double y = area.center().y() - lines.size() * height / 2;
        for (List<Integer> line : lines) {
            place(line, small, y + (height - small - HEADING - FOOTER) / 2);
            y += height;
        }
    }

    /// The cells in lines, each as full as it can be.
    private List<List<Integer>> lines(double side) {
        List<List<Integer>> lines = new ArrayList<>();
        double x = area.width();
        for (int k = 0; k < 2 * picture.columns().size() - 1; k++) {
            if (x + width(k, side) + GAP > area.width()) {
                lines.add(new ArrayList<>());
                x = 0;
            }
            lines.getLast().add(k);
            x += width(k, side) + GAP;
        }
        return lines;
    }

    private void place(List<Integer> line, double side, double y) {
        double length = line.stream().mapToDouble(k -> width(k, side) + GAP).sum();
        double x = area.center().x() - length / 2;
        for (int k : line) {
            Box cell = new Box(x + GAP / 2, y + HEADING, width(k, side), side);
            if (k % 2 == 0) {
                column(k / 2, cell);
            } else {
                layer(k / 2, cell);
            }
            x += cell.width() + GAP;
        }
    }

    private void column(int c, Box cell) {
        headings.add(new Heading(c, heading(cell)));
        int units = picture.columns().get(c).units().size();
        if (isBar(c, cell.height())) {
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
        int aRow = aRow(units);
        int rows = Math.ceilDiv(units, aRow);
        double step = Math.min(cell.width() / aRow, 72);
        double size = step * 0.88;
        for (int i = 0; i < units; i++) {
            double x = cell.center().x() + (i % aRow - aRow / 2.0) * step;
            double y = cell.center().y() + (i / aRow - rows / 2.0) * step;
            double inset = (step - size) / 2;
            tiles.add(
                    new Tile(
                            new UnitAt(c, i),
                            new Box(x + inset, y + inset, size, size),
                            Optional.empty()));
        }
    }

    private void layer(int k, Box cell) {
        Raster w = picture.layers().get(k).values();
        footers.add(
                new Footer(
                        k, new Box(cell.x() - 2, cell.bottom() + 4, cell.width() + 4, FOOTER - 6)));
        // A matrix much wider than high keeps a height in which its rows can be told apart.
        double aspect = Math.clamp(w.cols() / (double) Math.max(1, w.rows()), 0.25, 2);
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

    private static Box heading(Box cell) {
        return new Box(
                cell.x() - GAP / 2 + 2,
                cell.y() - HEADING + 2,
                cell.width() + GAP - 4,
                HEADING - 6);
    }
}
