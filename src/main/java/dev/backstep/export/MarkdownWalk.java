package dev.backstep.export;

import dev.backstep.explain.MistakeWords;
import dev.backstep.explain.Sentences;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.io.PrintWriter;

/// A walk as Markdown: a heading for each pass, and for each step its number, its sentence, and its
/// equations between dollars. Streamed: no more than a step is held.
///
/// @param bundle the language of the sentences
public record MarkdownWalk(Walkthrough w, Numbers numbers, Bundle bundle) {

    /// Every step, and the gradients that are sums.
    public void all(PrintWriter to) {
        mistake(to);
        String pass = "";
        for (int i = 0; i < w.size() && !to.checkError(); i++) {
            String now = bundle.say(pass(w.step(i)));
            if (!now.equals(pass)) {
                to.print((pass.isEmpty() ? "" : "\n") + "## " + now + "\n");
                pass = now;
            }
            to.print("\n");
            step(to, i);
        }
        to.flush();
    }

    /// One step.
    public void one(PrintWriter to, int index) {
        mistake(to);
        step(to, index);
    }

    /// Says that backward is computed with a mistake, if it is.
    private void mistake(PrintWriter to) {
        MistakeWords.line(w, numbers)
                .ifPresent(line -> to.print("> " + escaped(bundle.say(line)) + "\n\n"));
    }

    private void step(PrintWriter to, int index) {
        to.print(
                "**" + index + "** " + escaped(bundle.say(Sentences.of(w, index, numbers))) + "\n");
        new Derivation(w, numbers).of(index).forEach(tex -> display(to, tex));
        to.flush();
    }

    /// The name of the pass that a step belongs to.
    static Message pass(Step step) {
        return Message.of(
                switch (step) {
                    case Step.Forward _ -> "pass.forward";
                    case Step.Seed _, Step.Backward _ -> "pass.backward";
                    case Step.ParameterUpdate _ -> "pass.update";
                });
    }

    /// What looks like a tag of HTML gets a space, which is none in a formula.
    private static void display(PrintWriter to, String tex) {
        to.print("\n$$" + tex.replaceAll("<(?=[A-Za-z/!?])", "< ") + "$$\n");
    }

    /// The text as it is, whatever signs of Markdown are in it.
    static String escaped(String text) {
        return text.replaceAll("[\\\\`*_\\[\\]<>#|$~&]", "\\\\$0");
    }
}
