package dev.backstep.lang;

import dev.backstep.tensor.Tensor;

/// Numbers as the language writes them, as short as they read back exactly: `4`, `-0.5`, `1e-5`.
public final class NumberText {

    private NumberText() {}

    /// @throws IllegalArgumentException for what no literal can say: NaN and infinities
    public static String text(double x) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("a program cannot hold " + x);
        }
        if (x == Math.rint(x) && Math.abs(x) < 1e7) {
            return x == 0 && 1 / x < 0 ? "-0" : Integer.toString((int) x);
        }
        return Double.toString(x).replace(".0E", "e").replace('E', 'e').replaceFirst("\\.0$", "");
    }

    /// `[1, 2; 3, 4]`; a number where it is 1×1.
    public static String text(Tensor value) {
        if (value.size() == 1) {
            return text(value.item());
        }
        StringBuilder out = new StringBuilder("[");
        for (int k = 0; k < value.size(); k++) {
            out.append(k == 0 ? "" : k % value.cols() == 0 ? "; " : ", ").append(text(value.at(k)));
        }
        return out.append(']').toString();
    }
}
