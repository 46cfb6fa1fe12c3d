package dev.backstep.graph;

import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import java.util.List;

/// What each op means backward: one vector-Jacobian product an operand, written in graph
/// operations.
///
/// `z` is the node itself, `x` and `y` its operands, `g` the upstream gradient ∂L/∂z; every method
/// returns the [Flow] of one edge. (Griewank and Walther, *Evaluating Derivatives*, 2nd ed. 2008,
/// table 3.1, for the scalar rules; Giles, *Collected Matrix Derivative Results*, 2008, for the
/// matrix ones.)
final class Adjoints {

    private final Graph.Builder b;

    Adjoints(Graph.Builder builder) {
        this.b = builder;
    }

    /// The flow along operand `slot` of `node`, given the id of its upstream gradient.
    Flow flow(Node node, int slot, int g) {
        int z = node.id();
        int x = node.inputs().getFirst();
        return switch (node.op()) {
            case Op.Leaf _, Op.Constant _ ->
                    throw new IllegalArgumentException("a source has no operands");
            case Unary op -> factor(g, slope(op, x, z));
            case Op.Pow(double p) -> factor(g, powSlope(x, p));
            case Op.Relu(double at) -> factor(g, b.add(new Op.StepFunction(0, at, 1), x));
            case Op.Abs(double at) -> factor(g, b.add(new Op.StepFunction(-1, at, 1), x));
            case Op.LeakyRelu(double slope, double at) ->
                    factor(g, b.add(new Op.StepFunction(slope, at, 1), x));
            case Op.Elu(double alpha, double at) -> factor(g, eluSlope(x, alpha, at));
            case Op.Clip(double low, double high) -> factor(g, clipSlope(x, low, high));
            case Op.StepFunction _ -> factor(g, b.constant(0));
            case Binary op -> binary(op, slot, z, x, node.inputs().get(1), g);
            case Op.MatMul() -> product(slot, x, node.inputs().get(1), g);
            case Op.Transpose() ->
                    new Flow(g, new LocalGradient.Unit(), b.add(new Op.Transpose(), g));
            case Op.Dot() -> factor(g, node.inputs().get(1 - slot));
            case Op.Norm() -> factor(g, safeDiv(x, z));
            case Op.Reshape _ ->
                    new Flow(g, new LocalGradient.Unit(), b.add(new Op.Reshape(b.shape(x)), g));
            case Op.Broadcast _ -> new Flow(g, new LocalGradient.Unit(), b.sum(g, b.shape(x)));
            case Op.SumTo _ -> new Flow(g, new LocalGradient.Unit(), b.stretch(g, b.shape(x)));
            case Op.MeanTo(Shape to) -> mean(g, b.shape(x), to);
            case Op.LogSumExp(Shape to) -> factor(g, shares(x, to));
            case Op.Reduce(Op.Reducer by, Shape to) -> factor(g, reduceSlope(by, x, z, to));
            case Op.Centre centre -> new Flow(g, new LocalGradient.Coupled(), b.add(centre, g));
            case Op.Move move -> {
                List<Shape> in = node.inputs().stream().map(b::shape).toList();
                yield new Flow(
                        g, new LocalGradient.Unit(), b.add(MoveRules.back(move, slot, in), g));
            }
            case Columnwise op -> columns(op, slot, z, node, g);
        };
    }

    private int slope(Unary op, int x, int z) {
        return switch (op) {
            case NEG -> b.constant(-1);
            case EXP -> z;
            case LOG -> div(b.constant(1), x);
            case SQRT -> div(b.constant(0.5), z);
            case SQUARE -> mul(b.constant(2), x);
            case SIN -> b.add(Unary.COS, x);
            case COS -> b.add(Unary.NEG, b.add(Unary.SIN, x));
            case TAN -> add(b.constant(1), b.add(Unary.SQUARE, z));
            case TANH -> sub(b.constant(1), b.add(Unary.SQUARE, z));
            case SIGMOID -> mul(z, sub(b.constant(1), z));
            case SOFTPLUS -> b.add(Unary.SIGMOID, x);
            case GELU -> add(b.add(Unary.NORMAL_CDF, x), mul(x, density(x)));
            case SILU -> siluSlope(x);
            case NORMAL_CDF -> density(x);
        };
    }

