package dev.backstep.explain;

import dev.backstep.explain.Change.Line;
import dev.backstep.explain.Change.Part;
import dev.backstep.explain.Updates.Moved;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The first step of a rule, on one parameter, as formulas and as a sentence.
///
/// What an optimiser remembers is 0 before it, and its t is 1.
record Descending(Walkthrough w, int parameter, Descent descent, Moved moved, Numbers numbers) {

    static Descending of(Walkthrough w, int parameter, Numbers numbers) {
        Updates updates = w.updates().orElseThrow();
        return new Descending(w, parameter, updates.descent(), updates.of(parameter), numbers);
    }

    /// `\alpha = 0.01,\;\beta_1 = 0.9`
    String settings() {
        List<String> all = new ArrayList<>();
        all.add("\\alpha = " + setting(descent.rate()));
        switch (descent) {
            case Descent.Plain _ -> {}
            case Descent.Momentum(double _, double momentum) ->
                    all.add("\\mu = " + setting(momentum));
            case Descent.Adam(double _, double beta1, double beta2, double eps) -> {
                all.add("\\beta_1 = " + setting(beta1));
                all.add("\\beta_2 = " + setting(beta2));
                all.add("\\varepsilon = " + setting(eps));
                all.add("t = 1");
            }
        }
        if (isPenalised()) {
            all.add("\\lambda = " + setting(moved.penalty()));
        }
        return String.join(",\\;\\; ", all);
    }

    /// The rule, with its numbers put in where they are no matrices and the rule is followed.
    List<Line> lines(boolean moves) {
        List<String> rules = rules();
        List<String> numbers = moves && isScalar() ? put() : List.of();
        return IntStream.range(0, rules.size())
                .mapToObj(i -> new Line(rules.get(i), numbers.stream().skip(i).findFirst()))
                .toList();
    }

    private List<String> rules() {
        String p = w.labels().tex(parameter);
        String to = p + " \\leftarrow " + p + " - \\alpha\\,";
        return switch (descent) {
            case Descent.Plain _ ->
                    List.of(to + (isPenalised() ? "\\left(" + slope() + "\\right)" : slope()));
            case Descent.Momentum _ -> List.of("v \\leftarrow \\mu v + " + slope(), to + "v");
            case Descent.Adam _ ->
                    List.of(
                            "g = " + slope(),
                            "m \\leftarrow \\beta_1 m + (1-\\beta_1)\\,g",
                            "v \\leftarrow \\beta_2 v + (1-\\beta_2)\\,g^2",
                            "\\hat{m} = \\frac{m}{1-\\beta_1^{\\,t}}",
                            "\\hat{v} = \\frac{v}{1-\\beta_2^{\\,t}}",
                            to + "\\frac{\\hat{m}}{\\sqrt{\\hat{v}}+\\varepsilon}");
        };
    }

    /// The right sides of the rule with its numbers, and what they come to.
    private List<String> put() {
        String sum = number(gradient());
        if (isPenalised()) {
            sum += " + " + times(setting(moved.penalty()), number(w.value(parameter)));
        }
        String rate = setting(descent.rate());
        String from = tex(w.value(parameter)) + " - ";
        String to = " = " + tex(moved.after());
        return switch (descent) {
            case Descent.Plain _ -> {
                String slope = isPenalised() ? "\\left(" + sum + "\\right)" : sum;
                yield List.of(from + times(rate, slope) + to);
            }
            case Descent.Momentum(double _, double mu) ->
                    List.of(
                            setting(mu) + " \\cdot 0 + " + sum + " = " + tex(first()),
                            from + times(rate, number(first())) + to);
            case Descent.Adam adam -> {
                String g = number(total());
                String b1 = setting(adam.beta1());
                String b2 = setting(adam.beta2());
                String m = tex(mean(adam));
                String v = tex(spread(adam));
                String root = "\\sqrt{" + v + "}+" + setting(adam.eps());
                yield List.of(
                        isPenalised() ? sum + " = " + tex(total()) : tex(total()),
                        b1 + " \\cdot 0 + (1-" + b1 + ")\\cdot " + g + " = " + tex(first()),
                        b2
                                + " \\cdot 0 + (1-"
                                + b2
                                + ")\\cdot "
                                + base(total())
                                + "^2 = "
                                + tex(second()),
                        m,
                        v,
                        from + times(rate, "\\frac{" + m + "}{" + root + "}") + to);
            }
        };
    }

