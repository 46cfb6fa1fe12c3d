package dev.backstep.train;

import java.util.OptionalDouble;

/// How a network does on a data set: its mean loss, and the share of samples classified right where
/// there are classes.
public record Evaluation(double loss, OptionalDouble accuracy) {}
