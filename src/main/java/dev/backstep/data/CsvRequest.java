package dev.backstep.data;

import dev.backstep.text.Message;
import java.util.List;

/// What a `csv` line asks for.
///
/// @param file as the line names it
/// @param test the share held back for testing
/// @param seed of the drawing of that share
/// @param scaled whether features are given mean 0 and deviation 1 over the training part
public record CsvRequest(String file, CsvOptions options, double test, long seed, boolean scaled) {

    /// The samples of a table, split and scaled.
    ///
    /// @param name what the notes call the table
    Dataset.Split of(CsvReading.Ok read, String name) {
        List<Message> notes =
                read.notes().stream()
                        .<Message>map(
                                n -> Message.of("csv.note").with("file", name).with("note", n))
                        .toList();
        Dataset.Split split = read.data().split(test, seed).noting(notes);
        return scaled ? split.standardised(read.words()) : split;
    }
}
