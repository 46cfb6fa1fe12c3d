package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.story.Between;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a pill says of an edge is true, of folded cards too: upstream times local is downstream.
class PillsTest {

    private static List<Diagram.Pill> pills(Walkthrough w) {
        Arrangement a = Arrangements.in(new Size(1000, 700), w, Sizes::guessed);
        Diagrams diagrams = new Diagrams(w, a);
        return IntStream.range(0, w.size())
                .mapToObj(i -> diagrams.at(i, DiagramOptions.PLAIN).pills().stream())
                .flatMap(p -> p)
                .toList();
    }

    private static List<String> said(String program, Detail.Level level) {
        return pills(Programs.read(program, level)).stream()
                .map(p -> p.local() + " → " + p.downstream())
                .toList();
    }

    /// d/dx (2x + 1)² = 2 · (2x + 1) · 2 = 12 at x = 1: not the 2 of the last op alone.
    @Test
    void a_statement_has_the_factor_of_all_its_operations() {
        assertEquals(
                List.of("×12 → 12"), said("x = 1\nL = (2*x + 1)^2\n", Detail.Level.STATEMENTS));
    }

    /// An affine map alone is a product with upstream; behind a sigmoid it is not.
    @Test
    void a_product_is_named_where_upstream_comes_to_it_as_it_is() {
        String program =
                """
                param W = [1, 2; 3, 4]
                const x = [1; 1]
                param b = [1; 2]
                z = W @ x + b
                loss L = sum(z)
                """;
        assertTrue(said(program, Detail.Level.STATEMENTS).contains("· xᵀ → 2×2"));
        String layer = program.replace("W @ x + b", "sigmoid(W @ x + b)");
        List<String> said = said(layer, Detail.Level.STATEMENTS);
        assertTrue(said.contains("Jᵀ · → 2×2"), said.toString());
        assertFalse(said.contains("· xᵀ → 2×2"), said.toString());
    }

    /// `s[0:2]` has no card of its own when the statement is folded.
    @Test
    void nothing_is_named_that_has_no_card() {
        String program =
                """
                param v = [1, 2]
                const s = [1; 2; 3]
                yhat = v @ s[0:2]
                loss L = yhat^2
                """;
        List<String> said = said(program, Detail.Level.STATEMENTS);
        assertTrue(said.contains("· 1×2 → 1×2"), said.toString());
    }

    /// A long name on a narrow wire in front of a frame.
    @Test
    void no_pill_covers_the_title_of_a_frame() {
        String program =
                """
                const X = [1, 2; 3, 4]
                ## fc1
                param fc1_weight = [1, 2; 3, 4; 5, 6]
                param fc1_bias = [1; 2; 3]
                z = fc1_weight @ X + fc1_bias
                ## fc2
                param fc2_weight = [1, 2, 3]
                p = fc2_weight @ z
                ##
                loss L = mean(p)
                """;
        assertEquals("", onTitles(Programs.read(program, Detail.Level.OPERATIONS)));
    }

    @ParameterizedTest
    @MethodSource("dev.backstep.layout.Programs#samples")
    void no_pill_of_a_sample_covers_the_title_of_a_frame(Path sample) {
        assertEquals("", onTitles(Programs.read(sample, Detail.Level.OPERATIONS)));
    }

    private static String onTitles(Walkthrough w) {
        Arrangement a = Arrangements.in(new Size(1000, 700), w, Sizes::guessed);
        Diagrams diagrams = new Diagrams(w, a);
        List<Box> titles =
                Frames.of(w.drawn(), a.cards()).stream().map(Frames.CardFrame::title).toList();
        StringBuilder covered = new StringBuilder();
        for (int step = 0; step < w.size(); step++) {
            for (Diagram.Pill pill : diagrams.at(step, DiagramOptions.PLAIN).pills()) {
                if (titles.stream().anyMatch(pill.box()::overlaps)) {
                    covered.append(step + ": " + pill.local() + " ");
                }
            }
        }
        return covered.toString();
    }

    @ParameterizedTest
    @MethodSource("dev.backstep.layout.Programs#samples")
    void upstream_times_a_number_is_downstream(Path sample) {
        List<String> wrong = new ArrayList<>();
        for (Detail.Level level : Legible.LEVELS) {
            Walkthrough w = Programs.read(sample, level);
            for (Diagram.Pill pill : pills(w)) {
                Between between = Between.of(w, pill.edge());
                Tensor up = w.gradient(between.from()).orElseThrow();
                Tensor down = w.handed(pill.edge()).orElseThrow();
                if (pill.local().matches("×.*") && up.shape().equals(down.shape())) {
                    double factor = number(pill.local().substring(1));
                    for (int k = 0; k < up.size(); k++) {
                        double off = Math.abs(up.at(k) * factor - down.at(k));
                        if (off > 0.006 * Math.abs(down.at(k)) + 1e-12) {
                            wrong.add(level + " " + pill);
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /// `−1.5`, `(−1.5)`, `2·10⁻⁵`.
    private static double number(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.replace("·10", "e").replaceAll("[()]", "").toCharArray()) {
            int digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
            boolean minus = c == '−' || c == '⁻';
            plain.append(minus ? '-' : digit < 0 ? c : (char) ('0' + digit));
        }
        return Double.parseDouble(plain.toString());
    }
}
