package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backstep.Main;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What is printed goes where it cannot be written.
@Timeout(60)
class OutputTest {

    private static final String SAMPLE = "samples/04-x2-plus-2xy.bs";
    private static final String TRAINED = "samples/16-minibatch-sgd.bs";

    static final List<List<String>> COMMANDS =
            List.of(
                    List.of("eval", SAMPLE),
                    List.of("eval", "--json", SAMPLE),
                    List.of("trace", SAMPLE),
                    List.of("trace", "--json", TRAINED),
                    List.of("check", SAMPLE),
                    List.of("train", "--epochs", "2", TRAINED),
                    List.of("train", "--epochs", "2", "--json", TRAINED),
                    List.of("--help"),
                    List.of("--version"));

    @TempDir private Path folder;

    private record Ended(int exit, String err) {}

    private static Ended run(List<String> command, OutputStream out) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit =
                Backstep.run(
                        command.toArray(String[]::new), InputStream.nullInputStream(), out, err);
        return new Ended(exit, err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void a_full_disk_is_told_in_one_sentence(List<String> command) throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        try (OutputStream full = new FileOutputStream("/dev/full")) {
            Ended ended = run(command, full);
            assertEquals(2, ended.exit());
            assertEquals(
                    "backstep: standard output cannot be written: No space left on device\n",
                    ended.err());
        }
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void a_closed_output_is_told(List<String> command) throws IOException {
        OutputStream closed = new FileOutputStream(folder.resolve("out").toFile());
        closed.close();
        Ended ended = run(command, closed);
        assertEquals(2, ended.exit());
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void whoever_has_read_enough_is_told_nothing(List<String> command) throws IOException {
        Pipe pipe = Pipe.open();
        pipe.source().close();
        try (OutputStream closed = Channels.newOutputStream(pipe.sink())) {
            assertEquals(new Ended(0, ""), run(command, closed));
        }
    }

    /// Runs a command in a process of its own, which prints nothing.
    ///
    /// @param option of its Java
    private int apart(String option, String... command) throws Exception {
        Process program =
                new ProcessBuilder(
                                Stream.concat(
                                                Stream.of(
                                                        Path.of(
                                                                        System.getProperty(
                                                                                "java.home"),
                                                                        "bin",
                                                                        "java")
                                                                .toString(),
                                                        "-XX:TieredStopAtLevel=1",
                                                        "--enable-native-access=ALL-UNNAMED",
                                                        option,
                                                        "-cp",
                                                        System.getProperty("java.class.path"),
                                                        Main.class.getName()),
                                                Stream.of(command))
                                        .toList())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("printed").toFile())
                        .start();
        try {
            program.waitFor(50, TimeUnit.SECONDS);
        } finally {
            program.destroyForcibly().waitFor();
        }
        assertEquals("", Files.readString(folder.resolve("printed")));
        return program.exitValue();
    }

    /// Two cores paint on an image each, where there is memory for two.
    @Test
    void a_picture_is_drawn_where_there_is_memory_for_one_image() throws Exception {
        String out = folder.resolve("wide.png").toString();
        assertEquals(0, apart("-Xmx160m", "render", SAMPLE, "-o", out, "--width", "7000"));
    }

    /// Greek has fonts of its own.
    @Test
    void no_temporary_file_is_needed_to_draw() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc")));
        Path program =
                Files.writeString(folder.resolve("a.bs"), "θ = 1\nx = 2\nL = relu(θ*x)^2 / 3\n");
        Path with = folder.resolve("with.png");
        Path without = folder.resolve("without.png");
        assertEquals(0, Ran.command("render", program.toString(), "-o", with.toString()).exit());
        assertEquals(
                0,
                apart(
                        "-Djava.io.tmpdir=/proc",
                        "render",
                        program.toString(),
                        "-o",
                        without.toString()));
        assertArrayEquals(Files.readAllBytes(with), Files.readAllBytes(without));
    }
}
