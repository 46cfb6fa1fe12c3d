package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Frame;
import dev.backstep.train.Snapshot;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.train.Seen;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A network is trained in the window, by keys and clicks.
class TrainingWindowTest extends TrainingHarness {

    @Test
    void a_click_or_keys_lead_to_training_and_back() throws Exception {
        at.open(MOONS);
        Node train =
                at.all(n -> n instanceof ToggleButton b && b.getText().equals("Train"))
                        .findFirst()
                        .orElseThrow();
        at.robot.clickOn(train);
        assertEquals(Mode.TRAIN, at.state().view().mode());
        at.robot.type(KeyCode.RIGHT);
        awaitSteps(1);
        at.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        assertEquals(Mode.EXPLORE, at.state().view().mode());
        int step = at.step();
        at.robot.type(KeyCode.RIGHT);
        assertEquals(step + 1, at.step());
        assertEquals(1, now().snapshot().steps());
        at.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        assertEquals(Mode.TRAIN, at.state().view().mode());
        at.robot.push(KeyCode.CONTROL, KeyCode.L);
        assertEquals(Mode.EXPLORE, at.state().view().mode(), "the program is typed in Explore");
        assertTrue(at.on(() -> at.editor().isFocused()));
    }

    @Test
    void keys_drive_the_run() throws Exception {
        openTrain(MOONS);
        at.robot.type(KeyCode.RIGHT); // while it is still compiled
        awaitSteps(1);
        at.pulse();
        at.await(() -> figures().subList(0, 2).equals(List.of("0", "1/4")));
        at.robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        awaitSteps(4);
        at.robot.push(KeyCode.ALT, KeyCode.RIGHT);
        awaitSteps(44);
        at.robot.type(KeyCode.SPACE);
        awaitFrame(f -> f.state() == Frame.RunState.PLAYING && f.snapshot().steps() > 100);
        at.dispatch(new Action.Switch(Mode.EXPLORE));
        long left = now().snapshot().steps();
        awaitFrame(f -> f.snapshot().steps() > left + 100);
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.robot.type(KeyCode.SPACE);
        awaitFrame(f -> f.state() == Frame.RunState.PAUSED);
        long first = now().generation();
        at.robot.type(KeyCode.R);
        awaitFrame(f -> f.generation() != first && f.snapshot().steps() == 0);
        assertEquals(MOONS, text());
        Tensor weights = now().snapshot().parameters().get("W1");
        at.robot.push(KeyCode.SHIFT, KeyCode.R);
        assertEquals(MOONS.replace("sigmoid)", "sigmoid, seed=2)"), text());
        awaitFrame(f -> !f.snapshot().parameters().get("W1").equals(weights));
        at.robot.push(KeyCode.CONTROL, KeyCode.Z);
        awaitFrame(f -> f.snapshot().parameters().get("W1").equals(weights));
        assertEquals(MOONS, text());
        at.robot.type(KeyCode.COMMA);
        assertEquals(1000, at.on(() -> Seen.pace(at.window().training())));
        at.robot.type(KeyCode.PERIOD);
        assertTrue(Double.isInfinite(at.on(() -> Seen.pace(at.window().training()))));
    }

    /// Space after a click is that of the run: it does not press the button again.
    @Test
    void what_is_clicked_gives_the_keys_back() throws Exception {
        openTrain(MOONS);
        at.robot.clickOn(at.named("Train one batch"));
        awaitSteps(1);
        at.robot.type(KeyCode.RIGHT);
        awaitSteps(2);
        at.robot.clickOn(at.named("Spiral"));
        assertTrue(text().startsWith("data spiral("), text());
        awaitSteps(0);
        at.robot.type(KeyCode.RIGHT);
        awaitSteps(1);
        at.robot.clickOn(button("wires.gradients")).type(KeyCode.SPACE);
        awaitFrame(f -> f.state() == Frame.RunState.PLAYING);
        assertTrue(text().startsWith("data spiral("), text());
    }

    @Test
    void a_rate_adjusts_the_run_and_another_layer_ends_it() throws Exception {
        openTrain(MOONS);
        at.robot.type(KeyCode.SPACE);
        awaitFrame(f -> f.state() == Frame.RunState.PLAYING && f.measured().isPresent());
        long run = now().generation();
        for (String[] key :
                new String[][] {
                    {"rate=0.1", "rate=0.05"}, {"0.05", "0.05, l2=0.01"}, {"l2=", "clip=2, l2="}
                }) {
            type(text().replace(key[0], key[1]));
        }
        awaitFrame(f -> f.snapshot().optimiser().equals(optimiser()));
        assertEquals(run, now().generation());
        assertEquals(Frame.RunState.PLAYING, now().state());
        at.on(
                () -> {
                    button("net.add").fire();
                    return true;
                });
        assertTrue(text().contains("[3, 4, 1]"), text());
        assertTrue(seen().contains(Texts.of("run.other")));
        awaitFrame(f -> f.generation() != run);
        assertEquals(0, now().snapshot().steps());
        assertEquals(Frame.RunState.PAUSED, now().state());
        awaitPainted();
        assertEquals(4, at.on(() -> Seen.network(scene()).orElseThrow().columns().size()));
        at.robot.type(KeyCode.SPACE);
        awaitFrame(f -> f.state() == Frame.RunState.PLAYING);
        type(text().replaceAll("train .*\n", ""));
        assertTrue(seen().contains(Texts.of("run.gone")));
        assertTrue(seen().contains(Texts.of("offer.line")));
        assertEquals(List.of("0", "–", "–", "–", "–"), figures());
        assertTrue(at.on(() -> frame().isEmpty()));
    }

