package dev.backstep;

import dev.backstep.cli.Backstep;
import dev.backstep.ui.App;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Where the program starts: a window, or a command.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        PrintStream out = buffered(FileDescriptor.out);
        PrintStream err = buffered(FileDescriptor.err);
        int exit = wantsWindow(args) ? window(args, err) : Backstep.run(args, System.in, out, err);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /// Nothing, or a file, asks for the window; all else is a command.
    static boolean wantsWindow(String[] args) {
        return args.length == 0 || args.length == 1 && !args[0].startsWith("-") && isFile(args[0]);
    }

    private static boolean isFile(String name) {
        try {
            return name.endsWith(".bs")
                    || name.endsWith(".md")
                    || Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static int window(String[] args, PrintStream err) {
        try {
            App.open(args);
            return 0;
        } catch (App.NoDisplay e) {
            return Backstep.withoutDisplay(err);
        } catch (IllegalStateException e) {
            err.print("backstep: " + e.getMessage() + "\n");
            return 2;
        }
    }

    private static PrintStream buffered(FileDescriptor to) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(to), 1 << 16),
                false,
                StandardCharsets.UTF_8);
    }
}
