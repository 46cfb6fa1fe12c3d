package dev.backstep.export;

import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// An image as a PNG file. Java's own writer fetches each pixel by itself and packs on one core,
/// which takes as long as all the drawing; here bands of rows are packed at the same time.
///
/// Pixels stand as they are: drawings are flat, and differences to neighbours pack worse. Each band
/// is packed with what stands above it as its dictionary, so that cutting costs next to no space.
///
/// Source: W3C (2025), Portable Network Graphics, sections 5, 9, 10 and 11; RFC 1950; RFC 1951.
///
/// @param image of the type `TYPE_INT_RGB` or `TYPE_INT_ARGB`
/// @param effort how well it is packed, from 1 to 9
/// @param density dots a metre, where it has a size on paper
record PngFile(BufferedImage image, int effort, OptionalInt density) {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /// A window of 32 KiB, and no dictionary.
    private static final byte[] ZLIB = {0x78, 0x5E};

    private static final int WINDOW = 1 << 15;

    /// The size of a band before it is packed, in bytes.
    private static final int BAND = 1 << 18;

    /// Bands in memory at the same time.
    private static final int AT_ONCE = 8;

    /// @param known the bytes before those of the band, which are its dictionary
    private record Band(byte[] bytes, int known, byte[] packed) {}

    /// Writes it; the stream stays open.
    void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.write(SIGNATURE);
        chunk(out, "IHDR", header());
        if (density.isPresent()) {
            int dots = density.getAsInt();
            chunk(out, "pHYs", ByteBuffer.allocate(9).putInt(dots).putInt(dots).put((byte) 1));
        }
        chunk(out, "IDAT", ByteBuffer.wrap(ZLIB));
        Adler32 sum = new Adler32();
        int bands = Math.ceilDiv(image.getHeight(), bandRows());
        for (int i = 0; i < bands; i += AT_ONCE) {
            for (Band band : bands(i, Math.min(bands, i + AT_ONCE))) {
                sum.update(band.bytes, band.known, band.bytes.length - band.known);
                chunk(out, "IDAT", ByteBuffer.wrap(band.packed));
            }
        }
        chunk(out, "IDAT", ByteBuffer.allocate(4).putInt((int) sum.getValue()));
        chunk(out, "IEND", ByteBuffer.allocate(0));
        out.flush();
    }

    private ByteBuffer header() {
        return ByteBuffer.allocate(13)
                .putInt(image.getWidth())
                .putInt(image.getHeight())
                .put((byte) 8) // bits a channel
                .put((byte) (isTransparent() ? 6 : 2))
                .put(new byte[3]); // the usual packing and differences, not interlaced
    }

    private boolean isTransparent() {
        return image.getType() == BufferedImage.TYPE_INT_ARGB;
    }

    private static void chunk(DataOutputStream out, String type, ByteBuffer filled)
            throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        byte[] data = filled.array();
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }

    private int rowBytes() {
        return 1 + image.getWidth() * (isTransparent() ? 4 : 3);
    }

    private int bandRows() {
        return Math.max(1, BAND / rowBytes());
    }

    private List<Band> bands(int from, int to) {
        return IntStream.range(from, to).parallel().mapToObj(this::band).toList();
    }

    private Band band(int index) {
        int from = index * bandRows();
        int to = Math.min(image.getHeight(), from + bandRows());
        int above = Math.min(from, Math.ceilDiv(WINDOW, rowBytes()));
        byte[] bytes = rows(from - above, to);
        int known = above * rowBytes();
        return new Band(bytes, known, packed(bytes, known, to == image.getHeight()));
    }

    private byte[] packed(byte[] bytes, int known, boolean last) {
        try (Deflater deflater = new Deflater(effort, true)) {
            int window = Math.min(WINDOW, known);
            deflater.setDictionary(bytes, known - window, window);
            deflater.setInput(bytes, known, bytes.length - known);
            if (last) {
                deflater.finish();
            }
            byte[] packed = new byte[BAND / 8];
            int length = 0;
            while (true) {
                int room = packed.length - length;
                int made = deflater.deflate(packed, length, room, Deflater.SYNC_FLUSH);
                length += made;
                if (made < room) {
                    return Arrays.copyOf(packed, length);
                }
                packed = Arrays.copyOf(packed, 2 * length);
            }
        }
    }

    /// Rows as they stand in the file, each after a 0: it holds no differences.
    private byte[] rows(int from, int to) {
        boolean transparent = isTransparent();
        byte[] bytes = new byte[(to - from) * rowBytes()];
        int[] row = new int[image.getWidth()];
        int at = 0;
        for (int y = from; y < to; y++) {
            image.getRaster().getDataElements(0, y, row.length, 1, row);
            at++;
            for (int p : row) {
                bytes[at++] = (byte) (p >> 16);
                bytes[at++] = (byte) (p >> 8);
                bytes[at++] = (byte) p;
                if (transparent) {
                    bytes[at++] = (byte) (p >> 24);
                }
            }
        }
        return bytes;
    }
}
