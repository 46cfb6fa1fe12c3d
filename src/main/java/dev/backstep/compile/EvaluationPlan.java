package dev.backstep.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which nodes are computed, in what form, in what order; the others are dead.
final class EvaluationPlan {

    private final SimplifiedGraph canonical;
    private final LoopForm[] forms;
    private final List<Integer> order = new ArrayList<>();

    private EvaluationPlan(SimplifiedGraph canonical) {
        this.canonical = canonical;
        this.forms = new LoopForm[canonical.size()];
    }

    /// What it takes to compute `roots`.
    static EvaluationPlan of(SimplifiedGraph c, Set<Integer> roots) {
        EvaluationPlan plan = new EvaluationPlan(c);
        boolean[] alone = alone(c, roots);
        boolean[] live = new boolean[c.size()];
        roots.forEach(id -> live[id] = true);
        for (int id = c.size() - 1; id >= 0; id--) {
            if (live[id]) {
                plan.forms[id] = LoopForm.of(c, id, alone);
                plan.forms[id].operands().forEach(i -> live[i] = true);
            }
        }
        for (int id = 0; id < live.length; id++) {
            if (live[id]) {
                plan.order.add(id);
            }
        }
        return plan;
    }

    private static boolean[] alone(SimplifiedGraph c, Set<Integer> roots) {
        int[] uses = new int[c.size()];
        boolean[] live = new boolean[c.size()];
        for (int root : roots) {
            live[root] = true;
            uses[root] = 2;
        }
        for (int id = c.size() - 1; id >= 0; id--) {
            if (live[id]) {
                for (int input : c.inputs(id)) {
                    live[input] = true;
                    uses[input]++;
                }
            }
        }
        boolean[] alone = new boolean[c.size()];
        for (int id = 0; id < alone.length; id++) {
            alone[id] = uses[id] == 1;
        }
        return alone;
    }

    List<Integer> order() {
        return order;
    }

    LoopForm form(int id) {
        return forms[id];
    }

    /// How many elements the computed nodes take up that have no place yet.
    int room(Set<Integer> placed) {
        return order.stream()
                .filter(id -> Lowering.isComputed(canonical, id) && !placed.contains(id))
                .mapToInt(id -> Lowering.room(canonical.node(id).shape()))
                .sum();
    }
}
