package dev.backstep.export;

import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.tensor.Shape;
import java.util.List;
import java.util.Locale;

/// What each op is in PyTorch: a Python expression of its operands, which are names or stand in
/// brackets.
///
/// @param sizes which shapes depend on the samples
record TorchOps(BatchSizes sizes) {

    String of(Node node, List<String> x) {
        Op op = node.op();
        return switch (op) {
            case Op.Leaf _, Op.Constant _ -> throw new IllegalStateException("it has no operands");
            case Op.Pointwise point -> pointwise(point, x.getFirst());
            case Binary binary -> binary(binary, x.get(0), x.get(1));
            case Op.MatMul() -> x.get(0) + " @ " + x.get(1);
            case Op.Transpose() -> x.getFirst() + ".T";
            case Op.Dot() -> "(" + x.get(0) + " * " + x.get(1) + ").sum((0, 1), keepdim=True)";
            case Op.Norm() -> call("norm", x.getFirst());
            case Op.Reshape(Shape to) -> x.getFirst() + ".reshape(" + shape(node, to) + ")";
            case Op.Broadcast(Shape to) -> x.getFirst() + ".expand(" + shape(node, to) + ")";
            case Op.Reduction reduction -> reduced(reduction, along(node, reduction), x.getFirst());
            case Op.Centre _ ->
                    x.getFirst() + " - " + x.getFirst() + ".mean(" + over(node) + ", keepdim=True)";
            case Op.Move move -> moved(move, node, x);
            case Columnwise columns ->
                    switch (columns) {
                        case SOFTMAX -> call("torch.softmax", x.getFirst(), "0");
                        case LOG_SOFTMAX -> call("torch.log_softmax", x.getFirst(), "0");
                        case CE -> call("ce", x.get(0), x.get(1));
                        case CE_LOGITS -> call("ce_logits", x.get(0), x.get(1));
                    };
        };
    }

    private static String pointwise(Op.Pointwise op, String x) {
        return switch (op) {
            case Unary unary -> unary(unary, x);
            case Op.Pow(double p) -> call("torch.pow", x, Python.number(p));
            case Op.Relu(double at) -> call("relu", x, Python.number(at));
            case Op.Abs(double at) ->
                    at == 0 ? call("torch.abs", x) : call("absolute", x, Python.number(at));
            case Op.LeakyRelu(double slope, double at) ->
                    call("leaky_relu", x, Python.number(slope), Python.number(at));
            case Op.Elu(double alpha, double at) ->
                    call("elu", x, Python.number(alpha), Python.number(at));
            case Op.Clip(double low, double high) ->
                    low == high
                            ? call("torch.full_like", x, Python.number(low))
                            : call("clip", x, Python.number(low), Python.number(high));
            case Op.StepFunction(double below, double at, double above) ->
                    call("step", x, Python.number(below), Python.number(at), Python.number(above));
        };
    }

    private static String unary(Unary op, String x) {
        return switch (op) {
            case NEG -> "-" + x;
            case EXP, LOG, SQRT, SQUARE, SIN, COS, TAN, TANH, SIGMOID ->
                    call("torch." + op.name().toLowerCase(Locale.ROOT), x);
            case SOFTPLUS, GELU, SILU, NORMAL_CDF -> call(op.name().toLowerCase(Locale.ROOT), x);
        };
    }

    private static String binary(Binary op, String a, String b) {
        return switch (op) {
            case ADD -> a + " + " + b;
            case SUB -> a + " - " + b;
            case MUL -> a + " * " + b;
            case DIV -> a + " / " + b;
            case POW -> call("torch.pow", a, b);
            case MAX -> call("torch.maximum", a, b);
            case MIN -> call("torch.minimum", a, b);
            case SAFE_DIV, BCE, BCE_LOGITS -> call(op.name().toLowerCase(Locale.ROOT), a, b);
            case SE -> "(" + a + " - " + b + ") ** 2";
        };
    }

