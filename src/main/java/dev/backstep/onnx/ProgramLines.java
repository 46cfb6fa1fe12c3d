package dev.backstep.onnx;

import dev.backstep.lang.Language;
import dev.backstep.lang.MatrixText;
import dev.backstep.lang.NumberText;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/// The lines of a program while it is written: leaves, then statements in sections.
final class ProgramLines {

    /// A matrix of more elements goes into a file of its own.
    private static final int MOST_WRITTEN = 1_000;

    private static final Pattern ATOM = Pattern.compile("[A-Za-z]\\w*|\\(?-?[0-9][0-9.e-]*\\)?");

    /// Types of operators whose one line computes more than one thing.
    private static final List<String> SEVERAL = List.of("Gemm", "Gelu");

    private record Statement(String line, String scope, boolean isSeveral) {}

    private final LegalNames names = new LegalNames();
    private final List<String> leaves = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final Map<String, Tensor> files = new LinkedHashMap<>();
    private final Optional<String> stem;
    private long written;

    /// @param stem what the names of files begin with; nothing if there may be none
    ProgramLines(Optional<String> stem) {
        this.stem = stem;
    }

    /// Files that the program names, beside itself.
    Map<String, Tensor> files() {
        return files;
    }

    String freshName(String foreign) {
        return names.fresh(foreign, "t");
    }

    /// Adds a line above all statements.
    ///
    /// @param note what stands behind it
    void leaf(String line, String note) {
        leaves.add(line + "  # " + SafeText.of(note));
    }

    /// A weight that training moves; a single number that has no dimension is a constant.
    Operand weight(OnnxTensor weight) {
        return Operand.of(
                weight,
                transposed -> {
                    String name = freshName(weight.name());
                    String kind = weight.dims().isEmpty() ? "const " : "param ";
                    write(kind, name, weight, transposed);
                    return name;
                });
    }

    /// Numbers that belong to the computation; a single one stands in the expression itself.
    Operand constant(OnnxTensor constant) {
        return Operand.of(
                constant,
                transposed -> {
                    if (constant.reals().length == 1) {
                        return inline(finite(constant, constant.reals()[0]));
                    }
                    String name = freshName(constant.name());
                    write("const ", name, constant, transposed);
                    return name;
                });
    }

    /// A number as an operand.
    static String inline(double x) {
        String text = NumberText.text(x);
        return text.startsWith("-") ? "(" + text + ")" : text;
    }

    private void write(String kind, String name, OnnxTensor leaf, boolean transposed) {
        boolean inText = leaf.reals().length <= MOST_WRITTEN || stem.isEmpty();
        if (inText) {
            count(leaf.reals().length);
        }
        Tensor value = matrix(leaf, transposed);
        String note = leaf.name() + " " + Dims.words(leaf.dims());
        if (inText) {
            leaf(kind + name + " = " + MatrixText.of(value), note);
        } else {
            String file = freshFile(stem.orElseThrow() + "-" + name);
            files.put(file, value);
            leaf(kind + name + " = file(\"" + file + "\")", note);
        }
    }

    /// Refuses more numbers than a program has room for before they are written out: each takes a
    /// digit and a sign behind it.
    private void count(int numbers) {
        written += numbers;
        if (written > Language.MAX_LENGTH / 2) {
            throw new Refusal(Message.of("onnx.long"));
        }
    }

    /// Systems that do not tell `W` from `w` keep a file of each.
    private String freshFile(String name) {
        String fresh = name + ".npy";
        for (int k = 2; isTaken(fresh); k++) {
            fresh = name + "_" + k + ".npy";
        }
        return fresh;
    }

    private boolean isTaken(String file) {
        return files.keySet().stream().anyMatch(file::equalsIgnoreCase);
    }

    /// A tensor as the program has it: its transpose, or itself.
    private static Tensor matrix(OnnxTensor leaf, boolean transposed) {
        if (!leaf.type().isReal()) {
            throw new Refusal(
                    Message.of("onnx.type")
                            .with("tensor", said(leaf))
                            .with("type", leaf.type().word()));
        }
        if (leaf.reals().length == 0) {
            throw new Refusal(Message.of("onnx.empty.weight").with("tensor", said(leaf)));
        }
        DoubleStream.of(leaf.reals()).forEach(x -> finite(leaf, x));
        int rank = leaf.dims().size();
        int rows = rank < 2 ? 1 : leaf.dims().getFirst();
        Tensor straight = Tensor.of(new Shape(rows, leaf.reals().length / rows), leaf.reals());
        return transposed ? straight.transposed() : straight;
    }

    private static double finite(OnnxTensor leaf, double x) {
        if (!Double.isFinite(x)) {
            throw new Refusal(
                    Message.of("onnx.not.finite")
                            .with("tensor", said(leaf))
                            .with("value", Double.toString(x)));
        }
        return x;
    }

    private static String said(OnnxTensor leaf) {
        return SafeText.of(leaf.name());
    }

    /// Adds a line for what a node computes, unless it is there already.
    ///
    /// @param output what the model calls it
    /// @return what an expression calls it
    String statement(OnnxNode node, String output, String expression) {
        if (ATOM.matcher(expression).matches()) {
            return expression;
        }
        String name = freshName(output);
        String note = node.name().isEmpty() ? node.type() : node.type() + " " + node.name();
        statement(
                name + " = " + expression + "  # " + SafeText.of(note),
                Scopes.title(node.name()),
                SEVERAL.contains(node.type()));
        return name;
    }

    private void statement(String line, String scope, boolean isSeveral) {
        statements.add(new Statement(line, scope, isSeveral));
    }

    /// All lines; those of one scope that follow each other are a section, if they are more than a
    /// single operation.
    List<String> lines() {
        List<String> lines = new ArrayList<>(leaves);
        lines.add("");
        boolean open = false;
        for (int from = 0; from < statements.size(); ) {
            String scope = statements.get(from).scope();
            int to = from + 1;
            while (to < statements.size() && statements.get(to).scope().equals(scope)) {
                to++;
            }
            boolean section =
                    !scope.isEmpty() && (to - from > 1 || statements.get(from).isSeveral());
            if (section || open) {
                lines.add(section ? "## " + scope : "##");
            }
            open = section;
            statements.subList(from, to).forEach(s -> lines.add(s.line()));
            from = to;
        }
        if (open) {
            lines.add("##");
        }
        return lines;
    }
}
