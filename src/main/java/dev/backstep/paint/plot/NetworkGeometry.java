package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.plot.NetworkPicture.BiasAt;
import dev.backstep.paint.plot.NetworkPicture.Part;
import dev.backstep.paint.plot.NetworkPicture.UnitAt;
import dev.backstep.paint.plot.NetworkPicture.WeightAt;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where all of a network picture lies in a rectangle. While there is room, a column is a column of
/// tiles, and each weight a wire; else the units of a column stand in several columns of small
/// tiles, and the weights between are a heat map, so that nothing is left out.
///
/// @param tiles of all units that are drawn one by one
/// @param wires one for each weight, or none
/// @param blocks heat maps of weights, or none
/// @param bars columns whose units are too many or have no map
/// @param headings the name of each column and its colour scale
/// @param footers the name of each layer and the norm of its gradient
public record NetworkGeometry(
        Box area,
        List<Tile> tiles,
        List<Wire> wires,
        List<Block> blocks,
        List<Bar> bars,
        List<Heading> headings,
        List<Footer> footers) {

    /// How near the pointer must be to a wire or a dot.
    private static final double NEAR = 5;

    /// The radius of the largest dot of a bias.
    static final double DOT = 4.4;

    public NetworkGeometry {
        tiles = List.copyOf(tiles);
        wires = List.copyOf(wires);
        blocks = List.copyOf(blocks);
        bars = List.copyOf(bars);
        headings = List.copyOf(headings);
        footers = List.copyOf(footers);
    }

    /// Places a picture in an area. Cost: linear in units and wires.
    public static NetworkGeometry of(NetworkPicture picture, Box area) {
        return TilesGeometry.of(picture, area).orElseGet(() -> BlocksGeometry.of(picture, area));
    }

    /// The map of a unit.
    ///
    /// @param bias where the dot of its bias is, if there is one
    public record Tile(UnitAt unit, Box box, Optional<Point> bias) {}

    /// A weight, as a curve that leaves and arrives level.
    public record Wire(WeightAt weight, Point start, Point end) {

        CubicCurve2D curve() {
            double half = (end.x() - start.x()) / 2;
            return new CubicCurve2D.Double(
                    start.x(),
                    start.y(),
                    start.x() + half,
                    start.y(),
                    end.x() - half,
                    end.y(),
                    end.x(),
                    end.y());
        }

        /// The point on the curve at a parameter from 0, its start, to 1.
        public Point at(double t) {
            double half = (end.x() - start.x()) / 2;
            double back = 1 - t;
            double x = start.x() + 3 * back * t * half + t * t * t * 2 * half;
            double y = start.y() + (end.y() - start.y()) * t * t * (3 - 2 * t);
            return new Point(x, y);
        }

        /// The middle of the curve.
        public Point middle() {
            return new Point((start.x() + end.x()) / 2, (start.y() + end.y()) / 2);
        }

        double distance(Point p) {
            if (p.x() < start.x() - NEAR || p.x() > end.x() + NEAR) {
                return Double.POSITIVE_INFINITY;
            }
            double nearest = Double.POSITIVE_INFINITY;
            double[] at = new double[6];
            Point last = start;
            PathIterator i = curve().getPathIterator(null, 0.5);
            for (; !i.isDone(); i.next()) {
                i.currentSegment(at);
                nearest =
                        Math.min(
                                nearest,
                                Line2D.ptSegDist(last.x(), last.y(), at[0], at[1], p.x(), p.y()));
                last = new Point(at[0], at[1]);
            }
            return nearest;
        }
    }

    /// The weights of a layer as a heat map.
    public record Block(int layer, int rows, int cols, Box box) {

        Part at(Point p) {
            int to = cell(p.y() - box.y(), box.height(), rows);
            int from = cell(p.x() - box.x(), box.width(), cols);
            return new WeightAt(layer, to, from);
        }

        /// Where a weight lies.
        public Box cell(int to, int from) {
            double width = box.width() / cols;
            double height = box.height() / rows;
            return new Box(box.x() + from * width, box.y() + to * height, width, height);
        }

        private static int cell(double at, double size, int count) {
            return Math.clamp((int) (at / size * count), 0, count - 1);
        }
    }

    /// A column of units that are not drawn one by one.
    public record Bar(int column, int units, Box box) {}

    /// The place above a column.
    public record Heading(int column, Box box) {}

    /// The place below a layer.
    public record Footer(int layer, Box box) {}

    /// What lies at a place: a bias, a unit, the nearest wire, a cell of a heat map.
    public Optional<Part> at(Point p) {
        Optional<Part> bias =
                tiles.stream()
                        .filter(t -> t.bias().filter(dot -> near(dot, p)).isPresent())
                        .findFirst()
                        .map(t -> new BiasAt(t.unit().column(), t.unit().unit()));
        return bias.or(() -> unit(p)).or(() -> block(p)).or(() -> wire(p));
    }

    private Optional<Part> unit(Point p) {
        return tiles.stream().filter(t -> t.box().contains(p)).findFirst().map(Tile::unit);
    }

    private Optional<Part> block(Point p) {
        return blocks.stream().filter(b -> b.box().contains(p)).findFirst().map(b -> b.at(p));
    }

    private Optional<Part> wire(Point p) {
        return wires.stream()
                .filter(w -> w.distance(p) <= NEAR)
                .min(Comparator.comparingDouble(w -> w.distance(p)))
                .map(Wire::weight);
    }

    private static boolean near(Point dot, Point p) {
        return Math.hypot(dot.x() - p.x(), dot.y() - p.y()) <= NEAR;
    }
}
