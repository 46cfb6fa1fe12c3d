package dev.backstep.ui.present;

import dev.backstep.explain.Sentences;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.transport.Stretch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a lecturer wants to know at a step.
///
/// @param place where one is
/// @param note what to say
/// @param next what comes next; empty at the end
record Notes(String place, String note, String next) {

    private static final Notes NONE = new Notes("", "", "");

    /// The step, what the program notes of its node, and the step after it.
    static Notes of(ThemedState screen) {
        return screen.walkthrough().map(w -> of(screen, w)).orElse(NONE);
    }

    private static Notes of(ThemedState screen, Walkthrough w) {
        int step = screen.step();
        String note =
                Stream.of(said(screen, w, step), screen.note(w.step(step).node()).orElse(""))
                        .filter(s -> !s.isEmpty())
                        .collect(Collectors.joining("\n\n"));
        return new Notes(
                Stretch.heading(w.story(), step),
                note,
                step + 1 < w.size() ? said(screen, w, step + 1) : "");
    }

    private static String said(ThemedState screen, Walkthrough w, int step) {
        return Texts.of(Sentences.of(w, step, screen.numbers()));
    }
}
