package dev.backstep.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A random program of scalars and matrices with numbers of ordinary size: names are used several
/// times, so that gradients meet.
final class RandomProgram {

    private final Random random;
    private final List<String> scalars = new ArrayList<>(List.of("x", "y"));
    private final List<String> squares = new ArrayList<>(List.of("A", "B"));
    private final List<String> columns = new ArrayList<>(List.of("v"));
    private final StringBuilder out = new StringBuilder();

    private RandomProgram(long seed) {
        random = new Random(seed);
    }

    static String of(long seed) {
        RandomProgram p = new RandomProgram(seed);
        p.line("x = " + p.number());
        p.line("param y = " + p.number());
        p.line("A = " + p.matrix(2, 2));
        p.line("param B = " + p.matrix(2, 2));
        p.line("v = " + p.matrix(2, 1));
        p.line("const k = " + p.matrix(2, 2));
        p.squares.add("k");
        int lines = 3 + p.random.nextInt(5);
        for (int i = 0; i < lines; i++) {
            switch (p.random.nextInt(3)) {
                case 0 -> p.line("s" + i + " = " + p.scalar(), "s" + i, p.scalars);
                case 1 -> p.line("M" + i + " = " + p.square(), "M" + i, p.squares);
                default -> p.line("c" + i + " = " + p.column(), "c" + i, p.columns);
            }
        }
        p.line(
                "loss L = "
                        + p.any(p.scalars)
                        + " * "
                        + p.any(p.scalars)
                        + " + mean("
                        + p.squares.getLast()
                        + ") + sum("
                        + p.columns.getLast()
                        + "^2) + y^2");
        if (p.random.nextBoolean()) {
            p.line("train sgd(rate=0.1)");
        }
        return p.out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void line(String text, String name, List<String> kind) {
        line(text);
        kind.add(name);
    }

    private String number() {
        double x = (0.3 + random.nextInt(25) / 10.0) * (random.nextBoolean() ? 1 : -1);
        return String.format(Locale.ROOT, "%.1f", x);
    }

    private String matrix(int rows, int cols) {
        StringBuilder text = new StringBuilder("[");
        for (int k = 0; k < rows * cols; k++) {
            text.append(k == 0 ? "" : k % cols == 0 ? "; " : ", ").append(number());
        }
        return text.append(']').toString();
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String scalar() {
        String a = any(scalars);
        String b = any(scalars);
        return switch (random.nextInt(11)) {
            case 0 -> a + " + " + b;
            case 1 -> a + " - " + b;
            case 2 -> a + " * " + b;
            case 3 -> a + " / (" + b + "^2 + 1)";
            case 4 -> "tanh(" + a + ")";
            case 5 -> "sigmoid(" + a + ")";
            case 6 -> a + "^2";
            case 7 -> "mean(" + any(squares) + ")";
            case 8 -> "sum(" + any(columns) + ")";
            case 9 -> a + " * " + a + " + " + b;
            default -> "exp(sin(" + a + "))";
        };
    }

    private String square() {
        String a = any(squares);
        return switch (random.nextInt(7)) {
            case 0 -> a + " @ " + any(squares);
            case 1 -> a + " + " + any(squares);
            case 2 -> a + " * " + any(squares);
            case 3 -> "tanh(" + a + ")";
            case 4 -> a + " * " + any(scalars);
            case 5 -> a + " + " + any(columns);
            default -> a + "'";
        };
    }

    private String column() {
        return switch (random.nextInt(5)) {
            case 0 -> any(squares) + " @ " + any(columns);
            case 1 -> any(columns) + " - " + any(columns);
            case 2 -> "softmax(" + any(columns) + ")";
            case 3 -> "mean(" + any(squares) + ", cols)";
            default -> "sigmoid(" + any(columns) + ")";
        };
    }
}
