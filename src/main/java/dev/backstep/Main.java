package dev.backstep;

import dev.backstep.cli.Backstep;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where the program starts: so far a command, later also a window.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        String[] given = args.length == 0 ? new String[] {"eval", "samples/04-x2-plus-2xy.bs"} : args;
        PrintStream out = buffered(FileDescriptor.out);
        PrintStream err = buffered(FileDescriptor.err);
        int exit = Backstep.run(given, System.in, out, err);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    private static PrintStream buffered(FileDescriptor to) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(to), 1 << 16), false, StandardCharsets.UTF_8);
    }
}
