package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of matrices that are broken in every way.
class NpyMutationTest {

    @TempDir Path folder;

    /// Bytes changed, left out, doubled and cut off at random: each file gives a matrix or a
    /// sentence, soon, and takes no more memory than its size allows.
    @Test
    void five_thousand_mutated_files_neither_crash_nor_hang() throws Exception {
        byte[][] seeds = {
            NpyBytes.of("<f8", false, "(2, 3)", 1, 2, 3, 4, 5, 6),
            NpyBytes.of(">i4", true, "(3, 2)", 1, 2, 3, 4, 5, 6),
            NpyBytes.of("|u1", false, "(4000000,)"),
            NpyBytes.of("<f2", false, "()", 1),
            NpyBytes.file(
                    2, "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }", new byte[8]),
        };
        Random random = new Random(20);
        int read = 0;
        for (int k = 0; k < 5_000; k++) {
            byte[] file = mutated(seeds[k % seeds.length], random);
            Path at = folder.resolve("m" + k + ".npy");
            Files.write(at, file);
            int round = k;
            ReadResult result =
                    assertTimeout(
                            Duration.ofSeconds(10),
                            () ->
                                    Language.read(
                                            "param W = file(\"m" + round + ".npy\")\nL = sum(W)",
                                            CsvFiles.in(folder)),
                            () -> "seed 20, round " + round);
            read += result instanceof ReadResult.Ok ? 1 : 0;
            Files.delete(at);
        }
        assertTrue(read > 100 && read < 4_900, read + " of 5000 were read");
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] out = seed.clone();
        int changes = 1 + random.nextInt(3);
        for (int c = 0; c < changes && out.length > 0; c++) {
            int at = random.nextInt(out.length);
            out =
                    switch (random.nextInt(5)) {
                        case 0 -> Arrays.copyOf(out, at);
                        case 1 -> Arrays.copyOf(out, out.length + random.nextInt(40));
                        case 2 -> without(out, at);
                        default -> replaced(out, at, random);
                    };
        }
        return out;
    }

    private static byte[] without(byte[] bytes, int at) {
        byte[] out = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, at + 1, out, at, out.length - at);
        return out;
    }

    /// Half of the time by a character that a header may hold.
    private static byte[] replaced(byte[] bytes, int at, Random random) {
        String likely = "0123456789,()'{}<>|:fiub OTrueFalsL\"[]";
        bytes[at] =
                random.nextBoolean()
                        ? (byte) likely.charAt(random.nextInt(likely.length()))
                        : (byte) random.nextInt(256);
        return bytes;
    }
}
