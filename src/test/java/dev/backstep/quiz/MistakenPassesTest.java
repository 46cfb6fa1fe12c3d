package dev.backstep.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.BackwardPass;
import dev.backstep.graph.Mistake;
import dev.backstep.graph.Node;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whoever answers what `set mistake` computes, everywhere at once, is told of that mistake; and
/// each wrong choice among options is wrong, on programs of any size.
class MistakenPassesTest {

    private static final int PROGRAMS = 500;
    private static final int NODES = 4;

    private static Walkthrough mistaken(Walkthrough w, Mistake mistake) {
        Map<Integer, Tensor> leaves = new HashMap<>();
        for (Node node : w.graph().nodes()) {
            if (node.isSource()) {
                leaves.put(node.id(), w.value(node.id()));
            }
        }
        return Walkthrough.of(
                w.graph(),
                w.output(),
                leaves,
                Story.Grain.NODES,
                false,
                BackwardPass.with(mistake),
                Optional.empty());
    }

    @Test
    void what_a_mistaken_pass_gives_is_named() {
        Map<Mistake, Integer> made = new EnumMap<>(Mistake.class);
        Map<Mistake, Integer> named = new EnumMap<>(Mistake.class);
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Walkthrough w = Asked.program(RandomProgram.of(seed));
            for (Mistake mistake : Mistake.values()) {
                if (!mistake.needsTraining()) {
                    Walkthrough wrong = mistaken(w, mistake);
                    w.drawn().vertexSet().stream()
                            .filter(v -> v < w.output() && w.gradient(v).isPresent())
                            .limit(NODES)
                            .forEach(v -> ask(w, wrong, mistake, v, made, named));
                }
            }
        }
        made.forEach((mistake, times) -> assertTrue(times >= 40, mistake + ": " + times));
        assertEquals(made, named);
        assertEquals(5, made.size(), made::toString);
    }

    private static void ask(
            Walkthrough w,
            Walkthrough wrong,
            Mistake mistake,
            int node,
            Map<Mistake, Integer> made,
            Map<Mistake, Integer> named) {
        Posed posed = new Posed(w, new QuizQuestion.Arriving(node), Numbers.DEFAULT);
        Tensor right = ((QuizAnswer.Given) posed.right()).numbers();
        Tensor given = wrong.gradient(node).orElseGet(() -> right.map(_ -> 0));
        if (!given.isFinite() || !right.isFinite() || Near.isNear(given, right)) {
            return;
        }
        made.merge(mistake, 1, Integer::sum);
        AnswerVerdict verdict = Asked.judged(posed, given);
        assertFalse(verdict.right());
        verdict.understood()
                .filter(
                        u ->
                                Stream.concat(Stream.of(u.what()), u.also().stream())
                                        .anyMatch(m -> isLike(m, mistake)))
                .ifPresent(_ -> named.merge(mistake, 1, Integer::sum));
    }

    private static boolean isLike(Misconception what, Mistake mistake) {
        return what.mistake().filter(mistake.word()::equals).isPresent();
    }

    /// Programs of all sizes: an option that is wrong, or one of several that is missing, is told
    /// so, in words.
    @Test
    void every_other_choice_is_wrong_in_every_sample() throws IOException {
        int asked = 0;
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".bs")).sorted().toList()) {
                Walkthrough w = Asked.program(Files.readString(file));
                for (long seed = 0; seed < 6; seed++) {
                    for (QuizQuestion question : Quiz.of(w, seed).questions()) {
                        asked += choices(new Posed(w, question, Numbers.DEFAULT), file + "");
                    }
                }
            }
        }
        assertTrue(asked > 500, "only " + asked);
    }

    private static int choices(Posed posed, String where) {
        if (!(posed.form(false) instanceof AnswerForm.Options options)
                || !(posed.right() instanceof QuizAnswer.Ticked(Set<Integer> right))) {
            return 0;
        }
        assertTrue(posed.judge(posed.right(), false).right(), where);
        assertFalse(right.isEmpty(), where + posed.question());
        for (int k = 0; k < options.texts().size(); k++) {
            Set<Integer> other = new HashSet<>(options.several() ? right : Set.of());
            if (!other.remove(k)) {
                other.add(k);
            }
            if (!other.equals(right) && !other.isEmpty()) {
                AnswerVerdict verdict = posed.judge(new QuizAnswer.Ticked(other), false);
                boolean same = !options.several() && right.contains(k);
                assertEquals(same, verdict.right(), where + posed.question() + other);
                assertTrue(Bundle.ENGLISH.say(verdict.sentence()).length() > 5, where);
            }
        }
        return 1;
    }
}
