package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `backstep import`.
class ImportTest {

    @TempDir Path folder;

    private Path model;

    /// A message of fields that each are a text, bytes or a number, in turn number and content.
    private static byte[] message(Object... fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        for (int k = 0; k < fields.length; k += 2) {
            int number = (Integer) fields[k];
            switch (fields[k + 1]) {
                case Integer value -> out.writeInt32(number, value);
                case String text -> out.writeBytes(number, ByteString.copyFromUtf8(text));
                default -> out.writeByteArray(number, (byte[]) fields[k + 1]);
            }
        }
        out.flush();
        return bytes.toByteArray();
    }

    /// Samples of 40 features times a 40×30 whose numbers are 0, 0.25, 0.5, …
    @BeforeEach
    void a_model_with_a_large_weight() throws IOException {
        ByteBuffer numbers = ByteBuffer.allocate(4 * 1_200).order(ByteOrder.LITTLE_ENDIAN);
        for (int k = 0; k < 1_200; k++) {
            numbers.putFloat(k / 4f);
        }
        byte[] weight = message(1, 40, 1, 30, 2, 1, 8, "w", 9, numbers.array());
        byte[] shape = message(1, message(2, "N"), 1, message(1, 40));
        byte[] input = message(1, "x", 2, message(1, message(1, 1, 2, shape)));
        byte[] node = message(1, "x", 1, "w", 2, "out", 3, "/fc/MatMul", 4, "MatMul");
        byte[] graph = message(1, node, 5, weight, 11, input, 12, message(1, "out"));
        model = Files.write(folder.resolve("net.onnx"), message(7, graph, 8, message(2, 13)));
    }

    @Test
    void a_model_is_written_as_a_program_with_its_large_weights_beside_it() throws IOException {
        Path out = folder.resolve("my net.bs");
        Ran ran = Ran.command("import", model.toString(), "-o", out.toString());
        assertEquals(0, ran.exit(), ran.err());
        assertEquals("", ran.out() + ran.err());
        String text = Files.readString(out);
        assertTrue(text.contains("param w = file(\"my_net-w.npy\")"), text);
        Ran evaluated = Ran.command("eval", out.toString());
        assertEquals(0, evaluated.exit(), evaluated.err());
        ByteBuffer saved =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("my_net-w.npy")))
                        .order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(128 + 8 * 1_200, saved.capacity());
        assertEquals(30 / 4.0, saved.getDouble(128 + 8));
    }

    /// What NumPy documents: the magic, the version, the length, a dictionary padded to 64 bytes.
    @Test
    void the_file_of_a_weight_is_as_numpy_writes_it() throws IOException {
        Ran.command("import", model.toString(), "-o", folder.resolve("n.bs").toString());
        byte[] saved = Files.readAllBytes(folder.resolve("n-w.npy"));
        String head = "{'descr': '<f8', 'fortran_order': False, 'shape': (30, 40), }";
        byte[] expected = new byte[128];
        ByteBuffer.wrap(expected)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0})
                .put(
                        (head + " ".repeat(117 - head.length()) + "\n")
                                .getBytes(StandardCharsets.US_ASCII));
        assertArrayEquals(expected, Arrays.copyOf(saved, 128));
    }

    @Test
    void without_a_file_to_write_the_program_is_printed_whole() {
        Ran ran = Ran.command("import", model.toString());
        assertEquals(0, ran.exit(), ran.err());
        assertTrue(ran.out().contains("param w = ["), ran.out());
        assertEquals(0, Ran.on(ran.out(), "eval", "-").exit());
    }

    @Test
    void what_cannot_be_imported_is_told_in_one_line_and_nothing_is_written() throws IOException {
        Path other = Files.writeString(folder.resolve("other.onnx"), "x = 1\n");
        Ran ran = Ran.command("import", other.toString(), "-o", folder.resolve("o.bs").toString());
        assertEquals(2, ran.exit());
        assertTrue(
                ran.err().endsWith("other.onnx: this is no ONNX model, or the file is damaged\n"),
                ran.err());
        assertEquals(2, Ran.command("import", folder.resolve("none.onnx").toString()).exit());
        assertEquals(2, Ran.command("import").exit());
        Ran named =
                Ran.command("import", model.toString(), "-o", folder.resolve("o.txt").toString());
        assertTrue(named.err().contains("the name of a program must end in .bs"), named.err());
        assertEquals(2, folder.toFile().list().length);
    }

    /// Times a second weight, 30×40.
    @Test
    void a_model_whose_second_weight_cannot_be_written_leaves_all_as_it_was() throws IOException {
        byte[] first = message(1, 40, 1, 30, 2, 1, 8, "v", 9, new byte[4_800]);
        byte[] second = message(1, 30, 1, 40, 2, 1, 8, "w", 9, new byte[4_800]);
        byte[] shape = message(1, message(2, "N"), 1, message(1, 40));
        byte[] input = message(1, "x", 2, message(1, message(1, 1, 2, shape)));
        byte[] one = message(1, "x", 1, "v", 2, "h", 3, "/one/MatMul", 4, "MatMul");
        byte[] two = message(1, "h", 1, "w", 2, "out", 3, "/two/MatMul", 4, "MatMul");
        byte[] graph =
                message(1, one, 1, two, 5, first, 5, second, 11, input, 12, message(1, "out"));
        Path deep = Files.write(folder.resolve("deep.onnx"), message(7, graph, 8, message(2, 13)));
        Path program = Files.writeString(folder.resolve("n.bs"), "old");
        Path weight = Files.writeString(folder.resolve("n-v.npy"), "old");
        Path taken = Files.createDirectory(folder.resolve("n-w.npy"));
        Ran ran = Ran.command("import", deep.toString(), "-o", program.toString());
        assertEquals(new Ran(2, "", "-o " + taken + ": this is a folder\n"), ran);
        assertEquals("old", Files.readString(weight));
        assertEquals("old", Files.readString(program));
    }

    /// The weight has 9,728 bytes.
    @Test
    void on_a_full_disk_the_old_program_and_its_old_weights_stay() throws Exception {
        Path program = Files.writeString(folder.resolve("n.bs"), "old");
        Path weight = Files.writeString(folder.resolve("n-w.npy"), "old");
        Ran ran;
        try (var _ = FullDisk.after(4_000)) {
            ran = Ran.command("import", model.toString(), "-o", program.toString());
        }
        assertEquals(2, ran.exit(), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
        String why = "-o " + program + ": it cannot be written there";
        assertTrue(ran.err().startsWith(why), ran.err());
        assertEquals("old", Files.readString(weight));
        assertEquals("old", Files.readString(program));
        assertEquals(3, folder.toFile().list().length);
    }
}
