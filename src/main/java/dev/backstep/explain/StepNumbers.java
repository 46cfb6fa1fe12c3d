package dev.backstep.explain;

import dev.backstep.notation.Numbers;
import dev.backstep.tensor.Tensor;

/// The numbers that are put into the formulas of an update, as TeX.
record StepNumbers(Numbers numbers) {

    String tex(Tensor x) {
        return numbers.tex(x.item());
    }

    /// A number after a sign: a negative one in parentheses.
    String factor(Tensor x) {
        String tex = tex(x);
        return tex.startsWith("-") ? "(" + tex + ")" : tex;
    }

    /// A number under an exponent: in parentheses, unless it is a plain one.
    String base(Tensor x) {
        String tex = factor(x);
        return tex.contains("\\cdot") && !tex.startsWith("(") ? "(" + tex + ")" : tex;
    }

    /// What the program says is shown as it says it, however few digits results have.
    static String setting(double x) {
        return Numbers.FULL.tex(x);
    }

    /// What is remembered, 0 so far, and what is added: `0.9 \cdot 0 + 0.2 = 0.2`
    String mixed(double of, String step, Tensor result) {
        return setting(of) + " \\cdot 0 + " + step + " = " + tex(result);
    }

    /// The same as a mean: `0.9 \cdot 0 + (1-0.9)\cdot 0.2 = 0.02`
    String mean(double of, String step, Tensor result) {
        return mixed(of, "(1-" + setting(of) + ")\\cdot " + step, result);
    }
}
