package dev.backstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.CsvFiles;
import dev.backstep.data.DataFiles;
import dev.backstep.graph.Detail;
import dev.backstep.graph.Detail.Level;
import dev.backstep.graph.Unrolled;
import dev.backstep.story.Step;
import dev.backstep.story.Story;
import dev.backstep.story.Updates;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Every matrix opened into its numbers.
class ScalarsTest {

    private static final String PROGRAM =
            """
            param W = [1, 2; 3, 4]
            param b = [0.5; -1]
            X = [1, -1; 0.5, 2]
            Z = W @ X + b
            const y = [1, 0; 0, 1]
            P = softmax(Z)
            loss L = mean(ce(P, y))
            train adam(rate=0.1, l2=0.01, clip=0.5)
            """;

    private static State program() {
        return draw(State.of(Optional.empty(), PROGRAM), Level.OPERATIONS);
    }

    private static State draw(State s, Level level) {
        return Update.apply(s, new Action.Draw(Optional.of(Detail.of(level))));
    }

    private static ShownProgram shown(State s) {
        return s.good().orElseThrow();
    }

    @Test
    void every_step_comes_back_to_itself_and_a_matrix_is_at_its_last_number() {
        for (Story.Grain grain : Story.Grain.values()) {
            State s = Update.apply(program(), new Action.By(grain));
            for (int step = 0; step < s.steps(); step++) {
                State there = Update.apply(s, new Action.Go(step));
                State opened = draw(there, Level.SCALARS);
                Step was = shown(s).walkthrough().step(step);
                Step is = shown(opened).walkthrough().step(opened.view().step());
                assertEquals(was.getClass(), is.getClass());
                assertEquals(was.node(), shown(opened).origin(is.node()));
                int back = draw(opened, Level.OPERATIONS).view().step();
                assertEquals(
                        was.node(), shown(s).walkthrough().step(back).node(), grain + " " + step);
            }
        }
    }

    @Test
    void the_selected_matrix_is_its_last_number_and_back() {
        State s = program();
        int z = shown(s).model().names().get("Z");
        State opened = draw(Update.apply(s, new Action.Select(OptionalInt.of(z))), Level.SCALARS);
        int cell = opened.view().selected().orElseThrow();
        assertEquals("Z[1, 1]", shown(opened).walkthrough().labels().plain(cell));
        assertEquals(OptionalInt.of(z), draw(opened, Level.OPERATIONS).view().selected());
    }

    @Test
    void an_edited_element_is_the_number_and_the_text() {
        State opened = draw(program(), Level.SCALARS);
        int w = shown(opened).model().names().get("W");
        State edited = Update.apply(opened, new Action.SetLeaf(w, 1, -7));
        assertTrue(edited.document().text().startsWith("param W = [1, -7; 3, 4]"));
        int cell = shown(edited).shown(w).get(1);
        assertEquals(Tensor.scalar(-7), shown(edited).walkthrough().value(cell));
        assertEquals(Level.SCALARS, shown(edited).detail().level());
        State typed =
                Update.apply(
                        edited,
                        Action.Type.of(
                                edited.document().text(),
                                edited.document().text().replace("-7", "8")));
        assertEquals(Tensor.scalar(8), shown(typed).walkthrough().value(cell));
    }

    /// Clipping takes the norm of all gradients, the penalty leaves biases alone, and Adam
    /// remembers each number by itself.
    @Test
    void each_number_of_a_parameter_moves_as_in_its_matrix() {
        ShownProgram opened = shown(draw(program(), Level.SCALARS));
        Updates whole = opened.whole().updates().orElseThrow();
        Walkthrough w = opened.walkthrough();
        Updates numbers = w.updates().orElseThrow();
        for (int p : whole.parameters()) {
            Tensor after = whole.of(p).after();
            for (int k = 0; k < after.size(); k++) {
                int cell = opened.shown(p).get(k);
                assertEquals(after.at(k), numbers.of(cell).after().item(), 1e-12);
            }
        }
        assertEquals(6, numbers.parameters().size());
    }

    @Test
    void too_many_numbers_are_drawn_as_operations() {
        String large = "param W = zeros(128, 784)\nX = ones(784, 1)\nloss L = sum(W @ X)";
        State s = draw(State.of(Optional.empty(), large), Level.SCALARS);
        assertEquals(Level.OPERATIONS, shown(s).detail().level());
        assertTrue(Unrolled.refusal(shown(s).model().graph()).isPresent());
    }

    /// 16 sums of 16 products and so on: some thousand cards, at the same moment when they are
    /// there.
    @Test
    void many_numbers_are_opened_in_the_background() {
        String text = "param A = ones(16, 16)\nB = ones(16, 8)\nZ = A @ B\nL = sum(Z^2)";
        State s = State.of(Optional.empty(), text);
        State there = Update.apply(s, new Action.Forward());
        State asked = draw(there, Level.SCALARS);
        assertTrue(asked.unread());
        assertEquals(Level.OPERATIONS, shown(asked).detail().level());
        State opened =
                Update.apply(asked, new Action.Understood(text, Understanding.of(asked, files())));
        assertEquals(Level.SCALARS, shown(opened).detail().level());
        Step was = shown(there).walkthrough().step(there.view().step());
        Step is = shown(opened).walkthrough().step(opened.view().step());
        assertEquals(was.node(), shown(opened).origin(is.node()));
        State typed = Update.apply(opened, Action.Type.of(text, text + "\nM = 1"));
        assertTrue(typed.unread());
    }

    private static DataFiles files() {
        return CsvFiles.in(Path.of("samples"));
    }

    @Test
    void lines_are_folded_among_numbers_too() {
        State opened = draw(program(), Level.SCALARS);
        int before = shown(opened).walkthrough().drawn().vertexSet().size();
        Detail folded = Detail.of(Level.SCALARS).fold("P");
        State fewer = Update.apply(opened, new Action.Draw(Optional.of(folded)));
        int after = shown(fewer).walkthrough().drawn().vertexSet().size();
        assertTrue(after < before, after + " of " + before);
    }
}
