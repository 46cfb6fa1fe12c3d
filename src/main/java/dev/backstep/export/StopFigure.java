package dev.backstep.export;

import dev.backstep.export.figure.Explained;
import dev.backstep.layout.Size;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Theme;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.OptionalInt;

/// One stop of a lesson on a sheet, as its handout has it, however high that is.
///
/// @param title in plain words
public record StopFigure(String title, HandoutPage page, double width) implements Explained {

    private HandoutFlow flow(Theme theme) {
        return HandoutFlow.endless(theme, width, page);
    }

    @Override
    public Size size() {
        return new Size(width, flow(Theme.PRINT).end());
    }

    /// That of its words, or of a formula or of its graph if that is drawn smaller.
    @Override
    public double smallestType() {
        return Math.min(SMALLEST_TYPE, flow(Theme.PRINT).smallestType());
    }

    @Override
    public OptionalInt missing() {
        return page.missing();
    }

    @Override
    public String source() {
        return "lesson";
    }

    @Override
    public void paint(Graphics2D g, Theme theme, double x, double y) {
        AffineTransform before = g.getTransform();
        g.translate(x, y);
        FormulaPainter.smooth(g);
        flow(theme).paint(g);
        g.setTransform(before);
    }
}
