package dev.backstep.train;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.optim.Network;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/// Multi-layer perceptrons as the lecture writes them, for any number of samples.
public final class Nets {

    private Nets() {}

    /// What the last layer and the loss are.
    public enum Head {
        SIGMOID_BCE,
        BCE_LOGITS,
        SOFTMAX_CE,
        CE_LOGITS,
        LINEAR_SE
    }

    /// Layers of these sizes, the first being the features, on `samples` columns; weights drawn as
    /// Glorot and Bengio do.
    public static Network mlp(int[] sizes, Op hidden, Head head, long seed, int samples) {
        Random random = new Random(seed);
        Graph.Builder b = Graph.builder();
        Map<Integer, Tensor> leaves = new HashMap<>();
        int outputs = sizes[sizes.length - 1];
        int x = b.leaf("X", Op.Role.DATA, new Shape(sizes[0], samples));
        int y = b.leaf("y", Op.Role.DATA, new Shape(outputs, samples));
        int last = x;
        for (int l = 1; l < sizes.length; l++) {
            Shape shape = new Shape(sizes[l], sizes[l - 1]);
            double limit = Math.sqrt(6.0 / (sizes[l] + sizes[l - 1]));
            int w = b.leaf("W" + l, Op.Role.PARAM, shape);
            leaves.put(w, Tensor.generate(shape, k -> limit * (2 * random.nextDouble() - 1)));
            int bias = b.leaf("b" + l, Op.Role.PARAM, new Shape(sizes[l], 1));
            leaves.put(bias, Tensor.full(new Shape(sizes[l], 1), 0));
            int z = b.broadcast(Binary.ADD, b.add(new Op.MatMul(), w, last), bias);
            b.name(z, "Z" + l);
            last = l == sizes.length - 1 ? z : b.add(hidden, z);
        }
        int losses =
                switch (head) {
                    case SIGMOID_BCE -> b.add(Binary.BCE, last = b.add(Op.Unary.SIGMOID, last), y);
                    case BCE_LOGITS -> b.add(Binary.BCE_LOGITS, last, y);
                    case SOFTMAX_CE ->
                            b.add(Op.Columnwise.CE, last = b.add(Op.Columnwise.SOFTMAX, last), y);
                    case CE_LOGITS -> b.add(Op.Columnwise.CE_LOGITS, last, y);
                    case LINEAR_SE -> b.add(Binary.SE, last, y);
                };
        int loss = b.add(new Op.MeanTo(Shape.SCALAR), losses);
        b.name(loss, "L");
        return new Network(b.build(), loss, leaves, x, y, last);
    }
}
