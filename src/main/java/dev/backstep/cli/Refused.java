package dev.backstep.cli;

import java.util.List;

/// Ends a command whose input or options are wrong: these lines on standard error, and exit code 2.
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    Refused(List<String> lines) {
        super(String.join("\n", lines), null, false, false);
        this.lines = List.copyOf(lines);
    }

    Refused(String line) {
        this(List.of(line));
    }

    List<String> lines() {
        return lines;
    }
}
