package dev.backstep.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Pushes boxes apart until none overlaps another, each as little as can be.
final class Separation {

    /// So often all are pushed before all of it is spread out too.
    private static final int PATIENT = 80;

    private static final int MOST = 300;

    private static final double SPREAD = 1.02;

    private final List<Integer> ids;
    private final double[] x;
    private final double[] y;
    private final double[] width;
    private final double[] height;
    private final int[] order;

    /// @param middles where the middles of the boxes are wanted; no two at the same place
    /// @param gap what is left free between two of them, beside and above each other
    Separation(Map<Integer, Point> middles, Map<Integer, Size> sizes, Size gap) {
        ids = middles.keySet().stream().sorted().toList();
        x = ids.stream().mapToDouble(id -> middle(middles, id).x()).toArray();
        y = ids.stream().mapToDouble(id -> middle(middles, id).y()).toArray();
        width = ids.stream().mapToDouble(id -> size(sizes, id).width() + gap.width()).toArray();
        height = ids.stream().mapToDouble(id -> size(sizes, id).height() + gap.height()).toArray();
        order = IntStream.range(0, x.length).toArray();
    }

    private static Point middle(Map<Integer, Point> middles, int id) {
        return Objects.requireNonNull(middles.get(id));
    }

    private static Size size(Map<Integer, Size> sizes, int id) {
        return Objects.requireNonNull(sizes.get(id));
    }

    /// Where the middles are then.
    Map<Integer, Point> middles() {
        int round = 0;
        while (round < MOST && pushed()) {
            if (++round > PATIENT) {
                spread(SPREAD);
            }
        }
        while (overlap()) {
            spread(2);
        }
        Map<Integer, Point> middles = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            middles.put(ids.get(i), new Point(x[i], y[i]));
        }
        return middles;
    }

    private void spread(double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
            y[i] *= factor;
        }
    }

    /// Asked of two boxes that overlap; whether to ask no more.
    private interface Pair {
        boolean done(int i, int j);
    }

    private boolean overlap() {
        return pairs((_, _) -> true);
    }

    private boolean pushed() {
        return pairs(
                (i, j) -> {
                    push(i, j);
                    return false;
                });
    }

    /// Whether there is any pair.
    private boolean pairs(Pair pair) {
        sort();
        boolean any = false;
        for (int a = 0; a < order.length; a++) {
            int i = order[a];
            double right = x[i] + width[i] / 2;
            for (int b = a + 1; b < order.length; b++) {
                int j = order[b];
                if (x[j] - width[j] / 2 >= right) {
                    break;
                }
                if (beside(i, j) > 1e-6 && above(i, j) > 1e-6) {
                    any = true;
                    if (pair.done(i, j)) {
                        return true;
                    }
                }
            }
        }
        return any;
    }

    /// By their left sides; what has moved a little is sorted in no time.
    private void sort() {
        for (int a = 1; a < order.length; a++) {
            int i = order[a];
            double left = x[i] - width[i] / 2;
            int b = a;
            while (b > 0 && x[order[b - 1]] - width[order[b - 1]] / 2 > left) {
                order[b] = order[b - 1];
                b--;
            }
            order[b] = i;
        }
    }

    private double beside(int i, int j) {
        return (width[i] + width[j]) / 2 - Math.abs(x[i] - x[j]);
    }

    private double above(int i, int j) {
        return (height[i] + height[j]) / 2 - Math.abs(y[i] - y[j]);
    }

    /// Along the way that is shorter, measured in boxes: what is pushed up and down only, because
    /// boxes are wider than high, ends up in columns.
    private void push(int i, int j) {
        double dx = beside(i, j);
        double dy = above(i, j);
        if (dx / (width[i] + width[j]) < dy / (height[i] + height[j])) {
            double way = (x[i] < x[j] ? -dx : dx) / 2 * 1.01;
            x[i] += way;
            x[j] -= way;
        } else {
            double way = (y[i] < y[j] ? -dy : dy) / 2 * 1.01;
            y[i] += way;
            y[j] -= way;
        }
    }
}