    private Object optimiser() {
        return at.state().program().orElseThrow().model().setup().orElseThrow().optimiser();
    }

    /// A run belongs to the document it was begun for, and is dropped when it comes too late.
    @Test
    void a_run_of_another_document_is_dropped() throws Exception {
        openTrain(MOONS);
        awaitSteps(0);
        at.robot.type(KeyCode.RIGHT);
        awaitSteps(1);
        long run = now().generation();
        String other = MOONS.replace("[3, 1]", "[2, 5, 1]").replace("moons", "xor");
        at.on(
                () -> {
                    at.window().training().togglePlay();
                    at.session().dispatch(new Action.Copy("other", other));
                    Seen.edit(at.window().training(), run, "W1", 7);
                    return true;
                });
        awaitFrame(f -> f.generation() != run);
        Snapshot begun = now().snapshot();
        assertEquals(other, text());
        assertEquals(0, begun.steps());
        assertEquals(2, begun.parameters().get("W1").rows());
        assertNotEquals(7, begun.parameters().get("W1").at(0, 0));
        at.robot.push(KeyCode.CONTROL, KeyCode.Z);
        awaitFrame(f -> f.snapshot().parameters().get("W1").rows() == 3);
        assertEquals(MOONS, text());
        assertEquals(0, now().snapshot().steps());
    }

    @Test
    void what_a_program_lacks_is_offered() throws Exception {
        openTrain(WindowHarness.SAMPLE);
        assertOffers("offer.start");
        take("offer.start");
        at.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(WindowHarness.SAMPLE, text());
        type("");
        assertOffers("offer.start");
        take("offer.start");
        type("data blobs(classes=3)\n");
        assertOffers("offer.network", "offer.start");
        take("offer.network");
        type(MOONS.replaceAll("train .*\n", ""));
        assertOffers("offer.line", "offer.start");
        take("offer.line");
        type(MOONS.replaceAll("data .*\n", ""));
        assertOffers("offer.data", "offer.start");
        take("offer.data");
        type("x = 1\nparam w = 2\nloss L = (w*x - 3)^2\n");
        assertOffers("offer.line", "offer.start");
        take("offer.line");
    }

    private void assertOffers(String... keys) throws Exception {
        at.pulse();
        List<String> told = seen();
        for (String key : List.of("offer.data", "offer.network", "offer.line", "offer.start")) {
            assertEquals(List.of(keys).contains(key), told.contains(Texts.of(key)), key + text());
        }
    }

    /// The program that comes of it can be read, and trains.
    private void take(String key) throws Exception {
        at.robot.clickOn(button(key));
        at.await(() -> !at.state().unread());
        assertEquals(List.of(), at.state().problems(), text());
        assertTrue(at.on(() -> at.window().training().canTrain()), text());
        awaitFrame(f -> true);
        at.robot.type(KeyCode.RIGHT);
        awaitFrame(f -> f.snapshot().steps() == 1);
    }

    @Test
    void the_network_tells_its_numbers_and_takes_others() throws Exception {
        openTrain(MOONS);
        at.robot.type(KeyCode.RIGHT);
        awaitSteps(1);
        awaitPainted();
        at.robot.moveTo(Seen.wire(scene(), 0, 2, 1));
        at.pulse();
        Snapshot s = now().snapshot();
        String told =
                seen().stream().filter(t -> t.startsWith("W1[2, 1] is")).findFirst().orElseThrow();
        for (Tensor t :
                List.of(s.parameters().get("W1"), s.gradients().get("W1"), s.updates().get("W1"))) {
            String number = new ThemedState(at.state(), Theme.LIGHT).numbers().plain(t.at(2, 1));
            assertTrue(told.contains(number), told + " misses " + number);
        }
        at.robot.clickOn(Seen.wire(scene(), 0, 2, 1)).write("0.75").type(KeyCode.ENTER);
        awaitFrame(f -> f.snapshot().parameters().get("W1").at(2, 1) == 0.75);
        assertEquals(1, now().snapshot().steps());
        awaitPainted();
        at.robot.clickOn(Seen.unit(scene(), 1, 0));
        at.pulse();
        assertTrue(seen().contains("UNIT"));
        at.robot.clickOn(Seen.unit(scene(), 1, 0));
        at.pulse();
        assertFalse(seen().contains("UNIT"));
        at.robot.clickOn(Seen.unit(scene(), 1, 2));
        at.robot.type(KeyCode.G);
        at.await(() -> Seen.network(scene()).orElseThrow().shows() == Shows.GRADIENTS);
        at.robot.type(KeyCode.W);
        at.await(() -> Seen.network(scene()).orElseThrow().shows() == Shows.WEIGHTS);
        type(MOONS.replace("[3, 1]", "[2, 1]"));
        awaitFrame(f -> f.snapshot().parameters().get("W1").rows() == 2);
        awaitPainted();
        assertFalse(seen().contains("UNIT"), "the unit that was shown is gone");
    }

    @Test
    void a_run_that_overflows_stops_and_says_where() throws Exception {
        openTrain(new SampleProgram("26-exploding.bs").text());
        at.robot.type(KeyCode.SPACE);
        awaitFrame(f -> f.state() == Frame.RunState.STOPPED);
        awaitPainted();
        String why = Texts.of(now().snapshot().failure().orElseThrow().sentence());
        assertTrue(seen().stream().anyMatch(t -> t.contains(why)), () -> why);
        long steps = now().snapshot().steps();
        at.robot.type(KeyCode.SPACE).type(KeyCode.RIGHT);
        awaitFrame(f -> f.state() == Frame.RunState.STOPPED && f.snapshot().steps() == steps);
        at.robot.type(KeyCode.R);
        awaitSteps(0);
    }
}
