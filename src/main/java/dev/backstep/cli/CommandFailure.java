package dev.backstep.cli;

import java.io.PrintStream;
import java.util.List;

/// Ends a command with these lines on standard error: exit code 2 if its input or options are
/// wrong, else the one given.
final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;
    private final int exit;

    CommandFailure(List<String> lines) {
        this(lines, ExitCode.WRONG);
    }

    private CommandFailure(List<String> lines, int exit) {
        super(String.join("\n", lines), null, false, false);
        this.lines = List.copyOf(lines);
        this.exit = exit;
    }

    CommandFailure(String line) {
        this(List.of(line));
    }

    CommandFailure(String line, int exit) {
        this(List.of(line), exit);
    }

    /// The same, once its lines are printed.
    CommandFailure told() {
        return new CommandFailure(List.of(), exit);
    }

    int exit() {
        return exit;
    }

    /// Prints its lines.
    void tell(PrintStream err) {
        lines.forEach(line -> err.print(line + "\n"));
    }
}
