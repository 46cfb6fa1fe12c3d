package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.lang.Language;
import dev.backstep.lang.ReadResult;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Size;
import dev.backstep.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ArrangedTest {

    /// The pills of sample 27 stand out below its graph at some steps, not at the last: in some
    /// rooms the last step alone could be read, and in the room of all steps, which is what is
    /// drawn, it cannot.
    @Test
    void what_is_measured_is_what_is_drawn() throws IOException {
        Evaluated run = run(Files.readString(Path.of("samples/27-attention.bs")));
        DetailOption detail = new DetailOption();
        int rooms = 0;
        for (int high = 470; high <= 560; high += 10) {
            PictureOptions look =
                    CommandLine.populateCommand(new PictureOptions(), "--size=900x" + high);
            Arranged finest = Arranged.at(Detail.Level.OPERATIONS, detail, run, look.room());
            int last = finest.w().size() - 1;
            double alone =
                    look.scale(Diagrams.marked(finest.w(), finest.arrangement(), last), finest.w());
            double drawn = look.scale(finest.at(last), finest.w());
            Arranged chosen = Arranged.legible(detail, run, look, "last");
            boolean legible = drawn >= look.leastScale();
            assertEquals(legible, chosen.w().size() == finest.w().size(), "height " + high);
            rooms += alone >= look.leastScale() && !legible ? 1 : 0;
        }
        assertTrue(rooms > 0);
    }

    /// A layout takes most of the time of a command.
    @Test
    void levels_that_draw_the_same_cards_are_laid_out_once() {
        Size room = new Size(200, 200);
        List<Arranged> tried = new ArrayList<>();
        Arranged.legible(new DetailOption(), run("x = 1\ny = x * x\nL = y + y"), room, tried::add);
        assertEquals(0, tried.size());
        Evaluated two = run("x = 1\ny = x * x + x\nL = y + y");
        Arranged.legible(new DetailOption(), two, room, a -> !tried.add(a));
        assertEquals(1, tried.size());
    }

    private static Evaluated run(String program) {
        ReadResult.Ok ok = assertInstanceOf(ReadResult.Ok.class, Language.read(program));
        return Evaluated.of(ok.model(), Story.Grain.NODES);
    }
}
