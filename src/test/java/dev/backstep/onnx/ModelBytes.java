package dev.backstep.onnx;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Models as ONNX describes them in `onnx.proto`, written field by field.
public final class ModelBytes {

    static final int FLOAT = 1;
    static final int INT32 = 6;
    static final int INT64 = 7;
    static final int FLOAT16 = 10;
    static final int DOUBLE = 11;
    static final int BFLOAT16 = 16;

    /// What a message holds.
    interface Content {

        void to(CodedOutputStream out) throws IOException;
    }

    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
    private final long opset;

    public ModelBytes(long opset) {
        this.opset = opset;
    }

    static byte[] message(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            content.to(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A field with a message.
    static byte[] field(int number, byte[] content) {
        return message(out -> out.writeByteArray(number, content));
    }

    static byte[] text(int number, String text) {
        return field(number, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private ModelBytes with(int number, byte[] content) {
        graph.writeBytes(field(number, content));
        return this;
    }

    /// An input of floats; a size of −1 is open, and has the name `N`.
    public ModelBytes input(String name, long... dims) {
        return with(11, value(name, FLOAT, dims));
    }

    public ModelBytes output(String name) {
        return with(12, value(name, FLOAT));
    }

    static byte[] value(String name, int type, long... dims) {
        byte[][] sizes = new byte[dims.length][];
        for (int k = 0; k < dims.length; k++) {
            long dim = dims[k];
            sizes[k] = field(1, dim < 0 ? text(2, "N") : message(out -> out.writeInt64(1, dim)));
        }
        byte[] tensor = joined(message(out -> out.writeInt32(1, type)), field(2, joined(sizes)));
        return joined(text(1, name), field(2, field(1, tensor)));
    }

    /// A weight of floats, as raw bytes.
    public ModelBytes weight(String name, long[] dims, double... numbers) {
        return with(5, tensor(name, FLOAT, dims, numbers));
    }

    /// A weight of whole numbers.
    ModelBytes wholes(String name, long... numbers) {
        return with(5, wholesOf(name, numbers));
    }

    static byte[] wholesOf(String name, long... numbers) {
        double[] all = new double[numbers.length];
        for (int k = 0; k < all.length; k++) {
            all[k] = numbers[k];
        }
        return tensor(name, INT64, new long[] {numbers.length}, all);
    }

    ModelBytes tensor(byte[] tensor) {
        return with(5, tensor);
    }

    /// A tensor, its numbers as raw bytes.
    static byte[] tensor(String name, int type, long[] dims, double... numbers) {
        return joined(head(name, type, dims), field(9, raw(type, numbers)));
    }

    /// The shape and the type of a tensor.
    static byte[] head(String name, int type, long... dims) {
        return joined(
                message(
                        out -> {
                            for (long dim : dims) {
                                out.writeInt64(1, dim);
                            }
                            out.writeInt32(2, type);
                        }),
                text(8, name));
    }

    static byte[] raw(int type, double... numbers) {
        ByteBuffer out = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double x : numbers) {
            switch (type) {
                case FLOAT -> out.putFloat((float) x);
                case INT32 -> out.putInt((int) x);
                case INT64 -> out.putLong((long) x);
                case FLOAT16 -> out.putShort(Float.floatToFloat16((float) x));
                case BFLOAT16 -> out.putShort((short) (Float.floatToRawIntBits((float) x) >>> 16));
                default -> out.putDouble(x);
            }
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /// A node without a name.
    ///
    /// @param operands with blanks between; `_` for one that is left out
    public ModelBytes node(String type, String output, String operands, byte[]... attributes) {
        return node("", type, output, operands, attributes);
    }

    ModelBytes node(
            String name, String type, String output, String operands, byte[]... attributes) {
        byte[] settings = new byte[0];
        for (byte[] attribute : attributes) {
            settings = joined(settings, field(5, attribute));
        }
        byte[] in = new byte[0];
        for (String operand : operands.isEmpty() ? new String[0] : operands.split(" ")) {
            in = joined(in, text(1, operand.equals("_") ? "" : operand));
        }
        return with(1, joined(in, text(2, output), text(3, name), text(4, type), settings));
    }

    ModelBytes raw(int number, byte[] content) {
        return with(number, content);
    }

    static byte[] real(String name, double value) {
        return attribute(name, 1, out -> out.writeFloat(2, (float) value));
    }

    static byte[] whole(String name, long value) {
        return attribute(name, 2, out -> out.writeInt64(3, value));
    }

    static byte[] said(String name, String value) {
        return joined(attribute(name, 3, out -> {}), text(4, value));
    }

    static byte[] tensor(String name, byte[] tensor) {
        return joined(attribute(name, 4, out -> {}), field(5, tensor));
    }

    static byte[] reals(String name, double... values) {
        return attribute(
                name,
                6,
                out -> {
                    for (double value : values) {
                        out.writeFloat(7, (float) value);
                    }
                });
    }

    static byte[] list(String name, long... values) {
        return attribute(
                name,
                7,
                out -> {
                    for (long value : values) {
                        out.writeInt64(8, value);
                    }
                });
    }

    private static byte[] attribute(String name, int kind, Content value) {
        return joined(text(1, name), message(value), message(out -> out.writeInt32(20, kind)));
    }

    public byte[] bytes() {
        byte[] set = message(out -> out.writeInt64(2, opset));
        return joined(
                message(out -> out.writeInt64(1, 8)),
                text(2, "test"),
                field(7, graph.toByteArray()),
                field(8, set));
    }
}
