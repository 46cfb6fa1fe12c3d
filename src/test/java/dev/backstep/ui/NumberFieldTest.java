package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.NumberField;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.TypedNumber;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Fields that numbers are typed into.
class NumberFieldTest {

    private static final String PROGRAM = "x = 1\ny = 4\nL = x^2 + 2*x*y\n";

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private NumberField field(String name) {
        return (NumberField)
                at.all(n -> n instanceof NumberField && name.equals(n.getAccessibleText()))
                        .findFirst()
                        .orElseThrow();
    }

    private String text() {
        return at.state().document().text();
    }

    private List<String> refusals() {
        return at.all(n -> n.getStyleClass().contains("refusal") && n.isVisible())
                .map(n -> ((Label) n).getText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "-0.5, -0.5",
        "−2, -2",
        ".5, 0.5",
        "1e-3, 0.001",
        "1.5·10⁻⁷, 1.5e-7",
        "1/2, 0.5",
        "-1/4, -0.25",
        "2^3, 8",
        "2³, 8",
        "sqrt(2), 1.4142135623730951",
        "(1 + 2) * 3, 9"
    })
    void what_gives_a_number_is_understood(String typed, double value) {
        assertEquals(value, assertInstanceOf(TypedNumber.Ok.class, TypedNumber.of(typed)).value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "abc", "1/", "1//2", "1/0", "log(0)", "[1, 2]", "x = 3", "1 # one", "1 2", "∞",
                "NaN", "1\n2"
            })
    void what_gives_none_is_refused_in_words(String typed) {
        String why = assertInstanceOf(TypedNumber.Refused.class, TypedNumber.of(typed)).why();
        assertFalse(why.isBlank());
    }

    @Test
    void a_fraction_is_taken() throws Exception {
        at.open(PROGRAM);
        at.robot.doubleClickOn(field("y")).write("1/2").type(KeyCode.ENTER);
        assertTrue(text().contains("y = 0.5"), text());
        assertEquals("0.5", field("y").getText());
        assertEquals(List.of(), refusals());
    }

    @Test
    void what_is_refused_stays_with_a_reason_until_it_is_mended() throws Exception {
        at.open(PROGRAM);
        at.robot.doubleClickOn(field("y")).write("abc").type(KeyCode.ENTER);
        at.pulse();
        assertEquals("abc", field("y").getText());
        assertEquals(1, refusals().size());
        assertTrue(refusals().getFirst().contains("abc"), refusals()::toString);
        assertTrue(field("y").getPseudoClassStates().contains(WRONG));
        at.robot.clickOn(at.named(Texts.of("command.forward")));
        assertEquals(1, at.step());
        assertEquals("abc", field("y").getText());
        assertEquals(1, refusals().size());
        assertEquals(PROGRAM, text());
        at.robot.doubleClickOn(field("y")).write("7").type(KeyCode.ENTER);
        assertTrue(text().contains("y = 7"), text());
        assertEquals(List.of(), refusals());
        assertFalse(field("y").getPseudoClassStates().contains(WRONG));
    }

    @Test
    void escape_puts_back_what_was_there() throws Exception {
        at.open(PROGRAM);
        at.robot.doubleClickOn(field("y")).write("abc").type(KeyCode.ENTER).type(KeyCode.ESCAPE);
        assertEquals("4", field("y").getText());
        assertEquals(List.of(), refusals());
        assertFalse(field("y").getPseudoClassStates().contains(WRONG));
        assertEquals(PROGRAM, text());
    }

    /// Cut, −0.8107 would be "−0.8", and 0.8199 "0.81". A number with a power of ten may have no
    /// room at all: then none is shown.
    @Test
    void a_field_with_little_room_rounds() throws Exception {
        at.open(
                "W = [-0.8107, 0.8199, -0.9961, 12.345, 0.00012345; 1, 2, 3, 4, 123456]\nL = sum(W)\n");
        double[] values = {-0.8107, 0.8199, -0.9961, 12.345, 0.00012345, 1, 2, 3, 4, 123456};
        for (int k = 0; k < values.length; k++) {
            NumberField field = field("W " + (k / 5) + ", " + (k % 5));
            String shown = field.getText();
            Text drawn = new Text(shown);
            drawn.setFont(field.getFont());
            double room =
                    field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
            assertTrue(
                    drawn.getLayoutBounds().getWidth() <= room,
                    () -> shown + " needs " + drawn.getLayoutBounds().getWidth() + " of " + room);
            if (!shown.equals("…")) {
                double read = assertInstanceOf(TypedNumber.Ok.class, TypedNumber.of(shown)).value();
                assertEquals(values[k], read, 0.1 * Math.abs(values[k]), shown);
            } else {
                assertTrue(Math.abs(values[k]) < 1e-3 || Math.abs(values[k]) > 1e3);
            }
        }
    }

    @Test
    void a_field_shows_all_digits_while_it_has_the_focus() throws Exception {
        at.open("W = [-0.8107, 0.8199, -0.9961, 12.345, 0.5; 1, 2, 3, 4, 5]\nL = sum(W)\n");
        at.robot.clickOn(field("W 0, 0"));
        assertEquals("−0.8107", field("W 0, 0").getText());
        at.robot.type(KeyCode.TAB);
        assertEquals("W = [-0.8107", text().substring(0, 12));
    }

    @Test
    void a_step_that_is_none_is_refused_in_words() throws Exception {
        at.open(PROGRAM);
        TextField step = (TextField) at.one(".step-field");
        at.robot.doubleClickOn(step).write("many").type(KeyCode.ENTER);
        at.pulse();
        assertEquals("many", step.getText());
        assertTrue(step.getPseudoClassStates().contains(WRONG));
        String range = Texts.of(Message.of("step.range").with("last", at.state().steps()));
        assertTrue(WindowHarness.texts(at.one(".transport")).contains(range));
        at.robot.type(KeyCode.ESCAPE);
        assertEquals("1", step.getText());
        at.robot.doubleClickOn(step).write("3").type(KeyCode.ENTER).type(KeyCode.RIGHT);
        assertEquals(3, at.step());
        at.dispatch(new Action.ToStart());
    }
}
