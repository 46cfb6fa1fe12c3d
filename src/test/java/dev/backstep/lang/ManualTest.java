package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.Datasets;
import dev.backstep.text.Bundle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ManualTest {

    private static List<Manual.Entry> all() {
        return Arrays.stream(Manual.Chapter.values()).flatMap(g -> Manual.of(g).stream()).toList();
    }

    @Test
    void no_function_is_left_out() {
        TreeSet<String> missing = new TreeSet<>(FunctionTable.names());
        missing.addAll(
                List.of(Mlp.NAME, "csv", "rule", "points", "sgd", "adam", "adamw", "rmsprop"));
        for (Datasets set : Datasets.values()) {
            missing.add(set.name().toLowerCase(Locale.ROOT));
        }
        missing.removeAll(
                all().stream().map(e -> e.code().split("\\(")[0]).collect(Collectors.toSet()));
        assertEquals(new TreeSet<String>(), missing);
    }

    @Test
    void every_group_has_rows_and_every_row_one_line() {
        for (Manual.Chapter group : Manual.Chapter.values()) {
            assertTrue(!Manual.of(group).isEmpty(), group.name());
        }
        for (Manual.Entry e : all()) {
            String meaning = Bundle.ENGLISH.say(e.meaning());
            assertTrue(!meaning.isBlank() && meaning.length() <= 80, meaning);
        }
    }

    @Test
    void calls_are_told_with_their_defaults() {
        assertTrue(
                Manual.of(Manual.Chapter.ELEMENTS).stream()
                        .anyMatch(e -> e.code().equals("leaky_relu(x, slope=0.01)")));
    }

    @Test
    void every_example_is_a_program() {
        for (String example : Manual.examples()) {
            assertInstanceOf(ReadResult.Ok.class, Language.read(example), example);
        }
    }
}
