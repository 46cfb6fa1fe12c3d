package dev.backstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvFiles;
import dev.backstep.data.DataFiles;
import dev.backstep.graph.Detail;
import dev.backstep.graph.Detail.Level;
import dev.backstep.story.Step;
import dev.backstep.story.Story;
import dev.backstep.tensor.Tensor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// One matrix opened into its numbers by itself.
class OpenedTensorTest {

    private static final String PROGRAM =
            """
            param W = [1, 2; 3, 4]
            param b = [0.5; -1]
            X = [1, -1; 0.5, 2]
            Z = W @ X + b
            const y = [1, 0; 0, 1]
            P = softmax(Z)
            loss L = mean(ce(P, y))
            train adam(rate=0.1, l2=0.01)
            """;

    private static State program() {
        Detail all = Detail.of(Level.OPERATIONS);
        return draw(State.of(Optional.empty(), PROGRAM), all);
    }

    private static State draw(State s, Detail detail) {
        return Update.apply(s, new Action.Draw(Optional.of(detail)));
    }

    private static State toggled(State s, String name) {
        ShownProgram shown = shown(s);
        int node = shown.shown(shown.model().names().get(name)).getLast();
        return Update.apply(s, new Unfolding(shown).toggling(node, false));
    }

    private static ShownProgram shown(State s) {
        return s.good().orElseThrow();
    }

    @Test
    void a_matrix_opens_and_its_numbers_fold_again() {
        State opened = toggled(program(), "P");
        assertTrue(shown(opened).detail().opened().contains("P[:]"));
        int cell = shown(opened).shown(shown(opened).model().names().get("P")).getFirst();
        assertEquals("P[0, 0]", shown(opened).walkthrough().labels().plain(cell));
        State folded = Update.apply(opened, new Unfolding(shown(opened)).toggling(cell, false));
        assertEquals(
                shown(program()).walkthrough().drawn().vertexSet(),
                shown(folded).walkthrough().drawn().vertexSet());
        assertTrue(new Unfolding(shown(opened)).folding("P[:]").isPresent());
        assertTrue(new Unfolding(shown(opened)).foldingAround(cell).isPresent());
    }

    @Test
    void every_step_comes_back_to_itself_and_the_matrix_is_at_its_last_number() {
        for (String name : new String[] {"P", "Z", "W", "L"}) {
            for (Story.Grain grain : Story.Grain.values()) {
                State s = Update.apply(program(), new Action.By(grain));
                for (int step = 0; step < s.steps(); step++) {
                    State opened = toggled(Update.apply(s, new Action.Go(step)), name);
                    Step was = shown(s).walkthrough().step(step);
                    Step is = shown(opened).walkthrough().step(opened.view().step());
                    String where = name + ", " + was + ", " + is;
                    assertEquals(was.getClass(), is.getClass(), where);
                    assertEquals(was.node(), shown(opened).origin(is.node()), where);
                    int back = draw(opened, Detail.OPERATIONS).view().step();
                    Step again = shown(s).walkthrough().step(back);
                    assertEquals(was.node(), again.node(), where);
                    boolean whole = shown(opened).shown(was.node()).size() == 1;
                    assertTrue(!whole || was.equals(again), where + ", " + again);
                }
            }
        }
    }

    @Test
    void the_selected_matrix_is_the_joined_one_and_back() {
        State s = program();
        int p = shown(s).model().names().get("P");
        State opened = toggled(Update.apply(s, new Action.Select(OptionalInt.of(p))), "P");
        int joined = opened.view().selected().orElseThrow();
        assertEquals("P", shown(opened).walkthrough().labels().plain(joined));
        assertEquals(OptionalInt.of(p), draw(opened, Detail.OPERATIONS).view().selected());
    }

    @Test
    void an_edit_keeps_it_open_and_its_numbers_follow() {
        State opened = toggled(program(), "P");
        int w = shown(opened).model().names().get("W");
        State edited = Update.apply(opened, new Action.SetLeaf(w, 1, -7));
        assertTrue(shown(edited).detail().opened().contains("P[:]"));
        int whole = shown(edited).shown(w).getLast();
        assertEquals(Tensor.of(2, 2, 1, -7, 3, 4), shown(edited).walkthrough().value(whole));
        State typed =
                Update.apply(
                        edited,
                        Action.Type.of(
                                edited.document().text(),
                                edited.document().text().replace("-7", "8")));
        assertEquals(8, shown(typed).walkthrough().value(whole).at(1));
        assertTrue(shown(typed).opened().isPresent());
    }

    @Test
    void inside_a_folded_line_nothing_is_opened_and_with_the_line_it_is_open_again() {
        State opened = toggled(program(), "Z");
        State folded = draw(opened, shown(opened).detail().fold("Z"));
        assertFalse(shown(folded).opened().isPresent());
        State again = draw(folded, shown(folded).detail().open("Z"));
        assertEquals(shown(opened).walkthrough().drawn(), shown(again).walkthrough().drawn());
    }

    /// 784·128 products are more than 20,000, and the refusal says how many.
    @Test
    void a_matrix_of_too_many_numbers_stays_closed_and_says_so() {
        String large = "param W = zeros(128, 784)\nX = ones(784, 1)\nZ = W @ X\nloss L = sum(Z)";
        State s = draw(State.of(Optional.empty(), large), Detail.OPERATIONS);
        int z = shown(s).model().names().get("Z");
        assertTrue(new Unfolding(shown(s)).refused(z).isPresent());
        State asked = toggled(s, "Z");
        assertFalse(shown(asked).opened().isPresent());
    }

    @Test
    void many_numbers_are_opened_in_the_background() {
        String text = "param A = ones(16, 16)\nB = ones(16, 8)\nZ = A @ B\nL = sum(Z^2)";
        State s = draw(State.of(Optional.empty(), text), Detail.OPERATIONS);
        State asked = toggled(s, "Z");
        assertTrue(asked.unread());
        State opened =
                Update.apply(asked, new Action.Understood(text, Understanding.of(asked, files())));
        assertTrue(shown(opened).opened().isPresent());
        Step was = shown(s).walkthrough().step(0);
        Step is = shown(opened).walkthrough().step(opened.view().step());
        assertEquals(was.node(), shown(opened).origin(is.node()));
    }

    /// What is open belongs to the view: undo takes back the edit and leaves it open.
    @Test
    void undo_and_redo_keep_what_is_open() {
        Session session = new Session(toggled(program(), "P"));
        session.dispatch(new Action.Draw(Optional.of(shown(session.state()).detail().fold("Z"))));
        int w = shown(session.state()).model().names().get("W");
        session.dispatch(new Action.SetLeaf(w, 0, 5));
        Detail detail = shown(session.state()).detail();
        session.undo();
        assertEquals(detail, shown(session.state()).detail());
        assertEquals(PROGRAM, session.state().document().text());
        assertTrue(shown(session.state()).opened().isPresent());
        session.redo();
        assertEquals(detail, shown(session.state()).detail());
        assertTrue(shown(session.state()).opened().isPresent());
    }

    private static DataFiles files() {
        return CsvFiles.in(Path.of("samples"));
    }
}
