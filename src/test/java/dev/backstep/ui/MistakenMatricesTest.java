package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Mistake;
import dev.backstep.session.Action;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import dev.backstep.ui.graph.Spots;
import dev.backstep.ui.mistake.MistakePill;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Which numbers of a matrix a mistake has put off, as they are shown in the window; and pictures
/// of it in `target/gallery`.
class MistakenMatricesTest {

    private static final String MATRIX =
            """
            param W = [1, 2, 0; 3, 4, 0; 0, 0, 5]
            x = [1; 1; 1]
            z = W @ x
            L = sum(z)
            set mistake = no_transpose
            """;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private final Shots shots = new Shots(at);

    private String said() {
        return ((MistakePill) at.one(".mistake-pill").getParent()).said();
    }

    /// Upstream is [1; 1; 1]: Wᵀ·upstream has the sums of the columns, [4; 6; 5], W·upstream those
    /// of the rows, [3; 7; 5].
    @Test
    void of_a_matrix_each_number_that_is_off_is_shown() throws Exception {
        at.open(MATRIX);
        at.dispatch(new Action.ToEnd());
        assertEquals(
                "mistake on: w for wᵀ · 1 of 2 gradients is off: ∂L/∂x (2 of 3 numbers, by up to"
                        + " 1)",
                said());
        List<String> told = at.on(() -> WindowHarness.texts(at.one(".inspector")));
        assertTrue(told.contains("OFF BY THE MISTAKE"), told.toString());
        assertTrue(told.contains("∂L/∂x (2 of 3 numbers, by up to 1)"), told.toString());
        at.await(
                () ->
                        at.one(".badge")
                                .getAccessibleText()
                                .startsWith(
                                        "✕ ∂L/∂x[0] = 3, finite differences say 4; 2 of the 3"
                                                + " numbers compared are off"));
        pointAt(0);
        assertTrue(tip().contains("a mistake is on: rightly 4; it is off by −1"), tip());
        pointAt(1);
        assertTrue(tip().contains("a mistake is on: rightly 6; it is off by 1"), tip());
        pointAt(2);
        assertTrue(tip().contains("[2] = 5"), tip());
        assertFalse(tip().contains("rightly"), tip());
    }

    private void pointAt(int cell) throws Exception {
        Point2D spot = at.on(() -> Spots.gradientCell(at.graph(), at.node("x"), cell));
        at.robot.moveTo(at.on(() -> at.graph().localToScreen(spot)));
    }

    private String tip() throws Exception {
        return ((Label) at.one(".graph .tooltip")).getText();
    }

    /// Number by number it would be another mistake, so no matrix opens, by no key; one that is
    /// open closes when a mistake is switched on.
    @Test
    void no_matrix_opens_while_a_mistake_is_on_and_it_is_said_why() throws Exception {
        String why =
                "a mistake is on, and it is made with whole matrices; switch it off to open them";
        at.open(MATRIX);
        at.dispatch(new Action.Select(OptionalInt.of(at.node("W"))));
        at.robot.type(KeyCode.O);
        assertTrue(notices().contains("W stays one card: " + why), notices().toString());
        at.robot.type(KeyCode.DIGIT4);
        assertTrue(notices().contains("Scalars: " + why), notices().toString());
        assertEquals(4, cards());
        at.dispatch(new Action.SetMistake(Optional.empty()));
        at.robot.type(KeyCode.DIGIT4);
        at.await(() -> cards() > 20);
        at.dispatch(new Action.SetMistake(Optional.of(Mistake.SIGN)));
        at.await(() -> cards() == 4);
        at.on(
                () -> {
                    at.session().undo();
                    return true;
                });
        at.await(() -> cards() > 20);
    }

    private int cards() {
        return at.state().good().orElseThrow().walkthrough().drawn().vertexSet().size();
    }

    private List<String> notices() throws Exception {
        at.pulse();
        return at.on(() -> WindowHarness.texts(at.stage().getScene().getRoot()));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void pictures_of_matrices(ThemeChoice colours) throws Exception {
        shots.in(colours);
        at.open(State.of(Optional.empty(), MATRIX), 1440, 900);
        at.prefer(p -> p.withTheme(colours));
        at.dispatch(new Action.ToEnd());
        Point2D spot = at.on(() -> Spots.gradientCell(at.graph(), at.node("x"), 1));
        at.robot.clickOn(at.on(() -> at.graph().localToScreen(spot)));
        assertTrue(at.isShown(".numbers-pane"));
        at.await(() -> at.one(".badge").getStyleClass().contains("bad"));
        shots.take("mistake-matrix");
    }
}
