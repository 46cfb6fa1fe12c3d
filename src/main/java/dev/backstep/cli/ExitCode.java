package dev.backstep.cli;

/// What a command says to the shell.
final class ExitCode {

    static final int DONE = 0;

    /// A check failed, or a number of a training is no longer finite.
    static final int FAILED = 1;

    /// The input or the options are wrong, or a file cannot be written.
    static final int WRONG = 2;

    /// Ctrl-C ended it, as a shell expects.
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
