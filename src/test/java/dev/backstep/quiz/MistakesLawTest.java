package dev.backstep.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// On random programs every right answer is accepted, and every mistake is named as itself or as
/// one that gives the same number. What a mistake gives is worked out by [Bent], not by the quiz.
class MistakesLawTest {

    private static final int PROGRAMS = 500;

    /// Of how many nodes of each program the gradient is asked for.
    private static final int NODES = 2;

    /// What is left of 0 by the rounding of differences.
    private static final double ROUNDING = 1e-7;

    private record Made(Misconception what, Tensor gives) {

        Made {
            gives = gives.map(x -> Math.abs(x) < ROUNDING ? 0 : x);
        }
    }

    @Test
    void every_right_answer_is_accepted_as_it_is_and_as_the_screen_writes_it() {
        int asked = 0;
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Walkthrough w = Asked.program(RandomProgram.of(seed));
            for (QuizQuestion question : Quiz.of(w, seed).questions()) {
                Posed posed = new Posed(w, question, Numbers.DEFAULT);
                String where = "seed " + seed + ": " + question;
                assertTrue(posed.judge(posed.right(), false).right(), where);
                AnswerReading typed = typed(posed);
                AnswerReading.Read read = (AnswerReading.Read) typed;
                assertTrue(posed.judge(read.answer(), true).right(), where + read);
                assertEquals(Set.of(), posed.judge(read.answer(), true).wrong(), where);
                asked++;
            }
        }
        assertTrue(asked > 5 * PROGRAMS, "only " + asked);
    }

    private static AnswerReading typed(Posed posed) {
        return switch (posed.right()) {
            case QuizAnswer.Given(Tensor t) ->
                    posed.read(
                            IntStream.range(0, t.size())
                                    .mapToObj(k -> Numbers.DEFAULT.plain(t.at(k)))
                                    .toList());
            case QuizAnswer.Dimensions(Shape shape) -> posed.read(List.of(shape.toString()));
            case QuizAnswer.Ticked(Set<Integer> options) -> posed.ticked(options);
        };
    }

    @Test
    void every_mistake_is_named_as_itself_or_as_one_that_gives_the_same() {
        Map<Misconception, Integer> named = new EnumMap<>(Misconception.class);
        Map<Misconception, Integer> made = new EnumMap<>(Misconception.class);
        for (long seed = 0; seed < PROGRAMS; seed++) {
            Walkthrough w = Asked.program(RandomProgram.of(seed));
            List<Integer> nodes = new ArrayList<>(asked(w));
            Collections.shuffle(nodes, new Random(seed));
            for (int node : nodes.subList(0, Math.min(NODES, nodes.size()))) {
                Posed posed = new Posed(w, new QuizQuestion.Arriving(node), Numbers.DEFAULT);
                for (Made one : mistakes(w, node)) {
                    check(seed, posed, one, made, named);
                }
            }
        }
        for (Misconception what : made.keySet()) {
            int times = made.get(what);
            int itself = named.getOrDefault(what, 0);
            assertTrue(times >= 40 && itself > 0.5 * times, what + ": " + itself + " of " + times);
        }
        assertEquals(10, made.size(), made::toString);
    }

    private static List<Integer> asked(Walkthrough w) {
        return w.drawn().vertexSet().stream()
                .filter(v -> v < w.output())
                .filter(v -> w.gradient(v).filter(g -> size(g) < 1e3).isPresent())
                .toList();
    }

    private static double size(Tensor t) {
        double most = 0;
        for (int k = 0; k < t.size(); k++) {
            most = Math.max(most, Math.abs(t.at(k)));
        }
        return most;
    }

    private static void check(
            long seed,
            Posed posed,
            Made one,
            Map<Misconception, Integer> made,
            Map<Misconception, Integer> named) {
        Tensor right = ((QuizAnswer.Given) posed.right()).numbers();
        if (!one.gives().isFinite() || Near.isNear(one.gives(), right)) {
            return;
        }
        made.merge(one.what(), 1, Integer::sum);
        AnswerVerdict verdict = Asked.judged(posed, one.gives());
        String where = "seed " + seed + ", " + posed.question() + ": " + one + verdict;
        assertTrue(!verdict.right() && verdict.understood().isPresent(), where);
        RecognisedMistake understood = verdict.understood().orElseThrow();
        List<Misconception> all = new ArrayList<>(understood.also());
        all.add(understood.what());
        if (all.stream().anyMatch(one.what()::isLike)) {
            named.merge(one.what(), 1, Integer::sum);
        } else {
            assertTrue(gives(posed, understood.what(), one.gives()), where);
        }
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            String said = Bundle.in(language).say(verdict.sentence());
            assertTrue(said.length() > 10 && said.matches("(?s).*[?？。.)）]"), said);
        }
    }

    /// Whether a mistake of that name gives the same number, to as many digits as differences have.
    private static boolean gives(Posed posed, Misconception what, Tensor number) {
        int node = ((QuizQuestion.Arriving) posed.question()).node();
        NodeNames names = new NodeNames(posed.w(), Numbers.DEFAULT, false);
        return GradientMistakes.of(posed.w(), names, node).stream()
                .filter(s -> s.what() == what)
                .anyMatch(
                        s ->
                                size(s.gives().zip(number, (a, b) -> a - b))
                                        <= 1e-5 * Math.max(1, size(number)));
    }

    /// What each mistake at each edge on the way gives, and those of the answer as a whole.
    private static List<Made> mistakes(Walkthrough w, int node) {
        List<Made> all = new ArrayList<>();
        Tensor right = new Bent(w).slope(node);
        all.add(new Made(Misconception.SIGN, right.map(x -> -x)));
        all.add(new Made(Misconception.VALUE_FOR_GRADIENT, w.value(node)));
        List<Edge> next = new ArrayList<>();
        for (Edge edge : w.drawn().edgeSet()) {
            if (w.adjoint().flow(edge).isPresent() && w.gradient(edge.node()).isPresent()) {
                int source = w.drawn().source(edge).id();
                if (source == node) {
                    next.add(edge);
                }
                if (source == node || w.drawn().user(edge) - node < 6) {
                    bends(w, node, edge, all);
                }
            }
        }
        for (Edge edge : next) {
            Tensor without = new Bent(w).edge(edge, d -> d.map(_ -> 0)).slope(node);
            if (next.size() > 1) {
                all.add(new Made(Misconception.EDGE_FORGOTTEN, without));
                Tensor alone = right.zip(without, (a, b) -> a - b);
                all.add(new Made(Misconception.REPLACED, alone));
            }
        }
        return all;
    }

    private static void bends(Walkthrough w, int node, Edge edge, List<Made> all) {
        Node user = w.graph().node(edge.node());
        all.add(
                new Made(
                        Misconception.SIGN,
                        new Bent(w).edge(edge, d -> d.map(x -> -x)).slope(node)));
        if (user.op() instanceof Op.MeanTo && w.graph().source(edge).shape().size() > 1) {
            double n = (double) w.graph().source(edge).shape().size() / user.shape().size();
            all.add(scaled(w, node, edge, Misconception.MEAN_LOST, n));
            all.add(scaled(w, node, edge, Misconception.MEAN_DOUBLED, 1 / n));
        }
        boolean elementwise =
                user.op() instanceof Op.Pointwise
                        || user.op() == Op.Binary.MUL
                        || user.op() == Op.Binary.DIV;
        if (elementwise && !w.drawn().isStretched(edge)) {
            Tensor local = Bent.local(w, user, edge.slot());
            boolean activation = EdgeMistakes.isActivation(user.op());
            all.add(
                    slope(
                            w,
                            node,
                            edge,
                            activation
                                    ? Misconception.SLOPE_LEFT_OUT
                                    : Misconception.LOCAL_LEFT_OUT,
                            local.map(_ -> 1)));
            all.add(slope(w, node, edge, Misconception.LOCAL_INVERTED, local.map(l -> 1 / l)));
        }
        if (user.op() instanceof Op.MatMul) {
            turned(w, node, edge, user, all);
        }
    }

    private static Made scaled(
            Walkthrough w, int node, Edge edge, Misconception what, double factor) {
        return new Made(what, new Bent(w).edge(edge, d -> d.map(x -> factor * x)).slope(node));
    }

    /// With another slope for one operand; what the others do stays.
    private static Made slope(
            Walkthrough w, int node, Edge edge, Misconception what, Tensor slope) {
        Node user = w.graph().node(edge.node());
        Bent bent =
                new Bent(w)
                        .node(
                                edge.node(),
                                moved -> {
                                    Tensor sum = moved.getFirst().map(_ -> 0);
                                    for (int k = 0; k < moved.size(); k++) {
                                        Tensor by =
                                                k == edge.slot() ? slope : Bent.local(w, user, k);
                                        sum = Bent.plus(sum, moved.get(k).zip(by, (d, l) -> d * l));
                                    }
                                    return List.of(sum);
                                });
        return new Made(what, bent.slope(node));
    }

    /// Upstream times w for wᵀ times upstream: as if z had moved by wᵀ times the move of x.
    private static void turned(Walkthrough w, int node, Edge edge, Node user, List<Made> all) {
        Tensor left = w.value(user.inputs().get(0));
        Tensor right = w.value(user.inputs().get(1));
        Tensor other = edge.slot() == 0 ? right : left;
        if (other.rows() == other.cols() && other.size() > 1) {
            Bent bent =
                    new Bent(w)
                            .node(
                                    user.id(),
                                    moved -> {
                                        Tensor a = edge.slot() == 0 ? right.transposed() : right;
                                        Tensor b = edge.slot() == 1 ? left.transposed() : left;
                                        return List.of(
                                                Bent.plus(
                                                        moved.get(0).matmul(a),
                                                        b.matmul(moved.get(1))));
                                    });
            all.add(new Made(Misconception.TRANSPOSED, bent.slope(node)));
        }
    }
}
