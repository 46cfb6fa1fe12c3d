package dev.backstep.quiz;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.story.Differences;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Chooses questions on a program: along the walk, a few of each kind.
///
/// Only what is finite, small enough to be typed and worked out by hand is asked for, and which way
/// the output moves only if it moves that way.
final class QuestionChooser {

    /// The most numbers that are asked for at once.
    static final int MOST_CELLS = 6;

    /// The most numbers that somebody has to add up for one of these.
    static final int MOST_TERMS = 8;

    /// The most nodes that get nothing among those to choose from.
    private static final int MOST_USERS = 3;

    /// How far a leaf is moved, in proportion to its size.
    private static final double STEP = 1e-4;

    private final Walkthrough w;
    private final DrawnGraph drawn;
    private final Random random;

    QuestionChooser(Walkthrough w, long seed) {
        this.w = w;
        this.drawn = w.drawn();
        this.random = new Random(seed);
    }

    List<QuizQuestion> chosen() {
        List<Integer> computed =
                w.story().steps().stream()
                        .filter(Step.Forward.class::isInstance)
                        .map(Step::node)
                        .toList();
        List<Integer> backward =
                w.story().steps().stream()
                        .filter(Step.Backward.class::isInstance)
                        .map(Step::node)
                        .distinct()
                        .toList();
        List<Integer> received =
                drawn.vertexSet().stream()
                        .filter(v -> w.contributions().containsKey(v))
                        .sorted(Collections.reverseOrder())
                        .toList();
        List<QuizQuestion> all = new ArrayList<>();
        all.addAll(some(2, computed.stream().flatMap(v -> value(v).stream()).toList()));
        all.addAll(some(2, backward.stream().flatMap(v -> takers(v).stream()).toList()));
        all.addAll(some(1, backward.stream().flatMap(this::factors).toList()));
        all.addAll(some(1, received.stream().flatMap(v -> shape(v).stream()).toList()));
        all.addAll(some(4, received.stream().flatMap(v -> arriving(v).stream()).toList()));
        all.addAll(some(2, nudges()));
        return all.subList(0, Math.min(Quiz.MOST, all.size()));
    }

    /// Some of a list, in its order.
    private <T> List<T> some(int most, List<T> from) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            places.add(i);
        }
        Collections.shuffle(places, random);
        return places.stream().limit(most).sorted().map(from::get).toList();
    }

    private Optional<QuizQuestion> value(int vertex) {
        return isTypeable(w.value(vertex))
                        && !w.labels().isSpelledOut(vertex)
                        && HandWork.forward(w, vertex) <= MOST_TERMS
                ? Optional.of(new QuizQuestion.Computed(vertex))
                : Optional.empty();
    }

    private Optional<QuizQuestion> arriving(int vertex) {
        return w.gradient(vertex)
                .filter(QuestionChooser::isTypeable)
                .filter(_ -> HandWork.backward(w, vertex) <= MOST_TERMS)
                .map(_ -> new QuizQuestion.Arriving(vertex));
    }

    private static boolean isTypeable(Tensor t) {
        return t.size() <= MOST_CELLS && t.isFinite();
    }

    /// Its operands and, to tell the two ways apart, what uses it.
    private Optional<QuizQuestion> takers(int vertex) {
        List<Integer> near =
                Stream.concat(
                                drawn.incomingEdgesOf(vertex).stream()
                                        .map(e -> drawn.vertex(drawn.source(e).id())),
                                drawn.outgoingEdgesOf(vertex).stream()
                                        .map(drawn::user)
                                        .distinct()
                                        .limit(MOST_USERS))
                        .filter(v -> drawn.vertexSet().contains(v))
                        .distinct()
                        .toList();
        List<Integer> options = new ArrayList<>(near);
        Collections.shuffle(options, random);
        return options.size() < 2 || drawn.flows(w.adjoint(), vertex).isEmpty()
                ? Optional.empty()
                : Optional.of(new QuizQuestion.Takers(vertex, options));
    }

    private Optional<QuizQuestion> shape(int vertex) {
        Node node = w.graph().node(vertex);
        return node.shape().isScalar()
                ? Optional.empty()
                : Optional.of(new QuizQuestion.GradientShape(vertex));
    }

    private Stream<QuizQuestion> factors(int vertex) {
        boolean product =
                drawn.folded(vertex).isEmpty() && w.graph().node(vertex).op() instanceof Op.MatMul;
        return product
                ? drawn.flows(w.adjoint(), vertex).stream().flatMap(e -> factors(e).stream())
                : Stream.empty();
    }

    private Optional<QuizQuestion> factors(Edge edge) {
        return Candidates.of(w, edge, random).map(c -> new QuizQuestion.Factors(edge, c));
    }

    private List<QuizQuestion> nudges() {
        List<QuizQuestion> all = new ArrayList<>();
        for (Node node : w.graph().nodes()) {
            Optional<Tensor> gradient = w.gradient(node.id()).filter(Tensor::isFinite);
            boolean leaf =
                    node.isLeafWithGradient()
                            && node.id() != w.output()
                            && drawn.containsVertex(node.id());
            if (leaf && gradient.isPresent() && node.shape().equals(Shape.SCALAR)) {
                Differences check = Differences.of(w, node.id());
                boolean agrees = check.compared() == 1 && check.verdict() == Differences.Verdict.OK;
                if (agrees && movesSo(node.id(), gradient.get().item())) {
                    all.add(new QuizQuestion.Nudge(node.id(), 0));
                }
            }
        }
        return all;
    }

    /// Whether the output goes where the gradient says if a leaf grows a little. At the lowest
    /// point of a parabola, and at the corner of |x|, it says that the output stays, and the output
    /// grows.
    private boolean movesSo(int leaf, double slope) {
        double at = w.value(leaf).item();
        double moved = outputAt(leaf, at + STEP * Math.max(1, Math.abs(at)));
        double now = w.value(w.output()).item();
        return Math.signum(moved - now) == Math.signum(slope);
    }

    private double outputAt(int moved, double to) {
        Map<Integer, Tensor> leaves =
                TrainingMistakes.leaves(
                        w, n -> n.id() == moved ? Tensor.scalar(to) : w.value(n.id()));
        return w.with(leaves).value(w.output()).item();
    }
}
