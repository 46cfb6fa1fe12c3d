package dev.backstep.quiz;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a wrong choice, or a wrong shape, comes of.
record ChoiceMistakes(NodeNames names, Posed posed) {

    /// What is recognised, and the sentence that says it.
    record Recognised(Misconception what, Message sentence) {}

    private Walkthrough w() {
        return names.w();
    }

    /// Of ticked options.
    Optional<Recognised> of(Set<Integer> ticked) {
        return switch (posed.question()) {
            case QuizQuestion.Takers(int node, List<Integer> options) ->
                    takers(node, options, ticked);
            case QuizQuestion.Nudge(int leaf, int element) ->
                    Optional.of(nudged(leaf, element, ticked));
            case QuizQuestion.Factors(Edge edge, List<QuizQuestion.Candidate> options) ->
                    Optional.of(factors(edge, options.get(ticked.iterator().next())));
            case QuizQuestion.Choice _,
                    QuizQuestion.Arriving _,
                    QuizQuestion.Computed _,
                    QuizQuestion.GradientShape _ ->
                    Optional.empty();
        };
    }

    private Recognised nudged(int leaf, int element, Set<Integer> ticked) {
        boolean stays = w().gradient(leaf).orElseThrow().at(element) == 0;
        String key =
                stays
                        ? "quiz.why.nudge.moves"
                        : ticked.contains(2) ? "quiz.why.nudge.stays" : "quiz.why.nudge";
        return new Recognised(
                Misconception.SIGN,
                Message.of(key)
                        .with("g", names.gradient(leaf))
                        .with("l", names.node(w().output())));
    }

    private Optional<Recognised> takers(int node, List<Integer> options, Set<Integer> ticked) {
        DrawnGraph drawn = w().drawn();
        Set<Integer> operands = new HashSet<>();
        drawn.edges(node).forEach(e -> operands.add(drawn.vertex(drawn.source(e).id())));
        Set<Integer> right = ((QuizAnswer.Ticked) posed.right()).options();
        for (int k : ticked.stream().sorted().toList()) {
            if (!right.contains(k)) {
                boolean operand = operands.contains(options.get(k));
                String key = operand ? "quiz.why.no_gradient_needed" : "quiz.why.wrong_direction";
                return Optional.of(
                        new Recognised(
                                operand
                                        ? Misconception.NO_GRADIENT_NEEDED
                                        : Misconception.WRONG_DIRECTION,
                                Message.of(key)
                                        .with("y", names.node(options.get(k)))
                                        .with("z", names.node(node))));
            }
        }
        return Optional.of(
                new Recognised(
                        Misconception.EDGE_FORGOTTEN,
                        Message.of("quiz.why.takers").with("z", names.node(node))));
    }

    private Recognised factors(Edge edge, QuizQuestion.Candidate chosen) {
        Candidates products = Candidates.along(w(), edge);
        List<Shape> shapes = products.shapes(chosen);
        Node to = w().graph().source(edge);
        Message.Pattern told =
                Message.of("quiz.shapes")
                        .with("a", shapes.get(0).toString())
                        .with("b", shapes.get(1).toString());
        return products.product(chosen)
                .map(
                        p ->
                                p.shape().equals(to.shape())
                                        ? new Recognised(
                                                Misconception.FITS_BUT_WRONG,
                                                Message.of("quiz.why.fits_but_wrong")
                                                        .with("x", names.node(to.id())))
                                        : new Recognised(
                                                Misconception.OTHER_SHAPE,
                                                Message.of("quiz.why.other_shape.product")
                                                        .with("shapes", told)
                                                        .with("given", p.shape().toString())
                                                        .with("x", names.node(to.id()))
                                                        .with("shape", to.shape().toString())))
                .orElseGet(
                        () ->
                                new Recognised(
                                        Misconception.SHAPES_MISFIT,
                                        Message.of("quiz.why.shapes_misfit")
                                                .with("shapes", told)
                                                .with("p", shapes.get(0).cols())
                                                .with("q", shapes.get(1).rows())));
    }

    /// Of a shape.
    Optional<Recognised> of(int node, Shape given) {
        Shape right = w().value(node).shape();
        if (given.equals(right.transposed())) {
            return Optional.of(
                    new Recognised(
                            Misconception.TRANSPOSED,
                            Message.of("quiz.why.transposed.shape").with("x", names.node(node))));
        }
        DrawnGraph drawn = w().drawn();
        return drawn.outgoingEdgesOf(node).stream()
                .map(drawn::user)
                .filter(z -> w().value(z).shape().equals(given))
                .findFirst()
                .map(
                        z ->
                                new Recognised(
                                        Misconception.OTHER_SHAPE,
                                        Message.of("quiz.why.other_shape")
                                                .with("given", given.toString())
                                                .with("z", names.node(z))
                                                .with("x", names.node(node))));
    }
}
