package dev.backstep.data;

/// Something in a file for which reading it further makes no sense.
final class CsvRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String hint;

    /// @param hint the way out; empty where there is none
    CsvRefusal(String message, String hint) {
        super(message, null, false, false);
        this.hint = hint;
    }

    /// The problem it is at a line of the file.
    CsvReading.CsvProblem at(long line) {
        return new CsvReading.CsvProblem(line, String.valueOf(getMessage()), hint);
    }
}
