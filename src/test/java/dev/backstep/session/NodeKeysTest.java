package dev.backstep.session;

import static dev.backstep.session.Programs.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodeKeysTest {

    private static List<String> keys(String text) {
        ShownProgram good = good(opened(text));
        return IntStream.range(0, good.model().graph().size()).mapToObj(good.keys()::key).toList();
    }

    @Test
    void named_nodes_have_their_names_and_others_what_they_compute() {
        assertEquals(
                List.of(
                        "x",
                        "y",
                        "=pow(x,)",
                        "=mul(#,x,).0",
                        "=mul(#,x,)",
                        "=mul(=mul(#,x,),y,)",
                        "L"),
                keys(SAMPLE));
    }

    @Test
    void changing_a_number_changes_no_key() {
        assertEquals(keys(SAMPLE), keys(SAMPLE.replace("2*x", "17*x")));
    }

    @Test
    void what_stands_twice_has_two_keys() {
        List<String> keys = keys("x = 1\nL = 2*x + 3*x + exp(x) + exp(x)");
        assertEquals(keys.size(), new HashSet<>(keys).size(), keys.toString());
    }

    @Test
    void keys_of_long_expressions_stay_short_and_apart() {
        List<String> keys = keys("x = 1\nL = x" + " + x*x".repeat(500));
        assertEquals(keys.size(), new HashSet<>(keys).size());
        assertTrue(keys.stream().allMatch(k -> k.length() < 120));
    }

    @Test
    void a_key_finds_its_node() {
        ShownProgram good = good(opened(SAMPLE));
        for (int id = 0; id < good.model().graph().size(); id++) {
            assertEquals(id, good.keys().node(good.keys().key(id)).orElseThrow());
        }
        assertTrue(good.keys().node("nobody").isEmpty());
    }
}
