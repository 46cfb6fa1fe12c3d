package dev.backstep.session;

import dev.backstep.graph.FoldedGroup;
import dev.backstep.graph.Group;
import dev.backstep.story.Step;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// The moment of a step in the story of the same program with its matrices opened, or closed.
final class OpenedPlace {

    private OpenedPlace() {}

    /// The moment of step `step` in the same program drawn at another detail.
    ///
    /// The last step of a story after which no more of the program is known than after step `step`
    /// of another: of a matrix the step of its last number. Where the moment lies inside a matrix,
    /// its step.
    static int of(ShownProgram was, int step, ShownProgram now) {
        int within = StoryPlace.within(was, step);
        if (was.isOpenedAs(now)) {
            return FoldedPlace.of(was.walkthrough(), within, now.walkthrough());
        }
        Step then = was.walkthrough().step(within);
        int first = first(was, then.node());
        int last = last(was, then.node());
        int seed = now.walkthrough().story().seed();
        return switch (then) {
            case Step.Seed _ -> seed;
            case Step.Forward _ ->
                    lastStep(
                            now, s -> s instanceof Step.Forward(int n) && first(now, n) <= last, 0);
            case Step.Backward back ->
                    edge(was, back, now)
                            .orElseGet(
                                    () ->
                                            lastStep(
                                                    now,
                                                    s ->
                                                            s instanceof Step.Backward(int n, _)
                                                                    && last(now, n) >= first,
                                                    seed));
            case Step.ParameterUpdate _ ->
                    lastStep(
                            now,
                            s -> s instanceof Step.ParameterUpdate(int n) && first(now, n) <= last,
                            now.walkthrough().size() - 1);
        };
    }

    /// The step at the same edge of a node that stays whole in both.
    private static OptionalInt edge(ShownProgram was, Step.Backward then, ShownProgram now) {
        List<Integer> there = now.shown(was.origin(then.node()));
        boolean whole =
                was.walkthrough().drawn().folded(then.node()).isEmpty()
                        && was.shown(was.origin(then.node())).size() == 1
                        && there.size() == 1;
        if (!whole || then.edges().isEmpty()) {
            return OptionalInt.empty();
        }
        int node = there.getFirst();
        int slot = then.edges().getLast().slot();
        int step =
                lastStep(
                        now,
                        s ->
                                s instanceof Step.Backward(int n, var edges)
                                        && n == node
                                        && !edges.isEmpty()
                                        && edges.getLast().node() == node
                                        && edges.getLast().slot() == slot,
                        -1);
        return step < 0 ? OptionalInt.empty() : OptionalInt.of(step);
    }

    /// The vertex of a node that is selected: of a matrix that of its last number.
    static OptionalInt selected(ShownProgram was, OptionalInt node, ShownProgram now) {
        if (node.isEmpty()) {
            return node;
        }
        int there =
                was.isOpenedAs(now)
                        ? node.getAsInt()
                        : now.shown(was.origin(node.getAsInt())).getLast();
        return OptionalInt.of(now.walkthrough().drawn().vertex(there));
    }

    /// The first node of the model that a vertex stands for.
    private static int first(ShownProgram shown, int vertex) {
        return shown.origin(
                shown.walkthrough()
                        .drawn()
                        .folded(vertex)
                        .map(FoldedGroup::group)
                        .map(Group::from)
                        .orElse(vertex));
    }

    private static int last(ShownProgram shown, int vertex) {
        return shown.origin(
                shown.walkthrough()
                        .drawn()
                        .folded(vertex)
                        .map(f -> f.group().to() - 1)
                        .orElse(vertex));
    }

    private static int lastStep(ShownProgram shown, Predicate<Step> wanted, int otherwise) {
        for (int i = shown.walkthrough().size() - 1; i >= 0; i--) {
            if (wanted.test(shown.walkthrough().step(i))) {
                return i;
            }
        }
        return otherwise;
    }
}
