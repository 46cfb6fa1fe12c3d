package dev.backstep.lang;

import dev.backstep.train.Dataset;
import java.util.Optional;

/// What the `data` and `train` lines of a program say.
///
/// @param data all samples; the graph holds the first mini-batch of the first epoch
/// @param schedule empty where there is no `train` line
/// @param dataLine the line itself, without comments
/// @param trainLine likewise; empty where there is none
public record Learning(
        Dataset.Split data, Optional<Schedule> schedule, String dataLine, String trainLine) {

    /// The data set as the language calls it.
    String dataName() {
        return dataLine.substring(dataLine.indexOf(' ') + 1, dataLine.indexOf('('));
    }
}
