package dev.backstep.export.figure;

import dev.backstep.layout.Size;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.NumberGrid;
import dev.backstep.paint.NumberGrid.Area;
import dev.backstep.paint.NumberGrid.Look;
import dev.backstep.paint.Theme;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// All numbers of one node on a sheet, its rows and columns numbered.
///
/// A table that is wider than the sheet goes on below, a long one of few columns at its right; one
/// that would become higher than a page makes the sheet wider.
public final class TableFigure implements Explained {

    private static final double GAP = 18;
    private static final double FORMULA = 24;
    private static final double APART = 24;
    private static final double BELOW = 16;

    /// A sheet that is no higher than this, or this times its width, is not made wider.
    private static final double HIGH = 1000;

    private static final double STEEP = 1.5;

    /// By how much a sheet is made wider at once.
    private static final double WIDER = 1.1;

    /// So many rows stand below each other, whatever room there is at their right.
    private static final int FEW = 16;

    private final NodeTable told;
    private final Area shown;
    private final Numbers numbers;
    private final Bundle language;
    private final Look look;
    private final double width;
    private final FigurePart all;

    private TableFigure(
            NodeTable told, Area shown, Numbers numbers, Bundle language, double width) {
        this.told = told;
        this.shown = shown;
        this.numbers = numbers;
        this.language = language;
        this.look = Look.of(told.ink(), told.written(numbers)::plain, shown, told.numbers()::at);
        FigurePart grids = grids(width);
        double wide = width;
        while (grids.height() > Math.max(HIGH, STEEP * wide)) {
            wide *= WIDER;
            grids = grids(wide);
        }
        this.width = Math.max(width, grids.width());
        this.all = FigurePart.column(GAP, List.of(head(), grids));
    }

    /// @param shown the rows and columns of it
    /// @param width what it may take if it need not be wider, from [Explained#COLUMN] on
    public static TableFigure of(
            NodeTable told, Area shown, Numbers numbers, Bundle language, double width) {
        return new TableFigure(told, shown, numbers, language, width);
    }

    @Override
    public Size size() {
        return new Size(width, all.height());
    }

    @Override
    public double smallestType() {
        return all.type();
    }

    @Override
    public String title() {
        return language.say(told.title());
    }

    @Override
    public OptionalInt missing() {
        return FormulaPainter.missing(told.tex());
    }

    /// Values are right, whatever mistake is on.
    @Override
    public Optional<Noted> mistake() {
        return switch (told.kind()) {
            case VALUE -> Optional.empty();
            case GRADIENT -> new StepTold(told.w(), 0, numbers, language).mistake();
        };
    }

    @Override
    public void paint(Graphics2D g, Theme theme, double x, double y) {
        FormulaPainter.smooth(g);
        all.paint(g, theme, x, y);
    }

    private FigurePart head() {
        Tensor whole = told.numbers();
        Message size =
                Message.of(shown.equals(told.all()) ? "nodetable.told" : "nodetable.part")
                        .with("rows", whole.rows())
                        .with("cols", whole.cols());
        return FigurePart.column(
                10,
                List.of(
                        FigureText.heading(title()),
                        FigureText.formula(told.tex(), FORMULA, told.ink(), width),
                        FigureText.paragraph(language.say(size), ColorRole.MUTED, width)));
    }

    private FigurePart grids(double room) {
        int fitting = (int) ((room - look.head()) / look.cell());
        int cols = Math.clamp(fitting, 1, shown.cols());
        double wide = look.head() + cols * look.cell();
        int beside = cols < shown.cols() ? 1 : (int) ((room + APART) / (wide + APART));
        int rows = Math.max(FEW, Math.ceilDiv(shown.rows(), Math.max(1, beside)));
        List<FigurePart> parts = new ArrayList<>();
        for (int left = 0; left < shown.cols(); left += cols) {
            for (int top = 0; top < shown.rows(); top += rows) {
                Area area =
                        new Area(
                                shown.top() + top,
                                shown.left() + left,
                                Math.min(rows, shown.rows() - top),
                                Math.min(cols, shown.cols() - left));
                parts.add(drawn(new NumberGrid(area, told.numbers()::at, look)));
            }
        }
        return beside > 1 ? FigurePart.row(APART, parts) : FigurePart.column(BELOW, parts);
    }

    private static FigurePart drawn(NumberGrid grid) {
        return new FigurePart(
                grid.size(),
                FigureText.SMALLEST,
                (g, theme, x, y) -> {
                    AffineTransform before = g.getTransform();
                    g.translate(x, y);
                    grid.paint(g, theme);
                    g.setTransform(before);
                });
    }
}
