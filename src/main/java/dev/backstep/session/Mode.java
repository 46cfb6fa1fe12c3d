package dev.backstep.session;

/// What the window is used for.
public enum Mode {
    /// step through the program, forward and backward
    EXPLORE,
    /// train it and watch it learn
    TRAIN,
    /// read a lesson, and step through its programs beside it
    LEARN,
    /// read a lesson, and train its programs beside it
    LEARN_TRAINING;

    /// Whether the training is shown, not the graph.
    public boolean trains() {
        return this == TRAIN || this == LEARN_TRAINING;
    }

    /// Whether a lesson is shown.
    public boolean learns() {
        return this == LEARN || this == LEARN_TRAINING;
    }

    /// The same with the graph.
    public Mode exploring() {
        return learns() ? LEARN : EXPLORE;
    }

    /// The same without the lesson.
    Mode outside() {
        return trains() ? TRAIN : EXPLORE;
    }

    /// The same with the training.
    public Mode training() {
        return learns() ? LEARN_TRAINING : TRAIN;
    }
}
