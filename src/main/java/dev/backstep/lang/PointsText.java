package dev.backstep.lang;

import dev.backstep.data.Dataset;
import dev.backstep.lang.BackstepParser.ArgumentContext;
import dev.backstep.lang.BackstepParser.EngineContext;
import dev.backstep.lang.BackstepParser.MatrixContext;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The samples that a program types in, as in `data points([x1, x2, label; …])`: those of two
/// features, which can be drawn in a plane.
///
/// @param classes above 2: the label is one of so many classes, written as a column each; else the
///   label is a column of its own, 0 or 1, or a number to be learnt
public record PointsText(List<LabelledPoint> points, int classes) {

    /// More are not drawn by hand.
    public static final int MOST = 1_000;

    /// More than these are not made points of their own: they would fill the text.
    static final int MOST_COPIED = 500;

    /// The most classes that are drawn by hand: as many as there are keys for.
    public static final int MOST_CLASSES = 9;

    /// So many points stand in a line of the text.
    private static final int IN_A_LINE = 4;

    /// Places of what is drawn with a pointer are not known more exactly.
    private static final int DIGITS = 4;

    /// A sample.
    ///
    /// @param label a class counted from 0, or a number to be learnt
    public record LabelledPoint(double x1, double x2, double label) {

        private String text(int classes) {
            StringBuilder row = new StringBuilder(NumberText.text(x1) + ", " + NumberText.text(x2));
            for (int k = 0; k < classes; k++) {
                row.append(k == label ? ", 1" : ", 0");
            }
            return classes > 0 ? row.toString() : row + ", " + NumberText.text(label);
        }

        private LabelledPoint rounded() {
            return new LabelledPoint(rounded(x1), rounded(x2), rounded(label));
        }

        private static double rounded(double x) {
            return Double.parseDouble(String.format(Locale.ROOT, "%." + DIGITS + "g", x)) + 0.0;
        }
    }

    public PointsText {
        points = List.copyOf(points);
    }

    /// The samples of a `data` line, if it types in such.
    static Optional<PointsText> of(EngineContext line, TokenPositions place) {
        if (!line.NAME().getText().equals(DataLine.POINTS) || line.arguments() == null) {
            return Optional.empty();
        }
        return line.arguments().argument().stream()
                .filter(a -> a.NAME() == null && a.expression() != null)
                .findFirst()
                .flatMap(a -> matrix(a, place))
                .filter(rows -> rows.cols() >= 3 && rows.cols() != 4 && rows.rows() <= MOST)
                .filter(rows -> rows.cols() == 2 + labels(line, place))
                .filter(rows -> rows.cols() == 3 || isOneHot(rows))
                .map(PointsText::of);
    }

    /// Whether the labels of each row are a single 1 among 0s.
    private static boolean isOneHot(Tensor rows) {
        for (int k = 0; k < rows.rows(); k++) {
            int ones = 0;
            for (int c = 2; c < rows.cols(); c++) {
                double label = rows.at(k, c);
                if (label != 0 && label != 1) {
                    return false;
                }
                ones += (int) label;
            }
            if (ones != 1) {
                return false;
            }
        }
        return true;
    }

    private static int labels(EngineContext line, TokenPositions place) {
        return (int) EngineLine.of(line, place).number("labels").orElse(1);
    }

    private static Optional<Tensor> matrix(ArgumentContext a, TokenPositions place) {
        try {
            return Literal.onlyChild(a.expression()) instanceof MatrixContext m
                    ? Optional.of(Literal.matrix(m, place).value().get()).filter(Tensor::isFinite)
                    : Optional.empty();
        } catch (ProblemException none) {
            return Optional.empty();
        }
    }

    private static PointsText of(Tensor rows) {
        List<LabelledPoint> points = new ArrayList<>();
        for (int k = 0; k < rows.rows(); k++) {
            points.add(new LabelledPoint(rows.at(k, 0), rows.at(k, 1), label(rows, k)));
        }
        return new PointsText(points, rows.cols() == 3 ? 0 : rows.cols() - 2);
    }

    private static double label(Tensor rows, int k) {
        if (rows.cols() == 3) {
            return rows.at(k, 2);
        }
        int label = 0;
        for (int c = 1; c < rows.cols() - 2; c++) {
            label = rows.at(k, 2 + c) > rows.at(k, 2 + label) ? c : label;
        }
        return label;
    }

