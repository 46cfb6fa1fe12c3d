package dev.backstep.paint.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.CurvesPicture.FailureMark;
import dev.backstep.paint.plot.CurvesPicture.Kind;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;
import dev.backstep.paint.plot.CurvesPicture.Range;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurvesTest {

    private static final Box AREA = new Box(10, 10, 400, 300);
    private static final double NAN = Double.NaN;

    private interface Painting {
        void paint(Graphics2D g);
    }

    private static BufferedImage painted(Theme theme, Painting painting) {
        BufferedImage image = new BufferedImage(420, 320, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(theme.color(ColorRole.PAPER));
        g.fillRect(0, 0, 420, 320);
        painting.paint(g);
        g.dispose();
        return image;
    }

    private static PlottedCurve curve(Kind kind, double... y) {
        return new PlottedCurve(
                "a name",
                kind,
                IntStream.range(0, y.length).mapToObj(k -> (double) k).toList(),
                Arrays.stream(y).boxed().toList());
    }

    private static int[] named(String x, String y) {
        CurvesPicture picture = CurvesPicture.of(List.of(curve(Kind.TRAIN, 1, 0.5)), x, y);
        BufferedImage image =
                painted(Theme.LIGHT, g -> CurvesPainter.paint(g, Theme.LIGHT, picture, AREA));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /// Letters that the font of the interface does not have: as boxes they would all look the same.
    @Test
    void axes_have_names_in_every_script() {
        assertFalse(Arrays.equals(named("轮", "损失"), named("轮", "批量")));
        assertFalse(Arrays.equals(named("轮", "损失"), named("批", "损失")));
    }

    static List<List<PlottedCurve>> oddCurves() {
        List<List<PlottedCurve>> all = new ArrayList<>();
        all.add(List.of());
        for (Kind kind : Kind.values()) {
            all.add(List.of(curve(kind)));
            all.add(List.of(curve(kind, 0.5)));
            all.add(List.of(curve(kind, 3, 3, 3)));
            all.add(List.of(curve(kind, NAN, NAN)));
            all.add(List.of(curve(kind, 0, -1, Double.POSITIVE_INFINITY, 1e300, 1e-300)));
        }
        all.add(Stream.of(Kind.values()).map(k -> curve(k, 1, 0.5, NAN, 0.2)).toList());
        return all;
    }

    @ParameterizedTest
    @MethodSource("oddCurves")
    void odd_curves_are_drawn(List<PlottedCurve> curves) {
        CurvesPicture plain =
                CurvesPicture.of(curves, "epoch", "loss")
                        .withCursor(OptionalDouble.of(1))
                        .withFailure(Optional.of(new FailureMark(2, "Z1 is not finite")));
        for (CurvesPicture picture :
                List.of(
                        plain,
                        plain.withLogarithmic(true),
                        plain.withSmoothing(0.9),
                        plain.withZoom(Optional.of(new Range(1, 1.5))))) {
            for (Box area : List.of(AREA, new Box(0, 0, 60, 40), new Box(0, 0, 5, 5))) {
                painted(Theme.LIGHT, g -> CurvesPainter.paint(g, Theme.LIGHT, picture, area));
            }
        }
    }

    @Test
    void a_place_on_the_curves_is_an_epoch() {
        List<CurvesPainter.Placed> placed = new ArrayList<>();
        CurvesPicture picture = PlotExamples.curves();
        painted(Theme.LIGHT, g -> placed.add(CurvesPainter.paint(g, Theme.LIGHT, picture, AREA)));
        CurvesPainter.Placed places = placed.getFirst();
        assertEquals(1, places.from());
        assertEquals(140, places.to());
        assertEquals(60, places.epoch(new Point(places.x(60), 50)), 1e-9);
        assertTrue(AREA.grown(1).contains(places.plot().center()));
        assertThrows(IllegalArgumentException.class, () -> new Range(2, 2));
    }

    /// 0.5·1 + 1·0 over 0.5 + 1, and so on.
    @Test
    void a_running_mean_is_weighted_by_what_it_has_seen() {
        CurveSeries smoothed =
                new CurveSeries(new double[4], new double[] {1, 0, NAN, 3}).smoothed(0.5);
        assertEquals(1, smoothed.y()[0]);
        assertEquals(0.5 / 1.5, smoothed.y()[1], 1e-15);
        assertTrue(Double.isNaN(smoothed.y()[2]));
        assertEquals((0.25 + 3) / 1.75, smoothed.y()[3], 1e-15);
    }

    @Test
    void a_long_curve_keeps_its_peaks_when_it_is_thinned() {
        double[] x = IntStream.range(0, 10_001).mapToDouble(k -> k).toArray();
        double[] y =
                IntStream.range(0, 10_001).mapToDouble(k -> k == 777 ? 9 : k % 7 / 7.0).toArray();
        CurveSeries thin = new CurveSeries(x, y).thinned(500);
        assertTrue(thin.y().length <= 502, thin.y().length + " points");
        assertEquals(9, Arrays.stream(thin.y()).max().orElseThrow());
        for (int k = 1; k < thin.x().length; k++) {
            assertTrue(thin.x()[k] >= thin.x()[k - 1]);
        }
    }
}
