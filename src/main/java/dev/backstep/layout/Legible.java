package dev.backstep.layout;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Folding;
import dev.backstep.graph.Group;
import dev.backstep.story.Walkthrough;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// The finest level of detail at which all of a graph can be read in a room; the coarsest, if there
/// is none.
///
/// @param walkthrough drawn at that level
/// @param placement of it in the room
public record Legible(Detail.Level level, Walkthrough walkthrough, Placement placement) {

    /// Every level that a program may open with, the finest first.
    public static final List<Detail.Level> LEVELS =
            List.of(Detail.Level.OPERATIONS, Detail.Level.STATEMENTS, Detail.Level.LAYERS);

    /// Cost: that of a layout a level, as far as they are tried.
    ///
    /// @param groups all groups of the graph that lie in no other
    /// @param measure the size of a formula at its full size
    /// @param style in which it is arranged
    /// @param previous what is on screen now
    /// @param unwanted asked now and then: whether nobody waits for the answer any more
    /// @throws CancellationException when it is unwanted
    public static Legible in(
            Size room,
            Walkthrough w,
            List<Group> groups,
            Function<String, Size> measure,
            ArrangementStyle style,
            Optional<Placement> previous,
            BooleanSupplier unwanted) {
        SequencedMap<Detail.Level, Walkthrough> levels =
                distinct(level -> w.folded(Folding.of(groups, Detail.of(level))));
        for (Map.Entry<Detail.Level, Walkthrough> each : levels.entrySet()) {
            Walkthrough drawn = each.getValue();
            boolean last = each.getKey() == levels.lastEntry().getKey();
            if (last || mayFit(drawn, room)) {
                Placement placed =
                        Placements.of(drawn, measure, style, Optional.of(room), previous, unwanted);
                Box all = placed.with(Map.of()).bounds();
                if (last || TypeSize.of(all, room) >= TypeSize.LEAST) {
                    return new Legible(each.getKey(), drawn, placed);
                }
            }
        }
        throw new IllegalStateException("the last level is taken as it is");
    }

    /// What is drawn at each of the [#LEVELS], without those that draw the same cards as a finer
    /// one.
    ///
    /// @param at what is drawn at a level
    public static SequencedMap<Detail.Level, Walkthrough> distinct(
            Function<Detail.Level, Walkthrough> at) {
        SequencedMap<Detail.Level, Walkthrough> levels = new LinkedHashMap<>();
        Set<Integer> finer = Set.of();
        for (Detail.Level level : LEVELS) {
            Walkthrough drawn = at.apply(level);
            Set<Integer> cards = drawn.drawn().vertexSet();
            if (!cards.equals(finer)) {
                levels.put(level, drawn);
            }
            finer = cards;
        }
        return levels;
    }

    /// Whether the cards, if none were larger than the smallest, would find room side by side.
    private static boolean mayFit(Walkthrough w, Size room) {
        double area = room.width() * room.height() / Math.pow(TypeSize.LEAST_SCALE, 2);
        return w.drawn().vertexSet().size() * Sizes.SMALLEST_CARD <= area;
    }
}
