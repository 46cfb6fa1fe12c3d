package dev.backstep.paint.plot;

import dev.backstep.paint.plot.BoundaryPicture.ManyClasses;
import dev.backstep.paint.plot.BoundaryPicture.NumberCurve;
import dev.backstep.paint.plot.BoundaryPicture.Sample;
import dev.backstep.paint.plot.BoundaryPicture.TwoClasses;
import dev.backstep.paint.plot.BoundaryPicture.Words;
import dev.backstep.paint.plot.CurvesPicture.Kind;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;
import dev.backstep.paint.plot.HistogramsPicture.LabelledHistogram;
import dev.backstep.paint.plot.StripsPicture.Strip;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Pictures of made-up trainings, the same every time.
final class PlotExamples {

    static final Plane PLANE = new Plane(-6, 6, -6, 6, "x_1", "x_2");

    private PlotExamples() {}

    /// Two spirals and what a sure network would answer.
    static BoundaryPicture spirals() {
        Raster answer =
                Raster.generate(
                        80,
                        80,
                        (col, row) ->
                                spiral(-6 + 12 * (col + 0.5) / 80, 6 - 12 * (row + 0.5) / 80));
        Random random = new Random(3);
        List<Sample> samples = new ArrayList<>();
        for (int k = 0; k < 200; k++) {
            int label = k % 2;
            double r = 5.0 * k / 200;
            double t = 1.75 * r + (label == 1 ? 0 : Math.PI);
            double x = r * Math.sin(t) + 0.16 * random.nextGaussian();
            double y = r * Math.cos(t) + 0.16 * random.nextGaussian();
            boolean wrong = spiral(x, y) > 0.5 != (label == 1);
            samples.add(new Sample(x, y, label, k % 10 < 3, wrong, k % 25 == 4));
        }
        return new BoundaryPicture(
                PLANE,
                new TwoClasses(answer, Scale.PROBABILITY),
                samples,
                List.of("class 0", "class 1"),
                new Words("train", "test", "wrong", "this batch"));
    }

    private static double spiral(double x, double y) {
        double r = Math.hypot(x, y);
        double phase = Math.atan2(x, y) - 1.75 * r;
        return 1 / (1 + Math.exp(-6 * Math.cos(phase) * Math.min(1, r)));
    }

    /// As many classes around the middle.
    static BoundaryPicture blobs(int classes) {
        List<Raster> scores = new ArrayList<>();
        for (int k = 0; k < classes; k++) {
            double cx = 3.6 * Math.cos(2 * Math.PI * k / classes);
            double cy = 3.6 * Math.sin(2 * Math.PI * k / classes);
            scores.add(
                    Raster.generate(
                            60,
                            60,
                            (c, r) ->
                                    Math.exp(
                                            -0.12
                                                    * (Math.pow(-6 + 12 * (c + 0.5) / 60 - cx, 2)
                                                            + Math.pow(
                                                                    6 - 12 * (r + 0.5) / 60 - cy,
                                                                    2)))));
        }
        List<Raster> answers =
                scores.stream()
                        .map(
                                s ->
                                        Raster.generate(
                                                60,
                                                60,
                                                (c, r) ->
                                                        s.at(c, r)
                                                                / scores.stream()
                                                                        .mapToDouble(
                                                                                t -> t.at(c, r))
                                                                        .sum()))
                        .toList();
        Random random = new Random(9);
        List<Sample> samples =
                IntStream.range(0, 40 * classes)
                        .mapToObj(
                                i -> {
                                    int k = i % classes;
                                    double x =
                                            3.6 * Math.cos(2 * Math.PI * k / classes)
                                                    + random.nextGaussian();
                                    double y =
                                            3.6 * Math.sin(2 * Math.PI * k / classes)
                                                    + random.nextGaussian();
                                    return new Sample(
                                            x, y, k, i % 5 == 0, i % 37 == 0, i % 29 == 0);
                                })
                        .toList();
        return new BoundaryPicture(
                PLANE,
                new ManyClasses(answers),
                samples,
                IntStream.range(0, classes).mapToObj(k -> "class " + k).toList(),
                new Words("", "test", "wrong", "this batch"));
    }

