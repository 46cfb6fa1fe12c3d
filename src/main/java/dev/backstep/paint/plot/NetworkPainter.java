package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.NetworkGeometry.Bar;
import dev.backstep.paint.plot.NetworkGeometry.Block;
import dev.backstep.paint.plot.NetworkGeometry.Tile;
import dev.backstep.paint.plot.NetworkPicture.Bias;
import dev.backstep.paint.plot.NetworkPicture.BiasAt;
import dev.backstep.paint.plot.NetworkPicture.Emphasis;
import dev.backstep.paint.plot.NetworkPicture.Unit;
import dev.backstep.paint.plot.NetworkPicture.UnitAt;
import dev.backstep.paint.plot.NetworkPicture.WeightAt;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.Optional;

/// Draws a network in the places of its geometry: wires, from the smallest to the largest, then
/// tiles, biases, names and norms.
public final class NetworkPainter {

    private final Theme theme;
    private final NetworkPicture picture;
    private final NetworkGeometry places;
    private final Emphasis emphasis;
    private final double largest;
    private final double largestBias;

    private NetworkPainter(
            Theme theme, NetworkPicture picture, NetworkGeometry places, Emphasis emphasis) {
        this.theme = theme;
        this.picture = picture;
        this.places = places;
        this.emphasis = emphasis;
        this.largest = picture.largest();
        this.largestBias = picture.largestBias();
    }

    /// Draws all but the paper behind it.
    ///
    /// @param places those of this picture, see [NetworkGeometry#of]
    public static void paint(
            Graphics2D g,
            Theme theme,
            NetworkPicture picture,
            NetworkGeometry places,
            Emphasis emphasis) {
        FormulaPainter.smooth(g);
        NetworkPainter painter = new NetworkPainter(theme, picture, places, emphasis);
        NetworkWires.paint(g, theme, picture, places, emphasis);
        places.blocks().forEach(b -> painter.block(g, b));
        places.bars().forEach(b -> painter.bar(g, b));
        places.tiles().forEach(t -> painter.tile(g, t));
        places.tiles().forEach(t -> painter.bias(g, t));
        painter.rings(g);
        NetworkLabels labels = new NetworkLabels(theme, picture, places);
        labels.paint(g);
    }

    /// Where there are more weights than pixels, the largest of those that share one is shown.
    private void block(Graphics2D g, Block block) {
        int cols = cells(block.cols(), block.box().width());
        int rows = cells(block.rows(), block.box().height());
        boolean known = !picture.shown(block.layer()).isEmpty();
        RasterPainter.paint(
                g,
                cols,
                rows,
                (col, row) ->
                        known
                                ? weight(strongest(block, col, row, cols, rows))
                                : theme.color(ColorRole.SOFT),
                block.box(),
                radius(Math.min(block.box().width(), block.box().height())));
        border(g, block.box());
    }

    private static int cells(int weights, double length) {
        return (int) Math.clamp(2 * length, 1, weights);
    }

    private double strongest(Block block, int col, int row, int cols, int rows) {
        Raster all = picture.shown(block.layer());
        double strongest = 0;
        for (int i = part(row, rows, all.rows()); i < part(row + 1, rows, all.rows()); i++) {
            for (int j = part(col, cols, all.cols()); j < part(col + 1, cols, all.cols()); j++) {
                double value = all.at(j, i);
                strongest = !(Math.abs(value) <= Math.abs(strongest)) ? value : strongest;
            }
        }
        return strongest;
    }

    private static int part(int k, int parts, int count) {
        return (int) ((long) k * count / parts);
    }

    private Color weight(double value) {
        return PlotColors.twoSided(
                theme,
                Double.isFinite(value)
                        ? Math.signum(value) * NetworkWires.share(value, largest)
                        : Double.NaN);
    }

    private void bar(Graphics2D g, Bar bar) {
        g.setColor(theme.color(ColorRole.SOFT));
        g.fill(RasterPainter.round(bar.box(), bar.box().width() / 2));
        g.setColor(theme.color(ColorRole.DIM));
        g.setStroke(new BasicStroke(1));
        g.draw(RasterPainter.round(bar.box(), bar.box().width() / 2));
    }

