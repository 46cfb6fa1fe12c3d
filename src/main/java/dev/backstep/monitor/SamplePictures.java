package dev.backstep.monitor;

import dev.backstep.data.Dataset;
import dev.backstep.data.Dataset.Task;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.monitor.Monitor.SampleAt;
import dev.backstep.optim.Network;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.paint.plot.BoundaryPicture.Field;
import dev.backstep.paint.plot.BoundaryPicture.ManyClasses;
import dev.backstep.paint.plot.BoundaryPicture.NumberCurve;
import dev.backstep.paint.plot.BoundaryPicture.NumberMap;
import dev.backstep.paint.plot.BoundaryPicture.Sample;
import dev.backstep.paint.plot.BoundaryPicture.TwoClasses;
import dev.backstep.paint.plot.BoundaryPicture.Words;
import dev.backstep.paint.plot.ConfusionPicture;
import dev.backstep.paint.plot.Plane;
import dev.backstep.paint.plot.Raster;
import dev.backstep.paint.plot.Scale;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import dev.backstep.train.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// What a network predicts, as pictures with the samples.
final class SamplePictures {

    /// Of more samples in one part every so many is drawn.
    private static final int MOST = 3000;

    private final Task task;
    private final boolean logits;
    private final Part train;
    private final Part test;
    private final List<String> classes;
    private final Words words;
    private final Bundle texts;

    private SamplePictures(
            Task task, boolean logits, Part train, Part test, List<String> classes, Bundle texts) {
        this.task = task;
        this.logits = logits;
        this.train = train;
        this.test = test;
        this.classes = classes;
        this.texts = texts;
        boolean wrong = task != Task.REGRESSION;
        this.words =
                new Words(
                        texts.say(Message.of("plot.train")),
                        texts.say(Message.of("plot.test")),
                        wrong ? texts.say(Message.of("plot.wrong")) : "",
                        texts.say(Message.of("plot.batch")));
    }

    static SamplePictures of(TrainingSetup setup, Network network, Bundle texts) {
        Dataset data = setup.data().train();
        List<String> classes =
                switch (data.task()) {
                    case REGRESSION -> List.of();
                    case BINARY -> List.of("0", "1");
                    case CLASSES ->
                            IntStream.range(0, data.outputs())
                                    .mapToObj(k -> name(data, k))
                                    .toList();
                };
        return new SamplePictures(
                data.task(),
                network.data().isPresent() && isLogit(network.graph(), network.prediction()),
                Part.of(data),
                Part.of(setup.data().test()),
                classes.stream().map(c -> word(c, texts)).toList(),
                texts);
    }

    private static String name(Dataset data, int k) {
        return k < data.labels().size() ? data.labels().get(k) : Integer.toString(k);
    }

    /// A class that is called by a number is told to be one.
    private static String word(String name, Bundle texts) {
        return name.matches("[-+0-9.]+")
                ? texts.say(Message.of("plot.class").with("name", name))
                : name;
    }

    /// Whether the prediction is a score, of which the loss itself makes a probability.
    private static boolean isLogit(Graph graph, int prediction) {
        return graph.nodes().stream()
                .anyMatch(
                        n ->
                                (n.op() == Op.Binary.BCE_LOGITS
                                                || n.op() == Op.Columnwise.CE_LOGITS)
                                        && n.inputs().getFirst() == prediction);
    }

    /// The samples of one part, as far as they are drawn.
    ///
    /// @param every one of so many is drawn
    private record Part(Tensor x, Tensor y, double[] labels, int every) {

        static Part of(Dataset data) {
            if (data.samples() == 0 || data.features() == 0) {
                Tensor none = Tensor.scalar(0);
                return new Part(none, none, new double[0], 1);
            }
            Tensor y = data.y();
            double[] labels = new double[data.samples()];
            for (int k = 0; k < labels.length; k++) {
                labels[k] = data.task() == Task.CLASSES ? largest(y, k) : y.at(0, k);
            }
            return new Part(data.x(), y, labels, Math.ceilDiv(labels.length, MOST));
        }

        private static int largest(Tensor y, int sample) {
            int best = 0;
            for (int k = 1; k < y.rows(); k++) {
                best = y.at(k, sample) > y.at(best, sample) ? k : best;
            }
            return best;
        }

