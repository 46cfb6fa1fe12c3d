package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Group;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;

/// The groups of a program while it is read: which nodes a line, a layer or a call adds.
final class Groups {

    private final Graph.Builder builder;
    private final List<Group> outermost = new ArrayList<>();
    private final Deque<List<Group>> open = new ArrayDeque<>(List.of(outermost));

    Groups(Graph.Builder builder) {
        this.builder = builder;
    }

    /// All groups so far that lie in no other, in order.
    List<Group> outermost() {
        return List.copyOf(outermost);
    }

    /// What `nodes` gives; the nodes that it adds are a group.
    int group(Group.Kind kind, String name, String title, IntSupplier nodes) {
        int from = builder.size();
        List<Group> inner = new ArrayList<>();
        open.push(inner);
        try {
            int id = nodes.getAsInt();
            open.pop();
            add(kind, name, title, from, inner);
            return id;
        } catch (ProblemException wrong) {
            open.pop();
            throw wrong;
        }
    }

    /// Layers stand beside the line whose `mlp` makes them: the line itself is what comes after
    /// them.
    private void add(Group.Kind kind, String name, String title, int from, List<Group> inner) {
        List<Group> around = open.getFirst();
        int start = from;
        List<Group> kept = inner;
        if (kind == Group.Kind.STATEMENT
                && inner.stream().anyMatch(g -> g.kind() == Group.Kind.LAYER)) {
            int last =
                    inner.stream()
                            .filter(g -> g.kind() == Group.Kind.LAYER)
                            .mapToInt(Group::to)
                            .max()
                            .orElseThrow();
            start = last;
            around.addAll(inner.stream().filter(g -> g.to() <= last).toList());
            kept = inner.stream().filter(g -> g.from() >= last).toList();
        }
        if (builder.size() > start) {
            around.add(new Group(kind, name, title, start, builder.size(), kept));
        }
    }
}
