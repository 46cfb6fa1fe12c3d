package dev.backstep.train;

import java.util.List;
import java.util.stream.Collectors;

/// What came of reading a file of samples.
public sealed interface CsvReading {

    record Ok(Dataset data) implements CsvReading {}

    /// All that is wrong in what was read, up to a score of lines.
    record Problems(List<CsvProblem> problems) implements CsvReading {
        public Problems {
            problems = List.copyOf(problems);
        }
    }

    /// Nothing was read: another time the same file may well be.
    record Unreadable(CsvProblem problem) implements CsvReading {}

    /// Shown in terminals, so characters that are not to be seen are written as their numbers.
    ///
    /// @param line the line of the file, from 1; 0 where it is about the whole file
    record CsvProblem(long line, String message) {
        public CsvProblem {
            message = message.codePoints().mapToObj(CsvProblem::seen).collect(Collectors.joining());
        }

        private static String seen(int c) {
            return switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE ->
                        "\\u%04x".formatted(c);
                default -> Character.toString(c);
            };
        }

        @Override
        public String toString() {
            return line == 0 ? message : "line " + line + ": " + message;
        }
    }
}
