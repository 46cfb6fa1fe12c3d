package dev.backstep.export.figure;

import dev.backstep.explain.MistakeWords;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.util.Optional;

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

    /// Whether what happens at the step must not be told yet.
    boolean isHidden() {
        return w.hidden().hidesStep(w, w.step(step));
    }

    /// What is said of a mistake that backward is computed with.
    Optional<Explained.Noted> mistake() {
        return w.mistaken()
                .map(
                        m ->
                                new Explained.Noted(
                                        say(MistakeWords.on(m.mistake())),
                                        say(MistakeWords.effect(w, m, numbers))));
    }

    String label(int node) {
        return w.labels().tex(node);
    }

    /// How the value of a node is written.
    Numbers numbersOf(int node) {
        return w.numbersOf(node, numbers);
    }
}
