package dev.backstep;

import dev.backstep.cli.Backstep;
import dev.backstep.ui.App;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
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
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        if (wantsWindow(args)) {
            System.exit(window(args, err));
        }
        int exit = Backstep.run(args, System.in, new FileOutputStream(FileDescriptor.out), err);
        // Otherwise the process ends by itself: System.exit first looks through every jar for
        // whoever keeps a log of it
        if (exit != 0) {
            System.exit(exit);
        }
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

    private static int window(String[] args, OutputStream err) {
        PrintStream complain = new PrintStream(err, true, StandardCharsets.UTF_8);
        try {
            App.open(sentence -> complain.print("backstep: " + sentence + "\n"), args);
            return 0;
        } catch (App.NoDisplay e) {
            return Backstep.withoutDisplay(complain);
        } catch (IllegalStateException e) {
            complain.print("backstep: " + e.getMessage() + "\n");
            return 2;
        }
    }
}
