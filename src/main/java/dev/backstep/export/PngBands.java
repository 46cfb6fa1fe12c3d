package dev.backstep.export;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// An image as a PNG file (Portable Network Graphics, W3C Recommendation 2003), written in bands
/// from top to bottom, each packed by itself: as many at a time as there are cores. Its rows stand
/// in it as they are, unfiltered, since most of a drawing is of one colour.
///
/// ImageIO takes twice as long for the same bytes, and one core for all of them.
final class PngBands {

    /// How well it is packed, as [Deflater] counts: quickly, or a tenth smaller.
    static final int FAST = 3;

    static final int GOOD = 4;

    /// The least rows of a band: each forgets what the one above it was like.
    private static final int ROWS = 128;

    /// More than most machines have cores, since some have more on them than others; the same
    /// everywhere, so that a picture is the same file everywhere.
    private static final int BANDS = 8;

    /// What is handed to the packer at a time.
    private static final int BLOCK = 1 << 16;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /// How a stream of zlib begins (RFC 1950) that is packed by neither the fastest nor the best
    /// way.
    private static final byte[] ZLIB = {0x78, 0x5E};

    /// The largest prime below 2¹⁶, by which Adler32 takes its sums.
    private static final long ADLER = 65_521;

    private final BufferedImage image;
    private final int[] pixels;
    private final boolean transparent;
    private final int level;

    /// @param image one of [Png#paper]
    PngBands(BufferedImage image, int level) {
        this.image = image;
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.transparent = image.getColorModel().hasAlpha();
        this.level = level;
    }

    /// A band, packed.
    ///
    /// @param sum of all its bytes, by Adler32
    /// @param size how many these are
    private record Band(byte[] packed, long sum, long size) {}

    /// Writes it; the stream stays open.
    ///
    /// @param dots a metre, where it has a size on paper
    void write(OptionalInt dots, OutputStream to) throws IOException {
        List<Band> bands =
                IntStream.range(0, count())
                        .parallel()
                        .mapToObj(k -> pack(top(k), top(k + 1)))
                        .toList();
        DataOutputStream out = new DataOutputStream(to);
        out.write(SIGNATURE);
        chunk("IHDR", header(), out);
        if (dots.isPresent()) {
            chunk("pHYs", density(dots.getAsInt()), out);
        }
        chunk("IDAT", ZLIB, out);
        long sum = 1;
        for (Band band : bands) {
            chunk("IDAT", band.packed, out);
            sum = joined(sum, band);
        }
        chunk("IDAT", ByteBuffer.allocate(Integer.BYTES).putInt((int) sum).array(), out);
        chunk("IEND", new byte[0], out);
        out.flush();
    }

    private int count() {
        return Math.clamp(image.getHeight() / ROWS, 1, BANDS);
    }

    private int top(int k) {
        return (int) ((long) image.getHeight() * k / count());
    }

    private Band pack(int top, int bottom) {
        boolean last = bottom == image.getHeight();
        int bytes = 1 + (transparent ? 4 : 3) * image.getWidth();
        byte[] rows = new byte[Math.max(1, BLOCK / bytes) * bytes];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Adler32 sum = new Adler32();
        byte[] piece = new byte[BLOCK];
        try (Deflater packer = new Deflater(level, true)) {
            int at = 0;
            for (int y = top; y < bottom; y++) {
                row(y, rows, at);
                at += bytes;
                boolean end = y == bottom - 1;
                if (at == rows.length || end) {
                    sum.update(rows, 0, at);
                    packer.setInput(rows, 0, at);
                    at = 0;
                    drain(
                            packer,
                            end && !last ? Deflater.SYNC_FLUSH : Deflater.NO_FLUSH,
                            piece,
                            packed);
                }
            }
            if (last) {
                packer.finish();
                drain(packer, Deflater.NO_FLUSH, piece, packed);
            }
        }
        return new Band(packed.toByteArray(), sum.getValue(), (long) bytes * (bottom - top));
    }

    private static void drain(
            Deflater packer, int flush, byte[] piece, ByteArrayOutputStream packed) {
        int length;
        do {
            length = packer.deflate(piece, 0, piece.length, flush);
            packed.write(piece, 0, length);
        } while (length == piece.length);
    }

    /// A row as it stands in the file: 0 for no filter, then its pixels from left to right, each
    /// red, green, blue and perhaps how much it covers.
    private void row(int y, byte[] to, int start) {
        int at = start;
        to[at++] = 0;
        int from = y * image.getWidth();
        for (int i = from; i < from + image.getWidth(); i++) {
            int pixel = pixels[i];
            to[at++] = (byte) (pixel >> 16);
            to[at++] = (byte) (pixel >> 8);
            to[at++] = (byte) pixel;
            if (transparent) {
                to[at++] = (byte) (pixel >> 24);
            }
        }
    }

    /// The sum of all before a band and of the band (zlib, Mark Adler, `adler32_combine`).
    private static long joined(long before, Band band) {
        long first = (low(before) + low(band.sum) + ADLER - 1) % ADLER;
        long second =
                (high(before)
                                + high(band.sum)
                                + band.size % ADLER * (low(before) + ADLER - 1) % ADLER)
                        % ADLER;
        return second << 16 | first;
    }

    private static long low(long sum) {
        return sum & 0xFFFF;
    }

    private static long high(long sum) {
        return sum >> 16 & 0xFFFF;
    }

    private byte[] header() {
        return ByteBuffer.allocate(13)
                .putInt(image.getWidth())
                .putInt(image.getHeight())
                .put((byte) 8) // bits a colour
                .put((byte) (transparent ? 6 : 2))
                .array();
    }

    private static byte[] density(int dots) {
        return ByteBuffer.allocate(9).putInt(dots).putInt(dots).put((byte) 1).array();
    }

    private static void chunk(String type, byte[] content, DataOutputStream to) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        to.writeInt(content.length);
        to.write(name);
        to.write(content);
        to.writeInt((int) sum.getValue());
    }
}
