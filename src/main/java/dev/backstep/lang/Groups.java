package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Group;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// The groups of a program while it is read: which nodes a line, a layer or a call adds.
final class Groups {

    private final Graph.Builder builder;
    private final List<Group> outermost = new ArrayList<>();
    private final Deque<List<Group>> open = new ArrayDeque<>(List.of(outermost));
    private final Supplier<Set<String>> assigned;
    private String title = "";
    private String note = "";
    private int sectionFrom;
    private int before;

    /// @param assigned every name that the program assigns
    Groups(Graph.Builder builder, Supplier<Set<String>> assigned) {
        this.builder = builder;
        this.assigned = assigned;
    }

    /// All groups that lie in no other, in order. A section is named by its title, with a number
    /// behind it if something else has that name.
    List<Group> outermost() {
        section("", "");
        Set<String> taken = new HashSet<>();
        names(outermost, taken);
        if (outermost.stream().anyMatch(g -> g.kind() == Group.Kind.SECTION)) {
            taken.addAll(assigned.get());
        }
        Map<String, Integer> numbers = new HashMap<>();
        return outermost.stream().map(g -> named(g, taken, numbers)).toList();
    }

    private static void names(List<Group> groups, Set<String> names) {
        for (Group g : groups) {
            if (g.kind() != Group.Kind.SECTION) {
                names.add(g.name());
            }
            names(g.groups(), names);
        }
    }

    private static Group named(Group g, Set<String> taken, Map<String, Integer> numbers) {
        if (g.kind() != Group.Kind.SECTION) {
            return g;
        }
        String name = g.title();
        while (!taken.add(name)) {
            name = g.title() + " " + numbers.merge(g.title(), 2, (n, _) -> n + 1);
        }
        return new Group(g.kind(), name, g.title(), g.from(), g.to(), g.groups(), g.note());
    }

    /// Ends the section at hand, and begins one.
    ///
    /// @param next its title; empty if none begins
    /// @param said what the program says of it; may be empty
    void section(String next, String said) {
        if (!title.isEmpty() && builder.size() > sectionFrom) {
            List<Group> inner = outermost.subList(before, outermost.size());
            Group section =
                    new Group(
                            Group.Kind.SECTION,
                            title,
                            title,
                            sectionFrom,
                            builder.size(),
                            inner,
                            note);
            inner.clear();
            outermost.add(section);
        }
        title = next;
        note = said;
        sectionFrom = builder.size();
        before = outermost.size();
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
