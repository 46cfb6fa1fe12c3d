package dev.backstep.train;

import dev.backstep.graph.Op.Columns;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Softmax and cross-entropy, a lane a sample: each lane goes down its own column.
final class VectorColumns {

    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int L = S.length();

    private VectorColumns() {}

    static void softmax(Columns op, View x, View out) {
        for (int j = 0; j < x.cols(); j += L) {
            if (op == Columns.SOFTMAX) {
                softmax(x, out, j);
            } else {
                logSoftmax(x, out, j);
            }
        }
    }

    private static void softmax(View x, View out, int j) {
        VectorMask<Double> inside = S.indexInRange(j, x.cols());
        int from = x.at() + j;
        int to = out.at() + j;
        DoubleVector max = DoubleVector.broadcast(S, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < x.rows(); i++) {
            max = max.max(DoubleVector.fromArray(S, x.data(), from + i * x.down()));
        }
        DoubleVector sum = DoubleVector.zero(S);
        for (int i = 0; i < x.rows(); i++) {
            DoubleVector z = DoubleVector.fromArray(S, x.data(), from + i * x.down()).sub(max);
            DoubleVector e = z.lanewise(VectorOperators.EXP);
            e.intoArray(out.data(), to + i * out.down(), inside);
            sum = sum.add(e);
        }
        for (int i = 0; i < x.rows(); i++) {
            DoubleVector e = DoubleVector.fromArray(S, out.data(), to + i * out.down());
            e.div(sum).intoArray(out.data(), to + i * out.down(), inside);
        }
    }

    private static void logSoftmax(View x, View out, int j) {
        VectorMask<Double> inside = S.indexInRange(j, x.cols());
        int from = x.at() + j;
        DoubleVector max = DoubleVector.broadcast(S, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < x.rows(); i++) {
            max = max.max(DoubleVector.fromArray(S, x.data(), from + i * x.down()));
        }
        DoubleVector sum = DoubleVector.zero(S);
        for (int i = 0; i < x.rows(); i++) {
            DoubleVector z = DoubleVector.fromArray(S, x.data(), from + i * x.down()).sub(max);
            sum = sum.add(z.lanewise(VectorOperators.EXP));
        }
        DoubleVector log = sum.lanewise(VectorOperators.LOG);
        for (int i = 0; i < x.rows(); i++) {
            DoubleVector z = DoubleVector.fromArray(S, x.data(), from + i * x.down());
            z.sub(max).sub(log).intoArray(out.data(), out.at() + j + i * out.down(), inside);
        }
    }

    static void crossEntropy(Columns op, View x, View y, View out) {
        for (int j = 0; j < x.cols(); j += L) {
            if (op == Columns.CE) {
                ofProbabilities(x, y, out, j);
            } else {
                ofLogits(x, y, out, j);
            }
        }
    }

    private static void ofProbabilities(View p, View y, View out, int j) {
        DoubleVector entropy = DoubleVector.zero(S);
        for (int i = 0; i < p.rows(); i++) {
            DoubleVector q = DoubleVector.fromArray(S, p.data(), p.at() + j + i * p.down());
            DoubleVector t = DoubleVector.fromArray(S, y.data(), y.at() + j + i * y.down());
            entropy = entropy.sub(t.mul(q.lanewise(VectorOperators.LOG)));
        }
        entropy.intoArray(out.data(), out.at() + j, S.indexInRange(j, out.cols()));
    }

    private static void ofLogits(View x, View y, View out, int j) {
        int from = x.at() + j;
        DoubleVector max = DoubleVector.broadcast(S, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < x.rows(); i++) {
            max = max.max(DoubleVector.fromArray(S, x.data(), from + i * x.down()));
        }
        DoubleVector sum = DoubleVector.zero(S);
        for (int i = 0; i < x.rows(); i++) {
            DoubleVector z = DoubleVector.fromArray(S, x.data(), from + i * x.down()).sub(max);
            sum = sum.add(z.lanewise(VectorOperators.EXP));
        }
        DoubleVector log = sum.lanewise(VectorOperators.LOG);
        DoubleVector entropy = DoubleVector.zero(S);
        for (int i = 0; i < x.rows(); i++) {
            DoubleVector z = DoubleVector.fromArray(S, x.data(), from + i * x.down()).sub(max).sub(log);
            DoubleVector t = DoubleVector.fromArray(S, y.data(), y.at() + j + i * y.down());
            entropy = entropy.sub(t.mul(z));
        }
        entropy.intoArray(out.data(), out.at() + j, S.indexInRange(j, out.cols()));
    }
}
