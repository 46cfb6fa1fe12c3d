package dev.backstep.quiz;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.story.Contribution;
import dev.backstep.story.Paths;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What comes out where several gradients arrive and some are left out of their sum.
final class ForkMistakes {

    /// The most edges at one node of which every selection is tried.
    private static final int EVERY_SELECTION = 5;

    /// The most edges at one node that are tried at all.
    private static final int MOST_EDGES = 64;

    /// The most paths that are tried.
    private static final int MOST_PATHS = 24;

    private final Walkthrough w;
    private final NodeNames names;

    /// @param w as it is drawn, so that a folded group is one place where a gradient comes through
    ForkMistakes(Walkthrough w, NodeNames names) {
        this.w = w;
        this.names = names;
    }

    /// With some of what arrives at a node left out: each alone, the last first, as if it had
    /// replaced the others; all but one; and of a few edges every selection.
    List<Simulated> at(int node) {
        List<Contribution> all = w.contributions().getOrDefault(node, List.of());
        int n = all.size();
        if (n < 2 || n > MOST_EDGES) {
            return List.of();
        }
        return selections(n).stream().map(some -> simulated(node, all, some)).toList();
    }

    private static List<List<Integer>> selections(int n) {
        List<List<Integer>> selections = new ArrayList<>();
        for (int k = n - 1; k >= 0; k--) {
            selections.add(List.of(k));
        }
        for (int k = 0; k < n && n > 2; k++) {
            int missing = k;
            selections.add(IntStream.range(0, n).filter(i -> i != missing).boxed().toList());
        }
        for (int bits = 1; n > 3 && n <= EVERY_SELECTION && bits < (1 << n) - 1; bits++) {
            int chosen = bits;
            int size = Integer.bitCount(bits);
            if (size > 1 && size < n - 1) {
                selections.add(
                        IntStream.range(0, n).filter(i -> (chosen & 1 << i) != 0).boxed().toList());
            }
        }
        return selections;
    }

    private Simulated simulated(int node, List<Contribution> all, List<Integer> some) {
        Tensor sum =
                some.stream().map(k -> all.get(k).value()).reduce(RedonePass::sum).orElseThrow();
        Misconception what =
                some.size() == 1 ? Misconception.REPLACED : Misconception.EDGE_FORGOTTEN;
        String others = all.size() - some.size() == 1 ? "one" : "many";
        return new Simulated(
                what,
                sum,
                Message.of("quiz.why." + what.word() + "." + others)
                        .with("x", names.node(node))
                        .with("through", through(all, some)));
    }

    /// `a`, `a, b and c`, `one of the 2 edges of a`.
    private Message through(List<Contribution> all, List<Integer> some) {
        DrawnGraph drawn = w.drawn();
        Map<Integer, Integer> chosen = new LinkedHashMap<>();
        some.forEach(k -> chosen.merge(drawn.user(all.get(k).edge()), 1, Integer::sum));
        List<Message> parts = new ArrayList<>();
        chosen.forEach(
                (user, count) -> {
                    long edges = all.stream().filter(c -> drawn.user(c.edge()) == user).count();
                    parts.add(
                            count == edges
                                    ? Message.verbatim(names.node(user))
                                    : Message.of("quiz.edges.of")
                                            .with("k", count)
                                            .with("n", edges)
                                            .with("z", names.node(user)));
                });
        return Message.listed(parts);
    }

    /// With one path alone, and with all but one; nothing where there are too many to tell.
    List<Simulated> paths(int node) {
        Paths paths = Paths.of(w, node, MOST_PATHS);
        if (!paths.complete() || paths.count() < 2) {
            return List.of();
        }
        List<Simulated> all = new ArrayList<>();
        for (Paths.Path path : paths.listed()) {
            all.add(
                    path(
                            path.product(),
                            Message.of("quiz.why.path.alone").with("path", told(path)),
                            node));
        }
        for (Paths.Path path : paths.listed()) {
            Tensor rest = paths.sum().orElseThrow().zip(path.product(), (a, b) -> a - b);
            all.add(path(rest, Message.of("quiz.why.path.missing").with("n", paths.count()), node));
        }
        return all;
    }

    private Simulated path(Tensor gives, Message.Pattern sentence, int node) {
        return new Simulated(
                Misconception.PATH_FORGOTTEN,
                gives,
                sentence.with("x", names.node(node)).with("l", names.node(w.output())));
    }

    private String told(Paths.Path path) {
        return names.path(
                Stream.concat(Stream.of(path.output()), path.hops().stream().map(Paths.Hop::to))
                        .toList());
    }

    /// Further up: some of what arrives at another node left out, and what of it gets to `node`.
    List<Simulated> further(RedonePass pass, int fork, int node) {
        List<Contribution> all = w.contributions().getOrDefault(fork, List.of());
        if (all.size() < 2 || all.size() > EVERY_SELECTION) {
            return List.of();
        }
        Tensor whole = w.gradient(node).orElseThrow();
        List<Simulated> found = new ArrayList<>();
        for (List<Integer> some : selections(all.size())) {
            Tensor kept =
                    some.stream()
                            .map(k -> all.get(k).value())
                            .reduce(RedonePass::sum)
                            .orElseThrow();
            Tensor change = kept.zip(w.gradient(fork).orElseThrow(), (a, b) -> a - b);
            pass.push(fork, node, change)
                    .ifPresent(
                            t ->
                                    found.add(
                                            new Simulated(
                                                    Misconception.EDGE_FORGOTTEN,
                                                    RedonePass.sum(whole, t),
                                                    Message.of("quiz.why.edge.further")
                                                            .with("z", names.node(fork))
                                                            .with("through", through(all, some)))));
        }
        return found;
    }

    /// What comes to `node` through one node further up alone; nothing where that is all, or
    /// nothing.
    Optional<Simulated> alone(RedonePass pass, int through, int node) {
        return part(pass, through, node).map(part -> through(part, "alone", through, node));
    }

    /// The rest of it.
    Optional<Simulated> without(RedonePass pass, int through, int node) {
        Tensor whole = w.gradient(node).orElseThrow();
        return part(pass, through, node)
                .map(part -> whole.zip(part, (a, b) -> a - b))
                .map(rest -> through(rest, "missing", through, node));
    }

    private Optional<Tensor> part(RedonePass pass, int through, int node) {
        Tensor whole = w.gradient(node).orElseThrow();
        return pass.push(through, node, w.gradient(through).orElseThrow())
                .filter(part -> !Near.isNear(part, whole))
                .filter(part -> !Near.isNear(part, whole.map(_ -> 0)));
    }

    private Simulated through(Tensor gives, String which, int through, int node) {
        return path(
                gives,
                Message.of("quiz.why.path.through." + which).with("z", names.node(through)),
                node);
    }
}
