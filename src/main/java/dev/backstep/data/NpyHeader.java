package dev.backstep.data;

import dev.backstep.text.Message;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the first bytes of a `.npy` file say of the numbers behind them.
///
/// Source: NumPy, *NEP 1: A Simple File Format for NumPy Arrays*, versions 1.0 to 3.0. The header
/// is a dictionary as Python writes it; nothing of it is run.
///
/// @param type of the numbers, as `f8`
/// @param isBigEndian whether their most significant byte comes first
/// @param isFortran whether they stand column by column
/// @param dimensions from the outermost; none of a single number
record NpyHeader(String type, boolean isBigEndian, boolean isFortran, List<Long> dimensions) {

    /// NumPy itself reads no longer one.
    private static final int LONGEST = 10_000;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /// How many bytes a number takes: the digit at the end.
    private static final List<String> TYPES =
            List.of("f8", "f4", "f2", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1");

    private static final Pattern TYPE = entry("descr", "(?:'([^']*)'|\"([^\"]*)\"|(\\[).*)");
    private static final Pattern ORDER = entry("fortran_order", "(True|False)");
    private static final Pattern SHAPE = entry("shape", "\\(([^()]*)\\)");

    /// As Python 2 may have written it.
    private static final Pattern DIMENSION = Pattern.compile("\\d{1,12}L?");

    private static Pattern entry(String key, String value) {
        return Pattern.compile("[{,]\\s*['\"]" + key + "['\"]\\s*:\\s*" + value + "\\s*(?=[,}]|$)");
    }

    /// Reads as far as the numbers.
    ///
    /// @param file as it is named
    /// @throws CsvRefusal where it is no such file, or one whose numbers cannot be read
    /// @throws IOException where it cannot be read, or ends before its numbers
    static NpyHeader read(DataInputStream in, String file) throws IOException {
        String text = text(in, file);
        Matcher type = TYPE.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!type.find()) {
            throw broken(file);
        }
        if (type.group(3) != null) {
            throw wrongType(file, "struct");
        }
        String descr = type.group(1) == null ? String.valueOf(type.group(2)) : type.group(1);
        if (!order.find() || !shape.find()) {
            throw broken(file);
        }
        boolean marked = !descr.isEmpty() && "<>|=".indexOf(descr.charAt(0)) >= 0;
        String name = marked ? descr.substring(1) : descr;
        if (!TYPES.contains(name)) {
            throw wrongType(file, descr);
        }
        return new NpyHeader(
                name,
                descr.startsWith(">"),
                order.group(1).equals("True"),
                dimensions(String.valueOf(shape.group(1)), file));
    }

    private static String text(DataInputStream in, String file) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length);
        if (start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3) {
            throw new CsvRefusal(said("npy.archive", file), Message.of("npy.save.one"));
        }
        if (!Arrays.equals(start, MAGIC)) {
            throw new CsvRefusal(said("npy.other", file), Message.of("npy.save"));
        }
        try {
            int version = in.readUnsignedByte();
            in.readUnsignedByte();
            if (version < 1 || version > 3) {
                throw new CsvRefusal(
                        Message.of("npy.version").with("file", file).with("n", version),
                        Message.of("npy.save"));
            }
            int lowest = Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
            long length =
                    version == 1
                            ? lowest
                            : lowest
                                    | (long) Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
                                            << 16;
            byte[] header = new byte[(int) Math.min(length, LONGEST)];
            in.readFully(header);
            if (length > LONGEST) {
                throw broken(file);
            }
            return new String(header, StandardCharsets.UTF_8).strip();
        } catch (EOFException e) {
            throw broken(file);
        }
    }

    /// The sizes in `2, 3`; a comma may stand behind the last one.
    private static List<Long> dimensions(String tuple, String file) {
        List<Long> sizes = new ArrayList<>();
        String[] parts = tuple.split(",", -1);
        for (int i = 0; i < parts.length; i++) {
            String size = parts[i].strip();
            if (DIMENSION.matcher(size).matches()) {
                sizes.add(Long.parseLong(size.replace("L", "")));
            } else if (!size.isEmpty() || i < parts.length - 1) {
                throw broken(file);
            }
        }
        return List.copyOf(sizes);
    }

    private static CsvRefusal broken(String file) {
        return new CsvRefusal(said("npy.header", file), Message.of("npy.save"));
    }

    private static CsvRefusal wrongType(String file, String type) {
        return new CsvRefusal(
                Message.of("npy.type").with("file", file).with("type", type),
                Message.of("npy.float"));
    }

    private static Message said(String key, String file) {
        return Message.of(key).with("file", file);
    }

    ByteOrder order() {
        return isBigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /// How many bytes a number takes.
    int bytes() {
        return type.charAt(1) - '0';
    }
}