    private static String reduced(Op.Reduction op, String along, String x) {
        if (along.isEmpty()) {
            return x + ".clone()";
        }
        String rest = along + ", keepdim=True)";
        return switch (op) {
            case Op.SumTo _ -> x + ".sum(" + rest;
            case Op.MeanTo _ -> x + ".mean(" + rest;
            case Op.LogSumExp _ -> "torch.logsumexp(" + x + ", " + rest;
            case Op.Reduce(Op.Reducer by, Shape _) ->
                    switch (by) {
                        case MAX -> "torch.amax(" + x + ", " + rest;
                        case MIN -> "torch.amin(" + x + ", " + rest;
                        case VAR -> x + ".var(" + along + ", unbiased=False, keepdim=True)";
                        case STD -> x + ".std(" + along + ", unbiased=False, keepdim=True)";
                    };
        };
    }

    /// The dimensions that a reduction takes together.
    private String along(Node node, Op.Reduction op) {
        Op.Reduction many = (Op.Reduction) sizes.many().graph().node(node.id()).op();
        return along(op.to(), many.to());
    }

    private String over(Node node) {
        Op.Centre centre = (Op.Centre) node.op();
        Op.Centre many = (Op.Centre) sizes.many().graph().node(node.id()).op();
        return along(centre.over(), many.over());
    }

    private static String along(Shape few, Shape many) {
        boolean rows = few.rows() == 1 && many.rows() == 1;
        boolean cols = few.cols() == 1 && many.cols() == 1;
        return rows && cols ? "(0, 1)" : rows ? "0" : cols ? "1" : "";
    }

    private String moved(Op.Move op, Node node, List<String> x) {
        String first = x.getFirst();
        Node many = sizes.many().graph().node(node.id());
        return switch (op) {
            case Op.Stop() -> first + ".detach()";
            case Op.Diag() -> diagonal(node, first);
            case Op.Slice part -> {
                Op.Slice other = (Op.Slice) many.op();
                yield "%s[%s:%s, %s:%s]"
                        .formatted(
                                first,
                                sizes.whole(part.top(), other.top()),
                                sizes.whole(part.bottom(), other.bottom()),
                                sizes.whole(part.left(), other.left()),
                                sizes.whole(part.right(), other.right()));
            }
            case Op.Place place -> placed(place, (Op.Place) many.op(), node, first);
            case Op.Join(boolean down) ->
                    "torch.cat((" + String.join(", ", x) + ",), " + (down ? "0" : "1") + ")";
        };
    }

    private String diagonal(Node node, String x) {
        boolean column = few(node).cols() == 1 && many(node).cols() == 1;
        return column ? "torch.diag(" + x + "[:, 0])" : "torch.diagonal(" + x + ").reshape(-1, 1)";
    }

    private String placed(Op.Place few, Op.Place many, Node node, String x) {
        Shape a = few(node);
        Shape b = many(node);
        return "torch.nn.functional.pad(%s, (%s, %s, %s, %s))"
                .formatted(
                        x,
                        sizes.whole(few.left(), many.left()),
                        sizes.whole(
                                few.into().cols() - few.left() - a.cols(),
                                many.into().cols() - many.left() - b.cols()),
                        sizes.whole(few.top(), many.top()),
                        sizes.whole(
                                few.into().rows() - few.top() - a.rows(),
                                many.into().rows() - many.top() - b.rows()));
    }

    /// The shape of a node's first operand.
    private Shape few(Node node) {
        return sizes.few().graph().node(node.inputs().getFirst()).shape();
    }

    private Shape many(Node node) {
        return sizes.many().graph().node(node.inputs().getFirst()).shape();
    }

    private String shape(Node node, Shape to) {
        return sizes.shape(to, sizes.many().graph().node(node.id()).shape());
    }

    private static String call(String function, String... operands) {
        return function + "(" + String.join(", ", operands) + ")";
    }
}
