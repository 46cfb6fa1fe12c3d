package dev.backstep.paint.plot;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.BoundaryPicture.ManyClasses;
import dev.backstep.paint.plot.BoundaryPicture.NoField;
import dev.backstep.paint.plot.BoundaryPicture.NumberCurve;
import dev.backstep.paint.plot.BoundaryPicture.NumberMap;
import dev.backstep.paint.plot.BoundaryPicture.Sample;
import dev.backstep.paint.plot.BoundaryPicture.TwoClasses;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalInt;

/// Draws the answer over the plane, the samples on it, axes around it, and the key below.
public final class BoundaryPainter {

    private static final double RADIUS = 8;
    private static final double LEFT = 38;
    private static final double BELOW = 24;
    private static final double EDGE = 7;

    /// A smaller picture has neither axes nor key.
    private static final double SMALLEST = 150;

    /// How near to a sample the pointer must be.
    private static final double NEAR = 9;

    private final Theme theme;
    private final BoundaryPicture picture;
    private final Box map;

    private BoundaryPainter(Theme theme, BoundaryPicture picture, Box map) {
        this.theme = theme;
        this.picture = picture;
        this.map = map;
    }

    /// Draws all but the paper behind it.
    ///
    /// @param hovered the sample that is pointed at, if any
    public static void paint(
            Graphics2D g, Theme theme, BoundaryPicture picture, Box area, OptionalInt hovered) {
        FormulaPainter.smooth(g);
        Box map = map(picture, area);
        BoundaryPainter painter = new BoundaryPainter(theme, picture, map);
        painter.field(g);
        if (hasAxes(area)) {
            AxesPainter.paint(g, theme, picture.plane(), map);
        }
        Shape clip = g.getClip();
        Box wider = map.grown(EDGE - 1);
        g.clip(new Rectangle2D.Double(wider.x(), wider.y(), wider.width(), wider.height()));
        painter.samples(g, hovered);
        g.setClip(clip);
        if (hasAxes(area)) {
            SampleKey.paint(
                    g, theme, picture, map.x() - 2, map.bottom() + BELOW + 5, map.width() + EDGE);
        }
    }

    /// Where the plane lies in an area: for clicks, see [Plane#out].
    public static Box map(BoundaryPicture picture, Box area) {
        if (!hasAxes(area)) {
            return area;
        }
        int lines = SampleKey.lines(picture, area.width() - LEFT);
        double below = BELOW + (lines == 0 ? 0 : 5 + lines * SampleKey.LINE);
        return new Box(
                area.x() + LEFT,
                area.y() + EDGE,
                area.width() - LEFT - EDGE,
                area.height() - below - EDGE);
    }

    private static boolean hasAxes(Box area) {
        return area.width() >= SMALLEST && area.height() >= SMALLEST;
    }

    /// The sample nearest to a place, if one is near.
    public static OptionalInt sampleAt(BoundaryPicture picture, Box area, Point p) {
        Box map = map(picture, area);
        int nearest = -1;
        double least = NEAR;
        for (int k = 0; k < picture.samples().size(); k++) {
            Sample s = picture.samples().get(k);
            Point at = picture.plane().in(map, s.x(), s.y());
            double distance = Math.hypot(at.x() - p.x(), at.y() - p.y());
            if (distance <= least) {
                least = distance;
                nearest = k;
            }
        }
        return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
    }

    private void field(Graphics2D g) {
        switch (picture.field()) {
            case TwoClasses(Raster answer, Scale scale) -> map(g, answer, scale);
            case NumberMap(Raster answer, Scale scale) -> map(g, answer, scale);
            case ManyClasses(List<Raster> answers) -> winners(g, answers);
            case NumberCurve(List<Double> x, List<Double> answer) -> {
                plain(g);
                curve(g, x, answer);
            }
            case NoField _ -> plain(g);
        }
        g.setColor(theme.color(ColorRole.LINE));
        g.setStroke(new BasicStroke(1));
        g.draw(RasterPainter.round(map, RADIUS));
    }

    private void map(Graphics2D g, Raster answer, Scale scale) {
        RasterPainter.paint(
                g, answer, v -> PlotColors.twoSided(theme, scale.share(v)), map, RADIUS);
    }

    private void plain(Graphics2D g) {
        g.setColor(theme.color(ColorRole.CARD));
        g.fill(RasterPainter.round(map, RADIUS));
    }

    private void winners(Graphics2D g, List<Raster> answers) {
        if (answers.isEmpty()) {
            plain(g);
            return;
        }
        RasterPainter.paint(
                g,
                answers.getFirst().cols(),
                answers.getFirst().rows(),
                (col, row) -> winner(answers, col, row),
                map,
                RADIUS);
    }

    /// The confidence is how far the largest answer is from what all would have if none were
    /// preferred.
    private Color winner(List<Raster> answers, int col, int row) {
        int best = 0;
        for (int k = 0; k < answers.size(); k++) {
            double answer = answers.get(k).at(col, row);
            if (!Double.isFinite(answer)) {
                return theme.color(ColorRole.PROBLEM);
            }
            best = answer > answers.get(best).at(col, row) ? k : best;
        }
        double none = 1.0 / answers.size();
        double sure =
                answers.size() == 1 ? 1 : (answers.get(best).at(col, row) - none) / (1 - none);
        return PlotColors.winner(theme, best, Math.clamp(sure, 0, 1));
    }

    private void curve(Graphics2D g, List<Double> x, List<Double> answer) {
        Path2D path = new Path2D.Double();
        boolean down = false;
        for (int k = 0; k < x.size(); k++) {
            if (Double.isFinite(answer.get(k))) {
                Point p = picture.plane().in(map, x.get(k), answer.get(k));
                if (down) {
                    path.lineTo(p.x(), p.y());
                } else {
                    path.moveTo(p.x(), p.y());
                }
            }
            down = Double.isFinite(answer.get(k));
        }
        Shape clip = g.getClip();
        g.clip(RasterPainter.round(map, RADIUS));
        g.setColor(theme.color(ColorRole.VALUE));
        g.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
        g.setClip(clip);
    }

    private void samples(Graphics2D g, OptionalInt hovered) {
        SampleMarks marks = SampleMarks.of(theme, picture, map);
        List<Sample> samples = picture.samples();
        samples.stream().filter(s -> !s.wrong()).forEach(s -> mark(g, marks, s));
        samples.stream().filter(Sample::wrong).forEach(s -> mark(g, marks, s));
        hovered.ifPresent(
                k -> {
                    Sample s = samples.get(k);
                    marks.pointedAt(g, picture.plane().in(map, s.x(), s.y()));
                });
    }

    private void mark(Graphics2D g, SampleMarks marks, Sample s) {
        Point at = picture.plane().in(map, s.x(), s.y());
        if (Double.isFinite(at.x()) && Double.isFinite(at.y())) {
            marks.paint(g, s, at);
        }
    }
}
