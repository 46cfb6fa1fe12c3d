package dev.backstep.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;

/// Where a command reads and prints.
record Streams(InputStream in, PrintStream out, PrintStream err) {

    /// Whether a person watches, who is shown how far long work is.
    static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
