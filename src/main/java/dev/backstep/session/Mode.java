package dev.backstep.session;

/// What the window is used for.
public enum Mode {
    /// step through the program, forward and backward
    EXPLORE,
    /// train it and watch it learn
    TRAIN
}
