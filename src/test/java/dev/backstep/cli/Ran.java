package dev.backstep.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What one command did: its exit code and what it printed.
record Ran(int exit, String out, String err) {

    static Ran command(byte[] standardInput, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit =
                Backstep.run(
                        args,
                        new ByteArrayInputStream(standardInput),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ran(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Ran on(String program, String... args) {
        return command(program.getBytes(StandardCharsets.UTF_8), args);
    }

    static Ran command(String... args) {
        return on("", args);
    }
}