    /// What the gradient is multiplied by and subtracted, where that is all.
    Optional<String> factor() {
        return descent instanceof Descent.Plain && !isPenalised()
                ? Optional.of(Numbers.FULL.plain(descent.rate()))
                : Optional.empty();
    }

    /// What the rule works out on its way, of a matrix: there the numbers cannot be put in.
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (isScalar()) {
            return parts;
        }
        switch (descent) {
            case Descent.Plain _ when isPenalised() -> parts.add(new Part(inline(), total()));
            case Descent.Plain _ -> {}
            case Descent.Momentum _ -> parts.add(new Part("v", first()));
            case Descent.Adam adam -> {
                parts.add(new Part("\\hat{m}", mean(adam)));
                parts.add(new Part("\\hat{v}", spread(adam)));
            }
        }
        return parts;
    }

    String sentence() {
        String name = name();
        String gradient = "∂" + w.labels().words(w.output()) + "/∂" + name;
        String rate = Numbers.FULL.plain(descent.rate());
        String result = numbers.brief(moved.after());
        return switch (descent) {
            case Descent.Plain _ when !isPenalised() ->
                    name
                            + " goes against its gradient: "
                            + (name + " − " + rate + " · " + gradient)
                            + (isScalar()
                                    ? inWords(rate) + " = " + result + "."
                                    : ", element by element, which gives a new "
                                            + result
                                            + " matrix.");
            case Descent.Plain _, Descent.Momentum _, Descent.Adam _ ->
                    name
                            + " takes its first step of "
                            + (method() + " at the rate " + rate)
                            + (", against its gradient " + gradient)
                            + (isPenalised() ? " and, by its penalty, towards 0" : "")
                            + (isScalar() ? ": " + result : ", to a new " + result + " matrix")
                            + ".";
        };
    }

    private String method() {
        return descent instanceof Descent.Momentum(double _, double momentum)
                ? descent.word() + " with momentum " + Numbers.FULL.plain(momentum)
                : descent.word();
    }

    String stopped() {
        return name()
                + " stays as it is: the loss or a gradient is not finite, and there training stops.";
    }

    private String inWords(String rate) {
        String g = numbers.plain(gradient().item());
        String before = numbers.plain(w.value(parameter).item());
        return " = " + before + " − " + rate + " · " + (g.startsWith("−") ? "(" + g + ")" : g);
    }

    /// `\frac{\partial L}{\partial W}`, and what a penalty adds.
    private String slope() {
        String p = w.labels().tex(parameter);
        String gradient = Formulas.partial(w.labels().tex(w.output()), p);
        return isPenalised() ? gradient + " + \\lambda " + p : gradient;
    }

    /// The same in one line, above a table.
    String inline() {
        String p = w.labels().tex(parameter);
        return "\\partial " + w.labels().tex(w.output()) + "/\\partial " + p + " + \\lambda " + p;
    }

    private static String times(String a, String b) {
        return a + " \\cdot " + b;
    }

    private String tex(Tensor x) {
        return numbers.tex(x.item());
    }

    /// A number after a sign: a negative one in parentheses.
    private String number(Tensor x) {
        String tex = tex(x);
        return tex.startsWith("-") ? "(" + tex + ")" : tex;
    }

    /// What the program says is shown as it says it, however few digits results have.
    private static String setting(double x) {
        return Numbers.FULL.tex(x);
    }

    /// A number under an exponent: in parentheses, unless it is a plain one.
    private String base(Tensor x) {
        String tex = number(x);
        return tex.contains("\\cdot") && !tex.startsWith("(") ? "(" + tex + ")" : tex;
    }

    private boolean isScalar() {
        return moved.after().shape().isScalar();
    }

    boolean isPenalised() {
        return moved.penalty() != 0;
    }

    private Tensor gradient() {
        return w.gradient(parameter).orElseThrow();
    }

    /// The gradient with what a penalty adds.
    private Tensor total() {
        double penalty = moved.penalty();
        return penalty == 0
                ? gradient()
                : gradient().zip(w.value(parameter), (g, x) -> g + penalty * x);
    }

    private Tensor first() {
        return moved.first().orElseGet(this::zero);
    }

    private Tensor second() {
        return moved.second().orElseGet(this::zero);
    }

    private Tensor zero() {
        return Tensor.full(moved.after().shape(), 0);
    }

    private Tensor mean(Descent.Adam adam) {
        return first().map(m -> m / (1 - adam.beta1()));
    }

    private Tensor spread(Descent.Adam adam) {
        return second().map(v -> v / (1 - adam.beta2()));
    }

    private String name() {
        return w.labels().words(parameter);
    }
}
