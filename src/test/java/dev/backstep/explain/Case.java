package dev.backstep.explain;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.graph.OpExamples;
import dev.backstep.lang.Language;
import dev.backstep.lang.ReadResult;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A small walkthrough about one op.
public record Case(String name, Walkthrough w, int node) {

    private static final Shape MATRIX = new Shape(2, 3);

    /// The walkthrough of a program that must be right.
    public static Walkthrough program(String text) {
        return program(text, Story.Grain.NODES);
    }

    public static Walkthrough program(String text, Story.Grain grain) {
        return switch (Language.read(text)) {
            case ReadResult.Ok(var model) ->
                    Walkthrough.of(model.graph(), model.output(), model.leaves(), grain);
            case ReadResult.Problems(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    /// The text of every sample.
    public static Stream<String> samples() {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".bs")).sorted().toList()) {
                texts.add(Files.readString(file));
            }
            return texts.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every op at least once, on scalars where it takes them and on matrices.
    public static List<Case> all() {
        List<Case> all = new ArrayList<>();
        for (Op op : ops()) {
            if (!(op instanceof Op.Reshape || op instanceof Op.Slice) && !reducesPartly(op)) {
                all.add(of(op + " scalar", op, shapes(op, true), false));
            }
            all.add(of(op + " matrix", op, shapes(op, false), false));
        }
        all.add(of("diagonal of a square", new Op.Diag(), List.of(new Shape(3, 3)), false));
        for (Op op :
                List.of(
                        new Op.Relu(0.5),
                        new Op.Abs(0),
                        new Op.LeakyRelu(0.01, 0.505),
                        Binary.MAX)) {
            all.add(of(op + " at 0", op, shapes(op, true), true));
        }
        return all;
    }

    /// Those of all tests that a program can have, enums last: it never stretches by itself, and
    /// never reduces to the shape that is there.
    private static List<Op> ops() {
        return OpExamples.differentiable(MATRIX).stream()
                .filter(op -> !(op instanceof Op.Broadcast))
                .filter(op -> !(op instanceof Op.Reduction r && r.to().equals(MATRIX)))
                .filter(op -> !(op instanceof Op.Centre c && c.over().equals(MATRIX)))
                .sorted(Comparator.comparing(Enum.class::isInstance))
                .toList();
    }

    private static int operands(Op op) {
        return switch (op) {
            case Binary _, Op.MatMul _, Op.Dot _, Op.Join _ -> 2;
            case Columnwise columns ->
                    columns == Columnwise.CE || columns == Columnwise.CE_LOGITS ? 2 : 1;
            default -> 1;
        };
    }

    private static List<Shape> shapes(Op op, boolean scalar) {
        Shape matrix = op instanceof Op.Diag ? new Shape(3, 1) : MATRIX;
        Shape first = scalar ? Shape.SCALAR : matrix;
        Shape second = op instanceof Op.MatMul ? first.transposed() : first;
        return operands(op) == 1 ? List.of(first) : List.of(first, second);
    }

    private static boolean reducesPartly(Op op) {
        return op instanceof Op.Reduction reduction && !reduction.to().isScalar()
                || op instanceof Op.Centre(Shape over) && !over.isScalar();
    }

    private static Case of(String name, Op op, List<Shape> shapes, boolean zero) {
        Graph.Builder b = Graph.builder();
        Map<Integer, Tensor> leaves = new HashMap<>();
        int[] in = new int[shapes.size()];
        for (int i = 0; i < in.length; i++) {
            double first = i == 0 ? 0.25 : 0.75;
            in[i] = b.leaf(i == 0 ? "x" : "y", Op.Role.INPUT, shapes.get(i));
            leaves.put(in[i], Tensor.generate(shapes.get(i), k -> zero ? 0 : first / (1 + k)));
        }
        int z = b.add(op, in);
        b.name(z, "z");
        int sum = b.add(new Op.SumTo(Shape.SCALAR), b.broadcast(Binary.MUL, b.constant(5), z));
        b.name(sum, "L");
        return new Case(name, Walkthrough.of(b.build(), sum, leaves, Story.Grain.NODES), z);
    }
}
