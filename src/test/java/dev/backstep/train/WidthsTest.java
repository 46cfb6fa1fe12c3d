package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.compile.kernel.Lanes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The loops on vectors at the widths that this machine does not prefer: the width is a constant of
/// a JVM, so each has one of its own. At the preferred width they are tested by [ProgramTest].
@Timeout(120)
class WidthsTest {

    @TempDir private Path folder;

    private static IntStream others() {
        int preferred = DoubleVector.SPECIES_PREFERRED.vectorBitSize();
        return IntStream.of(128, 256, 512).filter(bits -> bits != preferred);
    }

    @Test
    void programs_give_what_the_stepper_gives_at_every_width() throws Exception {
        Map<Integer, Process> started = new HashMap<>();
        try {
            for (int bits : others().toArray()) {
                started.put(bits, start(bits));
            }
            for (Map.Entry<Integer, Process> each : started.entrySet()) {
                int exit = each.getValue().waitFor();
                assertEquals("", exit == 0 ? "" : Files.readString(told(each.getKey())));
            }
        } finally {
            started.values().forEach(Process::destroyForcibly);
        }
    }

    private Path told(int bits) {
        return folder.resolve(bits + ".txt");
    }

    private Process start(int bits) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "-XX:+UseSerialGC",
                        "-Dbackstep.vector.bits=" + bits,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WidthsTest.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(told(bits).toFile())
                .start();
    }

    /// What depends on the width: whole vectors, a rest, less than one, and every product.
    public static void main(String[] arguments) {
        assertEquals(Integer.getInteger("backstep.vector.bits"), Lanes.SPECIES.vectorBitSize());
        ProgramTest programs = new ProgramTest();
        programs.every_op_gives_what_the_stepper_gives_in_every_shape(3);
        programs.products_of_every_orientation_and_size_are_those_of_the_stepper(9);
        programs.large_products_are_those_of_the_stepper(37, 257, 130);
        programs.nets_of_every_head_give_what_the_stepper_gives(7);
    }
}
