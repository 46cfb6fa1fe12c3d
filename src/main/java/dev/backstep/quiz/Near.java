package dev.backstep.quiz;

import dev.backstep.tensor.Tensor;
import java.util.HashSet;
import java.util.Set;

/// When a typed number is taken for another one: to one per cent, and near 0 to a millionth.
final class Near {

    private static final double RELATIVE = 0.01;

    /// Near 0 in a matrix of numbers that are not: a thousandth of the largest, at most a millionth.
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
            largest = Double.isFinite(wanted.at(k)) ? Math.max(largest, Math.abs(wanted.at(k))) : largest;
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

    /// How far two matrices of one shape are apart, against the larger numbers: 0 for the same.
    static double distance(Tensor given, Tensor wanted) {
        double most = 0;
        for (int k = 0; k < wanted.size(); k++) {
            double scale = Math.max(Math.abs(given.at(k)), Math.abs(wanted.at(k)));
            double far = given.at(k) == wanted.at(k) ? 0 : Math.abs(given.at(k) - wanted.at(k)) / scale;
            most = Math.max(most, far);
        }
        return most;
    }
}
