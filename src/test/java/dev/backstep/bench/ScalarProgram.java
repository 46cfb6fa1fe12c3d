package dev.backstep.bench;

/// A program of about a thousand scalar nodes, each line using the two before.
final class ScalarProgram {

    private ScalarProgram() {}

    /// `lines` lines of five nodes each, and two leaves.
    static String of(int lines) {
        StringBuilder out = new StringBuilder("x0 = 0.5\nx1 = 1.5\n");
        for (int k = 2; k < lines + 2; k++) {
            String before = "x" + (k - 1);
            out.append("x%d = tanh(%s * x%d) + 0.5 * %s\n".formatted(k, before, k - 2, before));
        }
        return out.toString();
    }
}
