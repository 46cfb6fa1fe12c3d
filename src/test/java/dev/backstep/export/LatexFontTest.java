package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Programs;
import dev.backstep.layout.Size;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A document for LaTeX says that a font has to be set where the usual ones lack its letters, which
/// would be left out without a word.
class LatexFontTest {

    private static final String SAID = "\\setmainfont{Noto Serif CJK SC}";

    private static String written(Consumer<PrintWriter> document) {
        StringWriter text = new StringWriter();
        document.accept(new PrintWriter(text));
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"变量, true", "вес, true", "W_вес, true", "α, false", "é, false", "w, false"})
    void a_font_is_asked_for_where_letters_need_one(String name, boolean asked) {
        var model = Programs.model("x = 2\n" + name + " = x^2\nL = 3 * " + name + "\n");
        Walkthrough w = Walkthroughs.of(model, Story.Grain.NODES);
        var places = Arrangements.in(new Size(900, 600), w, FormulaPainter::measure);
        String walk = written(to -> new LatexWalk(w, Numbers.DEFAULT).all(to));
        String graph = written(to -> new TikzGraph(Diagrams.marked(w, places, 0)).write(to));
        assertEquals(asked, walk.contains(SAID), walk);
        assertEquals(asked, graph.contains(SAID), graph);
    }
}
