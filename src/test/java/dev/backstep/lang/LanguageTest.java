package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.*;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.Trace;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LanguageTest {

    /// ∂L/∂x = 2x + 2y = 10 and ∂L/∂y = 2x = 2 at x = 1, y = 4.
    @Test
    void the_sample_gives_the_numbers_of_the_lecture() throws Exception {
        var ok =
                (ReadResult.Ok)
                        Language.read(Files.readString(Path.of("samples/04-x2-plus-2xy.bs")));
        Model m = ok.model();
        Adjoint a = Adjoint.of(m.graph(), m.output());
        Trace t = Trace.of(a.graph(), m.leaves());
        assertEquals(9, t.value(m.output()).item());
        assertEquals(10, t.value(a.gradients().get(m.names().get("x"))).item());
        assertEquals(2, t.value(a.gradients().get(m.names().get("y"))).item());
    }

    @Test
    void a_missing_product_sign_gets_a_hint() {
        var wrong = (ReadResult.Problems) Language.read("x = 1\nL = 2x");
        assertTrue(wrong.problems().getFirst().at("f", "x = 1\nL = 2x").contains("write 2*x"));
    }

    @Test
    void a_problem_and_its_hint_are_said_in_every_language() {
        var wrong = (ReadResult.Problems) Language.read("x = 1\nL = 2x");
        Message sentence = wrong.problems().getFirst().sentence();
        assertEquals("a product needs its sign (write 2*x)", Bundle.ENGLISH.say(sentence));
        assertEquals("乘积需要乘号（写作 2*x）", Bundle.in(Locale.SIMPLIFIED_CHINESE).say(sentence));
    }

    @Test
    void every_function_has_a_meaning() {
        FunctionTable.names().stream()
                .filter(name -> !Set.of(Gradients.NAME, FileMatrices.NAME).contains(name))
                .forEach(
                        name -> {
                            Function function = FunctionTable.get(name);
                            String operands =
                                    String.join(
                                            ", ",
                                            List.of("A", "B")
                                                    .subList(0, function.operands().size()));
                            String numbers =
                                    function.required().isEmpty()
                                            ? ""
                                            : (function.operands().isEmpty() ? "" : ", ")
                                                    + String.join(
                                                            ", ",
                                                            Collections.nCopies(
                                                                    function.required().size(),
                                                                    "2"));
                            String text =
                                    "A = [0.1, 0.2; 0.3, 0.4]\nB = [0.5, 0.6; 0.5, 0.4]\nz = %s(%s%s)\nloss L = sum(z)\n"
                                            .formatted(name, operands, numbers);
                            assertInstanceOf(ReadResult.Ok.class, Language.read(text), text);
                        });
    }
}
