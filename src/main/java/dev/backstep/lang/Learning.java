package dev.backstep.lang;

import dev.backstep.data.Dataset;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;

/// What the `data` and `train` lines of a program say.
///
/// @param data all samples; the graph holds the first mini-batch of the first epoch.
///   [Dataset.Split#NONE] without a `data` line: then the graph is trained as it is
/// @param schedule empty where there is no `train` line
/// @param dataLine the line itself, without comments; empty where there is none
/// @param trainLine likewise
public record Learning(
        Dataset.Split data, Optional<Schedule> schedule, String dataLine, String trainLine) {

    boolean hasData() {
        return data != Dataset.Split.NONE;
    }

    /// What was left out of the samples of a file.
    public List<Message> notes() {
        return data.notes();
    }

    /// The data set as the language calls it.
    String dataName() {
        return dataLine.substring(dataLine.indexOf(' ') + 1, dataLine.indexOf('('));
    }
}
