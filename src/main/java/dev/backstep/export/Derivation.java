package dev.backstep.export;

import dev.backstep.explain.Change;
import dev.backstep.explain.Explanation;
import dev.backstep.explain.Explanation.Handed;
import dev.backstep.explain.Formulas;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Arrivals;
import dev.backstep.story.Contribution;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is computed, as equations in TeX: in names first, then with the numbers put in. A matrix of
/// more than [Numbers#LARGEST] numbers is not written out.
public record Derivation(Walkthrough w, Numbers numbers) {

    /// The equations of one step: of a node forward one, of a node backward one an edge, of an
    /// update one a line of its rule. Of a step that is hidden its formula, without a number.
    public List<String> of(int step) {
        Explanation told = Explanation.of(w, step, numbers);
        if (w.hidden().hidesStep(w, w.step(step))) {
            return List.of(told.formula());
        }
        return switch (w.step(step)) {
            case Step.Forward(int node) -> List.of(forward(told, node));
            case Step.Seed _ -> List.of(told.formula());
            case Step.Backward _ ->
                    Stream.concat(
                                    told.flows().stream().map(this::backward),
                                    told.flows().stream()
                                            .map(Handed::to)
                                            .distinct()
                                            .flatMap(to -> sum(to, step)))
                            .toList();
            case Step.ParameterUpdate(int node) ->
                    Change.of(w, node, numbers).lines().stream()
                            .map(l -> l.rule() + l.numbers().map(n -> " = " + n).orElse(""))
                            .toList();
        };
    }

    private String forward(Explanation told, int node) {
        return told.substituted()
                .map(s -> told.formula() + " = " + s)
                .orElseGet(() -> told.formula() + written(w.value(node)));
    }

    private String backward(Handed handed) {
        String put =
                handed.downstream().shape().isScalar() && handed.upstream().shape().isScalar()
                        ? handed.substitutedTex()
                                .map(l -> " = " + numbers.tex(handed.upstream()) + " \\cdot " + l)
                                .orElse("")
                        : "";
        return handed.downstreamTex()
                + " = "
                + handed.productTex()
                + put
                + written(handed.downstream());
    }

    /// The gradient of a node as the sum of what its edges hand it, at the step that hands it the
    /// last of several; with a mistake what is lost is left out, and what an earlier batch has left
    /// is added.
    private Stream<String> sum(int node, int step) {
        Arrivals at = Arrivals.of(w, step, node);
        Optional<Tensor> left = w.mistaken().flatMap(m -> m.addedTo(node));
        boolean now = at.complete() && at.soFar().getLast().step() == step;
        if (!now || at.arrived() < 2 && left.isEmpty()) {
            return Stream.empty();
        }
        List<Contribution> counted = new ArrayList<>(at.soFar());
        counted.removeAll(at.lost(w));
        Tensor sum = w.gradient(node).orElseThrow();
        Stream<String> terms = counted.stream().map(c -> handed(c).productTex());
        Stream<String> values = counted.stream().map(c -> put(c.value()));
        return Stream.of(
                Formulas.partial(w.labels().tex(w.output()), w.labels().tex(node))
                        + " = "
                        + sum(Stream.concat(terms, left.map(_ -> "\\text{left over}").stream()))
                        + (sum.size() <= Numbers.LARGEST
                                ? " = " + sum(Stream.concat(values, left.map(this::put).stream()))
                                : "")
                        + (counted.size() > 1 || left.isPresent() ? written(sum) : ""));
    }

    private Handed handed(Contribution arrived) {
        return Explanation.of(w, arrived.step(), numbers).flows().stream()
                .filter(f -> f.edge().equals(arrived.edge()))
                .findFirst()
                .orElseThrow();
    }

    /// A negative number behind a plus stands in parentheses.
    private String put(Tensor t) {
        String tex = numbers.tex(t);
        return tex.startsWith("-") ? "\\left(" + tex + "\\right)" : tex;
    }

    private static String sum(Stream<String> terms) {
        return terms.collect(Collectors.joining(" + "));
    }

    private String written(Tensor t) {
        return t.size() <= Numbers.LARGEST ? " = " + numbers.tex(t) : "";
    }
}
