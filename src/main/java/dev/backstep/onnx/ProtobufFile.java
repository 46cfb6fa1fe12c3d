package dev.backstep.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/// The fields of a protobuf file, one after the other, each message within the one around it.
///
/// Source: *Protocol Buffers, Encoding*. A file may hold at most so many fields and numbers that
/// what is made of them stays within memory, whatever its bytes are.
final class ProtobufFile {

    /// The most fields that are read: each takes some memory.
    static final int MAX_FIELDS = 500_000;

    /// The most numbers that are read, of all lists and tensors together.
    private static final int MAX_NUMBERS = 8_000_000;

    private final byte[] bytes;
    private final CodedInputStream in;
    private int fields = MAX_FIELDS;
    private int numbers = MAX_NUMBERS;

    ProtobufFile(byte[] bytes) {
        this.bytes = bytes;
        this.in = CodedInputStream.newInstance(bytes);
    }

    /// What to do with a field.
    @FunctionalInterface
    interface Field {

        /// @param tag its number and its wire type, as [#bytes] and the like make it
        /// @return whether it was read; if not, it is skipped
        boolean read(int tag) throws IOException;
    }

    /// The tag of a text, of bytes, of a message, or of a packed list.
    static int bytes(int number) {
        return number << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }

    /// The tag of a whole number.
    static int varint(int number) {
        return number << 3 | WireFormat.WIRETYPE_VARINT;
    }

    /// The tag of a number of single precision.
    static int fixed32(int number) {
        return number << 3 | WireFormat.WIRETYPE_FIXED32;
    }

    /// The tag of a number of double precision.
    static int fixed64(int number) {
        return number << 3 | WireFormat.WIRETYPE_FIXED64;
    }

    /// Reads all fields up to the end of the message at hand.
    ///
    /// @throws Refusal if there are too many
    void fields(Field field) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (--fields < 0) {
                throw new Refusal(Message.of("onnx.many").with("most", MAX_FIELDS));
            }
            if (!field.read(tag) && !in.skipField(tag)) {
                throw new IOException("a group ends that has not begun");
            }
        }
    }

    /// Reads the fields of the message that begins here.
    void message(Field field) throws IOException {
        int limit = in.pushLimit(in.readRawVarint32());
        fields(field);
        in.popLimit(limit);
    }

    String text() throws IOException {
        ByteBuffer raw = raw();
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(raw).toString();
        } catch (CharacterCodingException e) {
            throw new IOException("a text is not UTF-8", e);
        }
    }

    /// The bytes of a field, as they lie in the file.
    ByteBuffer raw() throws IOException {
        int length = in.readRawVarint32();
        int from = in.getTotalBytesRead();
        in.skipRawBytes(length);
        return ByteBuffer.wrap(bytes, from, length).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    long whole() throws IOException {
        return in.readInt64();
    }

    float single() throws IOException {
        return in.readFloat();
    }

    /// Adds a whole number to a list, or all of a packed one.
    boolean wholes(boolean packed, LongStream.Builder to) throws IOException {
        return list(packed, () -> to.add(in.readInt64()));
    }

    /// Adds a number of single precision to a list, or all of a packed one.
    boolean singles(boolean packed, DoubleStream.Builder to) throws IOException {
        return list(packed, () -> to.add(in.readFloat()));
    }

    /// Adds a number of double precision to a list, or all of a packed one.
    boolean doubles(boolean packed, DoubleStream.Builder to) throws IOException {
        return list(packed, () -> to.add(in.readDouble()));
    }

    private interface Element {

        void read() throws IOException;
    }

    private boolean list(boolean packed, Element element) throws IOException {
        if (!packed) {
            number(element);
            return true;
        }
        int limit = in.pushLimit(in.readRawVarint32());
        while (in.getBytesUntilLimit() > 0) {
            number(element);
        }
        in.popLimit(limit);
        return true;
    }

    private void number(Element element) throws IOException {
        count(1);
        element.read();
    }

    /// Counts numbers that take memory.
    ///
    /// @throws Refusal if there are too many
    void count(int more) {
        numbers -= more;
        if (numbers < 0) {
            throw new Refusal(Message.of("onnx.elements"));
        }
    }
}
