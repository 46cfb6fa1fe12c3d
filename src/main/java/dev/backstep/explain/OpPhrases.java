package dev.backstep.explain;

import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Op.Unary;
import dev.backstep.notation.Numbers;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.List;

/// What each op computes, in words: what stands behind "c is".
///
/// @param names what its operands are called
/// @param from the shapes of its operands
/// @param to its own shape
record OpPhrases(List<String> names, List<Shape> from, Shape to) {

    /// The most operands that a sentence lists.
    static final int MOST_PARTS = 6;

    Message of(Op op) {
        return switch (op) {
            case Op.Leaf _, Op.Constant _ -> phrase("given");
            case Unary unary -> each(phrase(unary.word()));
            case Binary binary ->
                    each(phrase((binary == Binary.SAFE_DIV ? Binary.DIV : binary).word()));
            case Op.Pow(double p) -> each(power(p));
            case Op.Pointwise _ -> kinked(op);
            case Op.MatMul() -> phrase("matmul");
            case Op.Transpose() -> phrase("transpose");
            case Op.Dot() -> phrase("dot");
            case Op.Norm() -> phrase("norm");
            case Op.Reshape _ ->
                    from.getFirst().equals(to)
                            ? phrase("renamed")
                            : phrase("reshape").with("shape", to.toString());
            case Op.Broadcast _ -> phrase("repeat").with("shape", to.toString());
            case Op.SumTo _ -> reduced("sum");
            case Op.MeanTo _ -> reduced("mean");
            case Op.LogSumExp _ -> reduced("logsumexp");
            case Op.Reduce _ -> reduced("reduce." + op.word());
            case Op.Centre(Shape over) ->
                    phrase(
                            "centre"
                                    + (over.isScalar()
                                            ? ""
                                            : over.rows() == 1 ? ".rows" : ".cols"));
            case Op.Move move -> moved(move);
            case Columnwise columns -> phrase(columns.word());
        };
    }

    private Message kinked(Op op) {
        return switch (op) {
            case Op.Relu _ -> phrase("relu");
            case Op.Abs _ -> each(phrase("abs"));
            case Op.LeakyRelu(double slope, double _) ->
                    phrase("leaky").with("slope", number(slope));
            case Op.Elu(double alpha, double _) ->
                    phrase("elu").with("factor", alpha == 1 ? "" : number(alpha) + " · ");
            case Op.Clip(double low, double high) ->
                    each(phrase("clip").with("low", number(low)).with("high", number(high)));
            case Op.StepFunction(double below, double at, double above) ->
                    phrase("step")
                            .with("below", number(below))
                            .with("at", number(at))
                            .with("above", number(above));
            default -> throw new IllegalArgumentException(op + " has no kink");
        };
    }

    private Message moved(Op.Move op) {
        Shape x = from.getFirst();
        return switch (op) {
            case Op.Stop() -> phrase("stop");
            case Op.Diag() -> phrase(x.cols() == 1 ? "diag.square" : "diag");
            case Op.Slice slice ->
                    phrase(to.isScalar() ? "slice.element" : "slice").with("index", slice.index(x));
            case Op.Place(int top, int left, Shape into) ->
                    phrase("place")
                            .with("shape", into.toString())
                            .with("index", Op.Slice.at(top, left, x).index(into));
            case Op.Join(boolean down) -> {
                String key = down ? "op.above" : "op.beside";
                if (names.size() > MOST_PARTS) {
                    yield Message.of(key + ".many")
                            .with("first", names.getFirst())
                            .with("n", names.size())
                            .with("last", names.getLast());
                }
                List<Message> all = names.stream().<Message>map(Message::verbatim).toList();
                yield Message.of(key).with("all", Message.joined("and", all));
            }
        };
    }

    private Message power(double p) {
        return p == 2
                ? phrase("square")
                : p == 3 ? phrase("cube") : phrase("pow").with("y", number(p));
    }

    private Message reduced(String what) {
        return phrase(to.isScalar() ? what : what + (to.rows() == 1 ? ".rows" : ".cols"));
    }

    private Message each(Message what) {
        return to.isScalar() ? what : Message.of("op.each").with("what", what);
    }

    private Message.Pattern phrase(String key) {
        Message.Pattern phrase = Message.of("op." + key);
        for (int slot = 0; slot < names.size() && slot < 2; slot++) {
            phrase = phrase.with(slot == 0 ? "x" : "y", names.get(slot));
        }
        return phrase;
    }

    /// A setting of the program, with all its digits.
    private static String number(double x) {
        return Numbers.FULL.plain(x);
    }
}
