package dev.backstep.data;

import java.util.List;

/// How a file of samples is to be read. Columns are named as the header names them, or by place,
/// from 1.
///
/// @param labels the columns to be learnt, one or more
/// @param features the columns to learn from, in that order; if empty, all others but `leave`
/// @param leave the columns to leave out
/// @param dropsMissing whether a row with a missing value is left out; else it is refused
/// @param classes whether every label is the name of a class, numbers too
public record CsvOptions(
        List<String> labels,
        List<String> features,
        List<String> leave,
        boolean dropsMissing,
        boolean classes) {

    public CsvOptions {
        labels = List.copyOf(labels);
        features = List.copyOf(features);
        leave = List.copyOf(leave);
    }

    /// One column to be learnt from all others.
    public static CsvOptions of(String label) {
        return new CsvOptions(List.of(label), List.of(), List.of(), false, false);
    }
}
