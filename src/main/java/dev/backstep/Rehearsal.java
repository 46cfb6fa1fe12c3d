package dev.backstep;

import dev.backstep.cli.Backstep;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a start usually needs, done once while the program is packaged: the JVM keeps the classes
/// that were used then in its AOT cache (JEP 483, JEP 514), and later starts are faster. Needs no
/// display.
public final class Rehearsal {

    private Rehearsal() {}

    /// @param args `numbers` (the commands that draw nothing), `command` (one that draws) or
    ///   `window`, and a program
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        String file = args[1];
        switch (args[0]) {
            case "numbers" -> numbers(file);
            case "command" -> render(file);
            case "window" -> {
                dev.backstep.ui.WindowRehearsal.begin(Path.of(file));
                Main.main(new String[] {file});
            }
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void numbers(String file) {
        command("eval", file);
        command("eval", "--json", file);
        command("trace", file);
        command("trace", "--json", file);
        command("check", file);
    }

    private static void render(String file) {
        render(file, ".png");
        render(file, ".png", "--width", "3000", "--step", "1");
        render(file, ".svg");
        render(file, ".pdf");
        render(file, ".html");
    }

    private static void render(String file, String ending, String... options) {
        try {
            Path out = Files.createTempFile("rehearsal", ending);
            List<String> args = new ArrayList<>(List.of("render", file, "-o", out.toString()));
            args.addAll(List.of(options));
            command(args.toArray(String[]::new));
            Files.delete(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void command(String... args) {
        if (Main.wantsWindow(args)) {
            throw new IllegalArgumentException("no command: " + String.join(" ", args));
        }
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        int exit = Backstep.run(args, InputStream.nullInputStream(), nowhere, nowhere);
        if (exit != 0) {
            throw new IllegalStateException(String.join(" ", args) + " ended with " + exit);
        }
    }
}
