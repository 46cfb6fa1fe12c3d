package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// While it is open, no file that this process writes can grow beyond some bytes: to whoever writes
/// one, the disk is full then. `prlimit` belongs to every Linux.
final class FullDisk implements AutoCloseable {

    private static final Path LIMIT = Path.of("/usr/bin/prlimit");

    private FullDisk() {}

    static FullDisk after(int bytes) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(LIMIT), "no prlimit on this system");
        limit(Integer.toString(bytes));
        return new FullDisk();
    }

    private static void limit(String bytes) throws IOException, InterruptedException {
        long me = ProcessHandle.current().pid();
        Process process =
                new ProcessBuilder(LIMIT.toString(), "--pid=" + me, "--fsize=" + bytes + ":")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        limit("unlimited");
    }
}
