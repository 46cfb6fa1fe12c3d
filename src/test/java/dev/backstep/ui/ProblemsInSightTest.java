package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.State;
import dev.backstep.ui.kit.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong is to be seen wherever one looks.
class ProblemsInSightTest {

    private static final String WRONG = "x = 1\nL = x * zz\n";

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir Path folder;

    private Button badge() {
        return (Button) at.one(".problem-badge");
    }

    private Button vacant() {
        return (Button) at.one(".vacant");
    }

    @Test
    void a_problem_in_a_folded_side_is_told_above_and_a_click_leads_to_it() throws Exception {
        at.open(WindowHarness.SAMPLE, 1000, 640);
        assertFalse(badge().isVisible());
        assertFalse(at.isShown(".side-left"));
        at.dispatch(Action.Type.of(WindowHarness.SAMPLE, WRONG));
        assertTrue(badge().isVisible());
        assertEquals("1 problem", badge().getText());
        at.robot.clickOn(badge());
        at.pulse();
        assertTrue(at.isShown(".side-left"));
        assertEquals(WRONG.indexOf("zz"), at.on(() -> at.editor().getCaretPosition()));
        assertSame(at.editor(), at.on(() -> at.stage().getScene().getFocusOwner()));
        at.dispatch(Action.Type.of(WRONG, WRONG.replace("zz", "x")));
        assertFalse(badge().isVisible());
    }

    @Test
    void where_there_is_no_graph_the_paper_says_why() throws Exception {
        at.open(WRONG);
        assertTrue(vacant().isVisible());
        assertEquals("No graph yet: 2:9: unknown name zz", vacant().getText());
        at.dispatch(new Action.New());
        assertEquals(Texts.of("program.hint"), vacant().getText());
        assertFalse(badge().isVisible());
        at.dispatch(Action.Type.of("", "x = 1\nL = x\n"));
        assertFalse(vacant().isVisible());
        at.dispatch(Action.Type.of("x = 1\nL = x\n", WRONG));
        assertFalse(vacant().isVisible());
    }

    @Test
    void a_file_of_samples_is_read_again_when_the_window_is_come_back_to() throws Exception {
        Path samples = Files.writeString(folder.resolve("a.csv"), "1,0\n2,1\n");
        String text = "data csv(\"a.csv\", label=2, test=0)\nL = sum(X)\n";
        at.open(State.of(Optional.of(folder.resolve("a.bs")), text), 1440, 900);
        Files.writeString(samples, "1,0\ntwo,1\n3,0\n");
        at.on(
                () -> {
                    at.window().focused(true);
                    return true;
                });
        at.await(() -> badge().isVisible());
        assertEquals(
                "a.csv, line 2: column 1 is 'two', not a number",
                Texts.of(at.state().problems().getFirst().message()));
    }

    @Test
    void a_file_of_samples_is_looked_for_where_the_program_is_saved() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "1,0\n2,1\n");
        Path elsewhere = Files.createDirectory(folder.resolve("b"));
        Files.writeString(elsewhere.resolve("a.csv"), "1,0\n");
        String text = "data csv(\"a.csv\", label=2, test=0)\nL = sum(X)\n";
        at.open(State.of(Optional.of(folder.resolve("a.bs")), text), 1440, 900);
        at.on(
                () -> {
                    at.window().files().save(elsewhere.resolve("a.bs"));
                    return true;
                });
        at.await(() -> at.state().good().orElseThrow().model().leaf(at.node("X")).size() == 1);
        assertTrue(at.state().isCurrent());
    }
}
