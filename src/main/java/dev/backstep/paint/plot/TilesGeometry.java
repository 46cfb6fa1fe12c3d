package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.plot.NetworkGeometry.Footer;
import dev.backstep.paint.plot.NetworkGeometry.Heading;
import dev.backstep.paint.plot.NetworkGeometry.Tile;
import dev.backstep.paint.plot.NetworkGeometry.Wire;
import dev.backstep.paint.plot.NetworkPicture.UnitAt;
import dev.backstep.paint.plot.NetworkPicture.UnitColumn;
import dev.backstep.paint.plot.NetworkPicture.WeightAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Columns of tiles with wires between them.
///
/// ```
///    X       a¹      a²      ŷ
///            [ ]     [ ]
///   [ ] ~~~~ [ ] ~~~ [ ]
///            [ ]     [ ] ~~ [ ]
///   [ ] ~~~~ [ ] ~~~ [ ]
///        W¹,b¹   W²,b²   W³,b³
/// ```
final class TilesGeometry {

    private static final double HEADING = 52;
    private static final double FOOTER = 64;
    private static final double SMALLEST = 13;
    private static final double LARGEST = 110;
    private static final int MOST_WIRES = 4000;

    /// Tiles of two columns are so far apart at least that wires can be told from each other.
    private static final double NARROWEST = 24;

    private final NetworkPicture picture;
    private final Box area;
    private final double step;
    private final double tile;

    private TilesGeometry(NetworkPicture picture, Box area) {
        this.picture = picture;
        this.area = area;
        int columns = picture.columns().size();
        this.step = Math.min(area.width() / (columns + 0.4), Math.max(180, area.height() * 0.42));
        int most = picture.columns().stream().mapToInt(c -> c.units().size()).max().orElse(1);
        this.tile = Math.min(Math.min(height() / Math.max(1, most) * 0.67, step * 0.36), LARGEST);
    }

    /// Nothing if there is too little room.
    static Optional<NetworkGeometry> of(NetworkPicture picture, Box area) {
        TilesGeometry geometry = new TilesGeometry(picture, area);
        return geometry.fits() ? Optional.of(geometry.placed()) : Optional.empty();
    }

    private boolean fits() {
        long wires =
                picture.layers().stream()
                        .mapToLong(w -> (long) w.values().cols() * w.values().rows())
                        .sum();
        return wires <= MOST_WIRES
                && picture.columns().size() > 1
                && tile >= SMALLEST
                && step - tile >= NARROWEST;
    }

    private double height() {
        return area.height() - HEADING - FOOTER;
    }

    private double x(int column) {
        return area.center().x() + (column - (picture.columns().size() - 1) / 2.0) * step;
    }

    private NetworkGeometry placed() {
        List<Tile> tiles = new ArrayList<>();
        List<Heading> headings = new ArrayList<>();
        List<Footer> footers = new ArrayList<>();
        List<List<Tile>> columns = new ArrayList<>();
        for (int c = 0; c < picture.columns().size(); c++) {
            columns.add(column(c));
            tiles.addAll(columns.getLast());
            headings.add(
                    new Heading(c, new Box(x(c) - step / 2, area.y() + 6, step, HEADING - 12)));
        }
        List<Wire> wires = new ArrayList<>();
        for (int k = 0; k < picture.layers().size(); k++) {
            wires(k, columns.get(k), columns.get(k + 1), wires);
            double width = Math.min(104, step - 10);
            footers.add(
                    new Footer(
                            k,
                            new Box(
                                    (x(k) + x(k + 1)) / 2 - width / 2,
                                    area.bottom() - FOOTER + 4,
                                    width,
                                    FOOTER - 8)));
        }
        return new NetworkGeometry(area, tiles, wires, List.of(), List.of(), headings, footers);
    }

    /// Few units are set far apart; a single one is a little larger.
    private List<Tile> column(int c) {
        UnitColumn column = picture.columns().get(c);
        int units = column.units().size();
        double apart = Math.min(height() / Math.max(1, units), 2.7 * tile);
        double size = units == 1 ? 1.18 * tile : tile;
        double middle = area.y() + HEADING + height() / 2;
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            double y = middle + (i - (units - 1) / 2.0) * apart;
            Box box = new Box(x(c) - size / 2, y - size / 2, size, size);
            Optional<Point> bias =
                    column.units().get(i).bias().map(_ -> new Point(box.x(), box.bottom()));
            tiles.add(new Tile(new UnitAt(c, i), box, bias));
        }
        return tiles;
    }

    private static void wires(int layer, List<Tile> left, List<Tile> right, List<Wire> wires) {
        for (int to = 0; to < right.size(); to++) {
            for (int from = 0; from < left.size(); from++) {
                Box a = left.get(from).box();
                Box b = right.get(to).box();
                wires.add(
                        new Wire(
                                new WeightAt(layer, to, from),
                                new Point(a.right(), a.center().y()),
                                new Point(b.x(), b.center().y())));
            }
        }
    }
}
