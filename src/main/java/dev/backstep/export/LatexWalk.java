package dev.backstep.export;

import dev.backstep.explain.Explanation;
import dev.backstep.explain.MistakeWords;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.io.PrintWriter;
import java.util.stream.Stream;

/// The derivation of a program as a LaTeX document: a section for each pass, and for each step what
/// is done and its equations. Any name in the program is letters or mathematics; titles of groups
/// and characters that LaTeX gives a meaning are escaped.
public record LatexWalk(Walkthrough w, Numbers numbers) {

    private static final String START =
            """
            % lualatex or xelatex, where names or titles are not ASCII; else any LaTeX
            \\documentclass{article}
            \\usepackage{amsmath,amssymb}
            \\allowdisplaybreaks
            \\begin{document}
            """;

    /// A document of every step.
    public void all(PrintWriter to) {
        to.print(LatexFont.comment(named()));
        to.print(START);
        mistake(to);
        String pass = "";
        for (int i = 0; i < w.size() && !to.checkError(); i++) {
            String now = Bundle.ENGLISH.say(MarkdownWalk.pass(w.step(i)));
            if (!now.equals(pass)) {
                to.print("\\section*{" + LatexText.of(now) + "}\n");
                pass = now;
            }
            step(to, i);
        }
        to.print("\\end{document}\n");
        to.flush();
    }

    /// Names of nodes and titles of groups.
    private Stream<String> named() {
        return w.graph().nodes().stream()
                .flatMap(
                        n ->
                                Stream.concat(
                                        n.name().stream(),
                                        w
                                                .drawn()
                                                .folded(n.id())
                                                .map(f -> f.group().title())
                                                .stream()));
    }

    /// One step, to be put into a document that uses `amsmath`.
    public void one(PrintWriter to, int index) {
        mistake(to);
        step(to, index);
    }

    /// Says that backward is computed with a mistake, if it is.
    private void mistake(PrintWriter to) {
        MistakeWords.line(w, numbers)
                .ifPresent(
                        line ->
                                to.print(
                                        "\\noindent\\fbox{\\parbox{0.95\\linewidth}{"
                                                + LatexText.of(Bundle.ENGLISH.say(line))
                                                + "}}\n"));
    }

    private void step(PrintWriter to, int index) {
        Explanation told = Explanation.of(w, index, numbers);
        to.print(
                "\\paragraph{"
                        + index
                        + ": "
                        + LatexText.of(Bundle.ENGLISH.say(told.title()))
                        + "}\n");
        new Derivation(w, numbers).of(index).forEach(tex -> to.print(LatexDisplay.of(tex)));
        to.flush();
    }
}
