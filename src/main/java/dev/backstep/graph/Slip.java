package dev.backstep.graph;

import java.util.Map;
import java.util.Set;

/// What a mistake has done to a backward pass.
///
/// @param mistake the one that was made
/// @param lost the edges whose downstream another edge has overwritten: it is computed and in no
///   gradient
/// @param changed the edges that hand on something else than the rule of their op says, by
///   themselves: whatever upstream is
/// @param moved the nodes that hold what a parameter has become during the pass, and the parameter
/// @param carried leaves that the longer graph has and the original has not: what goes over from
///   one step of training to the next
public record Slip(
        Mistake mistake,
        Set<Edge> lost,
        Set<Edge> changed,
        Map<Integer, Integer> moved,
        Map<Integer, Carried> carried) {

    /// What a leaf of the longer graph holds.
    ///
    /// @param parameter whose it is
    /// @param quantity what it is, by a name that whoever appended it knows
    public record Carried(int parameter, String quantity) {

        /// The gradient that the batch before has left.
        public static final String LEFT_OVER = "LEFT_OVER";
    }

    public Slip {
        lost = Set.copyOf(lost);
        changed = Set.copyOf(changed);
        moved = Map.copyOf(moved);
        carried = Map.copyOf(carried);
    }

    /// Whether the mistake is made anywhere; else the pass is the right one.
    public boolean isMade() {
        return mistake == Mistake.SIGN
                || !lost.isEmpty()
                || !changed.isEmpty()
                || !carried.isEmpty();
    }
}
