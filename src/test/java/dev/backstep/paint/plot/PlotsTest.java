package dev.backstep.paint.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.BoundaryPicture.ManyClasses;
import dev.backstep.paint.plot.BoundaryPicture.NoField;
import dev.backstep.paint.plot.BoundaryPicture.NumberCurve;
import dev.backstep.paint.plot.BoundaryPicture.NumberMap;
import dev.backstep.paint.plot.BoundaryPicture.Sample;
import dev.backstep.paint.plot.BoundaryPicture.Words;
import dev.backstep.paint.plot.HistogramsPicture.LabelledHistogram;
import dev.backstep.paint.plot.StripsPicture.Strip;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlotsTest {

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

    private static Color at(BufferedImage image, Point p) {
        return new Color(image.getRGB((int) p.x(), (int) p.y()));
    }

    private static BoundaryPicture samples(BoundaryPicture.Field field, Sample... samples) {
        return new BoundaryPicture(
                PlotExamples.PLANE, field, List.of(samples), List.of(), Words.NONE);
    }

    @Test
    void a_sample_is_found_near_its_place_and_the_nearer_of_two() {
        BoundaryPicture picture =
                samples(
                        new NoField(),
                        new Sample(0, 0, 1, false, false, false),
                        new Sample(0.2, 0, 0, true, false, false));
        Box map = BoundaryPainter.map(picture, AREA);
        Point second = PlotExamples.PLANE.in(map, 0.2, 0);
        assertEquals(OptionalInt.of(1), BoundaryPainter.sampleAt(picture, AREA, second));
        Point left = second.plus(-8, 0);
        assertEquals(OptionalInt.of(0), BoundaryPainter.sampleAt(picture, AREA, left));
        Point far = second.plus(60, 40);
        assertEquals(OptionalInt.empty(), BoundaryPainter.sampleAt(picture, AREA, far));
    }

    @Test
    void a_place_on_the_plane_is_read_back() {
        Box map = new Box(30, 40, 200, 100);
        Plane plane = new Plane(-6, 6, -2, 8, "", "");
        assertEquals(new Point(30, 40), plane.in(map, -6, 8));
        assertEquals(new Point(230, 140), plane.in(map, 6, -2));
        Point back = plane.out(map, plane.in(map, 1.5, 2.25));
        assertEquals(1.5, back.x(), 1e-12);
        assertEquals(2.25, back.y(), 1e-12);
    }

    /// The raster begins at the top left: its first row is where the second feature is largest.
    @ParameterizedTest
    @EnumSource
    void a_map_has_its_first_row_at_the_top_and_the_colours_of_the_theme(Theme theme) {
        Raster quarters = Raster.of(2, 2, 1, 0, 0, 1);
        BoundaryPicture picture = samples(new NumberMap(quarters, Scale.PROBABILITY));
        Box map = BoundaryPainter.map(picture, AREA);
        BufferedImage image =
                painted(
                        theme,
                        g -> BoundaryPainter.paint(g, theme, picture, AREA, OptionalInt.empty()));
        Color high = PlotColors.twoSided(theme, 1);
        Color low = PlotColors.twoSided(theme, -1);
        assertEquals(high, at(image, PlotExamples.PLANE.in(map, -3, 3)));
        assertEquals(low, at(image, PlotExamples.PLANE.in(map, 3, 3)));
        assertEquals(low, at(image, PlotExamples.PLANE.in(map, -3, -3)));
        assertEquals(high, at(image, PlotExamples.PLANE.in(map, 3, -3)));
    }

    @Test
    void the_class_with_the_largest_answer_gives_its_hue() {
        List<Raster> answers =
                List.of(Raster.of(1, 1, 0.2), Raster.of(1, 1, 0.5), Raster.of(1, 1, 0.3));
        BoundaryPicture picture = samples(new ManyClasses(answers));
        BufferedImage image =
                painted(
                        Theme.LIGHT,
                        g ->
                                BoundaryPainter.paint(
                                        g, Theme.LIGHT, picture, AREA, OptionalInt.empty()));
        // 0.5 of three classes is a quarter of the way from 1/3 to 1.
        assertEquals(PlotColors.winner(Theme.LIGHT, 1, 0.25), at(image, new Point(200, 150)));
    }

    @ParameterizedTest
    @EnumSource
    void print_is_black_white_and_grey(Theme theme) {
        BufferedImage image =
                painted(
                        theme,
                        g ->
                                BoundaryPainter.paint(
                                        g, theme, PlotExamples.blobs(10), AREA, OptionalInt.of(3)));
        boolean grey = true;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color c = new Color(image.getRGB(x, y));
                grey &= Math.abs(c.getRed() - c.getBlue()) <= 1;
            }
        }
        assertEquals(theme == Theme.PRINT, grey);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, Double.NaN, Double.POSITIVE_INFINITY, 1e300, -1})
    void odd_samples_and_odd_answers_are_drawn(double odd) {
        Raster map = Raster.of(2, 1, odd, odd);
        Sample sample = new Sample(odd, odd, odd, true, true, true);
        for (BoundaryPicture.Field field :
                List.of(
                        new NumberMap(map, Scale.between(odd, odd)),
                        new ManyClasses(List.of(map)),
                        new ManyClasses(List.of()),
                        new NumberCurve(List.of(odd), List.of(odd)),
                        new NumberMap(Raster.of(0, 0), Scale.PROBABILITY),
                        new NoField())) {
            BoundaryPicture picture =
                    new BoundaryPicture(
                            Plane.around(odd, odd, odd, odd, "", "x"),
                            field,
                            List.of(sample),
                            List.of("a"),
                            new Words("a", "b", "c", "d"));
            for (Box area : List.of(AREA, new Box(0, 0, 20, 20), new Box(0, 0, 150, 151))) {
                painted(
                        Theme.DARK,
                        g ->
                                BoundaryPainter.paint(
                                        g, Theme.DARK, picture, area, OptionalInt.of(0)));
                BoundaryPainter.sampleAt(picture, area, new Point(1, 1));
            }
        }
    }

    @Test
    void strips_scale_over_whole_powers_of_ten_and_are_found() {
        StripsPicture picture =
                StripsPicture.ofLogarithms(
                        List.of(
                                new Strip("a", List.of(0.02, 0.0)),
                                new Strip("b", List.of(3.0, NAN))),
                        "");
        assertEquals(-2, picture.low());
        assertEquals(1, picture.high());
        for (int k = 0; k < 2; k++) {
            Point middle = StripsPainter.box(picture, AREA, k).center();
            assertEquals(OptionalInt.of(k), StripsPainter.stripAt(picture, AREA, middle));
        }
        assertEquals(OptionalInt.empty(), StripsPainter.stripAt(picture, AREA, new Point(20, 12)));
    }

    @Test
    void strips_histograms_and_matrices_without_anything_to_show_are_drawn() {
        List<List<Strip>> strips =
                List.of(
                        List.of(),
                        List.of(new Strip("a", List.of())),
                        List.of(new Strip("a", List.of(NAN, 0.0, Double.POSITIVE_INFINITY))));
        LabelledHistogram flat = LabelledHistogram.of("W", new double[] {2, 2, NAN}, 8, "a note");
        LabelledHistogram none = LabelledHistogram.of("W", new double[0], 8, "");
        for (Box area : List.of(AREA, new Box(0, 0, 30, 20), new Box(0, 0, 1, 1))) {
            painted(
                    Theme.LIGHT,
                    g -> {
                        for (List<Strip> each : strips) {
                            StripsPainter.paint(
                                    g, Theme.LIGHT, StripsPicture.ofLogarithms(each, "u"), area);
                        }
                        for (List<LabelledHistogram> each :
                                List.of(List.<LabelledHistogram>of(), List.of(flat, none))) {
                            HistogramsPainter.paint(
                                    g, Theme.LIGHT, new HistogramsPicture(each), area);
                        }
                        for (int classes : new int[] {0, 1, 50}) {
                            ConfusionPainter.paint(
                                    g, Theme.LIGHT, PlotExamples.confusion(classes), area);
                        }
                    });
        }
        assertEquals(2, flat.counts().stream().mapToInt(c -> c).sum());
    }

    @Test
    void a_cell_of_the_confusion_matrix_is_found() {
        ConfusionPicture picture = PlotExamples.confusion(5);
        Optional<ConfusionPainter.Cell> first =
                ConfusionPainter.cellAt(picture, AREA, new Point(110, 60));
        assertEquals(Optional.of(new ConfusionPainter.Cell(0, 0)), first);
        assertEquals(Optional.empty(), ConfusionPainter.cellAt(picture, AREA, new Point(20, 60)));
    }

    /// 1, 2 or 5 times a power of ten, never more than asked for.
    @Test
    void ticks_are_round_numbers() {
        assertEquals(List.of(-5.0, 0.0, 5.0), Ticks.of(-6, 6, 4));
        assertEquals(List.of(0.0, 0.2, 0.4, 0.6), Ticks.of(0, 0.7, 5));
        assertEquals(List.of(), Ticks.of(1, 1, 5));
        assertEquals(List.of(), Ticks.of(0, NAN, 5));
    }
}
