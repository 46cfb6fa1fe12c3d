package dev.backstep.compile;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How a node is computed: by its own op, or by one loop that stands for several nodes at once.
///
/// The loops are those of the rules that training spends its time in; each computes what its nodes
/// would, in the same order. A node that only a loop of another needed is then dead.
sealed interface LoopForm {

    /// The nodes it reads.
    List<Integer> operands();

    /// The op of the node itself.
    record Own(List<Integer> operands) implements LoopForm {}

    /// w · x + b, the column b added to every column.
    record Affine(int w, int x, int b) implements LoopForm {
        @Override
        public List<Integer> operands() {
            return List.of(w, x, b);
        }
    }

    /// g ⊙ (1 − a²)
    record TanhSlope(int g, int a) implements LoopForm {
        @Override
        public List<Integer> operands() {
            return List.of(g, a);
        }
    }

    /// g ⊙ a ⊙ (1 − a)
    record SigmoidSlope(int g, int a) implements LoopForm {
        @Override
        public List<Integer> operands() {
            return List.of(g, a);
        }
    }

    /// g ⊙ step(x)
    record StepSlope(int g, Op.StepFunction step, int x) implements LoopForm {
        @Override
        public List<Integer> operands() {
            return List.of(g, x);
        }
    }

    /// −g ⊙ (y/p − (1 − y)/(1 − p)), where 0/0 is 0
    record BceSlope(int g, int p, int y) implements LoopForm {
        @Override
        public List<Integer> operands() {
            return List.of(g, p, y);
        }
    }

    /// −g ⊙ (y/p − (1 − y)/(1 − p)) ⊙ p ⊙ (1 − p), where 0/0 is 0, which is g ⊙ (p − y)
    record SigmoidBceSlope(int g, int p, int y) implements LoopForm {
        @Override
        public List<Integer> operands() {
            return List.of(g, p, y);
        }
    }

    /// How `node` is computed best. `alone` tells whether one node alone reads a node, and nobody
    /// else asks for it.
    static LoopForm of(SimplifiedGraph c, int node, boolean[] alone) {
        if (c.op(node) == Binary.ADD) {
            Optional<LoopForm> affine =
                    eitherWay(c, node).flatMap(o -> affine(c, o, alone).stream()).findFirst();
            if (affine.isPresent()) {
                return affine.get();
            }
        }
        if (c.op(node) == Binary.MUL) {
            Optional<LoopForm> slope = slopes(c, node, alone);
            if (slope.isPresent()) {
                return slope.get();
            }
        }
        return new Own(c.constant(node).isPresent() ? List.of() : c.inputs(node));
    }

    private static Stream<int[]> eitherWay(SimplifiedGraph c, int node) {
        int x = c.input(node, 0);
        int y = c.input(node, 1);
        return Stream.of(new int[] {x, y}, new int[] {y, x});
    }

    private static Optional<LoopForm> affine(SimplifiedGraph c, int[] o, boolean[] alone) {
        boolean product = c.op(o[0]) instanceof Op.MatMul && alone[o[0]];
        if (product
                && c.op(o[1]) instanceof Op.Broadcast
                && c.node(c.input(o[1], 0)).shape().cols() == 1) {
            int b = c.input(o[1], 0);
            if (c.node(b).shape().rows() == c.node(o[0]).shape().rows()) {
                return Optional.of(new Affine(c.input(o[0], 0), c.input(o[0], 1), b));
            }
        }
        return Optional.empty();
    }

    private static Optional<LoopForm> slopes(SimplifiedGraph c, int node, boolean[] alone) {
        return eitherWay(c, node)
                .flatMap(o -> slope(c, o[0], o[1]).stream())
                .findFirst()
                .map(
                        slope ->
                                slope instanceof SigmoidSlope s && alone[s.g()]
                                        ? throughBce(c, s, alone)
                                        : slope);
    }

    /// A sigmoid's slope right after that of the cross-entropy of what the sigmoid gives.
    private static LoopForm throughBce(SimplifiedGraph c, SigmoidSlope slope, boolean[] alone) {
        return c.op(slope.g()) == Binary.MUL
                        && slopes(c, slope.g(), alone).orElse(slope)
                                instanceof BceSlope(int g, int p, int y)
                        && p == slope.a()
                ? new SigmoidBceSlope(g, p, y)
                : slope;
    }

    private static Optional<LoopForm> slope(SimplifiedGraph c, int g, int local) {
        Op op = c.op(local);
        if (op instanceof Op.StepFunction step) {
            return Optional.of(new StepSlope(g, step, c.input(local, 0)));
        }
        if (op == Binary.SUB
                && c.isUniform(c.input(local, 0), 1)
                && c.op(c.input(local, 1)) == Unary.SQUARE) {
            return Optional.of(new TanhSlope(g, c.input(c.input(local, 1), 0)));
        }
        if (op == Binary.MUL && isComplement(c, c.input(local, 1), c.input(local, 0))) {
            return Optional.of(new SigmoidSlope(g, c.input(local, 0)));
        }
        return op == Unary.NEG ? bce(c, g, c.input(local, 0)) : Optional.empty();
    }

    private static Optional<LoopForm> bce(SimplifiedGraph c, int g, int difference) {
        if (c.op(difference) != Binary.SUB) {
            return Optional.empty();
        }
        int left = c.input(difference, 0);
        int right = c.input(difference, 1);
        if (c.op(left) != Binary.SAFE_DIV || c.op(right) != Binary.SAFE_DIV) {
            return Optional.empty();
        }
        int y = c.input(left, 0);
        int p = c.input(left, 1);
        boolean matches =
                isComplement(c, c.input(right, 0), y) && isComplement(c, c.input(right, 1), p);
        return matches ? Optional.of(new BceSlope(g, p, y)) : Optional.empty();
    }

    /// Whether a node is 1 − `of`.
    private static boolean isComplement(SimplifiedGraph c, int id, int of) {
        return c.op(id) == Binary.SUB && c.isUniform(c.input(id, 0), 1) && c.input(id, 1) == of;
    }
}
