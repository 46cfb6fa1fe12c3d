package dev.backstep.onnx;

import dev.backstep.lang.MatrixText;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.ArrayList;
import java.util.List;

/// How a program of a model ends: a model computes an output, but has no loss to go back from.
///
/// An output that is one number without dimensions is the loss itself. Any other is compared with a
/// target that is made up: by cross-entropy if it is a probability, else by the squared error.
///
/// @param output what the program calls what the model computes
/// @param target its right side; empty if there is none
/// @param loss its right side
record Ending(
        OnnxModel model,
        List<String> inputs,
        String output,
        String target,
        String loss,
        List<String> others) {

    /// The largest target that is written as one-hot columns.
    private static final int MOST_ONE_HOT = 1_000;

    /// The most names that a comment lists.
    private static final int NAMED = 20;

    /// @throws Refusal if the model computes nothing that has a gradient
    static Ending of(OnnxModel model, Translation translation) {
        if (model.outputs().isEmpty()) {
            throw new Refusal(Message.of("onnx.no.outputs"));
        }
        String name = model.outputs().getFirst();
        Operand out = translation.output(name);
        String output = out.transposed();
        List<String> others =
                model.outputs().stream()
                        .skip(1)
                        .map(o -> translation.output(o).transposed())
                        .toList();
        if (out.rank() == 0) {
            return new Ending(model, translation.inputs(), output, "", output, others);
        }
        String maker = translation.maker(name);
        Shape shape = new Shape(out.rows(), out.cols());
        boolean classes = out.rank() == 2 && out.rows() > 1 && shape.size() <= MOST_ONE_HOT;
        boolean probabilities = maker.equals("Softmax") && classes;
        boolean logarithms = maker.equals("LogSoftmax") && classes;
        String loss =
                probabilities
                        ? "mean(ce(%s, y))"
                        : logarithms
                                ? "mean(-sum(y * %s, rows))"
                                : maker.equals("Sigmoid") && out.rows() == 1
                                        ? "mean(bce(%s, y))"
                                        : "mean(se(%s, y))";
        String target =
                probabilities || logarithms
                        ? MatrixText.of(Tensor.generate(shape, k -> k < shape.cols() ? 1 : 0))
                        : "zeros(%s, %s)".formatted(shape.rows(), shape.cols());
        return new Ending(
                model, translation.inputs(), output, target, loss.formatted(output), others);
    }

    /// What stands above the program.
    List<Message> heading(String file) {
        List<Message> lines = new ArrayList<>();
        boolean known = !model.producer().isEmpty();
        lines.add(
                Message.of(known ? "onnx.about.by" : "onnx.about")
                        .with("file", SafeText.of(file))
                        .with("producer", SafeText.of(model.producer()))
                        .with("opset", model.opset()));
        lines.add(Message.of("onnx.about.columns"));
        if (!inputs.isEmpty()) {
            lines.add(
                    Message.of(inputs.size() == 1 ? "onnx.about.input" : "onnx.about.inputs")
                            .with("inputs", listed(inputs)));
        }
        if (!target.isEmpty()) {
            boolean data = inputs.equals(List.of("X"));
            lines.add(Message.of(data ? "onnx.about.data" : "onnx.about.target"));
        }
        if (!others.isEmpty()) {
            lines.add(
                    Message.of("onnx.about.others")
                            .with("output", output)
                            .with("others", listed(others)));
        }
        return lines;
    }

    private static Message listed(List<String> names) {
        List<Message> said = new ArrayList<>();
        names.stream().limit(NAMED).map(Message::verbatim).forEach(said::add);
        if (names.size() > NAMED) {
            said.add(Message.verbatim("…"));
        }
        return Message.listed(said);
    }

    /// The last lines: the target, and the loss.
    List<String> lines(Bundle words) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        if (!target.isEmpty()) {
            lines.add("const y = " + target + "  # " + words.say(Message.of("onnx.note.target")));
        }
        lines.add("loss L = " + loss);
        return lines;
    }
}
