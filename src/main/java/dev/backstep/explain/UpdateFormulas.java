package dev.backstep.explain;

import dev.backstep.explain.Change.Line;
import dev.backstep.explain.Change.Part;
import dev.backstep.notation.Numbers;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.Optimiser.Adam;
import dev.backstep.optim.Optimiser.AdamW;
import dev.backstep.optim.Optimiser.RmsProp;
import dev.backstep.optim.Optimiser.Sgd;
import dev.backstep.optim.OptimiserMemory;
import dev.backstep.story.Updates;
import dev.backstep.story.Updates.Moved;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A step of an optimiser, on one parameter, as formulas.
record UpdateFormulas(
        Walkthrough w, int parameter, Optimiser optimiser, Moved moved, Numbers numbers) {

    static UpdateFormulas of(Walkthrough w, int parameter, Numbers numbers) {
        Updates updates = w.updates().orElseThrow();
        return new UpdateFormulas(
                w, parameter, updates.optimiser(), updates.of(parameter), numbers);
    }

    /// `\alpha = 0.01,\;\beta_1 = 0.9`
    String settings() {
        return UpdateSettings.of(this);
    }

    /// The rule, with its numbers put in where they are no matrices and the rule is followed.
    List<Line> lines(boolean moves) {
        boolean put = moves && moved.after().shape().isScalar();
        String p = name();
        List<Line> lines = new ArrayList<>();
        if (decays()) {
            lines.add(line(p + " \\leftarrow (1-\\alpha\\delta)\\," + p, put, this::shrinking));
        }
        if (namesGradient()) {
            lines.add(line("g = " + slope(), put, this::gradientPut));
        }
        step(p + " \\leftarrow " + p + " - \\alpha\\,", put, lines);
        return lines;
    }

    private void step(String to, boolean put, List<Line> lines) {
        switch (optimiser) {
            case Sgd sgd when sgd.momentum() == 0 ->
                    lines.add(line(to + used(true), put, () -> plain(step(true))));
            case Sgd sgd -> {
                lines.add(
                        line(
                                "v \\leftarrow \\mu v + " + used(false),
                                put,
                                () ->
                                        put().mixed(
                                                        sgd.momentum(),
                                                        before(0),
                                                        step(false),
                                                        first())));
                lines.add(line(to + "v", put, () -> plain(put().factor(first()))));
            }
            case Adam adam -> adam(adam, to, put, lines);
            case AdamW(Adam adam, double _) -> adam(adam, to, put, lines);
            case RmsProp rms -> {
                lines.add(
                        line(
                                "v \\leftarrow \\rho v + (1-\\rho)\\,g^2",
                                put,
                                () ->
                                        put().mean(
                                                        rms.rho(),
                                                        before(0),
                                                        put().square(total()),
                                                        first())));
                lines.add(
                        line(
                                to + "\\frac{g}{\\sqrt{v}+\\varepsilon}",
                                put,
                                () -> scaled(tex(total()), tex(first()), rms.eps())));
            }
        }
    }

    private void adam(Adam adam, String to, boolean put, List<Line> lines) {
        lines.add(
                line(
                        "m \\leftarrow \\beta_1 m + (1-\\beta_1)\\,g",
                        put,
                        () -> put().mean(adam.beta1(), before(0), put().factor(total()), first())));
        lines.add(
                line(
                        "v \\leftarrow \\beta_2 v + (1-\\beta_2)\\,g^2",
                        put,
                        () ->
                                put().mean(
                                                adam.beta2(),
                                                before(1),
                                                put().square(total()),
                                                second())));
        lines.add(line("\\hat{m} = \\frac{m}{1-\\beta_1^{\\,t}}", put, () -> tex(corrected(adam))));
        lines.add(line("\\hat{v} = \\frac{v}{1-\\beta_2^{\\,t}}", put, () -> tex(spread(adam))));
        lines.add(
                line(
                        to + "\\frac{\\hat{m}}{\\sqrt{\\hat{v}}+\\varepsilon}",
                        put,
                        () -> scaled(tex(corrected(adam)), tex(spread(adam)), adam.eps())));
    }

    private static Line line(String rule, boolean put, Supplier<String> of) {
        return new Line(rule, put ? Optional.of(of.get()) : Optional.empty());
    }

    /// The last formula of the rule in one line, as a list of steps has room for.
    String brief() {
        String p = name();
        String from = decays() ? "(1-\\alpha\\delta)\\," + p : p;
        String step =
                switch (optimiser) {
                    case Sgd sgd when sgd.momentum() != 0 -> "v";
                    case Sgd _ when clips() -> "g";
                    case Sgd _ when isPenalised() -> "(" + inline() + ")";
                    case Sgd _ -> "\\partial " + w.labels().tex(w.output()) + "/\\partial " + p;
                    case Adam _, AdamW _ -> "\\hat{m}/(\\sqrt{\\hat{v}}+\\varepsilon)";
                    case RmsProp _ -> "g/(\\sqrt{v}+\\varepsilon)";
                };
        return p + " \\leftarrow " + from + " - \\alpha\\," + step;
    }

    /// What the gradient is multiplied by and subtracted, where that is all.
    Optional<String> factor() {
        return isBare() ? Optional.of(Numbers.FULL.plain(optimiser.rate())) : Optional.empty();
    }

    /// Whether the step is W − α ∂L/∂W and nothing more.
    boolean isBare() {
        return optimiser instanceof Sgd sgd && sgd.momentum() == 0 && !isPenalised() && !clips();
    }

    /// What the rule works out on its way, of a matrix: there the numbers cannot be put in.
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (moved.after().shape().isScalar()) {
            return parts;
        }
        if (decays()) {
            parts.add(new Part("(1-\\alpha\\delta)\\," + name(), before()));
        }
        if (isPenalised() || moved.factor() != 1) {
            parts.add(new Part(namesGradient() ? "g" : inline(), total()));
        }
        switch (optimiser) {
            case Sgd sgd when sgd.momentum() == 0 -> {}
            case Sgd _, RmsProp _ -> parts.add(new Part("v", first()));
            case Adam adam -> moments(adam, parts);
            case AdamW(Adam adam, double _) -> moments(adam, parts);
        }
        return parts;
    }

    private void moments(Adam adam, List<Part> parts) {
        parts.add(new Part("\\hat{m}", corrected(adam)));
        parts.add(new Part("\\hat{v}", spread(adam)));
    }

    /// `\min(1, c/\|\nabla L\|)\,\frac{\partial L}{\partial W} + \lambda W`
    private String slope() {
        String gradient = Formulas.partial(w.labels().tex(w.output()), name());
        String clipped =
                clips() ? "\\min\\left(1, \\frac{c}{" + norm() + "}\\right)" + gradient : gradient;
        return isPenalised() ? clipped + " + \\lambda " + name() : clipped;
    }

    String norm() {
        return "\\|\\nabla " + w.labels().tex(w.output()) + "\\|";
    }

    /// The gradient and its penalty in one line, above a table.
    private String inline() {
        String gradient = "\\partial " + w.labels().tex(w.output()) + "/\\partial " + name();
        return gradient + " + \\lambda " + name();
    }

    /// What a formula has for the gradient.
    private String used(boolean asFactor) {
        return namesGradient()
                ? "g"
                : asFactor && isPenalised() ? StepNumbers.bracketed(slope()) : slope();
    }

    /// The same with its numbers.
    private String step(boolean asFactor) {
        return namesGradient()
                ? put().factor(total())
                : asFactor && isPenalised() ? StepNumbers.bracketed(summands()) : summands();
    }

    private String gradientPut() {
        boolean computed = isPenalised() || moved.factor() != 1;
        return computed ? summands() + " = " + tex(total()) : tex(total());
    }

    private String summands() {
        Tensor gradient = w.gradient(parameter).orElseThrow();
        StepNumbers put = put();
        String clipped =
                moved.factor() == 1
                        ? put.factor(gradient)
                        : put.clipped(optimiser.clip(), moved.norm(), gradient);
        return isPenalised() ? clipped + " + " + put.times(optimiser.l2(), before()) : clipped;
    }

    private String shrinking() {
        return put().shrinking((AdamW) optimiser, w.value(parameter), before());
    }

    private String scaled(String step, String spread, double eps) {
        return plain(StepNumbers.scaled(step, spread, eps));
    }

    /// `0.5 - 0.1 \cdot 0.2 = 0.48`
    private String plain(String step) {
        return put().moving(before(), optimiser.rate(), step, moved.after());
    }

    private String tex(Tensor x) {
        return put().tex(x);
    }

    private StepNumbers put() {
        return new StepNumbers(numbers);
    }

    boolean isPenalised() {
        return moved.weight() && optimiser.l2() != 0;
    }

    boolean decays() {
        return moved.weight() && optimiser instanceof AdamW a && a.decay() != 0;
    }

    boolean clips() {
        return optimiser.clip() > 0;
    }

    private boolean namesGradient() {
        return clips() || !(optimiser instanceof Sgd);
    }

    /// The value that the step starts from: after the decay, if there is one.
    private Tensor before() {
        Tensor value = w.value(parameter);
        return decays() && optimiser instanceof AdamW a ? value.map(x -> x * a.shrink()) : value;
    }

    /// The gradient after clipping, with what a penalty adds.
    private Tensor total() {
        double penalty = isPenalised() ? optimiser.l2() : 0;
        Tensor gradient = w.gradient(parameter).orElseThrow();
        Tensor clipped = moved.factor() == 1 ? gradient : gradient.map(g -> moved.factor() * g);
        return penalty == 0 ? clipped : clipped.zip(before(), (g, x) -> g + penalty * x);
    }

    /// What the optimiser remembers before the step.
    private Tensor before(int state) {
        OptimiserMemory memory = w.updates().orElseThrow().memory();
        return memory.of(parameter, optimiser.states(), moved.after().shape()).get(state);
    }

    long t() {
        return w.updates().orElseThrow().number();
    }

    private Tensor first() {
        return moved.first().orElseGet(() -> before(0));
    }

    private Tensor second() {
        return moved.second().orElseGet(() -> before(1));
    }

    private Tensor corrected(Adam adam) {
        return put().corrected(first(), adam.beta1(), t());
    }

    private Tensor spread(Adam adam) {
        return put().corrected(second(), adam.beta2(), t());
    }

    private String name() {
        return w.labels().tex(parameter);
    }
}
