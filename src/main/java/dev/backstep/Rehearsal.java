package dev.backstep;

import dev.backstep.cli.Backstep;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a start usually needs, done once while the program is packaged: the JVM keeps the classes
/// that were used then in its AOT cache (JEP 483, JEP 514), and later starts are faster. Needs no
/// display.
public final class Rehearsal {

    private Rehearsal() {}

    /// @param args `command` or `window`, and a program
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        String file = args[1];
        if (args[0].equals("window")) {
            dev.backstep.ui.WindowRehearsal.begin(Path.of(file));
            Main.main(new String[] {file});
        } else {
            command("eval", file);
            command("eval", "--json", file);
            command("trace", file);
            command("trace", "--json", file);
            command("check", file);
            render(file);
        }
    }

    private static void render(String file) {
        try {
            Path out = Files.createTempFile("rehearsal", ".png");
            command("render", file, "-o", out.toString());
            command("render", file, "-o", out.toString(), "--width", "3000", "--step", "1");
            Files.delete(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void command(String... args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Backstep.run(args, InputStream.nullInputStream(), nowhere, nowhere);
    }
}
