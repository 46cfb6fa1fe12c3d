package dev.backstep.ui.inspector;

import dev.backstep.explain.Formulas;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.Theme;
import dev.backstep.story.Walkthrough;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;

/// What the blocks of the inspector are built from.
///
/// @param step the step that is explained
/// @param now the step the story has come to
/// @param width what a block may use, in pixels
/// @param jacobian whether whole Jacobians are open; remembered from step to step
/// @param sheet opens the Jacobian of two nodes large
record ShownStep(
        Walkthrough walkthrough,
        int step,
        int now,
        Numbers numbers,
        Theme theme,
        double width,
        BooleanProperty jacobian,
        BiConsumer<Integer, Integer> sheet) {

    /// Whether nothing of the step is hidden.
    boolean isSeen() {
        return !walkthrough.hidden().hidesStep(walkthrough, walkthrough.step(step));
    }

    String label(int node) {
        return walkthrough.labels().tex(node);
    }

    /// How the value of a node is shown.
    Numbers numbersOf(int node) {
        return walkthrough.numbersOf(node, numbers);
    }

    /// The same in less room.
    ShownStep within(double narrower) {
        return new ShownStep(walkthrough, step, now, numbers, theme, narrower, jacobian, sheet);
    }

    /// The same step of the right pass.
    ShownStep rightly() {
        return new ShownStep(
                walkthrough.rightly(), step, now, numbers, theme, width, jacobian, sheet);
    }

    ShownStep with(Numbers others) {
        return new ShownStep(walkthrough, step, now, others, theme, width, jacobian, sheet);
    }

    String output() {
        return label(walkthrough.output());
    }

    /// `\frac{\partial L}{\partial x}`
    String gradientOf(int node) {
        return Formulas.partial(output(), label(node));
    }
}
