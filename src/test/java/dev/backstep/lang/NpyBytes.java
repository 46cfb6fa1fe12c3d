package dev.backstep.lang;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Files as `numpy.save` writes them, written anew from its description of the format.
final class NpyBytes {

    private NpyBytes() {}

    /// A file of version 1.0.
    ///
    /// @param type as NumPy calls it: `<f8`
    /// @param shape as Python writes it: `(2, 3)`
    /// @param numbers in the order in which they stand in the file
    static byte[] of(String type, boolean fortran, String shape, double... numbers) {
        String header =
                "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
                        .formatted(type, fortran ? "True" : "False", shape);
        return file(1, header, body(type, numbers));
    }

    /// The magic, the version, the header padded so that the numbers begin at a multiple of 64.
    static byte[] file(int version, String header, byte[] body) {
        int before = version == 1 ? 10 : 12;
        int length = (before + header.length() + 1 + 63) / 64 * 64 - before;
        String padded = header + " ".repeat(length - header.length() - 1) + "\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        ByteBuffer size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        out.write(size.array(), 0, version == 1 ? 2 : 4);
        out.writeBytes(padded.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static byte[] body(String type, double... numbers) {
        int bytes = type.charAt(2) - '0';
        ByteBuffer out = ByteBuffer.allocate(bytes * numbers.length);
        out.order(type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (double x : numbers) {
            switch (type.substring(1)) {
                case "f8" -> out.putDouble(x);
                case "f4" -> out.putFloat((float) x);
                case "f2" -> out.putShort(Float.floatToFloat16((float) x));
                case "i8", "u8" -> out.putLong((long) x);
                case "i4", "u4" -> out.putInt((int) (long) x);
                case "i2", "u2" -> out.putShort((short) x);
                case "i1", "u1", "b1" -> out.put((byte) x);
                default -> throw new IllegalArgumentException(type);
            }
        }
        return out.array();
    }
}
