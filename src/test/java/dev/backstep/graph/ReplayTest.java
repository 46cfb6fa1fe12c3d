package dev.backstep.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {

    /// Those that make a number of numbers.
    private static final List<Op> OPS =
            OpExamples.computed(Shape.SCALAR).stream()
                    .filter(
                            op ->
                                    !(op instanceof Op.Join)
                                            && !(op instanceof Op.Place(int _, int _, Shape into)
                                                    && !into.isScalar()))
                    .toList();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /// Random graphs of all ops, with their gradients; kinks, NaN and infinities included.
    @ParameterizedTest
    @MethodSource("seeds")
    void a_replay_gives_bit_by_bit_what_a_trace_gives(long seed) {
        Random random = new Random(seed);
        Graph.Builder b = Graph.builder();
        int x = b.leaf("x", Op.Role.INPUT, Shape.SCALAR);
        int y = b.leaf("y", Op.Role.INPUT, Shape.SCALAR);
        for (int i = 0; i < 20; i++) {
            Op op = OPS.get(random.nextInt(OPS.size()));
            int first = random.nextInt(b.size());
            int second = random.nextInt(b.size());
            boolean two =
                    op instanceof Binary
                            || op instanceof Op.MatMul
                            || op instanceof Op.Dot
                            || op == Columnwise.CE
                            || op == Columnwise.CE_LOGITS;
            if (two) {
                b.add(op, first, second);
            } else {
                b.add(op, first);
            }
        }
        Graph graph = Adjoint.of(b.build(), b.size() - 1).graph();
        Replay replay = Replay.of(graph).orElseThrow();
        for (int run = 0; run < 3; run++) {
            Map<Integer, Tensor> leaves = new HashMap<>();
            for (int leaf : new int[] {x, y}) {
                double value = random.nextInt(4) == 0 ? 0 : random.nextGaussian();
                leaves.put(leaf, Tensor.scalar(value));
                replay.put(leaf, value);
            }
            replay.run();
            assertEquals(Trace.of(graph, leaves), replay.trace(), "seed " + seed + ", run " + run);
        }
    }

    @Test
    void a_graph_with_a_matrix_has_no_replay() {
        Graph.Builder b = Graph.builder();
        b.leaf("A", Op.Role.INPUT, new Shape(2, 1));
        assertEquals(Optional.empty(), Replay.of(b.build()));
    }

    @Test
    void only_leaves_are_given_values() {
        Graph.Builder b = Graph.builder();
        int c = b.constant(1);
        Replay replay = Replay.of(b.build()).orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> replay.put(c, 2));
    }
}
