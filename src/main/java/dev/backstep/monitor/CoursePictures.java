package dev.backstep.monitor;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.notation.Labels;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.plot.CurvesPicture;
import dev.backstep.paint.plot.CurvesPicture.Kind;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;
import dev.backstep.paint.plot.HistogramsPicture;
import dev.backstep.paint.plot.StripsPicture;
import dev.backstep.paint.plot.StripsPicture.Strip;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import dev.backstep.train.Failure;
import dev.backstep.train.Histogram;
import dev.backstep.train.History;
import dev.backstep.train.History.Series;
import dev.backstep.train.Layer;
import dev.backstep.train.RightRun;
import dev.backstep.train.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// How a training went, epoch by epoch, and how its layers do, as pictures.
final class CoursePictures {

    private static final Numbers NUMBERS = new Numbers(2);

    private final Bundle texts;
    private final Graph graph;
    private final Labels labels;
    private final boolean mistaken;

    /// @param mistaken whether the run has a mistake
    CoursePictures(Bundle texts, Graph graph, Labels labels, boolean mistaken) {
        this.mistaken = mistaken;
        this.texts = texts;
        this.graph = graph;
        this.labels = labels;
    }

    private String word(String key) {
        return texts.say(Message.of(key));
    }

    CurvesPicture losses(History history, Snapshot now, List<PlottedCurve> earlier) {
        List<PlottedCurve> curves = new ArrayList<>(earlier);
        curves.add(
                mistaken
                        ? curve(word("plot.mistaken"), Kind.MISTAKEN, history, Series.LOSS)
                        : curve(word("plot.train"), Kind.TRAIN, history, Series.LOSS));
        if (isKnown(history, Series.TEST_LOSS)) {
            curves.add(curve(word("plot.test"), Kind.TEST, history, Series.TEST_LOSS));
        }
        return CurvesPicture.of(curves, word("plot.epoch"), word("plot.loss"))
                .withFailure(now.failure().map(f -> failure(f, now.batches())));
    }

    PlottedCurve right(RightRun run) {
        return new PlottedCurve(word("plot.right"), Kind.RIGHT, run.epochs(), run.losses());
    }

    private CurvesPicture.FailureMark failure(Failure failure, int batches) {
        double within = (failure.batch() - 1) / (double) Math.max(1, batches);
        Message words = Message.of("plot.not_finite").with("name", failure.name());
        return new CurvesPicture.FailureMark(failure.epoch() - 1 + within, texts.say(words));
    }

    Optional<CurvesPicture> accuracy(History history) {
        List<PlottedCurve> curves = new ArrayList<>();
        if (isKnown(history, Series.TRAIN_ACCURACY)) {
            curves.add(curve(word("plot.train"), Kind.TRAIN, history, Series.TRAIN_ACCURACY));
        }
        if (isKnown(history, Series.TEST_ACCURACY)) {
            curves.add(curve(word("plot.test"), Kind.TEST, history, Series.TEST_ACCURACY));
        }
        return curves.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        CurvesPicture.of(curves, word("plot.epoch"), word("plot.accuracy"))
                                .withShares());
    }

    static PlottedCurve earlier(String name, History history) {
        return curve(name, Kind.EARLIER, history, Series.LOSS);
    }

    private static boolean isKnown(History history, Series series) {
        return IntStream.range(0, history.size())
                .anyMatch(p -> !Double.isNaN(history.value(series, p)));
    }

    /// Epoch 0 has no mean over its batches: a loss begins where it is known.
    private static PlottedCurve curve(String name, Kind kind, History history, Series series) {
        return new PlottedCurve(
                name,
                kind,
                numbers(history, history::epoch),
                numbers(history, p -> history.value(series, p)));
    }

    private static List<Double> numbers(History history, IntToDoubleFunction at) {
        return IntStream.range(0, history.size()).mapToObj(at::applyAsDouble).toList();
    }

    /// @param names what the layers compute, as TeX; by their weights if it is not told
    Optional<StripsPicture> gradients(History history, List<String> names) {
        List<String> layers = history.layers();
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        boolean named = names.size() == layers.size();
        List<Strip> strips =
                IntStream.range(0, layers.size())
                        .mapToObj(
                                l ->
                                        new Strip(
                                                named ? names.get(l) : tex(layers.get(l)),
                                                IntStream.range(0, history.size())
                                                        .filter(p -> history.epoch(p) > 0)
                                                        .mapToObj(p -> history.gradient(l, p))
                                                        .toList()))
                        .toList();
        return Optional.of(
                StripsPicture.ofLogarithms(strips, "\\log_{10}\\|\\partial L/\\partial Z\\|"));
    }

    private String tex(String name) {
        return graph.named(name).map(Node::id).map(labels::tex).orElse(name);
    }

    Optional<HistogramsPicture> weights(Snapshot now) {
        return histograms(
                now,
                List.of(),
                Layer.Report::weights,
                report ->
                        Double.isFinite(report.updateRatio())
                                ? "‖ΔW‖/‖W‖ " + NUMBERS.plain(report.updateRatio())
                                : "");
    }

    Optional<HistogramsPicture> activations(Snapshot now, List<String> names) {
        return histograms(now, names, Layer.Report::activations, this::note);
    }

    private String note(Layer.Report report) {
        List<String> notes = new ArrayList<>();
        if (report.dead() > 0) {
            notes.add(count("plot.dead", report.dead(), report.units()));
        }
        if (report.saturated() > 0) {
            notes.add(count("plot.saturated", report.saturated(), report.units()));
        }
        return String.join(", ", notes);
    }

    private String count(String key, int count, int units) {
        return texts.say(Message.of(key).with("count", count).with("units", units));
    }

    private Optional<HistogramsPicture> histograms(
            Snapshot now,
            List<String> names,
            Function<Layer.Report, Histogram> what,
            Function<Layer.Report, String> note) {
        if (now.layers().isEmpty()) {
            return Optional.empty();
        }
        boolean named = names.size() == now.layers().size();
        List<HistogramsPicture.LabelledHistogram> all = new ArrayList<>();
        for (int l = 0; l < now.layers().size(); l++) {
            Layer.Report report = now.layers().get(l);
            all.add(
                    histogram(
                            named ? names.get(l) : tex(report.weight()),
                            what.apply(report),
                            note.apply(report)));
        }
        return Optional.of(new HistogramsPicture(all));
    }

    private static HistogramsPicture.LabelledHistogram histogram(
            String tex, Histogram counted, String note) {
        boolean flat = !(counted.from() < counted.to());
        double room = flat ? Math.max(1, Math.abs(counted.from())) / 2 : 0;
        return new HistogramsPicture.LabelledHistogram(
                tex, counted.from() - room, counted.to() + room, counted.counts(), note);
    }
}
