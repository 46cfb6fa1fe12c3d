package dev.backstep.data;

import dev.backstep.text.Message;

/// Something in a file for which reading it further makes no sense.
final class CsvRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message why;
    private final transient Message hint;

    /// @param hint the way out; empty where there is none
    CsvRefusal(Message why, Message hint) {
        super("", null, false, false);
        this.why = why;
        this.hint = hint;
    }

    /// The problem it is at a line of the file.
    CsvReading.CsvProblem at(long line) {
        return new CsvReading.CsvProblem(line, why, hint);
    }
}
