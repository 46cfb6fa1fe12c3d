package dev.backstep;

import dev.backstep.cli.Backstep;
import dev.backstep.ui.Sample;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/// What a start usually needs, done once while the program is packaged: the JVM keeps the classes
/// that were used then in its AOT cache (JEP 483, JEP 514), and later starts are faster. Needs no
/// display.
public final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        for (String command :
                new String[] {"eval", "eval --json", "trace", "trace --json", "check"}) {
            command(Sample.FIRST, command.split(" "));
        }
        dev.backstep.ui.Rehearsal.begin(Sample.FIRST);
    }

    private static void command(Sample sample, String... command) {
        String[] args = java.util.Arrays.copyOf(command, command.length + 1);
        args[command.length] = "-";
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        InputStream program =
                new java.io.ByteArrayInputStream(
                        sample.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Backstep.run(args, program, nowhere, nowhere);
    }
}
