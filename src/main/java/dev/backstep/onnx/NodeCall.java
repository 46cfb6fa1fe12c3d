package dev.backstep.onnx;

import dev.backstep.onnx.OnnxNode.Attribute;
import dev.backstep.onnx.OnnxNode.Kind;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// One operator of a model and what it is applied to.
///
/// @param opset the version of ONNX's operators
/// @param place which node it is, counted from 0
/// @param values what is computed so far, by the names of the model
/// @param listing where its result is written
record NodeCall(
        OnnxNode node, long opset, int place, Map<String, Operand> values, ProgramLines listing) {

    private static final Attribute NONE =
            new Attribute(
                    Kind.OTHER,
                    0,
                    0,
                    "",
                    new double[0],
                    new long[0],
                    OnnxTensor.ofReals(List.of()));

    /// Whether an operand is given that may be left out.
    boolean has(int k) {
        return k < node.inputs().size() && !node.inputs().get(k).isEmpty();
    }

    /// The number of operands.
    int operands() {
        return node.inputs().size();
    }

    /// An operand of real numbers.
    ///
    /// @throws Refusal if there is none
    Operand operand(int k) {
        Operand found = any(k);
        found.numbers()
                .filter(n -> !n.type().isReal())
                .ifPresent(
                        n -> {
                            throw refused(
                                    Message.of("onnx.type")
                                            .with("tensor", shown(k))
                                            .with("type", n.type().word()));
                        });
        return found;
    }

    /// An operand whose whole numbers the file holds: sizes, axes.
    ///
    /// @throws Refusal if it is none
    long[] wholes(int k) {
        return any(k).numbers()
                .filter(n -> n.type().isWhole())
                .map(OnnxTensor::wholes)
                .orElseThrow(() -> refused(Message.of("onnx.constant").with("tensor", shown(k))));
    }

    Operand any(int k) {
        if (!has(k)) {
            throw refused(Message.of("onnx.operands").with("n", operands()));
        }
        Operand found = values.get(node.inputs().get(k));
        if (found == null) {
            throw refused(Message.of("onnx.unknown").with("tensor", shown(k)));
        }
        return found;
    }

    private String shown(int k) {
        return SafeText.of(node.inputs().get(k));
    }

    /// @throws Refusal if it is no finite number
    double real(String name, double otherwise) {
        double found = attribute(name, Kind.REAL).map(Attribute::real).orElse(otherwise);
        if (!Double.isFinite(found)) {
            throw refused(Message.of("onnx.attribute").with("name", name));
        }
        return found;
    }

    long whole(String name, long otherwise) {
        return attribute(name, Kind.WHOLE).map(Attribute::whole).orElse(otherwise);
    }

    String text(String name, String otherwise) {
        return attribute(name, Kind.TEXT).map(Attribute::text).orElse(otherwise);
    }

    Optional<long[]> list(String name) {
        return attribute(name, Kind.WHOLES).map(Attribute::wholes);
    }

    /// A setting, if it is given.
    ///
    /// @throws Refusal if it is of another kind
    Optional<Attribute> attribute(String name, Kind kind) {
        Attribute found = node.attributes().getOrDefault(name, NONE);
        if (found == NONE) {
            return Optional.empty();
        }
        if (found.kind() != kind) {
            throw refused(Message.of("onnx.attribute").with("name", name));
        }
        return Optional.of(found);
    }

    /// A dimension, counted from 0.
    ///
    /// @param axis also from the end, −1 is the last
    /// @param most one more than the last
    int axis(long axis, int most) {
        long from = axis < 0 ? axis + most : axis;
        if (from < 0 || from >= most) {
            throw refused(Message.of("onnx.axis").with("axis", axis).with("rank", most));
        }
        return (int) from;
    }

    /// Refuses a tensor of more than two dimensions, or of none.
    void requireMatrix(Operand x) {
        if (x.rank() == 0 || x.rank() > 2) {
            throw rank(x);
        }
    }

    Refusal rank(Operand x) {
        return refused(Message.of("onnx.rank").with("shape", Dims.words(x.dims())));
    }

    /// What the node computes: a line of the program, unless it is a name or a number already.
    ///
    /// @param expression the transpose of the result
    /// @param dims of the result as the model has it
    /// @throws Refusal if it is too large, or empty
    Operand result(String expression, List<Integer> dims) {
        if (Dims.size(dims) == 0) {
            throw refused(Message.of("onnx.empty"));
        }
        String output = node.outputs().isEmpty() ? "" : node.outputs().getFirst();
        return Operand.of(listing.statement(node, output, expression), dims);
    }

    Refusal refused(Message why) {
        return new Refusal(
                Message.of("onnx.node").with("node", said(node, place)).with("why", why));
    }

    /// A node as messages name it: its name and its type.
    static Message said(OnnxNode node, int place) {
        boolean named = !node.name().isEmpty();
        return Message.of(named ? "onnx.named" : "onnx.unnamed")
                .with("name", named ? SafeText.of(node.name()) : Integer.toString(place))
                .with("type", SafeText.of(type(node)));
    }

    private static String type(OnnxNode node) {
        return node.isStandard() ? node.type() : node.domain() + "." + node.type();
    }

    /// The names of the operands that are given.
    List<Operand> all() {
        return IntStream.range(0, operands()).mapToObj(this::operand).toList();
    }
}
