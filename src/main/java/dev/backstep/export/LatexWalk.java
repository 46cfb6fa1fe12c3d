package dev.backstep.export;

import dev.backstep.explain.Explanation;
import dev.backstep.explain.MistakeWords;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

/// The derivation of a program as a LaTeX document: a section for each pass, and for each step what
/// is done and its equations. Any name in the program is letters or mathematics; titles of groups
/// and characters that LaTeX gives a meaning are escaped.
public record LatexWalk(Walkthrough w, Numbers numbers) {

    /// What has a meaning in LaTeX, and the signs of formulas in words, which not every LaTeX
    /// knows.
    private static final Map<Integer, String> ESCAPES = escapes();

    private static Map<Integer, String> escapes() {
        Map<Integer, String> all = new HashMap<>();
        all.put((int) '\\', "\\textbackslash{}");
        all.put((int) '~', "\\textasciitilde{}");
        all.put((int) '^', "\\textasciicircum{}");
        "{}$&#%_".codePoints().forEach(c -> all.put(c, "\\" + Character.toString(c)));
        all.put((int) '∂', "$\\partial$");
        all.put((int) '·', "$\\cdot$");
        all.put((int) '×', "$\\times$");
        all.put((int) '−', "$-$");
        all.put((int) '∞', "$\\infty$");
        all.put((int) 'ᵀ', "$^{\\top}$");
        all.put((int) '⁻', "$^{-}$");
        all.put((int) '’', "'");
        for (int digit = 0; digit <= 9; digit++) {
            all.put("⁰¹²³⁴⁵⁶⁷⁸⁹".codePointAt(digit), "$^{" + digit + "}$");
            all.put('₀' + digit, "$_{" + digit + "}$");
        }
        return Map.copyOf(all);
    }

    private static final String START =
            """
            % lualatex or xelatex, where names or titles are not ASCII; else any LaTeX
            \\documentclass{article}
            \\usepackage{amsmath,amssymb}
            \\begin{document}
            """;

    /// A document of every step.
    public void all(PrintWriter to) {
        to.print(START);
        mistake(to);
        String pass = "";
        for (int i = 0; i < w.size() && !to.checkError(); i++) {
            String now = Bundle.ENGLISH.say(MarkdownWalk.pass(w.step(i)));
            if (!now.equals(pass)) {
                to.print("\\section*{" + escaped(now) + "}\n");
                pass = now;
            }
            step(to, i);
        }
        to.print("\\end{document}\n");
        to.flush();
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
                                                + escaped(Bundle.ENGLISH.say(line))
                                                + "}}\n"));
    }

    private void step(PrintWriter to, int index) {
        Explanation told = Explanation.of(w, index, numbers);
        to.print("\\paragraph{" + index + ": " + escaped(Bundle.ENGLISH.say(told.title())) + "}\n");
        new Derivation(w, numbers).of(index).forEach(tex -> display(to, tex));
        to.flush();
    }

    private static void display(PrintWriter to, String tex) {
        to.print("\\[ " + tex + " \\]\n");
    }

    /// The text as it is, whatever signs of LaTeX are in it, on one line: a blank stands for what
    /// is no character to be printed.
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(ESCAPES.getOrDefault(c, printed(c))));
        return out.toString();
    }

    private static String printed(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    " ";
            default -> Character.toString(c);
        };
    }
}
