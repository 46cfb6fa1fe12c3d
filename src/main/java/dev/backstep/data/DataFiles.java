package dev.backstep.data;

import dev.backstep.data.CsvReading.CsvProblem;
import dev.backstep.text.Message;
import java.util.List;

/// Where a program gets the samples of the files that it names. Reading a program opens no file by
/// itself: whoever may read files hands it [CsvFiles].
@FunctionalInterface
public interface DataFiles {

    /// What came of a `csv` line. Never throws.
    Found read(CsvRequest asked);

    sealed interface Found {

        record Samples(Dataset.Split split) implements Found {}

        /// All that is wrong, each problem with the name of the file in its message.
        record Refused(List<CsvProblem> problems) implements Found {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /// For texts that may not read files.
    DataFiles NONE =
            asked ->
                    new Found.Refused(
                            List.of(new CsvProblem(0, Message.of("csv.none.here"), Message.EMPTY)));
}
