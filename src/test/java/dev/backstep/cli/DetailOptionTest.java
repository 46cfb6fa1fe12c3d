package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `--detail`, `--fold` and `--open`.
class DetailOptionTest {

    private static final String MLP = "samples/13-mlp-3-layers.bs";
    private static final String SPIRAL = "samples/20-spiral.bs";

    @Test
    void a_line_of_the_program_is_one_step_forward_and_one_backward() {
        Ran ran = Ran.command("trace", MLP, "--detail", "statements");
        assertEquals(0, ran.exit(), ran.err());
        assertTrue(ran.out().contains("→ Z[2] is W[2] @ a[1] + b[2]: "), ran.out());
        assertTrue(
                ran.out().contains("upstream · a[1]ᵀ = (2×2)·(2×3) = 2×3 downstream to W[2]"),
                ran.out());
        assertEquals(15, ran.out().lines().count());
    }

    /// What is handed to a named node by a line is what its operations hand to it.
    @Test
    void what_a_folded_step_hands_on_is_that_of_the_steps_inside() throws Exception {
        Map<String, Set<JsonNode>> operations = handed("operations");
        Map<String, Set<JsonNode>> statements = handed("statements");
        assertEquals(12, statements.size()); // all but L, X and y
        statements.forEach((to, values) -> assertEquals(operations.get(to), values, to));
    }

    private static Map<String, Set<JsonNode>> handed(String level) throws Exception {
        Ran ran = Ran.command("trace", MLP, "--json", "--detail", level);
        Map<String, Set<JsonNode>> handed = new HashMap<>();
        for (JsonNode step : new ObjectMapper().readTree(ran.out()).path("steps")) {
            step.path("flows")
                    .forEach(
                            flow -> {
                                if (flow.path("to").isTextual()) {
                                    handed.computeIfAbsent(
                                                    flow.path("to").asText(), _ -> new HashSet<>())
                                            .add(flow.path("downstream"));
                                }
                            });
        }
        return handed;
    }

    /// z₀₀ = 1·1 + 2·0 + 3·2 = 7 of 09: two of its three products and two sums, by name.
    @Test
    void scalars_are_the_numbers_of_matrices() {
        String steps = Ran.command("trace", "samples/09-matmul.bs", "--detail", "scalars").out();
        assertTrue(steps.contains("→ a is w₀₀ times x₀₀: 1 · 1 = 1."), steps);
        assertTrue(steps.contains("→ z₀₀ is d plus c: 1 + 6 = 7."), steps);
        String json =
                Ran.command("trace", "samples/09-matmul.bs", "--detail", "scalars", "--json").out();
        assertTrue(json.contains("\"w[0, 0]\""), json);
    }

    /// 128·784 + 784 numbers, 128·784 products, 128·783 sums of the product and 127 of L.
    @Test
    void too_many_numbers_are_refused_with_their_number(@TempDir Path folder) throws Exception {
        Path large = folder.resolve("large.bs");
        Files.writeString(large, "W = ones(128, 784)\nX = ones(784, 1)\nL = sum(W @ X)\n");
        Ran ran = Ran.command("trace", large.toString(), "--detail", "scalars");
        assertEquals(2, ran.exit());
        assertEquals(
                "--detail scalars: opened into its numbers, the graph would have 301,839 nodes; up to"
                        + " 20,000 are shown\n",
                ran.err());
        assertEquals("", ran.out());
    }

