package dev.backstep;

import dev.backstep.cli.Backstep;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
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
        }
    }

    private static void command(String... args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Backstep.run(args, InputStream.nullInputStream(), nowhere, nowhere);
    }
}
