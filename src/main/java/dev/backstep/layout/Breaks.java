package dev.backstep.layout;

import dev.backstep.explain.Numbers;
import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Breakdown;
import java.util.HashMap;
import java.util.Map;

/// Where numbers break: the nodes in which a NaN or an infinity first appears, and why.
public final class Breaks {

    private Breaks() {}

    /// For each node of the program in which a NaN or an infinity arises, a sentence that says why. Cost: linear in the
    /// elements of all values and gradients.
    public static Map<Integer, String> of(Walkthrough w) {
        Map<Integer, String> breaks = new HashMap<>();
        for (Breakdown found : Breakdown.all(w.trace())) {
            if (found.node() < w.graph().size()) {
                String value = Numbers.DEFAULT.plain(found.value());
                breaks.put(found.node(), "The first " + value + " appears here: " + found.why() + ".");
            }
        }
        return breaks;
    }
}
