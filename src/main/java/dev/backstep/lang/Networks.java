package dev.backstep.lang;

import dev.backstep.data.Dataset;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.Trace;
import dev.backstep.optim.Network;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/// Programs as networks to be trained: the same text, read for another number of samples.
final class Networks {

    private static final double SAME = 1e-9;

    private static final Set<Op> LOSSES =
            Set.of(Binary.BCE, Binary.BCE_LOGITS, Binary.SE, Columnwise.CE, Columnwise.CE_LOGITS);

    private Networks() {}

    /// The network of a model for `samples` samples, with the values its leaves have now.
    ///
    /// @throws Refusal where the program does not fit that many
    static Network of(Model model, Learning learning, int samples) {
        if (!learning.hasData()) {
            return Network.asItIs(model.graph(), model.output(), model.leaves()).with(model.pass());
        }
        Model read = read(model, samples);
        return network(read).with(model.pass(read.graph()));
    }

    /// A model with data read for another number of samples.
    ///
    /// @throws IllegalArgumentException, in words, if the program does not fit that many
    static Model read(Model model, int samples) {
        return ok(Language.again(model, samples), samples);
    }

    private static Model ok(ReadResult read, int samples) {
        return switch (read) {
            case ReadResult.Ok(Model model) -> model;
            case ReadResult.Problems(var problems) ->
                    throw new Refusal(
                            Message.of("problem.samples")
                                    .with("n", samples)
                                    .with("why", problems.getFirst().message()));
        };
    }

    /// What keeps a program with a `train` line from being trained, if anything does.
    ///
    /// @param again reads the program once more, for another number of samples
    /// @param output the statement that gives the output
    static Optional<Problem> problem(
            Model model, Engine engine, IntFunction<ReadResult> again, Span output) {
        Optional<Span> train = engine.trainSpan();
        if (train.isEmpty() || engine.isAgain()) {
            return Optional.empty();
        }
        if (engine.dataSpan().isEmpty()) {
            return problemAsItIs(model, engine, train.get());
        }
        Span data = engine.dataSpan().get();
        for (String name : Language.DATA) {
            if (!dependent(model.graph(), leaf(model, name))[model.output()]) {
                return Optional.of(
                        new Problem(
                                data,
                                Message.of("problem.independent").with("name", name),
                                Hint.example(
                                        name.equals("X") ? "W @ X + b" : "mean(bce(yhat, y))")));
            }
        }
        return nothingToTrain(model, train.get()).or(() -> misfit(model, again, output));
    }

    private static Optional<Problem> problemAsItIs(Model model, Engine engine, Span train) {
        Optional<Span> batch = engine.batchSpan();
        return batch.isPresent()
                ? Optional.of(
                        new Problem(
                                batch.get(),
                                Message.of("problem.no.batches"),
                                Message.of("hint.leave.batch")))
                : nothingToTrain(model, train);
    }

