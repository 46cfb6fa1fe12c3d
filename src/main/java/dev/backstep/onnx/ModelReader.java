package dev.backstep.onnx;

import static dev.backstep.onnx.ProtobufFile.bytes;
import static dev.backstep.onnx.ProtobufFile.fixed32;
import static dev.backstep.onnx.ProtobufFile.varint;

import dev.backstep.onnx.OnnxModel.Input;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/// Reads a model out of the bytes of its file: what a program can be made of, and no more.
///
/// Source: ONNX, `onnx.proto`.
final class ModelReader {

    private static final OnnxTensor NONE = OnnxTensor.ofReals(List.of());

    private final ProtobufFile file;
    private final ExternalFiles beside;
    private final List<OnnxNode> nodes = new ArrayList<>();
    private final List<OnnxTensor> weights = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();
    private String producer = "";
    private String producerVersion = "";
    private long opset;
    private boolean hasGraph;

    private ModelReader(byte[] bytes, ExternalFiles beside) {
        this.file = new ProtobufFile(bytes);
        this.beside = beside;
    }

    /// @throws Refusal if the bytes are none of a model, or hold too much
    static OnnxModel read(byte[] bytes, ExternalFiles beside) {
        ModelReader reader = new ModelReader(bytes, beside);
        try {
            reader.file.fields(reader::model);
        } catch (IOException e) {
            throw new Refusal(Message.of("onnx.broken"));
        }
        if (!reader.hasGraph) {
            throw new Refusal(Message.of("onnx.broken"));
        }
        return new OnnxModel(
                reader.opset,
                (reader.producer + " " + reader.producerVersion).strip(),
                reader.nodes,
                reader.weights,
                reader.inputs,
                reader.outputs);
    }

    private boolean model(int tag) throws IOException {
        if (tag == bytes(2)) {
            producer = file.text();
        } else if (tag == bytes(3)) {
            producerVersion = file.text();
        } else if (tag == bytes(7)) {
            hasGraph = true;
            file.message(this::graph);
        } else if (tag == bytes(8)) {
            operatorSet();
        } else {
            return false;
        }
        return true;
    }

    private void operatorSet() throws IOException {
        String[] domain = {""};
        long[] version = {0};
        file.message(
                tag -> {
                    if (tag == bytes(1)) {
                        domain[0] = file.text();
                    } else if (tag == varint(2)) {
                        version[0] = file.whole();
                    } else {
                        return false;
                    }
                    return true;
                });
        if (domain[0].isEmpty() || domain[0].equals("ai.onnx")) {
            opset = version[0];
        }
    }

    private boolean graph(int tag) throws IOException {
        if (tag == bytes(1)) {
            node();
        } else if (tag == bytes(5)) {
            weights.add(TensorReader.read(file, beside));
        } else if (tag == bytes(11)) {
            inputs.add(value());
        } else if (tag == bytes(12)) {
            outputs.add(value().name());
        } else {
            return false;
        }
        return true;
    }

    private void node() throws IOException {
        String[] texts = {"", "", ""};
        List<String> in = new ArrayList<>();
        List<String> out = new ArrayList<>();
        Map<String, OnnxNode.Attribute> attributes = new HashMap<>();
        file.message(
                tag -> {
                    if (tag == bytes(1)) {
                        in.add(file.text());
                    } else if (tag == bytes(2)) {
                        out.add(file.text());
                    } else if (tag == bytes(3) || tag == bytes(4)) {
                        texts[(tag >> 3) - 3] = file.text();
                    } else if (tag == bytes(5)) {
                        attribute(attributes);
                    } else if (tag == bytes(7)) {
                        texts[2] = file.text();
                    } else {
                        return false;
                    }
                    return true;
                });
        nodes.add(new OnnxNode(texts[0], texts[1], texts[2], in, out, attributes));
    }

    private void attribute(Map<String, OnnxNode.Attribute> to) throws IOException {
        String[] texts = {"", ""};
        double[] real = {0};
        long[] numbers = {0, 0};
        OnnxTensor[] tensor = {NONE};
        DoubleStream.Builder reals = DoubleStream.builder();
        LongStream.Builder wholes = LongStream.builder();
        file.message(
                tag -> {
                    if (tag == bytes(1) || tag == bytes(4)) {
                        texts[tag == bytes(1) ? 0 : 1] = file.text();
                    } else if (tag == fixed32(2)) {
                        real[0] = file.single();
                    } else if (tag == varint(3) || tag == varint(20)) {
                        numbers[tag == varint(3) ? 0 : 1] = file.whole();
                    } else if (tag == bytes(5)) {
                        tensor[0] = TensorReader.read(file, beside);
                    } else if (tag == bytes(7) || tag == fixed32(7)) {
                        return file.singles(tag == bytes(7), reals);
                    } else if (tag == bytes(8) || tag == varint(8)) {
                        return file.wholes(tag == bytes(8), wholes);
                    } else {
                        return false;
                    }
                    return true;
                });
        to.put(
                texts[0],
                new OnnxNode.Attribute(
                        kind(numbers[1]),
                        real[0],
                        numbers[0],
                        texts[1],
                        reals.build().toArray(),
                        wholes.build().toArray(),
                        tensor[0]));
    }

    private static OnnxNode.Kind kind(long number) {
        OnnxNode.Kind[] all = OnnxNode.Kind.values();
        return number > 0 && number < all.length ? all[(int) number] : OnnxNode.Kind.OTHER;
    }

    /// An input or an output: its name, and what type and shape it has.
    private Input value() throws IOException {
        String[] name = {""};
        ElementType[] type = {ElementType.UNDEFINED};
        boolean[] hasShape = {false};
        List<Long> dims = new ArrayList<>();
        ProtobufFile.Field shape =
                tag -> {
                    if (tag == bytes(1)) {
                        dims.add(dimension());
                        return true;
                    }
                    return false;
                };
        ProtobufFile.Field tensor =
                tag -> {
                    if (tag == varint(1)) {
                        type[0] = ElementType.of(file.whole());
                    } else if (tag == bytes(2)) {
                        hasShape[0] = true;
                        file.message(shape);
                    } else {
                        return false;
                    }
                    return true;
                };
        file.message(
                tag -> {
                    if (tag == bytes(1)) {
                        name[0] = file.text();
                        return true;
                    }
                    return tag == bytes(2) && only(tensor);
                });
        return new Input(name[0], type[0], hasShape[0], dims);
    }

    /// The type of a value, if it is a tensor.
    private boolean only(ProtobufFile.Field tensor) throws IOException {
        file.message(
                tag -> {
                    if (tag == bytes(1)) {
                        file.message(tensor);
                        return true;
                    }
                    return false;
                });
        return true;
    }

    private long dimension() throws IOException {
        long[] size = {OnnxModel.OPEN};
        file.message(
                tag -> {
                    if (tag == varint(1)) {
                        size[0] = file.whole();
                        return true;
                    }
                    return false;
                });
        return size[0];
    }
}
