package dev.backstep.ui.inspector;

import dev.backstep.explain.Formulas;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.Theme;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.ThemedState;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// What the blocks of the inspector are built from.
///
/// @param step the step that is explained
/// @param now the step the story has come to
/// @param width what a block may use, in pixels
/// @param jacobian whether whole Jacobians are open; remembered from step to step
/// @param products whether the products that fit are listed; remembered as well
/// @param sheet opens the Jacobian of two nodes large, if there is room for it anywhere
record ShownStep(
        Walkthrough walkthrough,
        int step,
        int now,
        Numbers numbers,
        Theme theme,
        double width,
        BooleanProperty jacobian,
        BooleanProperty products,
        Optional<BiConsumer<Integer, Integer>> sheet) {

    /// The step that the story has come to, where nothing is opened large or remembered.
    static ShownStep alone(Walkthrough w, ThemedState screen, double width) {
        return new ShownStep(
                w,
                screen.step(),
                screen.step(),
                screen.numbers(),
                screen.theme(),
                width,
                new SimpleBooleanProperty(),
                new SimpleBooleanProperty(),
                Optional.empty());
    }

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
        return new ShownStep(
                walkthrough, step, now, numbers, theme, narrower, jacobian, products, sheet);
    }

    /// The same step of the right pass.
    ShownStep rightly() {
        return new ShownStep(
                walkthrough.rightly(), step, now, numbers, theme, width, jacobian, products, sheet);
    }

    ShownStep with(Numbers others) {
        return new ShownStep(
                walkthrough, step, now, others, theme, width, jacobian, products, sheet);
    }

    String output() {
        return label(walkthrough.output());
    }

    /// `\frac{\partial L}{\partial x}`
    String gradientOf(int node) {
        return Formulas.partial(output(), label(node));
    }
}
