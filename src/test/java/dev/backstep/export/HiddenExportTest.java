package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Hidden;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.text.Refusal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// While a question is open, what is written of the steps has no number that is hidden.
class HiddenExportTest {

    private static final String PROGRAM =
            "param w = 1.3\nx = 1.7\nz = w * x\nloss L = z^2\ntrain sgd(rate=0.1)";

    /// z = 2.21, L = 4.8841, ∂L/∂z = 2·2.21 = 4.42, ∂L/∂w = 4.42·1.7 = 7.514, w − 0.7514 = 0.5486.
    private static final List<String> FORWARD = List.of("2.21", "4.884");

    private static final List<String> BACKWARD = List.of("4.42", "7.514", "0.5486");

    private final Model model = ((ReadResult.Ok) Language.read(PROGRAM)).model();
    private final Walkthrough w =
            Walkthrough.of(model.graph(), model.output(), model.leaves(), Story.Grain.NODES, false)
                    .followedBy(model.setup().orElseThrow().optimiser());

    private int node(String name) {
        return model.graph().named(name).orElseThrow().id();
    }

    private static String written(BiConsumer<PrintWriter, Integer> step, int steps) {
        StringWriter text = new StringWriter();
        PrintWriter to = new PrintWriter(text);
        for (int i = 0; i < steps; i++) {
            step.accept(to, i);
        }
        to.flush();
        return text.toString();
    }

    private List<String> texts(Hidden hidden) {
        Walkthrough shown = w.hiding(hidden);
        MarkdownWalk markdown = new MarkdownWalk(shown, Numbers.DEFAULT, Bundle.ENGLISH);
        LatexWalk latex = new LatexWalk(shown, Numbers.DEFAULT);
        return List.of(
                written(markdown::one, shown.size()),
                written(latex::one, shown.size()),
                written((to, _) -> markdown.all(to), 1),
                written((to, _) -> latex.all(to), 1));
    }

    private static void has(String text, List<String> numbers, boolean wanted) {
        numbers.forEach(n -> assertEquals(wanted, text.contains(n), n + " in " + text));
    }

    @Test
    void all_is_written_where_nothing_is_hidden() {
        for (String text : texts(Hidden.NONE)) {
            has(text, FORWARD, true);
            has(text, BACKWARD, true);
        }
    }

    @Test
    void a_hidden_gradient_is_in_no_equation() {
        Set<Integer> hidden = Set.of(node("z"), node("w"), node("x"));
        for (String text : texts(new Hidden(Set.of(), hidden))) {
            has(text, FORWARD, true);
            has(text, BACKWARD, false);
        }
    }

    @Test
    void a_hidden_value_is_in_no_equation_nor_is_what_follows_from_it() {
        Set<Integer> all = Set.of(node("z"), node("w"), node("x"), node("L"));
        for (String text : texts(new Hidden(Set.of(node("z"), node("L")), all))) {
            has(text, FORWARD, false);
            has(text, BACKWARD, false);
            assertTrue(text.contains("L"), text);
        }
    }

    @Test
    void json_has_every_number_and_waits_for_the_answer() {
        Walkthrough hiding = w.hiding(new Hidden(Set.of(), Set.of(node("w"))));
        Refusal refusal =
                assertThrows(Refusal.class, () -> new JsonReport(Map.of(), "L", Map.of(), hiding));
        assertFalse(refusal.getMessage().isEmpty());
        assertTrue(refusal.getMessage().contains("answer the question first"));
    }
}
