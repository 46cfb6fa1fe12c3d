package dev.backstep.explain;

import dev.backstep.notation.Numbers;
import dev.backstep.story.Updates;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;

/// The update of one parameter, explained.
///
/// @param optimiser what the program calls it: `sgd`
/// @param settings TeX: `\alpha = 0.5,\;\lambda = 0.01`
/// @param lines the rule, a formula a line; the last one gives the new value
/// @param remembered what the optimiser remembers of a matrix from the steps before; none at the
///   first step, where it is 0
/// @param parts what stands between gradient and new value, in the order of the rule; none where
///   the gradient is all
/// @param factor what the gradient is multiplied by and subtracted, `0.5`, where that is all that
///   happens
/// @param moves whether it moves at all: not where the loss or a gradient is not finite
public record Change(
        int node,
        String optimiser,
        String settings,
        List<Line> lines,
        Tensor before,
        Tensor gradient,
        List<Part> remembered,
        List<Part> parts,
        Tensor after,
        Optional<String> factor,
        boolean moves,
        Message sentence) {

    public Change {
        lines = List.copyOf(lines);
        remembered = List.copyOf(remembered);
        parts = List.copyOf(parts);
    }

    /// A line of the rule.
    ///
    /// @param rule TeX: `b \leftarrow b - \alpha \frac{\partial L}{\partial b}`
    /// @param numbers that with the numbers put in: `0.5 - 0.5 \cdot 0.2 = 0.4`; nothing for a
    ///   matrix
    public record Line(String rule, Optional<String> numbers) {}

    /// A quantity of the rule.
    ///
    /// @param tex its name: `v`, `\hat{m}`
    public record Part(String tex, Tensor value) {}

    /// Explains what the update step of a walkthrough makes of a parameter.
    public static Change of(Walkthrough w, int parameter, Numbers numbers) {
        Updates updates = w.updates().orElseThrow();
        boolean moves = !updates.isStopped();
        UpdateFormulas rule = UpdateFormulas.of(w, parameter, numbers);
        return new Change(
                parameter,
                updates.optimiser().word(),
                rule.settings(),
                rule.lines(moves),
                w.value(parameter),
                w.gradient(parameter).orElseThrow(),
                moves ? rule.remembered() : List.of(),
                moves ? rule.parts() : List.of(),
                updates.of(parameter).after(),
                moves ? rule.factor() : Optional.empty(),
                moves,
                sentence(w, parameter, numbers));
    }

    /// What the update step makes of a parameter, in one plain sentence.
    static Message sentence(Walkthrough w, int parameter, Numbers numbers) {
        return UpdateSentences.of(w, parameter, numbers);
    }

    /// The rule in one line, without its numbers, as a list of steps has room for: `b \leftarrow b
    /// - \alpha\,\partial L/\partial b`.
    public static String brief(Walkthrough w, int parameter) {
        return UpdateFormulas.of(w, parameter, Numbers.DEFAULT).brief();
    }
}
