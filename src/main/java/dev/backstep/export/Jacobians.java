package dev.backstep.export;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Flow;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Local;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The local gradient of an edge as one matrix.
final class Jacobians {

    /// The largest Jacobian that is written out, in elements.
    private static final long LARGEST = 100_000;

    private Jacobians() {}

    /// The factor or matrix by which upstream becomes downstream: ones in the shape of the operand for [Local.Unit], the
    /// whole Jacobian for [Local.Coupled]. Nothing where that Jacobian would be too large to read.
    static Optional<Tensor> local(Trace trace, Edge edge, Flow flow) {
        return switch (flow.local()) {
            case Local.Unit() -> Optional.of(Tensor.full(trace.graph().source(edge).shape(), 1));
            case Local.Factor(int node) -> Optional.of(trace.value(node));
            case Local.Left(int node) -> Optional.of(trace.value(node));
            case Local.Right(int node) -> Optional.of(trace.value(node));
            case Local.Coupled() -> {
                long size = trace.graph().node(edge.node()).shape().size()
                        * trace.graph().source(edge).shape().size();
                yield size <= LARGEST ? Optional.of(written(trace, edge)) : Optional.empty();
            }
        };
    }

    /// (size of the output) × (size of the operand), both counted row by row: row i is the gradient of output element i,
    /// by the op's own adjoint.
    private static Tensor written(Trace trace, Edge edge) {
        Node node = trace.graph().node(edge.node());
        Graph.Builder alone = Graph.builder();
        List<Integer> operands = new ArrayList<>();
        Map<Integer, Tensor> leaves = new HashMap<>();
        for (int input : node.inputs()) {
            Tensor value = trace.value(input);
            int leaf = alone.leaf("x" + operands.size(), Op.Role.INPUT, value.shape());
            operands.add(leaf);
            leaves.put(leaf, value);
        }
        int z = alone.add(node.op(), operands.stream().mapToInt(i -> i).toArray());
        int pick = alone.leaf("pick", Op.Role.CONST, node.shape());
        int picked = alone.add(new Op.Dot(), z, pick);
        Adjoint adjoint = Adjoint.of(alone.build(), picked);
        int gradient = adjoint.gradient(operands.get(edge.slot())).orElseThrow();
        Tensor none = Tensor.full(node.shape(), 0);
        int rows = none.size();
        int cols = trace.graph().source(edge).shape().rows() * trace.graph().source(edge).shape().cols();
        double[] all = new double[rows * cols];
        for (int i = 0; i < rows; i++) {
            leaves.put(pick, none.with(i, 1));
            Tensor row = Trace.of(adjoint.graph(), leaves).value(gradient);
            System.arraycopy(row.toArray(), 0, all, i * cols, cols);
        }
        return Tensor.of(new Shape(rows, cols), all);
    }
}