        int drawn() {
            return Math.ceilDiv(labels.length, every);
        }
    }

    /// Single units, with these samples.
    UnitPictures units() {
        return new UnitPictures(task, train.x, train.y, classes, texts);
    }

    OptionalInt drawn(int index) {
        return index % train.every == 0 ? OptionalInt.of(index / train.every) : OptionalInt.empty();
    }

    SampleAt at(int k) {
        return k < train.drawn()
                ? new SampleAt(false, k * train.every)
                : new SampleAt(true, (k - train.drawn()) * test.every);
    }

    BoundaryPicture boundary(
            Mapped maps,
            Optional<Predictions> onTrain,
            Optional<Predictions> onTest,
            List<Integer> batch) {
        List<Sample> samples = new ArrayList<>();
        add(samples, train, false, maps, wrong(onTrain), new HashSet<>(batch));
        add(samples, test, true, maps, wrong(onTest), Set.of());
        Plane plane = maps.grid().isLine() ? curvePlane(maps) : maps.plane();
        return new BoundaryPicture(plane, field(maps), samples, classes, words);
    }

    private static Set<Integer> wrong(Optional<Predictions> predictions) {
        return predictions.map(p -> Set.copyOf(p.wrong())).orElse(Set.of());
    }

    private static void add(
            List<Sample> samples,
            Part part,
            boolean test,
            Mapped maps,
            Set<Integer> wrong,
            Set<Integer> batch) {
        boolean line = maps.grid().isLine();
        for (int k = 0; k < part.labels.length; k += part.every) {
            double label = part.labels[k];
            double y = line ? label : part.x.at(maps.grid().vertical(), k);
            samples.add(
                    new Sample(
                            part.x.at(maps.grid().horizontal(), k),
                            y,
                            label,
                            test,
                            wrong.contains(k),
                            batch.contains(k)));
        }
    }

    /// Up and down as far as the labels reach.
    private Plane curvePlane(Mapped maps) {
        Plane x = maps.plane();
        return Plane.around(x.left(), x.right(), lowest(), highest(), x.xName(), "y")
                .from(x.left(), x.right());
    }

    private double lowest() {
        return Arrays.stream(train.labels).min().orElse(0);
    }

    private double highest() {
        return Arrays.stream(train.labels).max().orElse(1);
    }

    private Field field(Mapped maps) {
        if (maps.grid().isLine()) {
            List<Double> x = new ArrayList<>();
            List<Double> answer = new ArrayList<>();
            Raster output = likely(maps.output(0), task == Task.BINARY);
            for (int k = 0; k < maps.grid().columns(); k++) {
                x.add(maps.grid().x(k));
                answer.add(output.at(k, 0));
            }
            return new NumberCurve(x, answer);
        }
        return switch (task) {
            case BINARY -> new TwoClasses(likely(maps.output(0), true), Scale.PROBABILITY);
            case CLASSES -> new ManyClasses(shares(maps));
            case REGRESSION -> new NumberMap(maps.output(0), Scale.between(lowest(), highest()));
        };
    }

    private Raster likely(Raster output, boolean probability) {
        return logits && probability ? output.map(z -> 1 / (1 + Math.exp(-z))) : output;
    }

    private List<Raster> shares(Mapped maps) {
        List<Raster> outputs =
                IntStream.range(0, maps.responses().outputs()).mapToObj(maps::output).toList();
        if (!logits) {
            return outputs;
        }
        return outputs.stream()
                .map(z -> Raster.generate(z.cols(), z.rows(), (c, r) -> softmax(outputs, z, c, r)))
                .toList();
    }

    private static double softmax(List<Raster> scores, Raster of, int col, int row) {
        double sum = 0;
        for (Raster s : scores) {
            sum += Math.exp(s.at(col, row) - of.at(col, row));
        }
        return 1 / sum;
    }

    Optional<ConfusionPicture> confusion(Predictions predictions) {
        if (classes.isEmpty()) {
            return Optional.empty();
        }
        int[][] counts = predictions.confusion(classes.size());
        return Optional.of(
                new ConfusionPicture(
                        classes,
                        Raster.generate(
                                classes.size(), classes.size(), (col, row) -> counts[row][col]),
                        texts.say(Message.of("plot.actual")),
                        texts.say(Message.of("plot.taken_for"))));
    }
}
