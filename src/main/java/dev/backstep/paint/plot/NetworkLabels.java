package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.TextLines;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.NetworkGeometry.Bar;
import dev.backstep.paint.plot.NetworkGeometry.Footer;
import dev.backstep.paint.plot.NetworkGeometry.Heading;
import dev.backstep.paint.plot.NetworkGeometry.Tile;
import dev.backstep.paint.plot.NetworkPicture.Axis;
import dev.backstep.paint.plot.NetworkPicture.Unit;
import dev.backstep.paint.plot.NetworkPicture.UnitColumn;
import dev.backstep.paint.plot.NetworkPicture.Weights;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.OptionalDouble;

/// What stands around the units of a network: names, colour scales, the ends of the axes, norms.
final class NetworkLabels {

    private static final Numbers NUMBERS = new Numbers(2);
    private static final double SMALL = 11;
    private static final double HEADING = 20;
    private static final double FOOTER = 16;
    private static final String NORM = "\\|\\nabla\\|";

    /// How many powers of ten below the largest norm a bar begins.
    private static final double DECADES = 4;

    private final Theme theme;
    private final NetworkPicture picture;
    private final NetworkGeometry places;
    private final double largestNorm;

    NetworkLabels(Theme theme, NetworkPicture picture, NetworkGeometry places) {
        this.theme = theme;
        this.picture = picture;
        this.places = places;
        this.largestNorm =
                picture.layers().stream()
                        .map(Weights::norm)
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(0);
    }

    void paint(Graphics2D g) {
        places.headings().forEach(h -> heading(g, h));
        places.footers().forEach(f -> footer(g, f));
        places.tiles().forEach(t -> axis(g, t));
        places.bars().forEach(b -> count(g, b));
    }

    /// A formula in the middle of a line, no wider than `width`.
    static void centred(
            Graphics2D g, String tex, Point middle, double width, double size, Color color) {
        Size natural = FormulaPainter.measure(tex, size);
        double shrink = Math.min(1, width / natural.width());
        FormulaPainter.draw(
                g,
                tex,
                middle.x() - natural.width() * shrink / 2,
                middle.y() - natural.height() * shrink / 2,
                size * shrink,
                color);
    }

    private void heading(Graphics2D g, Heading heading) {
        UnitColumn column = picture.columns().get(heading.column());
        Box box = heading.box();
        double x = box.center().x();
        double size = Math.min(HEADING, Math.max(12, box.width() * 0.3));
        centred(
                g,
                column.tex(),
                new Point(x, box.y() + 11),
                box.width() - 4,
                size,
                theme.color(ColorRole.INK));
        boolean mapped = column.units().stream().anyMatch(u -> u.response().isPresent());
        boolean drawn = places.bars().stream().noneMatch(b -> b.column() == heading.column());
        if (mapped && drawn) {
            scale(g, column.scale(), new Point(x, box.y() + 31), box.width() - 16);
        }
    }

    /// The colours between their two ends; without the numbers where there is no room for them.
    private void scale(Graphics2D g, Scale scale, Point middle, double room) {
        String low = NUMBERS.plain(scale.low());
        String high = NUMBERS.plain(scale.high());
        var font = Fonts.NUMBERS.at(SMALL);
        double texts = TextLines.width(low, font) + TextLines.width(high, font) + 10;
        boolean numbers = texts + 20 <= room;
        double width = Math.clamp(room - texts, 20, 40);
        double left = middle.x() - width / 2;
        if (numbers) {
            g.setColor(theme.color(ColorRole.MUTED));
            double base = middle.y() + 4;
            TextLines.left(g, low, left - 5 - TextLines.width(low, font), base, font);
            TextLines.left(g, high, left + width + 5, base, font);
        }
        if (room >= 20) {
            Box bar = new Box(left, middle.y() - 3, width, 6);
            RasterPainter.paint(
                    g, 41, 1, (k, _) -> PlotColors.twoSided(theme, (k - 20) / 20.0), bar, 3);
        }
    }

