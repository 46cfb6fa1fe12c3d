package dev.backstep.cli;

import java.io.InputStream;
import java.io.PrintStream;

/// Where a command reads and prints.
record Streams(InputStream in, PrintStream out, PrintStream err) {}
