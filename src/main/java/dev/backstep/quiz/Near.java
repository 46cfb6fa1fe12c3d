package dev.backstep.quiz;

import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// When a typed number is taken for another one: to one per cent, and near 0 to a millionth.
final class Near {

    private static final double RELATIVE = 0.01;

    /// Near 0 in a matrix of numbers that are not: a thousandth of the largest, at most a
    /// millionth.
    private static final double ABSOLUTE = 1e-6;

    private static final double OF_LARGEST = 1e-3;

    /// What rounding leaves where terms cancel.
    private static final double ROUNDING = 1e-12;

    private Near() {}

    /// Whether both have one shape, and each number is near.
    static boolean isNear(Tensor given, Tensor wanted) {
        return given.shape().equals(wanted.shape()) && apart(given, wanted).isEmpty();
    }

    /// The places of the numbers that are not near, row by row.
    static Set<Integer> apart(Tensor given, Tensor wanted) {
        double largest = 0;
        for (int k = 0; k < wanted.size(); k++) {
            largest =
                    Double.isFinite(wanted.at(k))
                            ? Math.max(largest, Math.abs(wanted.at(k)))
                            : largest;
        }
        Set<Integer> apart = new HashSet<>();
        for (int k = 0; k < wanted.size(); k++) {
            if (!isNear(given.at(k), wanted.at(k), largest)) {
                apart.add(k);
            }
        }
        return apart;
    }

    private static boolean isNear(double given, double wanted, double largest) {
        if (!Double.isFinite(given) || !Double.isFinite(wanted)) {
            return Double.compare(given, wanted) == 0;
        }
        double room = Math.max(ROUNDING, Math.min(ABSOLUTE, OF_LARGEST * largest));
        return Math.abs(given - wanted) <= Math.max(room, RELATIVE * Math.abs(wanted));
    }

    /// How near what a mistake gives must be: an answer is taken for it only if that is what it
    /// comes to, rounded to three digits or so.
    private static final double MISTAKEN = 0.005;

    /// The nearest is taken, and all that are as near but for rounding.
    private static final double AS_NEAR = 1e-9;

    /// Those mistakes that give the answer wherever it is wrong, the nearest first, among equals in
    /// their order. Those that give all of it come before those that give other numbers where it is
    /// right, which then are none of them.
    ///
    /// @param wrong the places where it is
    static List<Simulated> explaining(Tensor given, Set<Integer> wrong, List<Simulated> all) {
        double nearest = MISTAKEN;
        List<Simulated> found = new ArrayList<>();
        for (Simulated one : all) {
            double distance = distance(given, one.gives(), wrong);
            if (distance < nearest - AS_NEAR) {
                found.clear();
            }
            if (distance <= nearest + AS_NEAR && distance <= MISTAKEN) {
                nearest = Math.min(nearest, distance);
                found.add(one);
            }
        }
        List<Simulated> whole = found.stream().filter(s -> isWhole(given, s)).toList();
        return whole.isEmpty() ? found : whole;
    }

    /// Whether a mistake gives the answer everywhere, also where that is right.
    static boolean isWhole(Tensor given, Simulated one) {
        Set<Integer> all = IntStream.range(0, given.size()).boxed().collect(Collectors.toSet());
        return distance(given, one.gives(), all) <= MISTAKEN;
    }

    /// How far two matrices are apart at these places, each number against the larger of both.
    private static double distance(Tensor given, Tensor other, Set<Integer> places) {
        if (!given.shape().equals(other.shape())) {
            return Double.POSITIVE_INFINITY;
        }
        double most = 0;
        for (int k : places) {
            double a = given.at(k);
            double b = other.at(k);
            double scale = Math.max(Math.abs(a), Math.abs(b));
            boolean same = a == b || Math.abs(a - b) <= ROUNDING || Double.compare(a, b) == 0;
            double far = same ? 0 : Math.abs(a - b) / scale;
            most = Double.isNaN(far) ? Double.POSITIVE_INFINITY : Math.max(most, far);
        }
        return most;
    }
}
