package dev.backstep.session;

import dev.backstep.story.Step;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Where in a story one is, when the story changes or a node is asked for.
final class StoryPlace {

    private StoryPlace() {}

    /// The step of a changed story that is most like step `step` of the old one: the same node in
    /// the same phase, at the last edge used so far; else as far into the same phase. A story in
    /// which nothing was computed had only its seed: now it begins.
    static int after(ShownProgram was, int step, ShownProgram now) {
        if (was.walkthrough().story().seed() == 0) {
            return 0;
        }
        int old = within(was, step);
        Step then = was.walkthrough().step(old);
        OptionalInt node = now.keys().node(was.keys().key(then.node()));
        OptionalInt same = node.isEmpty() ? node : same(now.walkthrough(), then, node.getAsInt());
        return same.orElseGet(
                () -> asFar(was.walkthrough().story(), old, now.walkthrough().story()));
    }

    /// The step that a walk asks for, which may lie beyond an end.
    static int after(State s, Action.Walk walk) {
        int step = s.view().step();
        return switch (walk) {
            case Action.Go(int to) -> to;
            case Action.Forward() -> step + 1;
            case Action.Back() -> step - 1;
            case Action.ToStart() -> 0;
            case Action.ToEnd() -> s.steps() - 1;
            case Action.GoToNode(int node) ->
                    Update.known(s, OptionalInt.of(node)).isEmpty()
                            ? step
                            : of(s.good().orElseThrow().walkthrough(), node, step);
        };
    }

    static int within(ShownProgram good, int step) {
        return Math.clamp(step, 0, good.walkthrough().size() - 1);
    }

    /// A step about a node, in the phase that step `from` is in, as [Action.GoToNode] describes it.
    static int of(Walkthrough w, int hidden, int from) {
        int node = w.drawn().vertex(hidden);
        int seed = w.story().seed();
        OptionalInt backward = from < seed ? OptionalInt.empty() : backward(w, node);
        OptionalInt update = from < w.story().updates() ? OptionalInt.empty() : update(w, hidden);
        if (update.isPresent()) {
            return update.getAsInt();
        }
        return backward.orElseGet(() -> forward(w, node).orElse(from));
    }

    private static OptionalInt same(Walkthrough w, Step then, int node) {
        return switch (then) {
            case Step.Forward _ -> first(w, s -> s instanceof Step.Forward(int n) && n == node);
            case Step.Seed _ -> OptionalInt.of(w.story().seed());
            case Step.ParameterUpdate _ -> update(w, node);
            case Step.Backward(int _, var edges) -> {
                int slot = edges.isEmpty() ? 0 : edges.getLast().slot();
                OptionalInt edge =
                        first(
                                w,
                                s ->
                                        s instanceof Step.Backward(int n, var es)
                                                && n == node
                                                && (es.isEmpty() || es.getLast().slot() >= slot));
                yield edge.isPresent()
                        ? edge
                        : last(w, s -> s instanceof Step.Backward(int n, _) && n == node);
            }
        };
    }

    private static int asFar(Story was, int step, Story now) {
        int seed = was.seed();
        if (step < seed) {
            return Math.min(step, now.lastForward());
        }
        return step < was.updates()
                ? Math.min(now.seed() + step - seed, now.updates() - 1)
                : Math.min(now.updates() + step - was.updates(), now.size() - 1);
    }

    private static OptionalInt update(Walkthrough w, int node) {
        return first(w, s -> s instanceof Step.ParameterUpdate(int n) && n == node);
    }

    private static OptionalInt backward(Walkthrough w, int node) {
        if (node == w.output()) {
            return OptionalInt.of(w.story().seed());
        }
        OptionalInt own = first(w, s -> s instanceof Step.Backward(int n, _) && n == node);
        return own.isPresent()
                ? own
                : last(
                        w,
                        s ->
                                s instanceof Step.Backward(_, var edges)
                                        && edges.stream()
                                                .anyMatch(e -> w.drawn().getEdgeSource(e) == node));
    }

    private static OptionalInt forward(Walkthrough w, int node) {
        OptionalInt own = first(w, s -> s instanceof Step.Forward(int n) && n == node);
        return own.isPresent()
                ? own
                : first(w, s -> s instanceof Step.Forward(int n) && uses(w, n, node));
    }

    private static boolean uses(Walkthrough w, int user, int node) {
        return w.drawn().incomingEdgesOf(user).stream()
                .anyMatch(e -> w.drawn().getEdgeSource(e) == node);
    }

    private static OptionalInt first(Walkthrough w, Predicate<Step> wanted) {
        return IntStream.range(0, w.size()).filter(i -> wanted.test(w.step(i))).findFirst();
    }

    private static OptionalInt last(Walkthrough w, Predicate<Step> wanted) {
        return IntStream.range(0, w.size())
                .filter(i -> wanted.test(w.step(w.size() - 1 - i)))
                .map(i -> w.size() - 1 - i)
                .findFirst();
    }
}
