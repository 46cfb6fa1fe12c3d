package dev.backstep.explain;

import dev.backstep.explain.Change.Line;
import dev.backstep.explain.Change.Part;
import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Trace;
import dev.backstep.notation.Numbers;
import dev.backstep.optim.Quantity;
import dev.backstep.optim.StepGraph;
import dev.backstep.story.Updates;
import dev.backstep.story.Walkthrough;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// A step of an optimiser, on one parameter, as formulas: printed from the nodes that compute it,
/// as those of every other op are.
record UpdateFormulas(
        Walkthrough w, int parameter, StepGraph step, DrawnGraph drawn, Numbers numbers) {

    /// How a named node, or a leaf, stands in a formula.
    private interface Naming {
        Term of(int node);
    }

    static UpdateFormulas of(Walkthrough w, int parameter, Numbers numbers) {
        StepGraph step = w.updates().orElseThrow().step(parameter);
        return new UpdateFormulas(w, parameter, step, DrawnGraph.of(step.graph()), numbers);
    }

    /// The rule, with its numbers put in where they are no matrices and the rule is followed.
    List<Line> lines(boolean moves) {
        boolean put = moves && isScalar();
        Optional<Trace> values = put ? Optional.of(updates().taken(parameter)) : Optional.empty();
        return step.lines().stream()
                .map(n -> new Line(rule(n, false), values.map(v -> substituted(n, v))))
                .toList();
    }

    /// The last formula of the rule in one line, as a list of steps has room for.
    String brief() {
        return rule(step.after(), true);
    }

    private String rule(int line, boolean inline) {
        String equals = step.isAssigned(line) ? " \\leftarrow " : " = ";
        return symbol(line).tex() + equals + right(line, n -> named(n, inline), inline).tex();
    }

    /// `2 - 0.1 \cdot 4 = 1.6`
    private String substituted(int line, Trace values) {
        String right = right(line, n -> number(n, values), false).tex();
        String result = numbers.tex(values.value(line).item());
        return right.equals(result) ? right : right + " = " + result;
    }

    private Term right(int node, Naming naming, boolean inline) {
        List<Term> in = drawn.operands(node).stream().map(i -> term(i, naming, inline)).toList();
        Node n = step.graph().node(node);
        return inline && n.op() == Op.Binary.DIV
                ? Term.product(in.get(0).tight() + "/" + in.get(1).tight())
                : Formulas.right(drawn, n, in);
    }

    private Term term(int node, Naming naming, boolean inline) {
        return switch (step.graph().node(node).op()) {
            case Op.Constant(var value) -> Term.number(value, Numbers.FULL);
            case Op _ when step.quantities().containsKey(node) -> naming.of(node);
            case Op _ -> right(node, naming, inline);
        };
    }

    private Term named(int node, boolean inline) {
        return inline && quantity(node) == Quantity.GRADIENT
                ? Term.label(inlineGradient())
                : symbol(node);
    }

    /// What the program says is shown as it says it, however few digits results have.
    private Term number(int node, Trace values) {
        boolean said = quantity(node).isSetting() && quantity(node) != Quantity.NORM;
        return Term.number(values.value(node), said ? Numbers.FULL : numbers);
    }

    /// `\alpha = 0.01,\;\; \beta_{1} = 0.9`: all that the update of this parameter depends on.
    String settings() {
        return Arrays.stream(Quantity.values())
                .filter(q -> q.isSetting() && step.uses(q))
                .map(q -> symbol(q).tex() + " = " + setting(q))
                .collect(Collectors.joining(",\\;\\; "));
    }

    private String setting(Quantity quantity) {
        return switch (quantity) {
            case NUMBER -> Long.toString(updates().number());
            case NORM -> numbers.tex(updates().norm());
            default -> Numbers.FULL.tex(value(quantity));
        };
    }

    /// The value of a setting of the optimiser.
    double value(Quantity setting) {
        return step.settings().entrySet().stream()
                .filter(e -> quantity(e.getKey()) == setting)
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /// What the gradient is multiplied by and subtracted, where that is all.
    Optional<String> factor() {
        return isBare() ? Optional.of(Numbers.FULL.plain(value(Quantity.RATE))) : Optional.empty();
    }

    /// Whether the step is W − α ∂L/∂W and nothing more.
    boolean isBare() {
        return Arrays.stream(Quantity.values())
                .filter(q -> q.isSetting() && step.uses(q))
                .allMatch(q -> q == Quantity.RATE);
    }

    /// What the rule works out on its way, of a matrix: there the numbers cannot be put in.
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (!isScalar() && !isBare()) {
            Trace values = updates().taken(parameter);
            if (!step.quantities().containsKey(step.gradient())) {
                Term sum = right(step.gradient(), n -> named(n, true), true);
                parts.add(new Part(sum.tex(), values.value(step.gradient())));
            }
            for (int line : step.lines()) {
                boolean renamed = step.graph().node(line).op() instanceof Op.Reshape;
                if (line != step.after() && !renamed) {
                    parts.add(new Part(symbol(line).tex(), values.value(line)));
                }
            }
        }
        return parts;
    }

    /// What the optimiser remembers of a matrix from the steps before; nothing at the first.
    List<Part> remembered() {
        List<Part> parts = new ArrayList<>();
        if (!isScalar() && updates().number() > 1) {
            for (int state : step.states()) {
                var before = updates().remembered(parameter).get(parts.size());
                parts.add(new Part(symbol(state).tex(), before));
            }
        }
        return parts;
    }

    private boolean isScalar() {
        return w.value(parameter).shape().isScalar();
    }

    private Updates updates() {
        return w.updates().orElseThrow();
    }

    private Quantity quantity(int node) {
        return Objects.requireNonNull(step.quantities().get(node));
    }

    private Term symbol(int node) {
        return symbol(quantity(node));
    }

    /// The letter of a quantity; with a tilde where the parameter, or the loss, has that letter.
    private Term symbol(Quantity quantity) {
        String name = w.labels().tex(parameter);
        String loss = w.labels().tex(w.output());
        return switch (quantity) {
            case PARAMETER -> Term.label(name);
            case GRADIENT -> Term.label(Formulas.partial(loss, name));
            case NORM -> Term.label("\\|\\nabla " + loss + "\\|");
            default -> {
                String letter = letter(quantity);
                boolean taken = isSame(letter, name) || isSame(letter, loss);
                yield Term.label(taken ? "\\tilde{" + letter + "}" : letter);
            }
        };
    }

    private static boolean isSame(String letter, String name) {
        return name.replace(" ", "").equals(letter);
    }

    private static String letter(Quantity quantity) {
        return switch (quantity) {
            case STEP_GRADIENT -> "g";
            case VELOCITY, MEAN_SQUARE -> "v";
            case MEAN -> "m";
            case UNBIASED_MEAN -> "\\hat{m}";
            case UNBIASED_MEAN_SQUARE -> "\\hat{v}";
            case RATE -> "\\alpha";
            case MOMENTUM -> "\\mu";
            case BETA_1 -> "\\beta_{1}";
            case BETA_2 -> "\\beta_{2}";
            case RHO -> "\\rho";
            case EPSILON -> "\\varepsilon";
            case NUMBER -> "t";
            case DECAY -> "\\delta";
            case PENALTY -> "\\lambda";
            case CLIP -> "c";
            case PARAMETER, GRADIENT, NORM -> throw new IllegalArgumentException("no letter");
        };
    }

    private String inlineGradient() {
        return "\\partial "
                + w.labels().tex(w.output())
                + "/\\partial "
                + w.labels().tex(parameter);
    }
}
