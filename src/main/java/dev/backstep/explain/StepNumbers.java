package dev.backstep.explain;

import dev.backstep.notation.Numbers;
import dev.backstep.optim.Optimiser.AdamW;
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

    /// `(-0.2)^2`
    String square(Tensor x) {
        return base(x) + "^2";
    }

    /// `(1-0.1 \cdot 0.5) \cdot 2 = 1.9`
    String shrinking(AdamW optimiser, Tensor value, Tensor result) {
        String by = setting(optimiser.rate()) + " \\cdot " + setting(optimiser.decay());
        return "(1-" + by + ") \\cdot " + factor(value) + " = " + tex(result);
    }

    /// What the program says is shown as it says it, however few digits results have.
    static String setting(double x) {
        return Numbers.FULL.tex(x);
    }

    /// What was remembered, and what is added: `0.9 \cdot 0 + 0.2 = 0.2`
    String mixed(double of, Tensor before, String step, Tensor result) {
        return setting(of) + " \\cdot " + factor(before) + " + " + step + " = " + tex(result);
    }

    /// The same as a mean: `0.9 \cdot 0 + (1-0.9)\cdot 0.2 = 0.02`
    String mean(double of, Tensor before, String step, Tensor result) {
        return mixed(of, before, "(1-" + setting(of) + ")\\cdot " + step, result);
    }

    /// `0.01 \cdot (-2)`
    String times(double setting, Tensor x) {
        return setting(setting) + " \\cdot " + factor(x);
    }

    /// `\frac{1}{4} \cdot 4`
    String clipped(double clip, double norm, Tensor gradient) {
        String by = "\\frac{" + setting(clip) + "}{" + numbers.tex(norm) + "}";
        return by + " \\cdot " + factor(gradient);
    }

    /// `0.5 - 0.1 \cdot 0.2 = 0.48`
    String moving(Tensor before, double rate, String step, Tensor after) {
        return tex(before) + " - " + setting(rate) + " \\cdot " + step + " = " + tex(after);
    }

    /// `\frac{4}{\sqrt{16}+0}`
    static String scaled(String step, String spread, double eps) {
        return "\\frac{" + step + "}{\\sqrt{" + spread + "}+" + setting(eps) + "}";
    }

    static String bracketed(String sum) {
        return "\\left(" + sum + "\\right)";
    }

    /// A moment of the optimiser without the bias of its first steps.
    Tensor corrected(Tensor moment, double beta, long t) {
        return moment.map(x -> x / (1 - Math.pow(beta, t)));
    }
}
