package dev.backstep.onnx;

import static dev.backstep.onnx.ProtobufFile.bytes;
import static dev.backstep.onnx.ProtobufFile.fixed32;
import static dev.backstep.onnx.ProtobufFile.fixed64;
import static dev.backstep.onnx.ProtobufFile.varint;

import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Reads one tensor: its shape, and its numbers, which lie in the file as bytes or one by one, or
/// in a file beside it.
///
/// Source: ONNX, `onnx.proto`, TensorProto.
final class TensorReader {

    private static final int EXTERNAL = 1;

    private final ProtobufFile file;
    private final ExternalFiles beside;
    private final LongStream.Builder dims = LongStream.builder();
    private final DoubleStream.Builder reals = DoubleStream.builder();
    private final LongStream.Builder wholes = LongStream.builder();
    private final Map<String, String> place = new HashMap<>();
    private String name = "";
    private ElementType type = ElementType.UNDEFINED;
    private @Nullable ByteBuffer raw;
    private boolean external;

    private TensorReader(ProtobufFile file, ExternalFiles beside) {
        this.file = file;
        this.beside = beside;
    }

    /// Reads the message that begins here.
    ///
    /// @throws Refusal if it holds other numbers than its shape says, or too many
    static OnnxTensor read(ProtobufFile file, ExternalFiles beside) throws IOException {
        TensorReader reader = new TensorReader(file, beside);
        file.message(reader::field);
        return reader.tensor();
    }

    private boolean field(int tag) throws IOException {
        if (tag == varint(1) || tag == bytes(1)) {
            return file.wholes(tag == bytes(1), dims);
        } else if (tag == varint(2)) {
            type = ElementType.of(file.whole());
        } else if (tag == bytes(4) || tag == fixed32(4)) {
            return file.singles(tag == bytes(4), reals);
        } else if (tag == bytes(5) || tag == varint(5) || tag == bytes(7) || tag == varint(7)) {
            return file.wholes((tag & 7) == 2, wholes);
        } else if (tag == bytes(8)) {
            name = file.text();
        } else if (tag == bytes(9)) {
            raw = file.raw();
        } else if (tag == bytes(10) || tag == fixed64(10)) {
            return file.doubles(tag == bytes(10), reals);
        } else if (tag == bytes(13)) {
            entry();
        } else if (tag == varint(14)) {
            external = file.whole() == EXTERNAL;
        } else {
            return false;
        }
        return true;
    }

    /// One word on where its numbers lie.
    private void entry() throws IOException {
        String[] pair = {"", ""};
        file.message(
                tag -> {
                    if (tag == bytes(1) || tag == bytes(2)) {
                        pair[(tag >> 3) - 1] = file.text();
                        return true;
                    }
                    return false;
                });
        place.put(pair[0], pair[1]);
    }

    private OnnxTensor tensor() {
        List<Integer> shape =
                dims.build().mapToObj(dim -> (int) Math.clamp(dim, -1, Integer.MAX_VALUE)).toList();
        int size = Dims.size(shape);
        file.count(size);
        return new OnnxTensor(
                name,
                shape,
                type,
                type.isReal() ? reals(size) : new double[0],
                type.isWhole() ? wholes(size) : new long[0]);
    }

    private double[] reals(int size) {
        ByteBuffer numbers = stored(size);
        if (numbers != null) {
            return IntStream.range(0, size).mapToDouble(k -> type.number(numbers, k)).toArray();
        }
        boolean half = type == ElementType.FLOAT16 || type == ElementType.BFLOAT16;
        double[] listed =
                half
                        ? wholes.build().mapToDouble(bits -> type.half((short) bits)).toArray()
                        : reals.build().toArray();
        requireSize(listed.length, size);
        return listed;
    }

    private long[] wholes(int size) {
        ByteBuffer numbers = stored(size);
        long[] found =
                numbers == null
                        ? wholes.build().toArray()
                        : IntStream.range(0, size).mapToLong(k -> type.whole(numbers, k)).toArray();
        requireSize(found.length, size);
        return found;
    }

    /// The bytes of all elements; null if they are listed one by one.
    private @Nullable ByteBuffer stored(int size) {
        if (external) {
            return beside.read(name, place, size * type.bytes());
        }
        if (raw != null) {
            requireSize(raw.remaining(), size * type.bytes());
        }
        return raw;
    }

    private void requireSize(int found, int expected) {
        if (found != expected) {
            throw new Refusal(
                    Message.of("onnx.size")
                            .with("tensor", SafeText.of(name))
                            .with("found", found)
                            .with("expected", expected));
        }
    }
}
