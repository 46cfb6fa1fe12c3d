package dev.backstep.lang;

import dev.backstep.lang.BackstepParser.CallContext;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Matrices by rule: constant, or drawn at random from a seed, the same on every machine.
final class Initialisers {

    private Initialisers() {}

    static boolean known(String function) {
        return FunctionTable.find(function)
                .filter(f -> f.meaning() instanceof Function.ToElements)
                .isPresent();
    }

    static Literal of(CallContext call, TokenPositions place) {
        Arguments arguments = Arguments.of(call, place);
        String name = call.NAME().getText();
        Shape shape = arguments.shape();
        if (arguments.numbers().getOrDefault("std", 0.0) < 0) {
            throw place.wrong(call, Message.of("problem.std"));
        }
        if (name.equals("uniform") && arguments.number("low") > arguments.number("high")) {
            throw place.wrong(call, Message.of("problem.low.high"), Message.of("hint.change"));
        }
        double seed = arguments.numbers().getOrDefault("seed", 0.0);
        if (seed != Math.rint(seed) || Math.abs(seed) > 1L << 53) {
            throw place.wrong(call, Message.of("problem.seed"), Hint.example("seed=42"));
        }
        return new Literal(
                shape,
                () -> Tensor.generate(shape, elements(arguments.numbers(), name, shape)),
                List.of());
    }

    /// What `rule(rows, columns, seed=seed)` gives.
    static Tensor weights(String rule, Shape shape, long seed) {
        return Tensor.generate(shape, elements(Map.of("seed", (double) seed), rule, shape));
    }

    private static IntToDoubleFunction elements(
            Map<String, Double> given, String name, Shape shape) {
        double seed = given.getOrDefault("seed", 0.0);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create((long) seed);
        return FunctionTable.get(name).elements(given, shape, random);
    }

    /// Glorot and Bengio 2010, uniform.
    static IntToDoubleFunction xavier(Map<String, Double> given, Shape shape, RandomGenerator r) {
        double limit = Math.sqrt(6.0 / (shape.rows() + shape.cols()));
        return _ -> limit * (2 * r.nextDouble() - 1);
    }

    /// He et al. 2015, normal.
    static IntToDoubleFunction he(Map<String, Double> given, Shape shape, RandomGenerator r) {
        double std = Math.sqrt(2.0 / shape.cols());
        return _ -> std * r.nextGaussian();
    }

    static IntToDoubleFunction uniform(Map<String, Double> given, Shape shape, RandomGenerator r) {
        double low = given.getOrDefault("low", -1.0);
        double high = given.getOrDefault("high", 1.0);
        return _ -> low + (high - low) * r.nextDouble();
    }

    static IntToDoubleFunction normal(Map<String, Double> given, Shape shape, RandomGenerator r) {
        double std = given.getOrDefault("std", 1.0);
        return _ -> std * r.nextGaussian();
    }
}