    private Flow binary(Binary op, int slot, int z, int x, int y, int g) {
        boolean first = slot == 0;
        return switch (op) {
            case ADD -> new Flow(g, new LocalGradient.Unit(), g);
            case SUB ->
                    first ? new Flow(g, new LocalGradient.Unit(), g) : factor(g, b.constant(-1));
            case MUL -> factor(g, first ? y : x);
            case DIV -> factor(g, first ? div(b.constant(1), y) : b.add(Unary.NEG, div(z, y)));
            case POW -> factor(g, first ? baseSlope(x, y) : mul(z, logOfBase(x, y)));
            case MAX ->
                    factor(g, b.add(new Op.StepFunction(0, 0.5, 1), first ? sub(x, y) : sub(y, x)));
            case MIN ->
                    factor(g, b.add(new Op.StepFunction(0, 0.5, 1), first ? sub(y, x) : sub(x, y)));
            case SAFE_DIV ->
                    factor(g, first ? div(b.constant(1), y) : b.add(Unary.NEG, safeDiv(z, y)));
            case BCE -> factor(g, first ? bceSlope(x, y) : logOdds(x, y));
            case BCE_LOGITS ->
                    factor(g, first ? sub(b.add(Unary.SIGMOID, x), y) : b.add(Unary.NEG, x));
            case SE -> factor(g, mul(b.constant(first ? 2 : -2), sub(x, y)));
        };
    }

    /// −[y/ŷ − (1 − y)/(1 − ŷ)]: the sign the lecture's slide lost.
    private int bceSlope(int p, int y) {
        int one = b.constant(1);
        return b.add(Unary.NEG, sub(safeDiv(y, p), safeDiv(sub(one, y), sub(one, p))));
    }

    /// −[log ŷ − log(1 − ŷ)]
    private int logOdds(int p, int y) {
        int one = b.constant(1);
        return b.add(Unary.NEG, sub(logWeighedBy(y, p), logWeighedBy(sub(one, y), sub(one, p))));
    }

    /// log p, and 0 where both p and its weight are 0: a term of weight 0 is 0, not 0·(−∞).
    private int logWeighedBy(int weight, int p) {
        return b.add(Unary.LOG, add(p, mul(isZero(weight), isZero(p))));
    }

    private Flow product(int slot, int w, int x, int g) {
        if (slot == 0) {
            int right = b.add(new Op.Transpose(), x);
            return new Flow(g, new LocalGradient.Right(right), b.add(new Op.MatMul(), g, right));
        }
        int left = b.add(new Op.Transpose(), w);
        return new Flow(g, new LocalGradient.Left(left), b.add(new Op.MatMul(), left, g));
    }

    private Flow mean(int g, Shape from, Shape to) {
        int share = b.constant((double) to.size() / from.size());
        return new Flow(g, new LocalGradient.Factor(share), b.stretch(mul(g, share), from));
    }

    /// Each element's share in a sum of exponentials, e^(x − z). It is a softmax, which takes the
    /// largest out first, since x − z would lose its digits where z is large.
    private int shares(int x, Shape to) {
        Shape from = b.shape(x);
        if (to.equals(from)) {
            return b.constant(1);
        }
        if (to.rows() == 1 && to.cols() == from.cols()) {
            return b.add(Columnwise.SOFTMAX, x);
        }
        if (to.rows() == from.rows()) {
            int turned = b.add(Columnwise.SOFTMAX, b.add(new Op.Transpose(), x));
            return b.add(new Op.Transpose(), turned);
        }
        int column = b.add(new Op.Reshape(new Shape((int) from.size(), 1)), x);
        return b.add(new Op.Reshape(from), b.add(Columnwise.SOFTMAX, column));
    }

    /// 1 between the bounds, ½ at each; 0 everywhere where they are one.
    private int clipSlope(int x, double low, double high) {
        if (low == high) {
            return b.constant(0);
        }
        int inside = b.broadcast(Binary.MIN, sub(x, b.constant(low)), sub(b.constant(high), x));
        return b.add(new Op.StepFunction(0, 0.5, 1), inside);
    }

    private int reduceSlope(Op.Reducer by, int x, int z, Shape to) {
        double n = (double) b.shape(x).size() / to.size();
        if (n == 1) {
            return b.constant(by == Op.Reducer.MAX || by == Op.Reducer.MIN ? 1 : 0);
        }
        return switch (by) {
            case MAX, MIN -> {
                int chosen = isZero(sub(x, z));
                yield div(chosen, b.sum(chosen, to));
            }
            case VAR -> varSlope(b.add(new Op.Centre(to), x), n);
            case STD -> safeDiv(b.add(new Op.Centre(to), x), mul(b.constant(n), z));
        };
    }

