package dev.backstep.data;

import dev.backstep.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Writes matrices as NumPy saves them: doubles, row by row.
///
/// Source: NumPy, *NEP 1: A Simple File Format for NumPy Arrays*, version 1.0.
public final class NpyWriter {

    private static final byte[] START = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    /// The numbers begin at a multiple of that.
    private static final int ALIGNED = 64;

    private NpyWriter() {}

    public static void write(Tensor value, OutputStream out) throws IOException {
        String said =
                String.format(
                        Locale.ROOT,
                        "{'descr': '<f8', 'fortran_order': False, 'shape': (%d, %d), }",
                        value.rows(),
                        value.cols());
        int before = START.length + Short.BYTES;
        int padding = ALIGNED - 1 - (before + said.length()) % ALIGNED;
        byte[] header = (said + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes =
                ByteBuffer.allocate(before + header.length + value.size() * Double.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(START)
                        .putShort((short) header.length)
                        .put(header);
        for (int k = 0; k < value.size(); k++) {
            bytes.putDouble(value.at(k));
        }
        out.write(bytes.array());
    }
}
