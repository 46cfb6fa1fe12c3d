package dev.backstep.quiz;

import dev.backstep.graph.Edge;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What each mistake gives for the gradient of a node, likelier ones first: those made at the node
/// itself, then those of the whole pass, then those made further up.
///
/// Cost: for each edge further up, of [#MOST_FURTHER] at most, the pass from there down.
final class GradientMistakes {

    private static final int MOST_FURTHER = 40;

    private final Walkthrough w;
    private final RedonePass pass;
    private final NodeNames names;
    private final int node;
    private final Tensor right;
    private final List<Simulated> all = new ArrayList<>();

    private GradientMistakes(Walkthrough w, NodeNames names, int node) {
        this.w = w;
        this.pass = RedonePass.of(w);
        this.names = names;
        this.node = node;
        this.right = w.gradient(node).orElseThrow();
    }

    /// Nothing for a node without a gradient.
    static List<Simulated> of(Walkthrough w, NodeNames names, int node) {
        if (w.gradient(node).isEmpty()) {
            return List.of();
        }
        GradientMistakes mistakes = new GradientMistakes(w, names, node);
        mistakes.collect();
        return mistakes.all;
    }

    private void collect() {
        List<Edge> ways = pass.waysTo(node);
        List<Edge> next = ways.stream().filter(e -> pass.source(e) == node).toList();
        ForkMistakes here = new ForkMistakes(w, names);
        all.addAll(here.at(node));
        next.forEach(this::edge);
        together(next);
        whole();
        all.addAll(here.paths(node));
        int close = all.size();
        ForkMistakes further = new ForkMistakes(pass.w(), names);
        List<Integer> forks = ways.stream().map(Edge::node).distinct().limit(MOST_FURTHER).toList();
        forks.forEach(fork -> all.addAll(further.further(pass, fork, node)));
        forks.forEach(through -> further.alone(pass, through, node).ifPresent(all::add));
        forks.forEach(through -> further.without(pass, through, node).ifPresent(all::add));
        ways.stream().skip(next.size()).limit(MOST_FURTHER).forEach(this::edge);
        everywhere();
        all.subList(close, all.size()).replaceAll(Simulated::madeFurtherUp);
    }

    /// One edge got wrong, and what of that gets down to the node.
    private void edge(Edge edge) {
        Tensor handed = pass.hand(edge, pass.w().gradient(edge.node()).orElseThrow());
        for (EdgeMistakes.Changed changed : new EdgeMistakes(pass, names, edge).all()) {
            Tensor change = changed.handed().zip(handed, (a, b) -> a - b);
            pass.push(pass.source(edge), node, change)
                    .ifPresent(
                            t ->
                                    all.add(
                                            new Simulated(
                                                    changed.what(),
                                                    RedonePass.sum(right, t),
                                                    changed.sentence())));
        }
    }

    /// The same got wrong at every edge that ends at the node.
    private void together(List<Edge> next) {
        if (next.size() < 2) {
            return;
        }
        together(next, EdgeMistakes::upstreamLeftOut)
                .ifPresent(t -> add(Misconception.UPSTREAM_LEFT_OUT, t, "all"));
        together(next, EdgeMistakes::unchangedOrRight)
                .ifPresent(t -> add(Misconception.LOCAL_LEFT_OUT, t, "all"));
    }

    private Optional<Tensor> together(
            List<Edge> next, Function<EdgeMistakes, Optional<Tensor>> change) {
        List<Optional<Tensor>> parts =
                next.stream().map(e -> change.apply(new EdgeMistakes(pass, names, e))).toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? parts.stream().map(Optional::orElseThrow).reduce(RedonePass::sum)
                : Optional.empty();
    }

    /// What can be said of the answer as a whole.
    private void whole() {
        add(Misconception.SIGN, right.map(x -> -x), "whole");
        if (!right.shape().isScalar() && right.rows() == right.cols()) {
            add(Misconception.TRANSPOSED, right.transposed(), "whole");
        }
        add(Misconception.VALUE_FOR_GRADIENT, w.value(node), "whole");
        TrainingMistakes.of(w)
                .ifPresent(
                        training -> {
                            training.leftOver(node)
                                    .ifPresent(t -> add(Misconception.LEFT_OVER, t, "whole"));
                            training.afterStep(node)
                                    .ifPresent(t -> add(Misconception.NEW_VALUE, t, "whole"));
                        });
    }

    /// The same mistake wherever the pass leaves room for it.
    private void everywhere() {
        pass.replacing(node).ifPresent(t -> add(Misconception.REPLACED, t, "all"));
        everywhere(Misconception.SLOPE_LEFT_OUT);
        everywhere(Misconception.MEAN_LOST);
        everywhere(Misconception.TRANSPOSED);
        TrainingMistakes.of(w)
                .flatMap(training -> training.movedEarly(node))
                .ifPresent(t -> add(Misconception.MOVED_EARLY, t, "all"));
    }

    private void everywhere(Misconception what) {
        BiFunction<Edge, Tensor, Tensor> rule =
                (edge, upstream) ->
                        new EdgeMistakes(pass, names, edge, upstream)
                                .all().stream()
                                        .filter(c -> c.what() == what)
                                        .findFirst()
                                        .map(EdgeMistakes.Changed::handed)
                                        .orElseGet(() -> pass.hand(edge, upstream));
        pass.redo(node, rule).ifPresent(t -> add(what, t, "all"));
    }

    private void add(Misconception what, Tensor gives, String where) {
        all.add(
                new Simulated(
                        what,
                        gives,
                        Message.of("quiz.why." + what.word() + "." + where)
                                .with("x", names.node(node))
                                .with("l", names.node(w.output()))));
    }
}