    private static Optional<Problem> nothingToTrain(Model model, Span train) {
        boolean[] used = used(model.graph(), model.output());
        if (model.graph().nodes().stream().noneMatch(Networks::isParameter)) {
            return Optional.of(
                    new Problem(
                            train, Message.of("problem.no.param"), Message.of("hint.write.param")));
        }
        return model.graph().nodes().stream().anyMatch(n -> isParameter(n) && used[n.id()])
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                train,
                                Message.of("problem.param.unused"),
                                Message.of("hint.write.loss.before")));
    }

    private static Optional<Problem> misfit(
            Model model, IntFunction<ReadResult> again, Span output) {
        try {
            network(model);
        } catch (Refusal e) {
            return untrainable(output, e, shapeHint(model));
        }
        try {
            return isMean(model, again)
                    ? Optional.empty()
                    : Optional.of(
                            new Problem(
                                    output,
                                    Message.of("problem.not.mean"),
                                    Message.of("hint.mean")));
        } catch (Refusal e) {
            return untrainable(output, e, Message.of("hint.batches"));
        }
    }

    private static Message shapeHint(Model model) {
        int classes = model.graph().node(leaf(model, "y")).shape().rows();
        boolean oneHot =
                model.learning()
                        .filter(l -> l.data().train().task() == Dataset.Task.CLASSES)
                        .isPresent();
        return oneHot
                ? Message.of("hint.classes").with("n", classes)
                : Message.of("hint.prediction");
    }

    private static Optional<Problem> untrainable(Span output, Refusal refusal, Message hint) {
        return Optional.of(
                new Problem(
                        output,
                        Message.of("problem.untrainable").with("why", refusal.why()),
                        hint));
    }

    /// Whether the loss is a mean over the samples is tried out: the same sample twice must give
    /// the loss it gives once.
    private static boolean isMean(Model model, IntFunction<ReadResult> again) {
        Tensor x = firstColumn(model.leaf(leaf(model, "X")));
        Tensor y = firstColumn(model.leaf(leaf(model, "y")));
        double twice = loss(network(ok(again.apply(2), 2)), x, y);
        double once = loss(network(ok(again.apply(1), 1)), x, y);
        return !Double.isFinite(once)
                || !Double.isFinite(twice)
                || Math.abs(once - twice) <= SAME * (1 + Math.abs(once));
    }

    private static Tensor firstColumn(Tensor samples) {
        return Tensor.generate(
                new Shape(samples.rows(), 1), row -> samples.at(row * samples.cols()));
    }

    /// The loss where every sample is the same.
    private static double loss(Network network, Tensor x, Tensor y) {
        Map<Integer, Tensor> leaves = new HashMap<>(network.leaves());
        leaves.put(network.x(), repeated(x, network.samples()));
        leaves.put(network.y(), repeated(y, network.samples()));
        return Trace.of(network.graph(), leaves).value(network.output()).item();
    }

    private static Tensor repeated(Tensor column, int times) {
        return column.stretchedTo(new Shape(column.rows(), times));
    }

    /// @throws Refusal where nothing is compared with `y`
    private static Network network(Model model) {
        Graph graph = model.graph();
        int y = leaf(model, "y");
        boolean[] used = used(graph, model.output());
        for (Node node : graph.nodes()) {
            if (used[node.id()] && node.isStretch() && node.inputs().contains(y)) {
                throw new Refusal(
                        Message.of("problem.compared")
                                .with("y", graph.node(y).shape().toString())
                                .with("with", node.shape().toString()));
            }
        }
        Network network =
                new Network(
                        graph,
                        model.output(),
                        model.leaves(),
                        leaf(model, "X"),
                        y,
                        prediction(model));
        Node compared = graph.node(network.prediction());
        Node prediction =
                compared.isStretch() ? graph.node(compared.inputs().getFirst()) : compared;
        if (!prediction.shape().equals(graph.node(y).shape())) {
            throw new Refusal(
                    Message.of("problem.prediction")
                            .with("prediction", prediction.shape().toString())
                            .with("y", graph.node(y).shape().toString()));
        }
        return network;
    }

    /// What the output compares with `y`: by a loss, else what is called `yhat`, else by a
    /// difference. It depends on `X`: `1 - y` compares nothing.
    private static int prediction(Model model) {
        boolean[] fromX = dependent(model.graph(), leaf(model, "X"));
        return compared(model, LOSSES, fromX)
                .or(() -> Optional.ofNullable(model.names().get("yhat")).filter(p -> fromX[p]))
                .or(() -> compared(model, Set.of(Binary.SUB), fromX))
                .orElseThrow(() -> new Refusal(Message.of("problem.nothing.compared")));
    }

    private static Optional<Integer> compared(Model model, Set<Op> by, boolean[] fromX) {
        int y = leaf(model, "y");
        boolean[] used = used(model.graph(), model.output());
        return model.graph().nodes().stream()
                .filter(n -> used[n.id()] && by.contains(n.op()) && n.inputs().contains(y))
                .map(n -> n.inputs().get(n.inputs().getFirst() == y ? 1 : 0))
                .filter(p -> fromX[p])
                .findFirst();
    }

    /// The values of the leaves, by name.
    static Map<String, Tensor> values(Model model) {
        Map<String, Tensor> values = new HashMap<>();
        model.names()
                .forEach(
                        (name, id) ->
                                Optional.ofNullable(model.leaves().get(id))
                                        .ifPresent(v -> values.put(name, v)));
        return values;
    }

    static int leaf(Model model, String name) {
        return Objects.requireNonNull(model.names().get(name));
    }

    private static boolean isParameter(Node node) {
        return node.op() instanceof Op.Leaf(Op.Role role) && role == Op.Role.PARAM;
    }

    /// For each node whether it depends on `leaf`.
    private static boolean[] dependent(Graph graph, int leaf) {
        boolean[] reached = new boolean[graph.size()];
        for (Node n : graph.nodes()) {
            reached[n.id()] = n.id() == leaf || n.inputs().stream().anyMatch(i -> reached[i]);
        }
        return reached;
    }

    /// For each node whether the output depends on it.
    static boolean[] used(Graph graph, int output) {
        boolean[] used = new boolean[graph.size()];
        used[output] = true;
        for (Node n : graph.nodes().reversed()) {
            if (used[n.id()]) {
                n.inputs().forEach(i -> used[i] = true);
            }
        }
        return used;
    }
}
