package dev.backstep.quiz;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.story.Contribution;
import dev.backstep.story.Hidden;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What must not be seen while a question is open: what is asked, and all that is computed from it.
final class Secrets {

    private static final double ROUNDING = 1e-12;

    private Secrets() {}

    static Hidden of(Walkthrough w, QuizQuestion question) {
        return switch (question) {
            case QuizQuestion.Arriving(int node) -> {
                Hidden asked = gradients(w, parts(w, node));
                Optional<Tensor> answer = w.gradient(node);
                yield new Hidden(
                        answer.map(a -> alike(w, a, node)).orElse(Set.of()), asked.gradients());
            }
            case QuizQuestion.Computed(int node) -> {
                Set<Integer> values = users(w.graph(), node);
                values.addAll(alike(w, w.value(node), node));
                yield new Hidden(values, w.adjoint().gradients().keySet());
            }
            case QuizQuestion.Takers(int node, List<Integer> options) ->
                    gradients(w, operands(w, node, options));
            case QuizQuestion.Nudge(int leaf, int _) -> gradients(w, Set.of(leaf));
            case QuizQuestion.GradientShape(int node) -> gradients(w, Set.of(node));
            case QuizQuestion.Factors(Edge edge, var _) ->
                    gradients(w, Set.of(w.graph().unstretched(edge).id()));
            case QuizQuestion.Choice _ -> Hidden.NONE;
        };
    }

    /// The computed nodes whose value is the answer, not by chance: the sum of a single number, a
    /// gradient that the program works out itself. A small whole number or a matrix of one number
    /// comes about in many ways, and tells nothing.
    private static Set<Integer> alike(Walkthrough w, Tensor answer, int asked) {
        Set<Integer> alike = new HashSet<>();
        if (isTelling(answer)) {
            for (Node node : w.graph().nodes()) {
                if (!node.isSource() && node.id() != asked && isSame(w.value(node.id()), answer)) {
                    alike.add(node.id());
                }
            }
        }
        return alike;
    }

    private static boolean isTelling(Tensor answer) {
        return answer.shape().isScalar()
                ? Double.isFinite(answer.item()) && answer.item() != Math.rint(answer.item())
                : Arrays.stream(answer.toArray()).distinct().limit(2).count() > 1;
    }

    /// Of one shape, and the same but for rounding.
    private static boolean isSame(Tensor a, Tensor b) {
        if (!a.shape().equals(b.shape())) {
            return false;
        }
        for (int k = 0; k < a.size(); k++) {
            double room = ROUNDING * Math.max(1, Math.abs(b.at(k)));
            if (Double.compare(a.at(k), b.at(k)) != 0 && !(Math.abs(a.at(k) - b.at(k)) <= room)) {
                return false;
            }
        }
        return true;
    }

    /// The options from which a node takes its value: that the others have a gradient may be seen.
    private static Set<Integer> operands(Walkthrough w, int node, List<Integer> options) {
        Set<Integer> operands = new HashSet<>();
        for (Edge edge : w.drawn().edges(node)) {
            int source = w.drawn().source(edge).id();
            if (options.contains(w.drawn().vertex(source))) {
                operands.add(source);
            }
        }
        return operands;
    }

    /// A node and those that only put its numbers elsewhere, as `x[0]` and `x'`: what arrives at
    /// them is a part of the answer, number for number. That of the output is no secret.
    private static Set<Integer> parts(Walkthrough w, int asked) {
        Set<Integer> parts = new HashSet<>(Set.of(asked));
        for (Node later : w.graph().nodes()) {
            if (later.id() != w.output()
                    && moves(later.op())
                    && later.inputs().stream().anyMatch(parts::contains)) {
                parts.add(later.id());
            }
        }
        return parts;
    }

    private static boolean moves(Op op) {
        return op instanceof Op.Transpose
                || op instanceof Op.Reshape
                || op instanceof Op.Move && !(op instanceof Op.Stop);
    }

    /// The gradients of some nodes, and of all that they hand on to.
    private static Hidden gradients(Walkthrough w, Set<Integer> nodes) {
        Set<Integer> hidden = new HashSet<>(nodes);
        Graph graph = w.graph();
        for (int id = graph.size() - 1; id >= 0; id--) {
            if (hidden.contains(id)) {
                for (Edge edge : graph.edges(id)) {
                    if (w.adjoint().flow(edge).isPresent()) {
                        hidden.add(graph.source(edge).id());
                    }
                }
            }
        }
        return new Hidden(Set.of(), hidden);
    }

    /// A node and all that is computed from it.
    private static Set<Integer> users(Graph graph, int node) {
        Set<Integer> users = new HashSet<>(Set.of(node));
        for (Node later : graph.nodes()) {
            if (later.inputs().stream().anyMatch(users::contains)) {
                users.add(later.id());
            }
        }
        return users;
    }

    /// The step at which a question is asked; nothing where any will do.
    static Optional<Integer> step(Walkthrough w, QuizQuestion question) {
        return switch (question) {
            case QuizQuestion.Arriving(int node) -> last(w, node);
            case QuizQuestion.Computed(int node) ->
                    first(w, s -> s instanceof Step.Forward && s.node() == node);
            case QuizQuestion.Takers(int node, var _) ->
                    first(w, s -> s instanceof Step.Backward && s.node() == node)
                            .map(i -> Math.max(0, i - 1));
            case QuizQuestion.Nudge _ -> Optional.of(Math.max(0, w.story().updates() - 1));
            case QuizQuestion.GradientShape(int node) -> last(w, node);
            case QuizQuestion.Factors(Edge edge, var _) ->
                    first(w, s -> s instanceof Step.Backward(int _, var e) && e.contains(edge));
            case QuizQuestion.Choice _ -> Optional.empty();
        };
    }

    private static Optional<Integer> last(Walkthrough w, int node) {
        List<Contribution> all = w.contributions().getOrDefault(node, List.of());
        return all.isEmpty() ? Optional.of(w.story().seed()) : Optional.of(all.getLast().step());
    }

    private static Optional<Integer> first(Walkthrough w, Predicate<Step> fits) {
        return IntStream.range(0, w.size()).filter(i -> fits.test(w.step(i))).boxed().findFirst();
    }
}
