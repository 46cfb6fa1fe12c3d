package dev.backstep.quiz;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.quiz.QuizQuestion.Candidate;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The products that somebody may try for what a matrix product hands to an operand.
record Candidates(Tensor gradient, Tensor other, Tensor wanted) {

    private static final int OFFERED = 4;

    /// What takes part along an edge of a matrix product.
    static Candidates along(Walkthrough w, Edge edge) {
        Node product = w.graph().node(edge.node());
        Tensor other = w.value(product.inputs().get(1 - edge.slot()));
        Tensor gradient = w.gradient(edge.node()).orElseThrow();
        Tensor wanted =
                edge.slot() == 0
                        ? gradient.matmul(other.transposed())
                        : other.transposed().matmul(gradient);
        return new Candidates(gradient, other, wanted);
    }

    /// Four products to choose from, one of them right; nothing unless the edge is one of a matrix
    /// product of two operands in which a transpose can be told.
    static Optional<List<Candidate>> of(Walkthrough w, Edge edge, Random random) {
        Node product = w.graph().node(edge.node());
        if (!(product.op() instanceof Op.MatMul) || w.gradient(edge.node()).isEmpty()) {
            return Optional.empty();
        }
        Candidates candidates = along(w, edge);
        boolean told =
                !candidates.other.shape().isScalar()
                        && candidates.gradient.isFinite()
                        && candidates.other.isFinite();
        Candidate right = new Candidate(edge.slot() == 0, false, true);
        List<Candidate> wrong = new ArrayList<>();
        for (Candidate candidate : all()) {
            if (!candidate.equals(right) && !candidates.isRight(candidate)) {
                wrong.add(candidate);
            }
        }
        if (!told || wrong.size() < OFFERED - 1) {
            return Optional.empty();
        }
        // the transpose left out is the likeliest, so it is always offered
        Candidate likely = new Candidate(edge.slot() == 0, false, false);
        Collections.shuffle(wrong, random);
        wrong.sort((a, b) -> Boolean.compare(b.equals(likely), a.equals(likely)));
        List<Candidate> offered = new ArrayList<>(wrong.subList(0, OFFERED - 1));
        offered.add(right);
        Collections.shuffle(offered, random);
        return Optional.of(offered);
    }

    private static List<Candidate> all() {
        List<Candidate> all = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            all.add(new Candidate((k & 4) != 0, (k & 2) != 0, (k & 1) != 0));
        }
        return all;
    }

    /// What a candidate gives; nothing where its inner sizes differ.
    Optional<Tensor> product(Candidate candidate) {
        Tensor g = candidate.gradientTurned() ? gradient.transposed() : gradient;
        Tensor o = candidate.otherTurned() ? other.transposed() : other;
        Tensor left = candidate.gradientFirst() ? g : o;
        Tensor right = candidate.gradientFirst() ? o : g;
        return left.cols() == right.rows() ? Optional.of(left.matmul(right)) : Optional.empty();
    }

    /// The shapes of the factors as they stand, left and right.
    List<Shape> shapes(Candidate candidate) {
        Shape g = candidate.gradientTurned() ? gradient.shape().transposed() : gradient.shape();
        Shape o = candidate.otherTurned() ? other.shape().transposed() : other.shape();
        return candidate.gradientFirst() ? List.of(g, o) : List.of(o, g);
    }

    boolean isRight(Candidate candidate) {
        return product(candidate).filter(p -> Near.isNear(p, wanted)).isPresent();
    }
}
