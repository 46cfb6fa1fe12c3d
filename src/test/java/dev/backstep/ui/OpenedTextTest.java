package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.LineEnd;
import dev.backstep.store.SessionSnapshot;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Where the editor stands in a text just opened.
class OpenedTextTest {

    private static final String LONG =
            IntStream.range(0, 400)
                    .mapToObj(i -> "x" + i + " = " + i + "\n")
                    .collect(Collectors.joining("", "", "L = x0\n"));

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private void assertAtTheBeginning() throws Exception {
        at.await(() -> !at.state().unread());
        at.pulse();
        at.pulse();
        assertEquals(0, at.on(() -> at.editor().getCaretPosition()));
        assertEquals(0, at.on(() -> at.editor().firstVisibleParToAllParIndex()));
    }

    private void openLong() throws Exception {
        at.dispatch(new Action.Open(Optional.empty(), LONG, LineEnd.LF));
    }

    @Test
    void the_first_text_stands_at_its_beginning() throws Exception {
        at.open(LONG);
        assertAtTheBeginning();
        at.open(SessionSnapshot.of(at.state()).restored(), 1440, 900);
        assertAtTheBeginning();
    }

    @Test
    void a_text_opened_later_and_one_brought_back_stand_at_their_beginning() throws Exception {
        at.open(WindowHarness.SAMPLE);
        at.robot.push(KeyCode.CONTROL, KeyCode.L).push(KeyCode.CONTROL, KeyCode.END);
        openLong();
        assertAtTheBeginning();
        at.robot.push(KeyCode.CONTROL, KeyCode.END);
        assertTrue(at.on(() -> at.editor().getCaretPosition()) > 1_000);
        at.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(WindowHarness.SAMPLE, at.state().document().text());
        assertAtTheBeginning();
    }
}
