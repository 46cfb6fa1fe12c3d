package dev.backstep.quiz;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import dev.backstep.graph.Rules;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;

/// What each mistake gives for the value of a node, likelier ones first.
final class ValueMistakes {

    private final Walkthrough w;
    private final NodeNames names;
    private final Node node;
    private final List<Tensor> operands;
    private final List<Simulated> all = new ArrayList<>();

    private ValueMistakes(Walkthrough w, NodeNames names, int node) {
        this.w = w;
        this.names = names;
        this.node = w.graph().node(node);
        this.operands = this.node.inputs().stream().map(w::value).toList();
    }

    static List<Simulated> of(Walkthrough w, NodeNames names, int node) {
        ValueMistakes mistakes = new ValueMistakes(w, names, node);
        if (w.drawn().folded(node).isEmpty()) {
            mistakes.otherOperations();
            mistakes.operands();
        }
        mistakes.whole();
        return mistakes.all;
    }

    /// Another op on the same operands, or the same op on others.
    private void otherOperations() {
        switch (node.op()) {
            case Binary binary -> binary(binary);
            case Op.MatMul() -> product();
            case Unary.SQUARE -> other(operands.getFirst().map(x -> 2 * x));
            case Op.Pow(double p) -> other(operands.getFirst().map(x -> p * x));
            case Op.MeanTo(Shape to) ->
                    add(Misconception.MEAN_LOST, Rules.value(new Op.SumTo(to), operands), "value");
            case Op.SumTo(Shape to) -> other(Rules.value(new Op.MeanTo(to), operands));
            default -> {}
        }
    }

    private void binary(Binary binary) {
        swap(Rules.value(binary, operands.reversed()));
        switch (binary) {
            case ADD -> other((a, b) -> a * b);
            case MUL -> other(Double::sum);
            case SUB -> other(Double::sum);
            case DIV -> other((a, b) -> a * b);
            case POW -> other((a, b) -> a * b);
            case MAX -> other(Math::min);
            case MIN -> other(Math::max);
            case SE -> other((a, b) -> a - b);
            case SAFE_DIV, BCE, BCE_LOGITS -> {}
        }
    }

    private void other(DoubleBinaryOperator f) {
        other(operands.get(0).zip(operands.get(1), f));
    }

    private void other(Tensor gives) {
        add(Misconception.OTHER_OPERATION, gives, "value");
    }

    private void swap(Tensor gives) {
        add(Misconception.OPERANDS_SWAPPED, gives, "value");
    }

    private void product() {
        Tensor a = operands.get(0);
        Tensor b = operands.get(1);
        fitting(b, a, Tensor::matmul, Misconception.OPERANDS_SWAPPED);
        fitting(a.transposed(), b, Tensor::matmul, Misconception.TRANSPOSED);
        fitting(a, b.transposed(), Tensor::matmul, Misconception.TRANSPOSED);
        if (a.shape().equals(b.shape())) {
            other((x, y) -> x * y);
        }
    }

    private void fitting(
            Tensor a, Tensor b, BiFunction<Tensor, Tensor, Tensor> op, Misconception what) {
        if (a.cols() == b.rows()) {
            add(what, op.apply(a, b), "value");
        }
    }

    /// The value of an operand, as if the node did nothing.
    private void operands() {
        Graph graph = w.graph();
        for (int k = 0; k < operands.size(); k++) {
            int operand = graph.unstretched(graph.edges(node.id()).get(k)).id();
            add(
                    Misconception.OP_LEFT_OUT,
                    operands.get(k),
                    Message.of("quiz.why.op_left_out").with("y", names.node(operand)));
        }
    }

    private void whole() {
        Tensor value = w.value(node.id());
        add(Misconception.SIGN, value.map(x -> -x), "value");
        if (!value.shape().isScalar() && value.rows() == value.cols()) {
            add(Misconception.TRANSPOSED, value.transposed(), "result");
        }
        w.gradient(node.id()).ifPresent(g -> add(Misconception.GRADIENT_FOR_VALUE, g, "value"));
    }

    private void add(Misconception what, Tensor gives, String where) {
        add(what, gives, Message.of("quiz.why." + what.word() + "." + where));
    }

    private void add(Misconception what, Tensor gives, Message.Pattern sentence) {
        if (gives.shape().equals(node.shape())) {
            all.add(new Simulated(what, gives, sentence.with("z", names.node(node.id()))));
        }
    }
}
