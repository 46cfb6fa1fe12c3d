package dev.backstep.calculus;

import dev.backstep.explain.Explanation;
import dev.backstep.explain.Formulas;
import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Contribution;
import dev.backstep.story.Jacobians;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A gradient in the order of backprop, as TeX: what comes to a node is added up before it goes on,
/// `1 \cdot 2 + \left(1 \cdot 4\right) \cdot 2`. A factor that would get long is named, as its
/// gradient.
public final class FactoredGradient {

    /// Longer factors are named, in characters.
    private static final int LONGEST = 60;

    private final Walkthrough w;
    private final Numbers numbers;
    private final Map<Integer, String> known = new HashMap<>();

    private FactoredGradient(Walkthrough w, Numbers numbers) {
        this.w = w;
        this.numbers = numbers;
    }

    /// The right side of ∂L/∂node; nothing if no gradient arrives there. With matrices one sum of
    /// products, in symbols.
    public static Optional<String> of(Walkthrough w, int node, Numbers numbers) {
        FactoredGradient gradient = new FactoredGradient(w, numbers);
        gradient.fromTheOutput(node);
        return gradient.sum(node);
    }

    /// Writes what comes to each number on the way, from the output down, so that no chain is too
    /// long to be followed.
    private void fromTheOutput(int node) {
        boolean[] needed = new boolean[w.output() + 1];
        needed[node] = true;
        for (int id = node + 1; id <= w.output(); id++) {
            needed[id] = w.graph().node(id).inputs().stream().anyMatch(i -> needed[i]);
        }
        for (int id = w.output() - 1; id > node; id--) {
            if (needed[id] && isNumber(id)) {
                before(id);
            }
        }
    }

    private boolean isNumber(int id) {
        return w.graph().node(id).shape().isScalar()
                && w.drawn().vertex(id) == id
                && w.drawn().folded(id).isEmpty();
    }

    private Optional<String> sum(int node) {
        List<Contribution> all = w.contributions().getOrDefault(node, List.of());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.stream().map(this::term).collect(Collectors.joining(" + ")));
    }

    private String term(Contribution contribution) {
        Edge edge = contribution.edge();
        DrawnGraph drawn = w.drawn();
        int user = drawn.user(edge);
        Optional<Tensor> local = Jacobians.local(w, edge).filter(t -> t.shape().isScalar());
        boolean scalar =
                contribution.value().shape().isScalar()
                        && w.graph().node(edge.node()).shape().isScalar()
                        && drawn.folded(user).isEmpty();
        if (local.isEmpty() || !scalar) {
            return Explanation.product(w, edge, numbers);
        }
        String factor = closed(numbers.tex(local.get().item()));
        return user == w.output() ? factor : before(user) + " \\cdot " + factor;
    }

    /// What has come to a node, in parentheses if it is more than a number.
    private String before(int node) {
        String found = known.get(node);
        if (found == null) {
            String whole = sum(node).orElse("1");
            boolean plain = !whole.contains("\\cdot") && !whole.contains(" + ");
            found =
                    whole.length() > LONGEST
                            ? Formulas.partial(w.labels().tex(w.output()), w.labels().tex(node))
                            : plain ? whole : "\\left(" + whole + "\\right)";
            known.put(node, found);
        }
        return found;
    }

    private static String closed(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }
}
