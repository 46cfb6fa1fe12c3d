package dev.backstep.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Adjoint;
import dev.backstep.graph.BackwardPass;
import dev.backstep.graph.Mistake;
import dev.backstep.graph.Node;
import dev.backstep.graph.Trace;
import dev.backstep.notation.Numbers;
import dev.backstep.optim.EarlySteps;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.OptimiserMemory;
import dev.backstep.story.Story;
import dev.backstep.story.Updates;
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
    private static final Mistake EARLY = Mistake.EARLY_UPDATE;

    private static Map<Integer, Tensor> leaves(Walkthrough w) {
        Map<Integer, Tensor> leaves = new HashMap<>();
        w.graph().nodes().stream()
                .filter(Node::isSource)
                .forEach(n -> leaves.put(n.id(), w.value(n.id())));
        return leaves;
    }

    private static Walkthrough mistaken(Walkthrough w, Mistake mistake) {
        return Walkthrough.of(
                w.graph(),
                w.output(),
                leaves(w),
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

    /// In the second batch of a training: the first has left its gradients, and moves the
    /// parameters rightly, since nothing was left before it. What is right then, and what the first
    /// batch has left, is computed by right passes only.
    @Test
    void what_comes_of_gradients_that_are_not_cleared_is_named() {
        int made = 0;
        int named = 0;
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Walkthrough first = Asked.program(RandomProgram.of(seed));
            Optional<Updates> step = first.updates().filter(u -> !u.isStopped());
            if (step.isPresent()) {
                Walkthrough second = first.with(moved(first, step.get()));
                Walkthrough wrong = secondBatch(first, step.get(), Mistake.NO_ZERO);
                for (int p : step.get().parameters()) {
                    Tensor left = first.gradient(p).orElseThrow();
                    Tensor given = RedonePass.sum(second.gradient(p).orElseThrow(), left);
                    Posed posed = new Posed(wrong, new QuizQuestion.Arriving(p), Numbers.DEFAULT);
                    if (isWrong(posed, given)) {
                        made++;
                        named += isNamed(posed, given, Mistake.NO_ZERO) ? 1 : 0;
                        assertTrue(Near.isNear(given, wrong.gradient(p).orElseThrow()));
                    }
                }
            }
        }
        assertTrue(made > 200, "only " + made);
        assertEquals(made, named);
    }

    /// Each parameter moves during the pass, by the rule of its optimiser.
    @Test
    void what_comes_of_parameters_that_move_too_early_is_named() {
        Map<Mistake, Integer> made = new EnumMap<>(Mistake.class);
        Map<Mistake, Integer> named = new EnumMap<>(Mistake.class);
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Walkthrough w = Asked.program(RandomProgram.of(seed));
            if (w.updates().filter(u -> !u.isStopped()).isPresent()) {
                Walkthrough wrong = batch(w, leaves(w), OptimiserMemory.EMPTY, EARLY);
                w.drawn().vertexSet().stream()
                        .filter(v -> v < w.output() && w.gradient(v).isPresent())
                        .forEach(v -> ask(w, wrong, EARLY, v, made, named));
            }
        }
        assertTrue(made.getOrDefault(EARLY, 0) > 100, made::toString);
        assertEquals(made, named);
    }

    private static Map<Integer, Tensor> moved(Walkthrough w, Updates step) {
        Map<Integer, Tensor> leaves = leaves(w);
        step.parameters().forEach(p -> leaves.put(p, step.of(p).after()));
        return leaves;
    }

    private static Walkthrough secondBatch(Walkthrough first, Updates step, Mistake mistake) {
        Walkthrough wrong = batch(first, leaves(first), step.memory(), mistake);
        Updates taken = wrong.updates().orElseThrow();
        return batch(first, moved(wrong, taken), taken.remembered(), mistake);
    }

    /// A batch of a training with a mistake, after the steps that are remembered.
    private static Walkthrough batch(
            Walkthrough w, Map<Integer, Tensor> leaves, OptimiserMemory memory, Mistake mistake) {
        Optimiser optimiser = w.updates().orElseThrow().optimiser();
        BackwardPass pass =
                new BackwardPass(
                        Optional.of(mistake), Optional.of(EarlySteps.of(optimiser, w.graph())));
        Adjoint adjoint = Adjoint.of(w.graph(), w.output(), pass);
        Map<Integer, Tensor> all = new HashMap<>(leaves);
        all.putAll(EarlySteps.carried(w.graph(), adjoint, Optional.of(optimiser), memory));
        Trace trace = Trace.of(adjoint.graph(), all);
        return Walkthrough.of(w.graph(), w.output(), trace, Story.Grain.NODES, false, pass)
                .followedBy(optimiser, memory);
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
        if (isWrong(posed, given)) {
            made.merge(mistake, 1, Integer::sum);
            named.merge(mistake, isNamed(posed, given, mistake) ? 1 : 0, Integer::sum);
        }
    }

    private static boolean isWrong(Posed posed, Tensor given) {
        Tensor right = ((QuizAnswer.Given) posed.right()).numbers();
        return given.isFinite() && right.isFinite() && !Near.isNear(given, right);
    }

    private static boolean isNamed(Posed posed, Tensor given, Mistake mistake) {
        AnswerVerdict verdict = Asked.judged(posed, given);
        assertFalse(verdict.right());
        return verdict.understood()
                .filter(
                        u ->
                                Stream.concat(Stream.of(u.what()), u.also().stream())
                                        .anyMatch(m -> isLike(m, mistake)))
                .isPresent();
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