    /// The samples of a data set of two features, as typed ones; nothing if it has others or too
    /// many. Classes are counted from 0.
    public static Optional<PointsText> of(Dataset data) {
        if (data.features() != 2 || data.samples() > MOST) {
            return Optional.empty();
        }
        boolean classes = data.task() == Dataset.Task.CLASSES;
        if (!classes && data.outputs() != 1) {
            return Optional.empty();
        }
        Tensor x = data.x();
        Tensor y = data.y();
        List<LabelledPoint> points = new ArrayList<>();
        for (int s = 0; s < data.samples(); s++) {
            double label = classes ? largest(y, s) : y.at(0, s);
            points.add(new LabelledPoint(x.at(0, s), x.at(1, s), label).rounded());
        }
        return Optional.of(new PointsText(points, data.outputs() > 2 ? data.outputs() : 0));
    }

    private static int largest(Tensor y, int sample) {
        int largest = 0;
        for (int k = 1; k < y.rows(); k++) {
            largest = y.at(k, sample) > y.at(largest, sample) ? k : largest;
        }
        return largest;
    }

    /// A few samples of two classes to begin with.
    static PointsText start() {
        PointsText start = new PointsText(List.of(), 0);
        for (double[] p :
                new double[][] {
                    {-1, -0.5, 0}, {-0.6, -1, 0}, {-0.4, -0.2, 0},
                    {1, 0.5, 1}, {0.6, 1, 1}, {0.4, 0.2, 1}
                }) {
            start = start.with(new LabelledPoint(p[0], p[1], p[2]));
        }
        return start;
    }

    /// The samples of both parts, those held back last, if they can be typed in and are not too
    /// many to be read.
    static Optional<PointsText> of(Dataset.Split data) {
        if (data.train().samples() + data.test().samples() > MOST_COPIED) {
            return Optional.empty();
        }
        Optional<PointsText> train = of(data.train());
        return data.test().samples() == 0
                ? train
                : train.flatMap(t -> of(data.test()).map(t::with));
    }

    private PointsText with(PointsText more) {
        List<LabelledPoint> all = new ArrayList<>(points);
        all.addAll(more.points);
        return new PointsText(all, classes);
    }

    /// With one more, which comes last; a class that there was not widens the labels.
    public PointsText with(LabelledPoint added) {
        List<LabelledPoint> changed = new ArrayList<>(points);
        changed.add(added.rounded());
        boolean another = isClasses() && added.label() >= Math.max(classes, 2);
        return new PointsText(changed, another ? (int) added.label() + 1 : classes);
    }

    /// Whether all labels are 0 or 1.
    boolean isBinary() {
        return classes == 0 && points.stream().allMatch(p -> p.label() == 0 || p.label() == 1);
    }

    /// With one in another place.
    public PointsText moved(int index, double x1, double x2) {
        List<LabelledPoint> changed = new ArrayList<>(points);
        LabelledPoint before = points.get(index);
        LabelledPoint rounded = new LabelledPoint(x1, x2, 0).rounded();
        changed.set(index, new LabelledPoint(rounded.x1(), rounded.x2(), before.label()));
        return new PointsText(changed, classes);
    }

    /// With another label for some; a class that there was not widens the labels.
    public PointsText labelled(Collection<Integer> indices, double label) {
        List<LabelledPoint> changed = new ArrayList<>(points);
        indices.forEach(
                k ->
                        changed.set(
                                k,
                                new LabelledPoint(points.get(k).x1(), points.get(k).x2(), label)));
        boolean another = isClasses() && label >= Math.max(classes, 2);
        return new PointsText(changed, another ? (int) label + 1 : classes);
    }

    /// Whether the labels are classes, two or more; else they are numbers to be learnt.
    public boolean isClasses() {
        return classes > 0 || isBinary();
    }

    /// Without some.
    public PointsText without(Collection<Integer> indices) {
        Set<Integer> gone = new HashSet<>(indices);
        List<LabelledPoint> kept = new ArrayList<>();
        for (int k = 0; k < points.size(); k++) {
            if (!gone.contains(k)) {
                kept.add(points.get(k));
            }
        }
        return new PointsText(kept, classes);
    }

    /// The matrix literal of all points, a few in a line.
    String literal() {
        StringBuilder out = new StringBuilder("[");
        for (int k = 0; k < points.size(); k++) {
            out.append(k == 0 ? "" : k % IN_A_LINE == 0 ? ";\n    " : "; ");
            out.append(points.get(k).text(classes));
        }
        return out.append(']').toString();
    }
}
