package dev.backstep.train;

import java.util.List;

/// What came of reading a file of samples.
public sealed interface CsvReading {

    record Ok(Dataset data) implements CsvReading {}

    /// All that is wrong, up to a score of lines.
    record Problems(List<CsvProblem> problems) implements CsvReading {
        public Problems {
            problems = List.copyOf(problems);
        }
    }

    /// @param line the line of the file, from 1; 0 where it is about the whole file
    record CsvProblem(long line, String message) {
        @Override
        public String toString() {
            return line == 0 ? message : "line " + line + ": " + message;
        }
    }
}
