package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.ui.kit.NumberField;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Every control of a training edits the text of the program, every edit of the text moves the
/// controls, and undo takes back each edit alone.
class TrainingControlsTest {

    private static final String PROGRAM =
            """
            data moons(samples=100, noise=0.1, test=0.2, seed=42)   # the moons
            yhat = mlp(X, [3, 2, 1], tanh, sigmoid, seed=4)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.1, batch=20, momentum=0.5, l2=0.001, clip=3, epochs=7, seed=9)
            """;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private String text() {
        return at.state().document().text();
    }

    private void openTrain(String text) throws Exception {
        at.open(text);
        at.dispatch(new Action.Switch(Mode.TRAIN));
    }

    private <T extends Node> T control(Class<T> kind, String key) {
        return at.all(n -> kind.isInstance(n) && Texts.of(key).equals(n.getAccessibleText()))
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError(key));
    }

    private NumberField units(int layer) {
        return at.all(
                        n ->
                                n instanceof NumberField
                                        && (Texts.of("net.units") + " " + layer)
                                                .equals(n.getAccessibleText()))
                .map(NumberField.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /// Types a number as a person does.
    private void type(NumberField field, String number) throws Exception {
        at.on(
                () -> {
                    field.requestFocus();
                    field.selectAll();
                    return true;
                });
        at.robot.write(number).type(KeyCode.ENTER);
        at.robot.type(KeyCode.ESCAPE);
    }

    /// What was done gives a program that can be read and trained; undo takes it back whole.
    private void assertGives(String expected, String what) throws Exception {
        assertEquals(expected, text(), what);
        at.await(() -> !at.state().unread());
        assertEquals(List.of(), at.state().problems(), text());
        assertTrue(at.on(() -> at.window().training().canTrain()), text());
        at.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(PROGRAM, text(), what);
    }

    @Test
    void numbers() throws Exception {
        openTrain(PROGRAM);
        String[][] edits = {
            {"data.key.samples", "60", "samples=100", "samples=60"},
            {"data.key.noise", "0.25", "noise=0.1", "noise=0.25"},
            {"data.key.test", "0.5", "test=0.2", "test=0.5"},
            {"data.key.seed", "43", "seed=42", "seed=43"},
            {"net.seed", "5", "seed=4)", "seed=5)"},
            {"train.key.rate", "0.3", "rate=0.1", "rate=0.3"},
            {"train.key.batch", "8", "batch=20", "batch=8"},
            {"train.key.momentum", "0.9", "momentum=0.5", "momentum=0.9"},
            {"train.key.l2", "0.01", "l2=0.001", "l2=0.01"},
            {"train.key.clip", "1", "clip=3", "clip=1"},
            {"train.key.epochs", "8", "epochs=7", "epochs=8"},
            {"train.key.seed", "10", "seed=9", "seed=10"},
        };
        for (String[] edit : edits) {
            NumberField field = control(NumberField.class, edit[0]);
            String before = at.on(field::getText);
            type(field, edit[1]);
            assertEquals(edit[1], at.on(field::getText), edit[0]);
            assertGives(PROGRAM.replace(edit[2], edit[3]), edit[0]);
            assertEquals(before, at.on(field::getText), edit[0]);
        }
    }

    @Test
    void layers_and_choices() throws Exception {
        openTrain(PROGRAM);
        type(units(2), "5");
        assertGives(PROGRAM.replace("[3, 2, 1]", "[3, 5, 1]"), "units");
        click("net.more", 0);
        assertGives(PROGRAM.replace("[3, 2, 1]", "[4, 2, 1]"), "more units");
        click("net.fewer", 1);
        assertGives(PROGRAM.replace("[3, 2, 1]", "[3, 1, 1]"), "fewer units");
        click("net.remove", 0);
        assertGives(PROGRAM.replace("[3, 2, 1]", "[2, 1]"), "a layer fewer");
        fire(
                at.all(n -> n instanceof Button b && b.getText().equals(Texts.of("net.add")))
                        .findFirst()
                        .orElseThrow());
        assertGives(PROGRAM.replace("[3, 2, 1]", "[3, 2, 4, 1]"), "a layer more");
        choose("net.hidden", "relu");
        assertGives(PROGRAM.replace("tanh", "relu"), "hidden");
        choose("train.optimiser", "adam");
        assertGives(PROGRAM.replace("sgd", "adam").replace(" momentum=0.5,", ""), "optimiser");
        at.robot.clickOn(control(ToggleButton.class, "data.circle"));
        assertGives(PROGRAM.replace("moons(", "circle("), "data");
        at.robot.clickOn(control(ToggleButton.class, "data.blobs"));
        assertGives(
                PROGRAM.replace("moons(", "blobs(")
                        .replace("2, 1]", "2, 5]")
                        .replace("sigmoid", "softmax")
                        .replace("bce", "ce"),
                "classes");
    }

    /// Pressing a button by keys leaves the focus on it, so that it can be pressed again.
    @Test
    void a_button_keeps_the_focus_while_keys_press_it() throws Exception {
        openTrain(PROGRAM);
        Node more = button("net.more", 0);
        at.on(
                () -> {
                    more.requestFocus();
                    return true;
                });
        at.robot.type(KeyCode.SPACE).type(KeyCode.SPACE);
        assertEquals(PROGRAM.replace("[3, 2, 1]", "[5, 2, 1]"), text());
        assertEquals(more, at.on(() -> at.stage().getScene().getFocusOwner()));
    }

    @Test
    void the_slider_of_the_rate() throws Exception {
        openTrain(PROGRAM);
        Slider rate = control(Slider.class, "train.key.rate");
        assertEquals(-1, at.on(rate::getValue), 1e-9); // 10⁻¹
        Node thumb = rate.lookup(".thumb");
        at.robot.drag(thumb).moveBy(-20, 0).moveBy(-20, 0).drop();
        String dragged = text();
        double now =
                at.state().program().orElseThrow().model().setup().orElseThrow().optimiser().rate();
        assertTrue(now < 0.1, dragged);
        assertGives(
                PROGRAM.replace("rate=0.1", dragged.replaceAll("(?s).*(rate=[^,]*),.*", "$1")),
                "a drag is one edit");
        assertEquals(-1, at.on(rate::getValue), 1e-9);
    }

    @Test
    void the_text_moves_the_controls() throws Exception {
        openTrain(PROGRAM);
        String other =
                """
                data blobs(samples=50, classes=3, noise=0.3)
                yhat = mlp(X, [7, 3], relu, softmax)
                loss L = mean(ce(yhat, y))
                train rmsprop(rate=0.001, rho=0.8)
                """;
        at.dispatch(Action.Type.of(PROGRAM, other));
        at.await(() -> !at.state().unread());
        assertShows("data.key.samples", "50");
        assertShows("data.key.classes", "3");
        assertShows("data.key.noise", "0.3");
        assertShows("data.key.test", "0.2");
        assertShows("train.key.rate", "0.001");
        assertShows("train.key.rho", "0.8");
        assertShows("train.key.batch", "32");
        assertEquals("7", at.on(() -> units(1).getText()));
        assertEquals("3", at.on(() -> units(2).getText()));
        assertEquals("relu", at.on(() -> control(ComboBox.class, "net.hidden").getValue()));
        assertEquals("softmax", at.on(() -> control(ComboBox.class, "net.output").getValue()));
        assertEquals("rmsprop", at.on(() -> control(ComboBox.class, "train.optimiser").getValue()));
        assertEquals(-3, at.on(() -> control(Slider.class, "train.key.rate").getValue()), 1e-9);
        assertTrue(control(ToggleButton.class, "data.blobs").isSelected());
        assertFalse(control(ToggleButton.class, "data.moons").isSelected());
        assertFalse(control(NumberField.class, "train.key.momentum").getParent().isVisible());
        assertEquals(other, text());
    }

    private void assertShows(String key, String number) throws Exception {
        assertEquals(number, at.on(() -> control(NumberField.class, key).getText()), key);
    }

    private Node button(String key, int which) {
        return at.all(n -> Texts.of(key).equals(n.getAccessibleText())).toList().get(which);
    }

    private void click(String key, int which) throws Exception {
        fire(button(key, which));
    }

    private void fire(Node button) throws Exception {
        does(
                () -> {
                    ((Button) button).fire();
                    return true;
                });
    }

    @SuppressWarnings("unchecked") // the choices are words
    private void choose(String key, String word) throws Exception {
        does(
                () -> {
                    ((ComboBox<String>) control(ComboBox.class, key)).setValue(word);
                    return true;
                });
    }

    private void does(Callable<Boolean> what) throws Exception {
        at.on(what);
        at.pulse();
    }
}
