package dev.backstep.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How the columns of a picture are divided into rows, so that the picture is large in a room while
/// few wires lead from row to row.
///
/// @param columns the size of each, from the left, with what lies between it and the next
/// @param wires the columns that each wire leads from and to
record Division(List<Size> columns, List<Wire> wires, Gaps gaps, Size room) {

    /// What lies between two wires that run beside each other from row to row.
    static final double LANE = 10;

    /// The most wires that run there.
    private static final int MOST_WIRES = 6;

    /// The most columns for which every division is looked at.
    private static final int FEW = 12;

    private static final int MOST_ROWS = 12;

    /// The first and the last column of a wire.
    record Wire(int from, int to) {}

    /// One division: the first column of each row but the first.
    private record Rated(List<Integer> breaks, double scale) {}

    /// The rank-th best: the first column of each row but the first. Empty if there is none.
    List<Integer> best(int rank) {
        return rated(rank).map(Rated::breaks).orElse(List.of());
    }

    /// The scale of the rank-th best; 0 if there is none.
    double scale(int rank) {
        return rated(rank).map(Rated::scale).orElse(0.0);
    }

    private Optional<Rated> rated(int rank) {
        List<Rated> all = columns.size() <= FEW ? every() : even();
        return all.stream()
                .sorted(Comparator.comparingDouble(Rated::scale).reversed())
                .skip(rank)
                .findFirst();
    }

    private List<Rated> every() {
        List<Rated> all = new ArrayList<>();
        for (int mask = 1; mask < 1 << (columns.size() - 1); mask++) {
            List<Integer> breaks = new ArrayList<>();
            for (int i = 1; i < columns.size(); i++) {
                if ((mask >> (i - 1) & 1) == 1) {
                    breaks.add(i);
                }
            }
            rate(breaks, all);
        }
        return all;
    }

    /// Divisions into rows of about the same width.
    private List<Rated> even() {
        double whole = columns.stream().mapToDouble(Size::width).sum();
        List<Rated> all = new ArrayList<>();
        for (int rows = 2; rows <= MOST_ROWS; rows++) {
            List<Integer> breaks = new ArrayList<>();
            double x = 0;
            for (int i = 0; i < columns.size(); i++) {
                double middle = x + columns.get(i).width() / 2;
                if (i > 0 && middle * rows / whole >= breaks.size() + 1) {
                    breaks.add(i);
                }
                x += columns.get(i).width();
            }
            rate(breaks, all);
        }
        return all;
    }

    private void rate(List<Integer> breaks, List<Rated> all) {
        double lanes = 0;
        for (int b : breaks) {
            long crossing = wires.stream().filter(w -> w.from < b && w.to >= b).count();
            if (crossing > MOST_WIRES) {
                return;
            }
            lanes += crossing * LANE;
        }
        double width = 0;
        double height = lanes + breaks.size() * gaps.rows();
        double wide = 0;
        double high = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (breaks.contains(i)) {
                height += high;
                wide = 0;
                high = 0;
            }
            wide += columns.get(i).width();
            high = Math.max(high, columns.get(i).height());
            width = Math.max(width, wide);
        }
        height += high;
        all.add(new Rated(breaks, Math.min(room.width() / width, room.height() / height)));
    }
}