    /// A curve through points.
    static BoundaryPicture fit() {
        Random random = new Random(4);
        List<Double> x = IntStream.range(0, 120).mapToObj(k -> -6 + 12 * k / 119.0).toList();
        List<Sample> samples =
                IntStream.range(0, 90)
                        .mapToObj(
                                k -> {
                                    double at = -5.5 + 11 * random.nextDouble();
                                    double y = 4 * Math.sin(at / 1.8) + 0.5 * random.nextGaussian();
                                    return new Sample(at, y, y, k % 4 == 0, false, k % 11 == 0);
                                })
                        .toList();
        return new BoundaryPicture(
                new Plane(-6, 6, -6, 6, "x", "y"),
                new NumberCurve(x, x.stream().map(t -> 4 * Math.sin(t / 1.8 + 0.1)).toList()),
                samples,
                List.of(),
                new Words("train", "test", "", "this batch"));
    }

    /// Losses and accuracy of a run beside earlier ones.
    static CurvesPicture curves() {
        Random random = new Random(6);
        List<PlottedCurve> curves = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            double rate = 20 + 25 * run;
            double end = 0.15 + 0.1 * run;
            curves.add(
                    curve(
                            List.of("rate 0.03", "rate 0.01", "8 units").get(run),
                            Kind.EARLIER,
                            100 + 20 * run,
                            k -> end + 0.55 * Math.exp(-k / rate)));
        }
        curves.add(
                curve(
                        "train",
                        Kind.TRAIN,
                        126,
                        k -> 0.06 + 0.63 * Math.exp(-k / 28.0) + 0.012 * random.nextGaussian()));
        curves.add(curve("test", Kind.TEST, 126, k -> 0.11 + 0.6 * Math.exp(-k / 34.0)));
        return CurvesPicture.of(curves, "epoch", "loss").withCursor(OptionalDouble.of(60));
    }

    static CurvesPicture accuracy() {
        return CurvesPicture.of(
                List.of(
                        curve(
                                "accuracy",
                                Kind.ACCURACY,
                                126,
                                k -> 0.975 - 0.45 * Math.exp(-k / 25.0))),
                "epoch",
                "");
    }

    private static PlottedCurve curve(String name, Kind kind, int epochs, IntToDoubleFunction y) {
        return new PlottedCurve(
                name,
                kind,
                IntStream.rangeClosed(1, epochs).mapToObj(k -> (double) k).toList(),
                IntStream.rangeClosed(1, epochs).mapToObj(y::applyAsDouble).toList());
    }

    /// Gradients that vanish towards the first layer.
    static StripsPicture strips(int layers) {
        Random random = new Random(8);
        List<Strip> strips =
                IntStream.rangeClosed(1, layers)
                        .mapToObj(
                                l ->
                                        new Strip(
                                                "Z^{[" + l + "]}",
                                                IntStream.range(0, 120)
                                                        .mapToObj(
                                                                k ->
                                                                        Math.pow(
                                                                                        10,
                                                                                        l
                                                                                                - layers
                                                                                                - k
                                                                                                        / 120.0)
                                                                                * (0.6
                                                                                        + random
                                                                                                .nextDouble()))
                                                        .toList()))
                        .toList();
        return StripsPicture.ofLogarithms(strips, "\\log_{10}\\|\\partial L/\\partial Z\\|");
    }

    static HistogramsPicture histograms() {
        Random random = new Random(2);
        return new HistogramsPicture(
                IntStream.rangeClosed(1, 3)
                        .mapToObj(
                                l ->
                                        LabelledHistogram.of(
                                                "W^{[" + l + "]}",
                                                random.doubles(400, -1, 1)
                                                        .map(v -> v * v * v * l + 0.2)
                                                        .toArray(),
                                                24,
                                                l == 2 ? "3 of 8 units dead" : "no unit dead"))
                        .toList());
    }

    static ConfusionPicture confusion(int classes) {
        Random random = new Random(1);
        return new ConfusionPicture(
                IntStream.range(0, classes).mapToObj(k -> "class " + k).toList(),
                Raster.generate(
                        classes,
                        classes,
                        (c, r) -> c == r ? 80 + random.nextInt(20) : random.nextInt(9) / 3),
                "class",
                "taken for");
    }
}
