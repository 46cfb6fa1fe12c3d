package dev.backstep.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lesson.Inline;
import dev.backstep.lesson.Lesson;
import dev.backstep.lesson.TextBlock;
import dev.backstep.store.LessonFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the parts of a formula stand.
class FormulaPartTest {

    private static List<String> tex(String formula) {
        return FormulaPart.of(formula, false).stream().map(p -> p.tex().strip()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a=x^2; a,=,x^2",
                "c=b\\cdot y; c,=,b,\\cdot,y",
                "\\frac{a}{b}+c; \\frac{a}{b},+,c",
                "W^{[1]}X+b^{[1]}; W^{[1]},X,+,b^{[1]}",
                "\\hat y_k-y; \\hat y_k,-,y",
                "f'(x); f',(,x,)",
                "\\left(x\\right)^2y; \\left(x\\right)^2,y",
                "W\\leftarrow V; W,\\leftarrow,V",
                "\\underbrace{a}_{b}c; \\underbrace{a}_{b},c",
                "\\begin{cases}x&y\\end{cases}z; \\begin{cases}x&y\\end{cases},z",
                "\\mathrm{ReLU}(t); \\mathrm{ReLU},(,t,)"
            })
    void what_stands_side_by_side(String formula, String parts) {
        assertEquals(
                List.of(parts.split(",")),
                tex(formula).stream().filter(p -> !p.isEmpty()).toList());
    }

    @Test
    void the_parts_cover_the_formula_from_left_to_right() {
        List<FormulaPart> parts = FormulaPart.of("a = x^2 + b", false);
        assertEquals(0, parts.getFirst().from());
        assertEquals(1, parts.getLast().to(), 1e-9);
        for (int i = 1; i < parts.size(); i++) {
            assertEquals(parts.get(i - 1).to(), parts.get(i).from());
            assertTrue(parts.get(i).to() >= parts.get(i).from());
        }
    }

    /// Also half a formula, which a lesson of a stranger may hold.
    @ParameterizedTest
    @ValueSource(strings = {"", "\\", "a_", "\\hat", "\\left(", "}", "{", "\\frac{a}", "x^"})
    void no_formula_is_too_broken(String formula) {
        assertEquals(formula.strip(), String.join("", tex(formula)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lecture-3.md", "training.zh.md"})
    void the_formulas_of_the_lessons_are_put_together_again(String file) throws Exception {
        Path folder = Path.of("samples");
        Lesson lesson =
                Lesson.parse(Files.readString(folder.resolve(file)), new LessonFolder(folder))
                        .lesson();
        lesson.stops().stream()
                .flatMap(s -> s.blocks().stream())
                .filter(TextBlock.Paragraph.class::isInstance)
                .flatMap(b -> ((TextBlock.Paragraph) b).words().stream())
                .filter(Inline.Math.class::isInstance)
                .map(m -> ((Inline.Math) m).tex())
                .forEach(
                        tex ->
                                assertEquals(
                                        tex,
                                        FormulaPart.of(tex, false).stream()
                                                .map(FormulaPart::tex)
                                                .collect(Collectors.joining())));
    }
}
