package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Trace;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Dataset;
import dev.backstep.train.Network;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Programs as networks to be trained: the same text, read for another number of samples.
final class Networks {

    private static final double SAME = 1e-9;

    private Networks() {}

    /// The network of a model for `samples` samples, with the values its leaves have now.
    ///
    /// @throws IllegalArgumentException, in words, where the program does not fit that many
    static Network of(Model model, Learning learning, int samples) {
        return switch (Language.read(model.text(), learning.data(), samples)) {
            case Reading.Ok(Model read) -> network(read, values(model, read));
            case Reading.Problems(var problems) ->
                    throw new IllegalArgumentException(
                            "for " + samples + " samples: " + problems.getFirst().message());
        };
    }

    /// What keeps a program with a `train` line from being trained, if anything does.
    ///
    /// @param output the statement that gives the output
    static Optional<Problem> problem(Model model, Engine engine, Span output) {
        Optional<Span> train = engine.trainSpan();
        if (train.isEmpty() || engine.isAgain()) {
            return Optional.empty();
        }
        if (model.learning().isEmpty()) {
            return Optional.of(
                    new Problem(
                            train.get(),
                            "there is no data to train on",
                            "add a line such as data spiral(samples=400)"));
        }
        Span data = engine.dataSpan().orElseThrow();
        for (String name : List.of("X", "y")) {
            int leaf = Objects.requireNonNull(model.names().get(name));
            if (!reaches(model.graph(), leaf, model.output())) {
                return Optional.of(
                        new Problem(
                                data,
                                "the output does not depend on " + name + " of this data",
                                name.equals("X") ? "as in W @ X + b" : "as in mean(bce(yhat, y))"));
            }
        }
        if (model.graph().nodes().stream().noneMatch(Networks::isParameter)) {
            return Optional.of(
                    new Problem(
                            train.get(),
                            "there is nothing to train: the program has no param",
                            "write param before what is to be learnt"));
        }
        return misfit(model, output);
    }

    private static Optional<Problem> misfit(Model model, Span output) {
        try {
            network(model, model.leaves());
        } catch (IllegalArgumentException e) {
            return untrainable(output, e, "a prediction has the shape of y");
        }
        try {
            return isMean(model, model.learning().orElseThrow())
                    ? Optional.empty()
                    : Optional.of(
                            new Problem(
                                    output,
                                    "the loss is not a mean over the samples",
                                    "as mean(bce(yhat, y)) is"));
        } catch (IllegalArgumentException e) {
            return untrainable(output, e, "batches have different sizes");
        }
    }

    private static Optional<Problem> untrainable(
            Span output, IllegalArgumentException why, String hint) {
        return Optional.of(
                new Problem(output, "this cannot be trained: " + why.getMessage(), hint));
    }

    /// Whether the loss is a mean over the samples is tried out: the same sample twice must give
    /// the loss it gives once.
    private static boolean isMean(Model model, Learning learning) {
        Dataset one = learning.data().train().firstBatch(1, 0);
        double twice = loss(of(model, learning, 2), one, 2);
        double once = loss(of(model, learning, 1), one, 1);
        return !Double.isFinite(once)
                || !Double.isFinite(twice)
                || Math.abs(once - twice) <= SAME * (1 + Math.abs(once));
    }

    private static double loss(Network network, Dataset sample, int times) {
        Map<Integer, Tensor> leaves = new HashMap<>(network.leaves());
        leaves.put(network.x(), repeated(sample.x(), times));
        leaves.put(network.y(), repeated(sample.y(), times));
        return Trace.of(network.graph(), leaves).value(network.output()).item();
    }

    private static Tensor repeated(Tensor column, int times) {
        return column.stretchedTo(new Shape(column.rows(), times));
    }

    /// @throws IllegalArgumentException, in words, where nothing is compared with `y`
    private static Network network(Model model, Map<Integer, Tensor> leaves) {
        Graph graph = model.graph();
        int y = Objects.requireNonNull(model.names().get("y"));
        int x = Objects.requireNonNull(model.names().get("X"));
        for (Node node : graph.nodes()) {
            if (node.isStretch() && node.inputs().contains(y)) {
                throw new IllegalArgumentException(
                        "y is " + graph.node(y).shape() + " and is compared with " + node.shape());
            }
        }
        Network network =
                new Network(graph, model.output(), leaves, x, y, prediction(model, leaves, x));
        Node compared = graph.node(network.prediction());
        Node prediction =
                compared.isStretch() ? graph.node(compared.inputs().getFirst()) : compared;
        if (!prediction.shape().equals(graph.node(y).shape())) {
            throw new IllegalArgumentException(
                    "the prediction is "
                            + prediction.shape()
                            + " and y is "
                            + graph.node(y).shape());
        }
        return network;
    }

    /// What a loss compares with `y`; where the loss is written out by hand, what is called `yhat`.
    private static int prediction(Model model, Map<Integer, Tensor> leaves, int x) {
        Integer named = model.names().get("yhat");
        try {
            int found = Network.of(model.graph(), model.output(), leaves).prediction();
            if (named == null || reaches(model.graph(), x, found)) {
                return found;
            }
        } catch (IllegalArgumentException e) {
            if (named == null) {
                throw new IllegalArgumentException(
                        "nothing is compared with y as a whole; call the prediction yhat", e);
            }
        }
        return named;
    }

    /// The values that leaves of `model` have, for the leaves of the same program read again.
    private static Map<Integer, Tensor> values(Model model, Model read) {
        Map<Integer, Tensor> values = new HashMap<>(read.leaves());
        read.names()
                .forEach(
                        (name, id) -> {
                            Tensor value = model.leaves().get(model.names().getOrDefault(name, -1));
                            if (value != null && values.containsKey(id)) {
                                values.put(id, value);
                            }
                        });
        return values;
    }

    private static boolean isParameter(Node node) {
        return node.op() instanceof Op.Leaf(Op.Role role) && role == Op.Role.PARAM;
    }

    private static boolean reaches(Graph graph, int from, int to) {
        boolean[] reached = new boolean[graph.size()];
        for (Node n : graph.nodes()) {
            reached[n.id()] = n.id() == from || n.inputs().stream().anyMatch(i -> reached[i]);
        }
        return reached[to];
    }
}
