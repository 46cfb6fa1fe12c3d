package dev.backstep.quiz;

import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;

/// What a misconception gives on this very graph.
///
/// @param gives the answer that it leads to
/// @param sentence names the misconception and leads on with a question; `{given}` is what was
///   answered
/// @param further whether it is made away from the node that is asked about: then it is no other
///   explanation where one close by gives the same
record Simulated(Misconception what, Tensor gives, Message.Pattern sentence, boolean further) {

    /// A mistake made at the node itself, or in the answer as a whole.
    Simulated(Misconception what, Tensor gives, Message.Pattern sentence) {
        this(what, gives, sentence, false);
    }

    Simulated madeFurtherUp() {
        return new Simulated(what, gives, sentence, true);
    }
}
