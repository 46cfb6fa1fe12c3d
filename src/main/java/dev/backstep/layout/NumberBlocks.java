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
final class NumberBlocks {

    private NumberBlocks() {}

    /// A block in its place.
    ///
    /// @param root the card that tells how far the story has come with it
    record Block(int root, String title, Set<Integer> cards, Box box) {

        NumberBlock at(Progress progress) {
            Optional<Pass> pass =
                    progress.gradient(root)
                            .map(_ -> Pass.BACKWARD)
                            .or(
                                    () ->
                                            progress.isValued(root)
                                                    ? Optional.of(Pass.FORWARD)
                                                    : Optional.empty());
            return new NumberBlock(title, cards, box, pass, cards.contains(progress.active()));
        }
    }

    /// None unless there are too many cards to be looked at one by one.
    static List<Block> of(DrawnGraph drawn, Arrangement places) {
        if (drawn.vertexSet().size() <= Placing.CAREFUL) {
            return List.of();
        }
        CardBlocks blocks = new CardBlocks(drawn, Bundles.of(drawn).wires());
        Map<Integer, List<Box>> tags = tags(drawn, places);
        List<Block> all = new ArrayList<>();
        Map<String, Set<Integer>> leaves = new LinkedHashMap<>();
        for (int id : drawn.vertexSet()) {
            Node node = drawn.graph().node(id);
            List<Integer> members = blocks.isRoot(id) ? blocks.members(id) : List.of();
            if (members.size() > 1) {
                String title = node.name().orElse("");
                all.add(block(id, title, Set.copyOf(members), places, tags));
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
                        all.add(
                                block(
                                        cells.iterator().next(),
                                        matrix,
                                        Set.copyOf(cells),
                                        places,
                                        tags)));
        return all;
    }

    private static Block block(
            int root,
            String title,
            Set<Integer> cards,
            Arrangement places,
            Map<Integer, List<Box>> tags) {
        Box box =
                cards.stream()
                        .flatMap(
                                id ->
                                        Stream.concat(
                                                Stream.of(
                                                        Objects.requireNonNull(
                                                                places.cards().get(id))),
                                                tags.getOrDefault(id, List.of()).stream()))
                        .reduce(Box::union)
                        .orElseThrow();
        return new Block(root, title, cards, box);
    }

    /// Those beside each card.
    private static Map<Integer, List<Box>> tags(DrawnGraph drawn, Arrangement places) {
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
