package dev.backstep.session;

import dev.backstep.train.StateText;
import dev.backstep.train.TrainingState;
import java.util.Optional;

/// How far a training of a program had come when it was last looked after: the next session goes on
/// from there, bit for bit.
///
/// @param program that was trained
/// @param state in the form of [StateText]
public record Trained(Fingerprint program, String state) {

    /// The most numbers that are remembered, 3 MB: enough for 784-128-10 with Adam. A training with
    /// more begins anew in the next session.
    public static final int MAX_NUMBERS = 350_000;

    /// A state of a training of the program `text`; nothing if it holds too many numbers.
    public static Optional<Trained> of(String text, TrainingState state) {
        return state.size() > MAX_NUMBERS
                ? Optional.empty()
                : Optional.of(new Trained(Fingerprint.of(text), StateText.of(state)));
    }

    /// The state, if it is one of the program `text`.
    Optional<TrainingState> of(String text) {
        return Fingerprint.of(text).equals(program) ? StateText.parse(state) : Optional.empty();
    }
}
