package dev.backstep.onnx;

import static dev.backstep.onnx.ModelBytes.list;
import static dev.backstep.onnx.ModelBytes.real;
import static dev.backstep.onnx.ModelBytes.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.backstep.text.Refusal;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Models that are broken in every way.
class OnnxMutationTest {

    private static final long MOST_BYTES = 512_000_000;

    private static byte[][] seeds() {
        byte[] net =
                new ModelBytes(13)
                        .input("x", -1, 3)
                        .weight("fc1.weight", new long[] {4, 3}, new double[12])
                        .weight("fc1.bias", new long[] {4}, 1, 2, 3, 4)
                        .node("/fc1/Gemm", "Gemm", "h", "x fc1.weight fc1.bias", whole("transB", 1))
                        .node("/act/Elu", "Elu", "a", "h", real("alpha", 0.5))
                        .wholes("axes", 1)
                        .node("/sum", "ReduceSum", "out", "a axes", whole("keepdims", 1))
                        .output("out")
                        .bytes();
        byte[] shapes =
                new ModelBytes(13)
                        .input("x", 2, 6)
                        .wholes("s", 3, 4)
                        .wholes("from", 0)
                        .wholes("to", 2)
                        .node("Reshape", "r", "x s")
                        .node("Slice", "p", "r from to")
                        .node("Transpose", "t", "p", list("perm", 1, 0))
                        .node("Concat", "c", "t t", whole("axis", 1))
                        .node("Softmax", "out", "c")
                        .output("out")
                        .bytes();
        byte[] types =
                new ModelBytes(20)
                        .input("x", 1, 2)
                        .tensor(
                                ModelBytes.tensor(
                                        "half", ModelBytes.FLOAT16, new long[] {2}, 0.5, 2))
                        .tensor(
                                ModelBytes.tensor(
                                        "big", ModelBytes.DOUBLE, new long[] {1, 2}, 0.1, 0.2))
                        .node("Mul", "m", "x half")
                        .node("Pow", "out", "m big")
                        .output("out")
                        .bytes();
        return new byte[][] {net, shapes, types};
    }

    /// Bytes changed, left out, doubled and cut off at random: each file gives a program that can
    /// be read, or a sentence, soon, and takes little memory.
    @Test
    void five_thousand_mutated_models_neither_crash_nor_hang_nor_take_much_memory() {
        byte[][] seeds = seeds();
        for (byte[] seed : seeds) {
            Imported.program(seed);
        }
        Random random = new Random(21);
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int read = 0;
        for (int k = 0; k < 5_000; k++) {
            byte[] file = mutated(seeds[k % seeds.length], random);
            String round = "seed 21, round " + k;
            read +=
                    assertTimeoutPreemptively(
                            Duration.ofSeconds(20),
                            () -> {
                                long before = memory.getCurrentThreadAllocatedBytes();
                                int made = read(file);
                                long taken = memory.getCurrentThreadAllocatedBytes() - before;
                                assertTrue(taken < MOST_BYTES, () -> round + ": " + taken);
                                return made;
                            },
                            round);
        }
        assertTrue(read > 100 && read < 4_900, read + " of 5000 were read");
    }

    /// Ten thousand sums of one name, two operands that are as long as can be, joined again and
    /// again.
    @Test
    void what_grows_within_a_small_file_is_bounded() {
        ModelBytes sums = new ModelBytes(13).input("x", 1, 1);
        ModelBytes joins = new ModelBytes(13).input("j0", 1, 4_000);
        for (int k = 0; k < 10_000; k++) {
            sums.node("Add", "!".repeat(k % 7) + "s" + "?".repeat(k / 7), "x x");
        }
        for (int k = 0; k < 40; k++) {
            joins.node("Concat", "j" + (k + 1), "j%d j%d".formatted(k, k), whole("axis", 0));
        }
        byte[] many = sums.output("s").bytes();
        byte[] long40 = joins.output("j40").bytes();
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read(many));
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () ->
                        assertEquals(
                                "the model holds more numbers than a program may have, 4 million in all",
                                assertThrows(Refusal.class, () -> Imported.program(long40))
                                        .getMessage()));
    }

    private static int read(byte[] file) {
        try {
            Imported.program(file);
            return 1;
        } catch (Refusal e) {
            assertTrue(e.getMessage().length() > 10, e.getMessage());
            return 0;
        }
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] out = seed.clone();
        int changes = 1 + random.nextInt(3);
        for (int c = 0; c < changes && out.length > 0; c++) {
            int at = random.nextInt(out.length);
            switch (random.nextInt(6)) {
                case 0 -> out = Arrays.copyOf(out, at);
                case 1 -> out = joined(out, at, Math.min(out.length, at + random.nextInt(40)));
                case 2 -> out = joined(out, at, at - 1);
                case 3 -> out[at] ^= (byte) (1 << random.nextInt(8));
                case 4 -> out[at] = (byte) (random.nextBoolean() ? 0xff : 0x80);
                default -> out[at] = (byte) random.nextInt(256);
            }
        }
        return out;
    }

    /// The bytes up to the first place, then those from the second.
    private static byte[] joined(byte[] bytes, int to, int from) {
        int start = Math.max(0, from);
        byte[] out = Arrays.copyOf(bytes, to + bytes.length - start);
        System.arraycopy(bytes, start, out, to, bytes.length - start);
        return out;
    }
}