    private void tile(Graphics2D g, Tile tile) {
        Unit unit = unit(tile.unit());
        Scale scale = picture.columns().get(tile.unit().column()).scale();
        if (unit.response().isPresent()) {
            RasterPainter.paint(
                    g,
                    unit.response().get(),
                    v -> PlotColors.twoSided(theme, scale.share(v)),
                    tile.box(),
                    radius(tile.box().width()));
        } else {
            g.setColor(theme.color(ColorRole.CARD));
            g.fill(RasterPainter.round(tile.box(), radius(tile.box().width())));
            Font font = Fonts.NUMBERS.at(Math.min(12, tile.box().width() / 2));
            g.setColor(theme.color(ColorRole.MUTED));
            TextLines.centred(
                    g,
                    Integer.toString(tile.unit().unit() + 1),
                    tile.box().center().x(),
                    tile.box().center().y(),
                    tile.box().width() - 4,
                    font);
        }
        border(g, tile.box());
    }

    private Unit unit(UnitAt at) {
        return picture.columns().get(at.column()).units().get(at.unit());
    }

    private static double radius(double side) {
        return Math.min(7, side * 0.13);
    }

    private void border(Graphics2D g, Box box) {
        double radius = radius(Math.min(box.width(), box.height()));
        if (box.width() >= 10) {
            g.setColor(theme.color(ColorRole.MUTED, 0.55));
            g.setStroke(new BasicStroke(1));
            g.draw(RasterPainter.round(box, radius));
        }
    }

    /// A dot at the lower left corner, in the colour of its sign, the larger the bias.
    private void bias(Graphics2D g, Tile tile) {
        Optional<Bias> bias = unit(tile.unit()).bias();
        if (bias.isEmpty() || tile.bias().isEmpty()) {
            return;
        }
        double value = picture.shown(bias.get());
        boolean known = !Double.isNaN(value);
        double full = Math.min(NetworkGeometry.DOT, tile.box().width() * 0.14);
        double share = known && largestBias > 0 ? Math.abs(value) / largestBias : 0;
        double r = full * (0.55 + 0.45 * (share <= 1 ? share : 1));
        Color hue = known ? theme.color(PlotColors.sign(value)) : theme.color(ColorRole.DIM);
        var dot =
                new Ellipse2D.Double(
                        tile.bias().get().x() - r, tile.bias().get().y() - r, 2 * r, 2 * r);
        boolean hollow = theme == Theme.PRINT && value < 0;
        g.setColor(hollow ? theme.color(ColorRole.PAPER) : hue);
        g.fill(dot);
        g.setColor(hollow ? hue : theme.color(ColorRole.PAPER));
        g.setStroke(new BasicStroke(1.2f));
        g.draw(dot);
    }

    private void rings(Graphics2D g) {
        g.setColor(theme.color(ColorRole.INK));
        g.setStroke(new BasicStroke(2));
        emphasis.parts()
                .forEach(
                        part -> {
                            switch (part) {
                                case UnitAt at -> ring(g, at);
                                case BiasAt(int c, int i) -> dotRing(g, new UnitAt(c, i));
                                case WeightAt at -> cellRing(g, at);
                            }
                        });
    }

    private void ring(Graphics2D g, UnitAt at) {
        places.tiles().stream()
                .filter(t -> t.unit().equals(at))
                .forEach(
                        t ->
                                g.draw(
                                        RasterPainter.round(
                                                t.box().grown(2), radius(t.box().width()) + 2)));
    }

    private void dotRing(Graphics2D g, UnitAt at) {
        double r = NetworkGeometry.DOT + 2;
        places.tiles().stream()
                .filter(t -> t.unit().equals(at))
                .flatMap(t -> t.bias().stream())
                .forEach(p -> g.draw(new Ellipse2D.Double(p.x() - r, p.y() - r, 2 * r, 2 * r)));
    }

    private void cellRing(Graphics2D g, WeightAt at) {
        places.blocks().stream()
                .filter(b -> b.layer() == at.layer())
                .forEach(
                        b -> g.draw(RasterPainter.round(b.cell(at.to(), at.from()).grown(1.5), 2)));
    }
}
