package dev.backstep.layout;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.layout.Diagram.NumberBlock;
import dev.backstep.layout.Diagram.Pass;
import dev.backstep.story.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is drawn as one block where a picture of very many numbers is shown small: each number with
/// all that is computed for it alone, and all numbers of a leaf together.
record NumberBlocks(DrawnGraph drawn, List<Cells> all) {

    /// @param root the card that tells how far the story has come with it
    record Cells(int root, String title, Set<Integer> cards) {}

    /// A block in its place.
    record Block(Cells cells, Box box) {

        NumberBlock at(Progress progress) {
            return new NumberBlock(
                    cells.title,
                    cells.cards,
                    box,
                    pass(progress, cells.root),
                    cells.cards.contains(progress.active()));
        }
    }

    private static Optional<Pass> pass(Progress progress, int root) {
        if (progress.isUpdated(root)) {
            return Optional.of(Pass.UPDATE);
        }
        return progress.gradient(root).isPresent()
                ? Optional.of(Pass.BACKWARD)
                : Optional.of(Pass.FORWARD).filter(_ -> progress.isValued(root));
    }

    /// Those of cards that can be looked at one by one.
    static NumberBlocks none(DrawnGraph drawn) {
        return new NumberBlocks(drawn, List.of());
    }

    static NumberBlocks of(DrawnGraph drawn, CardBlocks blocks) {
        List<Cells> all = new ArrayList<>();
        Map<String, Set<Integer>> leaves = new LinkedHashMap<>();
        for (int id : drawn.vertexSet()) {
            Node node = drawn.graph().node(id);
            List<Integer> members = blocks.isRoot(id) ? blocks.members(id) : List.of();
            if (members.size() > 1) {
                all.add(new Cells(id, node.name().orElse(""), Set.copyOf(members)));
            } else if (node.isSource() && members.size() == 1) {
                CellName.of(node)
                        .ifPresent(
                                c ->
                                        leaves.computeIfAbsent(c.matrix(), _ -> new HashSet<>())
                                                .add(id));
            }
        }
        leaves.forEach(
                (matrix, cells) ->
                        all.add(new Cells(cells.iterator().next(), matrix, Set.copyOf(cells))));
        return new NumberBlocks(drawn, all);
    }

    /// Each around its cards and their tags.
    List<Block> in(Arrangement places) {
        if (all.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<Box>> tags = tags(places);
        return all.stream().map(cells -> new Block(cells, box(cells.cards, places, tags))).toList();
    }

    private static Box box(Set<Integer> cards, Arrangement places, Map<Integer, List<Box>> tags) {
        return cards.stream()
                .flatMap(
                        id ->
                                Stream.concat(
                                        Stream.of(Objects.requireNonNull(places.cards().get(id))),
                                        tags.getOrDefault(id, List.of()).stream()))
                .reduce(Box::union)
                .orElseThrow();
    }

    /// Those beside each card.
    private Map<Integer, List<Box>> tags(Arrangement places) {
        Map<Integer, List<Box>> tags = new HashMap<>();
        for (Map.Entry<Edge, Stub> end : places.ends().entrySet()) {
            tags.computeIfAbsent(drawn.getEdgeTarget(end.getKey()), _ -> new ArrayList<>())
                    .add(end.getValue().tag());
        }
        places.starts()
                .forEach(
                        (id, stub) ->
                                tags.computeIfAbsent(id, _ -> new ArrayList<>()).add(stub.tag()));
        return tags;
    }
}
