package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backstep.compile.Parameters;
import dev.backstep.compile.kernel.Kernels;
import dev.backstep.compile.kernel.PlainKernels;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Trace;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.StepGraph;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The steps of an optimiser as nodes of a graph, against the loops that train.
class StepGraphTest {

    private static final Shape WEIGHT = new Shape(3, 7);
    private static final Shape BIAS = new Shape(3, 1);

    static Stream<Optimiser> optimisers() {
        return Stream.of(0.0, 0.01)
                .flatMap(
                        l2 ->
                                Stream.of(
                                        new Optimiser.Sgd(0.1, 0, l2),
                                        new Optimiser.Sgd(0.1, 0.9, l2),
                                        new Optimiser.Adam(0.02, 0.9, 0.999, 1e-8, l2),
                                        new Optimiser.AdamW(
                                                new Optimiser.Adam(0.02, 0.8, 0.99, 1e-8, l2), 0.1),
                                        new Optimiser.RmsProp(0.03, 0.9, 1e-8, l2, 0)));
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void the_graph_gives_what_the_loops_give_bit_for_bit(Optimiser optimiser) {
        for (Kernels kernels : List.of(new PlainKernels(), Kernels.best())) {
            compare(optimiser, kernels);
        }
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void it_clips_by_the_same_norm(Optimiser optimiser) {
        Optimiser clipped =
                switch (optimiser) {
                    case Optimiser.Sgd s -> new Optimiser.Sgd(s.rate(), s.momentum(), s.l2(), 1.5);
                    case Optimiser.Adam a -> clipped(a);
                    case Optimiser.AdamW w -> new Optimiser.AdamW(clipped(w.adam()), w.decay());
                    case Optimiser.RmsProp r ->
                            new Optimiser.RmsProp(r.rate(), r.rho(), r.eps(), r.l2(), 1.5);
                };
        for (Kernels kernels : List.of(new PlainKernels(), Kernels.best())) {
            compare(clipped, kernels);
        }
    }

    private static Optimiser.Adam clipped(Optimiser.Adam a) {
        return new Optimiser.Adam(a.rate(), a.beta1(), a.beta2(), a.eps(), a.l2(), 1.5);
    }

    private static void compare(Optimiser optimiser, Kernels kernels) {
        Random random = new Random(11);
        List<Shape> shapes = List.of(WEIGHT, BIAS);
        List<Tensor> values = shapes.stream().map(s -> drawn(s, random)).toList();
        List<List<Tensor>> states =
                shapes.stream()
                        .map(
                                s ->
                                        Stream.generate(() -> Tensor.full(s, 0))
                                                .limit(optimiser.states())
                                                .toList())
                        .toList();
        Parameters parameters = parameters(values);
        OptimiserState motion = new OptimiserState(parameters, optimiser);
        for (int t = 1; t <= 5; t++) {
            List<Tensor> gradients = shapes.stream().map(s -> drawn(s, random)).toList();
            for (int k = 0; k < 2; k++) {
                parameters.gradient(parameters.places().get(k)).set(gradients.get(k));
            }
            motion.step(kernels);
            List<List<Tensor>> moved = moved(optimiser, t, values, gradients, states);
            values = moved.stream().map(List::getFirst).toList();
            states = moved.stream().map(m -> m.subList(1, m.size())).toList();
            for (int k = 0; k < 2; k++) {
                double[] expected =
                        parameters.value(parameters.places().get(k)).toTensor().toArray();
                double[] actual = values.get(k).toArray();
                for (int i = 0; i < expected.length; i++) {
                    assertEquals(expected[i], actual[i], optimiser + ", step " + t);
                }
            }
        }
    }

    private static Tensor drawn(Shape shape, Random random) {
        return Tensor.generate(shape, _ -> random.nextGaussian());
    }

    /// W @ x + b, so that b is a bias.
    private static Parameters parameters(List<Tensor> values) {
        Graph.Builder b = Graph.builder();
        int w = b.leaf("W", Op.Role.PARAM, WEIGHT);
        int bias = b.leaf("b", Op.Role.PARAM, BIAS);
        int x = b.leaf("x", Op.Role.CONST, new Shape(WEIGHT.cols(), 1));
        b.add(Binary.ADD, b.add(new Op.MatMul(), w, x), bias);
        return Parameters.of(b.build(), Map.of(w, values.getFirst(), bias, values.get(1)));
    }

    /// For each parameter its value after the step, then what is remembered.
    private static List<List<Tensor>> moved(
            Optimiser optimiser,
            long t,
            List<Tensor> values,
            List<Tensor> gradients,
            List<List<Tensor>> states) {
        double norm = StepGraph.norm(gradients);
        List<List<Tensor>> moved = new ArrayList<>();
        for (int k = 0; k < values.size(); k++) {
            StepGraph step = StepGraph.of(optimiser, values.get(k).shape(), k == 0);
            Trace trace =
                    step.trace(
                            new StepGraph.Before(
                                    values.get(k), gradients.get(k), states.get(k), t, norm));
            moved.add(
                    Stream.concat(Stream.of(step.after()), step.states().stream())
                            .map(trace::value)
                            .toList());
        }
        return moved;
    }
}
