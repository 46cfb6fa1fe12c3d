package dev.backstep.data;

import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/// Reads a matrix that NumPy has saved: `np.save("W1.npy", W1)`.
///
/// A single number is 1×1, a row of n numbers, as a bias often is, is the column n×1. Whole numbers
/// and those of less precision become doubles where a double holds them exactly. None is read
/// before the size of the matrix is known to be allowed, nor more bytes than it needs.
final class NpyFile {

    /// Every whole number up to here is a double.
    private static final long EXACT = 1L << 53;

    private final String file;
    private final NpyHeader header;
    private final Shape shape;

    private NpyFile(String file, NpyHeader header) {
        this.file = file;
        this.header = header;
        this.shape = shape(header.dimensions());
    }

    /// The matrix in a file.
    ///
    /// @param file as it is named
    /// @throws CsvRefusal where it holds none that can be a matrix here
    /// @throws IOException where it cannot be read
    static Tensor read(InputStream bytes, String file) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(bytes, 1 << 16));
        return new NpyFile(file, NpyHeader.read(in, file)).matrix(in);
    }

    private Shape shape(List<Long> sizes) {
        if (sizes.size() > 2) {
            throw new CsvRefusal(
                    said("npy.dimensions").with("n", sizes.size()), Message.of("npy.reshape"));
        }
        long rows = sizes.isEmpty() ? 1 : sizes.get(0);
        long cols = sizes.size() < 2 ? 1 : sizes.get(1);
        if (rows == 0 || cols == 0) {
            throw new CsvRefusal(said("matrix.empty"), Message.EMPTY);
        }
        if (rows > Shape.MAX_ELEMENTS
                || cols > Shape.MAX_ELEMENTS
                || rows * cols > Shape.MAX_ELEMENTS) {
            throw new CsvRefusal(
                    said("matrix.large").with("rows", rows).with("cols", cols),
                    Message.of("hint.smaller.matrix"));
        }
        return new Shape((int) rows, (int) cols);
    }

    private Tensor matrix(InputStream in) throws IOException {
        int size = (int) shape.size();
        int each = header.bytes();
        byte[] body = in.readNBytes(size * each);
        if (body.length < size * each) {
            throw new CsvRefusal(
                    said("npy.short").with("n", body.length / each).with("size", size),
                    Message.of("npy.save"));
        }
        if (in.read() >= 0) {
            throw new CsvRefusal(said("npy.longer").with("size", size), Message.of("npy.save"));
        }
        ByteBuffer numbers = ByteBuffer.wrap(body).order(header.order());
        int rows = shape.rows();
        int cols = shape.cols();
        return Tensor.generate(
                shape,
                k ->
                        value(
                                numbers,
                                each * (header.isFortran() ? k % cols * rows + k / cols : k),
                                k));
    }

    /// @param byteAt where the number begins
    /// @param at which element it is, row by row
    private double value(ByteBuffer number, int byteAt, int at) {
        return switch (header.type()) {
            case "f8" -> finite(number.getDouble(byteAt), at);
            case "f4" -> finite(number.getFloat(byteAt), at);
            case "f2" -> finite(Float.float16ToFloat(number.getShort(byteAt)), at);
            case "i1" -> number.get(byteAt);
            case "i2" -> number.getShort(byteAt);
            case "i4" -> number.getInt(byteAt);
            case "i8" -> exact(number.getLong(byteAt), Long.toString(number.getLong(byteAt)), at);
            case "u1" -> Byte.toUnsignedInt(number.get(byteAt));
            case "u2" -> Short.toUnsignedInt(number.getShort(byteAt));
            case "u4" -> Integer.toUnsignedLong(number.getInt(byteAt));
            case "u8" ->
                    exact(
                            number.getLong(byteAt),
                            Long.toUnsignedString(number.getLong(byteAt)),
                            at);
            case "b1" -> number.get(byteAt) == 0 ? 0 : 1;
            default -> throw new IllegalStateException(header.type());
        };
    }

    private double finite(double value, int at) {
        if (!Double.isFinite(value)) {
            throw element("npy.not.finite", Double.toString(value), at);
        }
        return value;
    }

    /// A whole number; of an unsigned one above 2⁶³ the sign is negative.
    private double exact(long value, String digits, int at) {
        boolean negative = value < 0 && !digits.startsWith("-");
        if (negative || value > EXACT || value < -EXACT) {
            throw element("npy.not.exact", digits, at);
        }
        return value;
    }

    private CsvRefusal element(String key, String value, int at) {
        return new CsvRefusal(
                said(key)
                        .with("row", at / shape.cols())
                        .with("col", at % shape.cols())
                        .with("value", value),
                Message.EMPTY);
    }

    private Message.Pattern said(String key) {
        return Message.of(key).with("file", file);
    }
}
