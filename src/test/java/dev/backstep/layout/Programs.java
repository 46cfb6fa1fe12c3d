package dev.backstep.layout;

import dev.backstep.graph.Detail;
import dev.backstep.graph.Folding;
import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

/// Programs to draw.
public final class Programs {

    public static final String SAMPLE = "x = 1\ny = 4\nL = x^2 + 2*x*y\n";

    /// Two layers on a batch, written out, with the lecture's names.
    public static final String NETWORK =
            """
            const X = normal(2, 32, seed=1)
            const y = ones(1, 32)
            param W1 = xavier(6, 2, seed=1)
            param b1 = zeros(6, 1)
            param W2 = xavier(6, 6, seed=2)
            param b2 = zeros(6, 1)
            param W3 = xavier(1, 6, seed=3)
            param b3 = zeros(1, 1)
            Z1 = W1 @ X + b1
            a1 = tanh(Z1)
            Z2 = W2 @ a1 + b2
            a2 = tanh(Z2)
            Z3 = W3 @ a2 + b3
            yhat = sigmoid(Z3)
            loss L = mean(bce(yhat, y))
            """;

    /// A unit that learns from few samples.
    public static final String XOR =
            """
            data xor(samples=20, seed=1)
            param w = normal(1, 2, seed=1)
            yhat = sigmoid(w @ X)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.5, batch=4)
            """;

    private Programs() {}

    public static Walkthrough read(String program) {
        Model m = model(program);
        return Walkthrough.of(m.graph(), m.output(), m.leaves(), Story.Grain.NODES);
    }

    /// The programs of the folder `samples`.
    public static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            return files.filter(f -> f.toString().endsWith(".bs")).sorted().toList().stream();
        }
    }

    /// A program as the window draws it, at a level of detail: without cards of literals.
    public static Walkthrough read(String program, Detail.Level level) {
        Model m = model(program);
        return Walkthrough.of(m.graph(), m.output(), m.leaves(), Story.Grain.NODES, false)
                .folded(Folding.of(m.groups(), Detail.of(level)));
    }

    /// The same of a file.
    public static Walkthrough read(Path file, Detail.Level level) {
        try {
            return read(Files.readString(file), level);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Model model(String program) {
        return switch (Language.read(program)) {
            case ReadResult.Ok(var model) -> model;
            case ReadResult.Problems(var problems) -> throw new AssertionError(problems);
        };
    }

    /// Each statement the sine of the one before.
    public static String chain(int statements) {
        StringBuilder text = new StringBuilder("v0 = 1\n");
        for (int i = 1; i < statements; i++) {
            text.append("v").append(i).append(" = sin(v").append(i - 1).append(")\n");
        }
        return text.toString();
    }

    /// A scalar program with `ops` operations on three inputs; every operation is used.
    public static String scalars(int ops, long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("x = 0.5\ny = -1.25\nz = 2\n");
        String[] names = new String[ops + 3];
        names[0] = "x";
        names[1] = "y";
        names[2] = "z";
        for (int i = 0; i < ops; i++) {
            int near = Math.max(0, i + 3 - 12);
            String a = i == 0 ? "x" : names[i + 2 - random.nextInt(Math.min(7, i))];
            String b = names[near + random.nextInt(i + 3 - near)];
            String name = "v" + i;
            text.append(name)
                    .append(" = ")
                    .append(
                            switch (random.nextInt(4)) {
                                case 0 -> a + " + " + b;
                                case 1 -> a + " * " + b;
                                case 2 -> "tanh(" + a + " - " + b + ")";
                                default -> "sin(" + a + ")";
                            })
                    .append('\n');
            names[i + 3] = name;
        }
        return text.append("L = ")
                .append(names[ops + 2])
                .append(" + ")
                .append(names[ops + 1])
                .append('\n')
                .toString();
    }
}
