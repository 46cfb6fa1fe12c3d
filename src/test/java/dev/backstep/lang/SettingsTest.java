package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `set mistake = NAME`: what is wrong with it, and how it is printed and completed.
class SettingsTest {

    private static void says(String program, String problem) {
        ReadResult read = Language.read(program);
        String found =
                read instanceof ReadResult.Problems(List<Problem> problems)
                        ? problems.stream()
                                .map(p -> p.at("f", program).substring(2))
                                .collect(Collectors.joining("; "))
                        : "nothing";
        assertEquals(problem, found);
    }

    @Test
    void problems_of_a_mistake_are_located_with_the_nearest_name_or_all() {
        says(
                "set mistake = sign\nset mistake = sign\nx = 1",
                "2:5: mistake is set twice (take out one of the two)");
        says(
                "x = 1\nset mistake = overwrit",
                "2:15: there is no mistake called overwrit (did you mean overwrite?)");
        says(
                "x = 1\nset mistake = 2*x",
                "2:15: there is no mistake called 2*x (known: overwrite, no_zero, no_slope,"
                        + " no_transpose, no_mean, sign, early_update)");
        says("x = 1\nset mistak = sign", "2:5: unknown setting mistak (did you mean mistake?)");
        says("x = 1\nset qqq = sign", "2:5: unknown setting qqq (known: relu0, mistake)");
    }

    @Test
    void a_mistake_is_printed() {
        String text = "set mistake = no_slope\nx = 1\nL = tanh(x)\n";
        String printed = ProgramText.of(ProgramTextTest.read(text));
        assertEquals("set mistake = no_slope", printed.lines().findFirst().orElse(""));
        assertEquals(printed, ProgramText.of(ProgramTextTest.read(printed)));
    }

    @Test
    void mistakes_are_completed() {
        assertEquals(List.of("relu0", "mistake"), proposed("x = 1\nset "));
        assertEquals(List.of("mistake"), proposed("x = 1\nset mi"));
        assertEquals(
                List.of("no_zero", "no_slope", "no_transpose", "no_mean"),
                proposed("set mistake = no"));
        assertEquals(7, proposed("set  mistake=").size());
    }

    private static List<String> proposed(String text) {
        return Completion.at(text, text.length()).proposals().stream()
                .map(Completion.Proposal::name)
                .toList();
    }
}
