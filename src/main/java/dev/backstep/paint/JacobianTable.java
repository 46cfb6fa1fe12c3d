package dev.backstep.paint;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.layout.Size;
import dev.backstep.notation.Numbers;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;

/// A Jacobian under the elements of its operand and beside those of its output, with the upstream
/// gradient as a column at its right and Jᵀ·upstream as a row below: each number below is the
/// column above it times the column at the right.
///
/// Heads, upstream and result stay in place while the Jacobian is scrolled. Only what is in sight
/// is drawn.
///
/// @param rows the elements of the output
/// @param cols the elements of the operand
/// @param elements J
/// @param upstream by row
/// @param downstream by column
/// @param largest the number of J that has the strongest colour
/// @param zoom how large it is drawn
/// @param cell the width of a cell, before it is zoomed
/// @param left what the heads of the rows take, likewise
public record JacobianTable(
        Heads rows,
        Heads cols,
        HeatTable.Elements elements,
        IntToDoubleFunction upstream,
        IntToDoubleFunction downstream,
        Numbers numbers,
        double largest,
        double zoom,
        double cell,
        double left) {

    static final double HEIGHT = 28;
    static final double NUMBER = 12.5;
    static final double HEAD = 14;
    static final double TOP = 30;
    static final double APART = 34;
    static final double BLOCK = 5;
    private static final double NARROWEST = 34;
    private static final double WIDEST = 76;

    /// So many numbers are written to find how wide a cell must be; longer ones shrink.
    private static final int TRIED = 2_000;

    /// What stands beside the rows or above the columns.
    ///
    /// @param tex of each
    /// @param block how many make a block, with a line behind; 0 for none
    /// @param whole TeX of the gradient that has an element for each
    public record Heads(List<String> tex, int block, String whole) {

        public Heads {
            tex = List.copyOf(tex);
        }

        int count() {
            return tex.size();
        }

        double gapsBefore(int k) {
            return block == 0 ? 0 : (double) (k / block) * BLOCK;
        }

        /// The width of the widest, as far as the length of its TeX tells; there may be thousands.
        double widest() {
            String longest =
                    tex.stream().max(Comparator.comparingInt(String::length)).orElse(whole);
            return Math.max(
                    FormulaPainter.measure(tex.getFirst(), HEAD).width(),
                    FormulaPainter.measure(longest, HEAD).width());
        }

        double wholeWidth() {
            return FormulaPainter.measure(whole, HEAD).width();
        }
    }

    /// What the pointer is at: a cell of J, a number below it, or one beside it.
    public record Place(OptionalInt row, OptionalInt col) {}

    /// How far it is scrolled, and what room there is.
    public record Scroll(double right, double down, double width, double height) {}

    /// With cells wide enough for its numbers.
    public static JacobianTable of(
            Heads rows,
            Heads cols,
            HeatTable.Elements elements,
            IntToDoubleFunction upstream,
            IntToDoubleFunction downstream,
            Numbers numbers) {
        double largest = 0;
        double widest = NARROWEST - 10;
        int all = rows.count() * cols.count();
        int every = Math.max(1, all / TRIED);
        Font font = Fonts.NUMBERS.at(NUMBER);
        for (int k = 0; k < all; k++) {
            double x = elements.at(k / cols.count(), k % cols.count());
            largest = Double.isFinite(x) ? Math.max(largest, Math.abs(x)) : largest;
            if (k % every == 0) {
                widest = Math.max(widest, TextLines.width(numbers.plain(x), font));
            }
        }
        for (int k = 0; k < Math.min(TRIED, cols.count()); k++) {
            String text = numbers.plain(downstream.applyAsDouble(k));
            widest = Math.max(widest, TextLines.width(text, font));
        }
        for (int k = 0; k < Math.min(TRIED, rows.count()); k++) {
            String text = numbers.plain(upstream.applyAsDouble(k));
            widest = Math.max(widest, TextLines.width(text, font));
        }
        widest = Math.max(widest, Math.max(cols.widest(), rows.wholeWidth()));
        double cell = Math.ceil(Math.clamp(widest + 10, NARROWEST, WIDEST));
        double left = Math.ceil(Math.max(rows.widest(), cols.wholeWidth()) + 14);
        return new JacobianTable(
                rows, cols, elements, upstream, downstream, numbers, largest, 1, cell, left);
    }

    /// The same, drawn larger or smaller.
    public JacobianTable zoomed(double factor) {
        return new JacobianTable(
                rows, cols, elements, upstream, downstream, numbers, largest, factor, cell, left);
    }

    private double jacobianWidth() {
        return cols.count() * cell + cols.gapsBefore(cols.count() - 1);
    }

    private double jacobianHeight() {
        return rows.count() * HEIGHT + rows.gapsBefore(rows.count() - 1);
    }

    /// The size of all of it.
    public Size size() {
        return new Size(
                zoom * (left + jacobianWidth() + APART + cell + 2),
                zoom * (TOP + jacobianHeight() + APART + HEIGHT + 2));
    }

    /// The room that does not scroll: heads, upstream and result.
    public Size fixed() {
        return new Size(zoom * (left + APART + cell + 2), zoom * (TOP + APART + HEIGHT + 2));
    }

    /// What lies at a point.
    public Optional<Place> at(Point p, Scroll window) {
        Scroll w = unzoomed(window);
        double x = p.x() / zoom;
        double y = p.y() / zoom;
        int col = index(x - left + w.right(), cell, cols);
        int row = index(y - TOP + w.down(), HEIGHT, rows);
        boolean across = x >= left && x < left + seenWidth(w) && col >= 0;
        boolean down = y >= TOP && y < TOP + seenHeight(w) && row >= 0;
        double beside = left + seenWidth(w) + APART;
        double below = TOP + seenHeight(w) + APART;
        boolean inUpstream = x >= beside && x < beside + cell && down;
        boolean inResult = y >= below && y < below + HEIGHT && across;
        return across && down
                ? Optional.of(new Place(OptionalInt.of(row), OptionalInt.of(col)))
                : inResult
                        ? Optional.of(new Place(OptionalInt.empty(), OptionalInt.of(col)))
                        : inUpstream
                                ? Optional.of(new Place(OptionalInt.of(row), OptionalInt.empty()))
                                : Optional.empty();
    }

    /// By how much to scroll until all of a column is in sight: to the right, or if negative to the
    /// left; 0 if it is.
    ///
    /// @param right how far it is scrolled
    /// @param width what room there is
    public double outOfSight(int col, double right, double width) {
        double from = zoom * (col * cell + cols.gapsBefore(col));
        double room = zoom * seenWidth(unzoomed(new Scroll(right, 0, width, 0)));
        return from < right ? from - right : Math.max(0, from + zoom * cell - right - room);
    }

    private static int index(double along, double size, Heads heads) {
        double block = heads.block() == 0 ? 0 : heads.block() * size + BLOCK;
        int before = block == 0 ? 0 : (int) Math.floor(along / block);
        double rest = along - before * block;
        int within = (int) Math.floor(rest / size);
        int k = before * heads.block() + within;
        boolean inGap = block > 0 && within >= heads.block();
        return along < 0 || inGap || k >= heads.count() ? -1 : k;
    }

    private Scroll unzoomed(Scroll w) {
        return new Scroll(w.right() / zoom, w.down() / zoom, w.width() / zoom, w.height() / zoom);
    }

    private double seenWidth(Scroll w) {
        return Math.min(jacobianWidth(), w.width() - left - APART - cell - 2);
    }

    private double seenHeight(Scroll w) {
        return Math.min(jacobianHeight(), w.height() - TOP - APART - HEIGHT - 2);
    }

    /// Draws what is in sight.
    ///
    /// @param lit the column that is pointed at
    public void paint(Graphics2D g, Theme theme, Scroll window, OptionalInt lit) {
        FormulaPainter.smooth(g);
        g.scale(zoom, zoom);
        new JacobianPainter(this, g, theme, unzoomed(window), lit).paint();
    }

    /// Where the part of J that is in sight lies, before it is zoomed.
    Box seen(Scroll w) {
        return new Box(left, TOP, seenWidth(w), seenHeight(w));
    }

    /// The first row or column of which something is in sight.
    static int first(double scrolled, double size, Heads heads) {
        double block = heads.block() == 0 ? 0 : heads.block() * size + BLOCK;
        int before = block == 0 ? 0 : (int) (scrolled / block);
        int within = (int) ((scrolled - before * block) / size);
        return before * heads.block() + (block == 0 ? within : Math.min(within, heads.block()));
    }
}
