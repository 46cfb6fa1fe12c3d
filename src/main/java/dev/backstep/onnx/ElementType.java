package dev.backstep.onnx;

import java.nio.ByteBuffer;
import java.util.Locale;

/// What a tensor holds.
///
/// Source: ONNX, `onnx.proto`, DataType of TensorProto: the order is that of its numbers.
enum ElementType {
    UNDEFINED(0),
    FLOAT(4),
    UINT8(0),
    INT8(0),
    UINT16(0),
    INT16(0),
    INT32(4),
    INT64(8),
    STRING(0),
    BOOL(0),
    FLOAT16(2),
    DOUBLE(8),
    UINT32(0),
    UINT64(0),
    COMPLEX64(0),
    COMPLEX128(0),
    BFLOAT16(2);

    /// Of an element, as it lies in a file; 0 if elements of this type are not read.
    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /// Types that came later are all [#UNDEFINED] here.
    static ElementType of(long number) {
        return number > 0 && number < values().length ? values()[(int) number] : UNDEFINED;
    }

    int bytes() {
        return bytes;
    }

    boolean isRead() {
        return bytes > 0;
    }

    boolean isReal() {
        return this == FLOAT || this == DOUBLE || this == FLOAT16 || this == BFLOAT16;
    }

    /// Whether its elements are whole numbers, which are read.
    boolean isWhole() {
        return isRead() && !isReal();
    }

    /// The element at a place of the bytes.
    double number(ByteBuffer raw, int element) {
        int at = element * bytes;
        return switch (this) {
            case FLOAT -> raw.getFloat(at);
            case DOUBLE -> raw.getDouble(at);
            case FLOAT16, BFLOAT16 -> half(raw.getShort(at));
            default -> whole(raw, element);
        };
    }

    long whole(ByteBuffer raw, int element) {
        int at = element * bytes;
        return this == INT64 ? raw.getLong(at) : raw.getInt(at);
    }

    /// What 16 bits mean: half precision, or the upper half of single precision.
    double half(short bits) {
        return this == FLOAT16
                ? Float.float16ToFloat(bits)
                : Float.intBitsToFloat((bits & 0xffff) << 16);
    }

    /// As ONNX writes it: `float16`.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