    private void footer(Graphics2D g, Footer footer) {
        Weights layer = picture.layers().get(footer.layer());
        Box box = footer.box();
        double x = box.center().x();
        double size = Math.min(FOOTER, Math.max(11, box.width() * 0.24));
        centred(
                g,
                layer.tex(),
                new Point(x, box.y() + 10),
                box.width(),
                size,
                theme.color(ColorRole.MUTED));
        if (layer.norm().isEmpty()) {
            return;
        }
        double norm = layer.norm().getAsDouble();
        Box bar = new Box(box.x() + 2, box.y() + 24, box.width() - 4, 5);
        g.setColor(theme.color(ColorRole.LINE, theme == Theme.PRINT ? 0.2 : 1));
        g.fill(RasterPainter.round(bar, 2.5));
        g.setColor(theme.color(Double.isFinite(norm) ? ColorRole.UPSTREAM : ColorRole.PROBLEM));
        g.fill(
                RasterPainter.round(
                        new Box(bar.x(), bar.y(), bar.width() * length(norm), bar.height()), 2.5));
        norm(g, norm, new Point(x, box.y() + 40), box.width() + 6);
    }

    /// The number, after a sign for what it is if there is room for both.
    private void norm(Graphics2D g, double norm, Point middle, double room) {
        String number = NUMBERS.plain(norm);
        var font = Fonts.NUMBERS.at(SMALL);
        double width = TextLines.width(number, font);
        double sign = FormulaPainter.measure(NORM, 12).width() + 5;
        Color color = theme.color(Double.isFinite(norm) ? ColorRole.MUTED : ColorRole.PROBLEM);
        double left = middle.x() - width / 2;
        if (width + sign <= room) {
            left += sign / 2;
            double height = FormulaPainter.measure(NORM, 12).height();
            FormulaPainter.draw(g, NORM, left - sign, middle.y() - height / 2, 12, color);
        }
        if (width <= room) {
            g.setColor(color);
            TextLines.left(g, number, left, middle.y() + 4, font);
        }
    }

    private double length(double norm) {
        if (!Double.isFinite(norm)) {
            return 1;
        }
        double below = Math.log10(norm / largestNorm);
        return norm > 0 ? Math.clamp(1 + below / DECADES, 0, 1) : 0;
    }

    /// The name of a feature, and where on it the map ends: below it for the one to the right,
    /// beside it for the one that goes up.
    private void axis(Graphics2D g, Tile tile) {
        Unit unit = picture.columns().get(tile.unit().column()).units().get(tile.unit().unit());
        Box box = tile.box();
        double room = box.x() - places.area().x();
        if (unit.tex().isEmpty() || box.width() < 24 || room < 30 || !places.blocks().isEmpty()) {
            return;
        }
        var font = Fonts.NUMBERS.at(SMALL);
        Size name = FormulaPainter.measure(unit.tex(), 15);
        double shrink = Math.min(1, (room - 8) / name.width());
        FormulaPainter.draw(
                g,
                unit.tex(),
                box.x() - 8 - name.width() * shrink,
                box.center().y() - name.height() * shrink / 2,
                15 * shrink,
                theme.color(ColorRole.INK));
        g.setColor(theme.color(ColorRole.MUTED));
        if (unit.axis() == Axis.X && box.width() >= 34) {
            String low = NUMBERS.plain(picture.plane().left());
            String high = NUMBERS.plain(picture.plane().right());
            double lowWidth = TextLines.width(low, font);
            double middle = box.center().x();
            TextLines.left(
                    g, low, Math.min(box.x() - 2, middle - 4 - lowWidth), box.bottom() + 13, font);
            double right = box.right() + 2 - TextLines.width(high, font);
            TextLines.left(g, high, Math.max(right, middle + 4), box.bottom() + 13, font);
        } else if (unit.axis() == Axis.Y && box.width() >= 34) {
            left(g, NUMBERS.plain(picture.plane().top()), box.x() - 5, box.y() + 9);
            left(g, NUMBERS.plain(picture.plane().bottom()), box.x() - 5, box.bottom() - 1);
        }
    }

    private static void left(Graphics2D g, String number, double right, double base) {
        var font = Fonts.NUMBERS.at(SMALL);
        TextLines.left(g, number, right - TextLines.width(number, font), base, font);
    }

    private void count(Graphics2D g, Bar bar) {
        var font = Fonts.NUMBERS.at(SMALL);
        g.setColor(theme.color(ColorRole.MUTED));
        TextLines.centred(
                g,
                Integer.toString(bar.units()),
                bar.box().center().x(),
                bar.box().bottom() + 12,
                60,
                font);
    }
}
