package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said when long work is interrupted: here by SIGTERM, which gives 143 where Ctrl-C gives
/// 130 and goes the same way otherwise (a test that runs in the background may not send SIGINT).
@Timeout(120)
class InterruptTest {

    private static final String NET =
            "data xor()\nyhat = mlp(X, [4, 1], tanh, sigmoid)\nloss L = mean(bce(yhat, y))\n"
                    + "train sgd(rate=0.001, epochs=1000000)\n";

    @TempDir private Path folder;

    /// Where the classes that the process loads are told.
    private Path classes;

    private Path program;
    private Path printed;

    @BeforeEach
    void names() {
        classes = folder.resolve("classes");
        program = folder.resolve("p.bs");
        printed = folder.resolve("printed");
    }

    /// Runs a command and interrupts it once it does what is to be interrupted.
    ///
    /// @return what it printed
    private String interrupted(Callable<Boolean> ready, String... arguments) throws Exception {
        ended(Process::destroy, 143, ready, arguments);
        return said();
    }

    private void ended(
            Consumer<Process> how, int exit, Callable<Boolean> ready, String... arguments)
            throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-Xlog:class+load:file=" + classes,
                                "--add-modules=jdk.incubator.vector",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.backstep.Main"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile())
                        .start();
        try {
            boolean ended = false;
            while (!ended && !ready.call()) {
                ended = process.waitFor(5, TimeUnit.MILLISECONDS);
            }
            how.accept(process);
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertEquals(exit, process.exitValue(), () -> "it ended by itself: " + said());
    }

    private String said() {
        try {
            return Files.readString(printed).replaceAll("(?m)^(WARNING: .*)?\\R", "");
        } catch (IOException e) {
            return e.toString();
        }
    }

    private boolean isWriting() throws IOException {
        return written().stream().anyMatch(name -> name.endsWith(".part"));
    }

    /// Trains, and listens by then: it has loaded what it needs only for that.
    private boolean isTraining() throws IOException {
        return Files.exists(classes) && Files.readString(classes).contains(".cli.Played ");
    }

    private List<String> written() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.startsWith("film") || name.endsWith(".part"))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"film.png", "film.gif", "film.html"})
    void an_interrupted_export_says_that_nothing_is_written(String name) throws Exception {
        Files.writeString(program, "param x = 1\nloss L = x" + " * x".repeat(100) + "\n");
        String file = folder.resolve(name).toString();
        String said =
                interrupted(
                        this::isWriting, "render", program.toString(), "-o", file, "--step=all");
        assertEquals("-o " + file + ": stopped by Ctrl-C; nothing is written\n", said);
        assertEquals(List.of(), written());
    }

    /// What it had begun is swept when something is next written there.
    @ParameterizedTest
    @ValueSource(strings = {"film.png", "film.gif", "film.html", "film.pdf"})
    void a_killed_export_leaves_the_old_files_whole(String name) throws Exception {
        boolean handout = name.endsWith(".pdf");
        Path source = handout ? folder.resolve("p.md") : program;
        String stop = "## Stop\n\n```backstep\nx = 3\nL = x^2\n```\n\nWords.\n\n";
        Files.writeString(
                source,
                handout
                        ? "# Lesson\n\n" + stop.repeat(60)
                        : "param x = 1\nloss L = x" + " * x".repeat(100) + "\n");
        Path file = folder.resolve(name);
        Path old = name.endsWith(".png") ? folder.resolve("film-001.png") : file;
        Files.writeString(old, "old");
        List<String> arguments =
                new ArrayList<>(List.of("render", source.toString(), "-o", file.toString()));
        if (!handout) {
            arguments.add("--step=all");
        }
        ended(Process::destroyForcibly, 137, this::isWriting, arguments.toArray(String[]::new));
        assertEquals("old", Files.readString(old));
        assertTrue(isWriting());
        Ran next = Ran.on("x = 3\nL = x^2\n", "render", "-", "-o", folder + "/film.svg");
        assertEquals(new Ran(0, "", ""), next);
        assertEquals(Set.of(old.getFileName().toString(), "film.svg"), Set.copyOf(written()));
    }

    @Test
    void an_interrupted_training_before_a_picture_says_so() throws Exception {
        Files.writeString(program, NET);
        String file = folder.resolve("film.png").toString();
        String said =
                interrupted(
                        this::isTraining,
                        "render",
                        program.toString(),
                        "-o",
                        file,
                        "--after=900000");
        assertEquals("--after 900000: stopped by Ctrl-C\n", said);
        assertEquals(List.of(), written());
    }

    @Test
    void an_interrupted_training_saves_what_it_reached() throws Exception {
        Files.writeString(program, NET);
        Path saved = folder.resolve("saved.bs");
        String said =
                interrupted(
                        () -> said().startsWith("epoch"),
                        "train",
                        program.toString(),
                        "--save",
                        saved.toString());
        assertTrue(said.endsWith("saved " + saved + "\n"), said);
        assertTrue(Files.exists(saved));
    }
}
