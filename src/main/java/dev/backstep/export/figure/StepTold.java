package dev.backstep.export.figure;

import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;

/// What the parts of the figure of a step are made from.
///
/// @param step from 0
/// @param numbers how numbers are written
record StepTold(Walkthrough w, int step, Numbers numbers, Bundle language) {

    String say(String key) {
        return say(Message.of(key));
    }

    String say(Message message) {
        return language.say(message);
    }

    String label(int node) {
        return w.labels().tex(node);
    }

    /// How the value of a node is written.
    Numbers numbersOf(int node) {
        return w.numbersOf(node, numbers);
    }
}
