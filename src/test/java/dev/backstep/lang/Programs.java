package dev.backstep.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random programs that mean something: scalars, and 2×3 matrices.
final class Programs {

    private static final String[] UNARY = {
        "exp",
        "log",
        "neg",
        "tanh",
        "σ",
        "relu",
        "abs",
        "step",
        "gelu",
        "softplus",
        "square",
        "norm"
    };

    private final Random random;
    private final List<String> scalars = new ArrayList<>();
    private final List<String> matrices = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();

    private Programs(long seed) {
        this.random = new Random(seed);
    }

    static String random(long seed) {
        Programs p = new Programs(seed);
        if (p.random.nextBoolean()) {
            p.out.append("set relu0 = ").append(p.random.nextInt(2)).append('\n');
        }
        p.line("x", p.number(), p.scalars);
        p.line("param y", p.number(), p.scalars);
        p.line("const A", "[1, -2.5, 3; 1/4, 1e-7, 6]", p.matrices);
        p.line("B", "normal(2, 3, seed=" + p.random.nextInt(9) + ")", p.matrices);
        for (int i = 0; i < 6; i++) {
            if (p.random.nextInt(3) > 0) {
                p.line("s" + i, p.scalar(3), p.scalars);
            } else {
                p.line("M" + i, p.matrix(2), p.matrices);
            }
        }
        p.line("loss L", p.scalar(3) + " + sum(" + p.matrix(2) + ")", p.scalars);
        p.line("after", p.scalar(2), p.scalars);
        return p.out.toString();
    }

    private void line(String head, String right, List<String> kind) {
        out.append(head)
                .append(" = ")
                .append(right)
                .append(random.nextInt(4) == 0 ? "  # why\n" : "\n");
        kind.add(head.substring(head.lastIndexOf(' ') + 1));
    }

    private String number() {
        return switch (random.nextInt(4)) {
            case 0 -> Integer.toString(random.nextInt(100));
            case 1 -> "-" + random.nextDouble();
            case 2 -> random.nextInt(10) + "e" + (random.nextInt(60) - 30);
            default -> Double.toString(random.nextDouble());
        };
    }

    private String scalar(int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? number() : scalars.get(random.nextInt(scalars.size()));
        }
        String a = scalar(depth - 1);
        String b = scalar(depth - 1);
        return switch (random.nextInt(13)) {
            case 0 -> a + " + " + b;
            case 1 -> a + " - " + b;
            case 2 -> a + " - (" + b + ")";
            case 3 -> "(" + a + ") * (" + b + ")";
            case 4 -> "(" + a + ") / (" + b + ")";
            case 5 -> "-(" + a + ")";
            case 6 -> "(" + a + ")^" + (random.nextBoolean() ? "2" : "-0.5");
            case 7 -> "(" + a + ")^(" + b + ")";
            case 8 -> UNARY[random.nextInt(UNARY.length)] + "(" + a + ")";
            case 9 -> "leaky_relu(" + a + ", slope=0.3) + elu(" + b + ")";
            case 10 -> "max(" + a + ", " + b + ")";
            case 11 -> "dot(" + matrix(depth - 1) + ", " + matrix(depth - 1) + ")";
            default -> (random.nextBoolean() ? "mean(" : "sum(") + matrix(depth - 1) + ")";
        };
    }

    private String matrix(int depth) {
        if (depth == 0) {
            return matrices.get(random.nextInt(matrices.size()));
        }
        String a = matrix(depth - 1);
        return switch (random.nextInt(9)) {
            case 0 -> "(" + a + ") + " + scalar(depth - 1);
            case 1 -> "(" + a + ") * (" + matrix(depth - 1) + ")";
            case 2 -> "(" + a + ") @ [1, 2, 3; -4, 5, 6; 7, 8, 9]";
            case 3 -> "(" + a + ")''";
            case 4 -> "softmax(" + a + ")";
            case 5 -> "(" + a + ") - sum(" + a + ", cols)";
            case 6 -> "(" + a + ") * mean(" + a + ", rows)";
            case 7 -> "-(" + a + ")";
            default -> "reshape((" + a + ")', 2, 3)";
        };
    }
}
