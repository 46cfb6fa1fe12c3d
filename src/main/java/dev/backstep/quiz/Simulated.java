package dev.backstep.quiz;

import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;

/// What a slip gives on this very graph.
///
/// @param gives the answer that it leads to
/// @param sentence names the slip and leads on with a question; `{given}` is what was answered
record Simulated(Slip slip, Tensor gives, Message.Pattern sentence) {}
