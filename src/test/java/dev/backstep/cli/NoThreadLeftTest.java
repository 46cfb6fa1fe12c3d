package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process ends when a command has done its work, since none of its threads keeps it alive.
class NoThreadLeftTest {

    private static final String SAMPLE = "samples/04-x2-plus-2xy.bs";

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eval " + SAMPLE,
                "trace " + SAMPLE,
                "check " + SAMPLE,
                "render " + SAMPLE + " -o OUT.png",
                "render " + SAMPLE + " -o OUT.png --step all",
                "render " + SAMPLE + " -o OUT.svg",
                "render " + SAMPLE + " -o OUT.pdf",
                "render " + SAMPLE + " -o OUT.gif",
                "render " + SAMPLE + " -o OUT.html",
                "export " + SAMPLE + " --to pytorch -o OUT.py",
                "train samples/18-xor.bs --epochs 2"
            })
    void after(String command) {
        Set<Thread> before = keeping();
        String out = folder.resolve("out").toString();
        Ran ran =
                Ran.command(
                        Arrays.stream(command.split(" "))
                                .map(arg -> arg.replace("OUT", out))
                                .toArray(String[]::new));
        assertEquals(0, ran.exit(), ran.err());
        Set<Thread> left = keeping();
        left.removeAll(before);
        assertEquals(Set.of(), left);
    }

    /// The threads that keep a process alive.
    private static Set<Thread> keeping() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> !t.isDaemon())
                .collect(Collectors.toSet());
    }
}
