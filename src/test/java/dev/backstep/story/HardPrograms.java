package dev.backstep.story;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Programs whose leaves stand at kinks, at poles, at the edges of domains, at large and at tiny
/// numbers.
final class HardPrograms {

    private static final List<String> POINTS =
            List.of(
                    "0",
                    "1",
                    "-1",
                    "0.5",
                    "2",
                    "3",
                    "-0.3",
                    "0.7",
                    "1e-9",
                    "-1e-9",
                    "1e-12",
                    "1e-60",
                    "-1e-30",
                    "1e8",
                    "-1e8",
                    "1e12",
                    "1e50",
                    "-1e70",
                    "1.000000001",
                    "0.999999999",
                    "1.5707963",
                    "40",
                    "-40",
                    "700",
                    "-745",
                    "-1e-90",
                    "4.2");

    private static final List<String> ONE =
            List.of(
                    "neg",
                    "exp",
                    "log",
                    "sqrt",
                    "square",
                    "abs",
                    "sin",
                    "cos",
                    "tan",
                    "tanh",
                    "sigmoid",
                    "relu",
                    "softplus",
                    "gelu",
                    "silu",
                    "step",
                    "leaky_relu",
                    "elu",
                    "sum",
                    "mean",
                    "norm");

    private static final List<String> TWO =
            List.of(
                    "(%s + %s)",
                    "(%s - %s)",
                    "(%s * %s)",
                    "(%s / %s)",
                    "max(%s, %s)",
                    "min(%s, %s)",
                    "pow(%s, %s)",
                    "se(%s, %s)",
                    "bce(%s, %s)",
                    "bce_logits(%s, %s)",
                    "(%s + 1e6 * %s)",
                    "(%s)^2 + (%s)^3",
                    "(%s)^-1 - (%s)^0.5");

    private HardPrograms() {}

    static String random(Random random) {
        int leaves = 1 + random.nextInt(3);
        boolean matrix = random.nextInt(4) == 0;
        StringBuilder program = new StringBuilder();
        program.append("set relu0 = ").append(pick(List.of("0", "0.5", "1"), random)).append('\n');
        for (int i = 0; i < leaves; i++) {
            String value =
                    matrix
                            ? IntStream.range(0, 3)
                                    .mapToObj(_ -> pick(POINTS, random))
                                    .collect(Collectors.joining("; ", "[", "]"))
                            : pick(POINTS, random);
            program.append("x").append(i).append(" = ").append(value).append('\n');
        }
        String expression = expression(1 + random.nextInt(4), leaves, random);
        return program.append("L = sum(").append(expression).append(")\n").toString();
    }

    private static String expression(int depth, int leaves, Random random) {
        if (depth == 0) {
            return "x" + random.nextInt(leaves);
        }
        if (random.nextInt(3) == 0) {
            return pick(ONE, random) + "(" + expression(depth - 1, leaves, random) + ")";
        }
        return pick(TWO, random)
                .formatted(
                        expression(random.nextInt(depth), leaves, random),
                        expression(depth - 1, leaves, random));
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
