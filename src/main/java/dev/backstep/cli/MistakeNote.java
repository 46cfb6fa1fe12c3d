package dev.backstep.cli;

import dev.backstep.explain.MistakeWords;
import dev.backstep.lang.Model;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.io.PrintStream;

/// Says that backward is computed with a mistake, where the program has set one.
final class MistakeNote {

    private MistakeNote() {}

    /// `mistake on: = for += · 1 of 2 gradients is off: …`
    static void print(Walkthrough w, PrintStream to) {
        MistakeWords.line(w, Numbers.DEFAULT)
                .ifPresent(line -> to.print(Bundle.ENGLISH.say(line) + "\n"));
    }

    /// `mistake on: = for +=`, where there is no single step to speak of.
    static void print(Model model, PrintStream to) {
        model.mistake().ifPresent(m -> to.print(Bundle.ENGLISH.say(MistakeWords.on(m)) + "\n"));
    }
}