    /// Of three layers of 3 operations each, all but the second are one step.
    @Test
    void single_groups_are_opened_and_folded() {
        String opened =
                Ran.command("trace", SPIRAL, "--detail", "layers", "--open", "Layer 2").out();
        assertTrue(opened.contains("→ Layer 1 computes a[1] from X"), opened);
        assertTrue(opened.contains("→ Z[2] is W[2] @ a[1] + b[2]"), opened);
        String folded = Ran.command("trace", SPIRAL, "--fold", "Layer 2,Layer 3").out();
        assertTrue(folded.contains("→ Layer 2 computes a[2] from a[1]"), folded);
        assertTrue(folded.contains("→ Layer 3 computes"), folded);
        assertTrue(folded.contains("is the matrix product of W[1] and X"), folded);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--detail words | --detail words: the levels are layers, statements, operations, scalars",
                "--fold nope | --fold nope: there is no group and no computed line of that name; there are Layer 1, Z1, a1, Layer 2, Z2, a2, Layer 3, Z3, a3, yhat, L",
                "--open nope | --open nope: there is no group and no matrix of that name; there are Layer 1, Z1, a1, Layer 2, Z2, a2, Layer 3, Z3, a3, yhat, L, X, y, W1, b1, c, W2, b2, d, W3, f, g",
            })
    void an_unknown_level_or_name_is_refused_with_the_known_ones(String options, String why) {
        String[] words = options.split(" ");
        Ran ran = Ran.command("trace", SPIRAL, words[0], words[1]);
        assertEquals(2, ran.exit());
        assertEquals(why + "\n", ran.err());
        assertEquals("", ran.out());
    }

    /// z = w x of 2×3 and 3×4: 6 + 12 numbers are gathered, 8·3 products and 8·2 sums are taken, 2
    /// rows and then z joined, and L is their product: 62 steps forward.
    @Test
    void a_matrix_is_opened_by_its_name_and_the_others_stay_whole() throws Exception {
        Ran ran = Ran.command("trace", "samples/09-matmul.bs", "--open", "z", "--json");
        assertEquals(0, ran.exit(), ran.err());
        JsonNode steps = new ObjectMapper().readTree(ran.out()).path("steps");
        Map<String, JsonNode> values = new HashMap<>();
        int forward = 0;
        for (JsonNode step : steps) {
            if (step.path("phase").asText().equals("forward")) {
                forward++;
                values.put(step.path("node").asText(), step.path("value"));
            }
        }
        assertEquals(62, forward);
        assertEquals(7, values.get("z[0, 0]").asDouble());
        assertEquals(2, values.get("z").size());
    }

    /// What is opened twice is opened further: a line into operations, then its last matrix into
    /// numbers.
    @Test
    void a_line_that_is_open_opens_its_matrix() {
        String once = Ran.command("trace", MLP, "--detail", "statements", "--open", "Z2").out();
        assertTrue(once.contains("is the matrix product of W[2] and a[1]"), once);
        assertTrue(once.lines().noneMatch(l -> l.contains("side by side")), once);
        String twice = Ran.command("trace", MLP, "--detail", "statements", "--open", "Z2,Z2").out();
        assertTrue(twice.contains("→ Z[2]₀₀ is "), twice);
    }

    @Test
    void too_many_numbers_of_a_matrix_are_refused_with_their_number(@TempDir Path folder)
            throws Exception {
        Path large = folder.resolve("large.bs");
        Files.writeString(large, "W = ones(128, 784)\nX = ones(784, 1)\nZ = W @ X\nL = sum(Z)\n");
        Ran ran = Ran.command("trace", large.toString(), "--open", "Z");
        assertEquals(2, ran.exit());
        assertTrue(ran.err().startsWith("--open Z: opened into its numbers, the graph would have"));
        assertEquals("", ran.out());
    }

    /// A mistake is made where the gradients of whole matrices meet: number by number it would be
    /// another one, so nothing is opened then.
    @Test
    void with_a_mistake_no_matrix_is_opened() {
        String program = "W = [1, 2; 3, 4]\nZ = W @ W\nL = sum(Z)\nset mistake = overwrite\n";
        String why =
                "a mistake is on, and it is made with whole matrices; switch it off to open them\n";
        Ran scalars = Ran.on(program, "trace", "-", "--detail", "scalars");
        assertEquals(2, scalars.exit());
        assertTrue(scalars.err().endsWith("\n--detail scalars: " + why), scalars.err());
        Ran one = Ran.on(program, "trace", "-", "--open", "Z");
        assertEquals(2, one.exit());
        assertTrue(one.err().endsWith("\n--open Z: " + why), one.err());
    }
}
