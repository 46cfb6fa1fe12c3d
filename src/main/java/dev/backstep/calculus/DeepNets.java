package dev.backstep.calculus;

import dev.backstep.explain.ClosedForm;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Nets of one to six layers, and the derivative of what they answer by their first weight.
///
/// Each layer has two sigmoid units, each fed by both of the layer below, and one unit at the end.
public final class DeepNets {

    /// The deepest net.
    public static final int DEEPEST = 6;

    private static final int UNITS = 2;

    private final Graph.Builder builder = Graph.builder();
    private final Map<Integer, Tensor> leaves = new HashMap<>();

    private DeepNets() {}

    /// The derivative of a net's answer by its first weight, as one formula.
    ///
    /// @param layers from 1
    public static ClosedForm net(int layers) {
        return new DeepNets().derivative(layers);
    }

    private ClosedForm derivative(int layers) {
        List<Integer> below = List.of(leaf("x", 0.5));
        int first = -1;
        for (int layer = 1; layer <= layers; layer++) {
            int units = layer == layers ? 1 : UNITS;
            List<Integer> made = new ArrayList<>();
            for (int unit = 1; unit <= units; unit++) {
                int z = leaf("b%s_%s".formatted(layer, unit), 0.1);
                for (int input = below.size(); input >= 1; input--) {
                    int w = leaf("w%s_%s%s".formatted(layer, unit, input), 0.7);
                    first = first < 0 ? w : first;
                    z =
                            builder.add(
                                    Binary.ADD,
                                    builder.add(Binary.MUL, w, below.get(input - 1)),
                                    z);
                }
                made.add(builder.add(Unary.SIGMOID, z));
            }
            below = made;
        }
        int output = below.getFirst();
        Walkthrough w = Walkthrough.of(builder.build(), output, leaves, Story.Grain.NODES, false);
        return ClosedForm.of(w, output, first).orElseThrow();
    }

    private int leaf(String name, double value) {
        int id = builder.leaf(name, Op.Role.INPUT, Shape.SCALAR);
        leaves.put(id, Tensor.scalar(value));
        return id;
    }
}
