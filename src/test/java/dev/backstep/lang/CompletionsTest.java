package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.text.Bundle;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a text offers at the place of `|`.
class CompletionsTest {

    private static final String LAYER =
            "a_low = 1\nlayer(X, W) = {  # dense\n  Zed = W @ X\n  |\n}\nzulu = 2\n";

    @Test
    void names_above_come_before_the_language() {
        assertEquals(
                List.of("layer", "log", "leaky_relu", "loss"),
                names("layer(X) = X\nlow(\n)\nL = l|").stream()
                        .filter(
                                n ->
                                        !n.startsWith("ln")
                                                && !n.startsWith("log_")
                                                && !n.startsWith("logs"))
                        .toList());
        assertEquals("a_low", names(LAYER.replace("|", "") + "y = a|").getFirst());
        assertTrue(names("y = |\nlater = 2").stream().noneMatch("later"::equals));
    }

    @Test
    void a_body_has_its_operands_and_what_it_names_above() {
        assertEquals(List.of("Zed", "X", "W", "a_low"), names(LAYER).subList(0, 4));
        assertTrue(names(LAYER).stream().noneMatch("zulu"::equals));
    }

    @Test
    void a_function_says_how_it_is_called_and_what_it_does() {
        Completion.Proposal own = at(LAYER.replace("|", "") + "y = lay|").proposals().getFirst();
        assertEquals("layer(X, W)", own.code());
        assertEquals("dense", Bundle.ENGLISH.say(own.meaning()));
        Completion.Proposal known = at("y = leak|").proposals().getFirst();
        assertEquals("leaky_relu(x, slope=0.01)", known.code());
        assertEquals(4, at("y = leak|").from());
    }

    private static List<String> names(String text) {
        return at(text).proposals().stream().map(Completion.Proposal::name).toList();
    }

    private static Completion at(String text) {
        int at = text.indexOf('|');
        return Completion.at(text.replace("|", ""), at);
    }
}