    private int varSlope(int centred, double n) {
        return n == 2 ? centred : div(mul(b.constant(2), centred), b.constant(n));
    }

    private Flow columns(Columnwise op, int slot, int z, Node node, int g) {
        int x = node.inputs().getFirst();
        return switch (op) {
            case SOFTMAX -> {
                int weighted = columnSum(mul(g, z));
                yield new Flow(g, new LocalGradient.Coupled(), mul(z, sub(g, weighted)));
            }
            case LOG_SOFTMAX -> {
                int shared = mul(b.add(Columnwise.SOFTMAX, x), columnSum(g));
                yield new Flow(g, new LocalGradient.Coupled(), sub(g, shared));
            }
            case CE -> {
                int y = node.inputs().get(1);
                yield factor(g, b.add(Unary.NEG, slot == 0 ? safeDiv(y, x) : logWeighedBy(y, x)));
            }
            case CE_LOGITS -> {
                int y = node.inputs().get(1);
                yield factor(
                        g,
                        slot == 0
                                ? sub(mul(b.add(Columnwise.SOFTMAX, x), columnSum(y)), y)
                                : b.add(Unary.NEG, b.add(Columnwise.LOG_SOFTMAX, x)));
            }
        };
    }

    private int columnSum(int id) {
        return b.sum(id, new Shape(1, b.shape(id).cols()));
    }

    /// p·x^(p−1), simplified where p is small so that 0·x⁻¹ never arises.
    private int powSlope(int x, double p) {
        if (p == 0 || p == 1) {
            return b.constant(p);
        }
        return mul(b.constant(p), p == 2 ? x : b.add(new Op.Pow(p - 1), x));
    }

    /// y·xʸ⁻¹, and 0 where both are 0: x⁰ is 1 everywhere. There the base is held at 1, so that
    /// 0·0⁻¹ never arises.
    private int baseSlope(int x, int y) {
        int base = add(x, mul(isZero(x), isZero(y)));
        return mul(y, pow(base, sub(y, b.constant(1))));
    }

    /// log x, and 0 where x = 0 and y ≥ 0: there xʸ·log x → 0, while 0·(−∞) would be no number.
    private int logOfBase(int x, int y) {
        return b.add(Unary.LOG, add(x, mul(isZero(x), b.add(new Op.StepFunction(0, 1, 1), y))));
    }

    /// 1 above 0, α·eˣ below, `at` between; the exponent is held at 0 above, where it does not
    /// count.
    private int eluSlope(int x, double alpha, double at) {
        int below =
                mul(b.constant(alpha), b.add(Unary.EXP, b.broadcast(Binary.MIN, x, b.constant(0))));
        return add(
                b.add(new Op.StepFunction(0, at, 1), x),
                mul(b.add(new Op.StepFunction(1, 0, 0), x), below));
    }

    /// 1 where x is 0, else 0.
    private int isZero(int x) {
        return b.add(new Op.StepFunction(0, 1, 0), x);
    }

    /// σ(x)·(1 + x·(1 − σ(x)))
    private int siluSlope(int x) {
        int s = b.add(Unary.SIGMOID, x);
        int one = b.constant(1);
        return mul(s, add(one, mul(x, sub(one, s))));
    }

    /// e^(−x²/2)/√(2π), the standard normal density.
    private int density(int x) {
        int exponent = mul(b.constant(-0.5), b.add(Unary.SQUARE, x));
        return mul(b.constant(1 / Math.sqrt(2 * Math.PI)), b.add(Unary.EXP, exponent));
    }

    private Flow factor(int g, int local) {
        return new Flow(g, new LocalGradient.Factor(local), mul(g, local));
    }

    private int add(int x, int y) {
        return b.broadcast(Binary.ADD, x, y);
    }

    private int sub(int x, int y) {
        return b.broadcast(Binary.SUB, x, y);
    }

    private int mul(int x, int y) {
        return b.broadcast(Binary.MUL, x, y);
    }

    private int div(int x, int y) {
        return b.broadcast(Binary.DIV, x, y);
    }

    private int safeDiv(int x, int y) {
        return b.broadcast(Binary.SAFE_DIV, x, y);
    }

    private int pow(int x, int y) {
        return b.broadcast(Binary.POW, x, y);
    }
}
