package dev.backstep.explain;

import dev.backstep.graph.Node;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A cross-entropy with its sum written out, and what is left of it if its labels are one-hot, as
/// TeX, a line each.
///
/// Elements are counted from 0, k is the class, i the sample.
public final class LossFormula {

    private final Walkthrough w;
    private final Node node;
    private final Numbers numbers;
    private final String loss;
    private final Tensor y;
    private final String yName;

    private LossFormula(Walkthrough w, Node node, Numbers numbers) {
        this.w = w;
        this.node = node;
        this.numbers = numbers;
        this.loss = w.labels().isSpelledOut(node.id()) ? "" : w.labels().tex(node.id());
        this.y = w.value(node.inputs().get(1));
        this.yName = name(1);
    }

    /// The lines of a node; none if it is no cross-entropy, or is drawn folded with others.
    public static List<String> of(Walkthrough w, int node, Numbers numbers) {
        Node n = w.graph().node(node);
        boolean entropy = n.op() instanceof Columnwise || n.op() instanceof Binary;
        if (!entropy || n.inputs().size() < 2 || w.drawn().folded(node).isPresent()) {
            return List.of();
        }
        LossFormula formula = new LossFormula(w, n, numbers);
        return switch (n.op()) {
            case Columnwise op when op == Columnwise.CE -> formula.classes(false);
            case Columnwise op when op == Columnwise.CE_LOGITS -> formula.classes(true);
            case Binary op when op == Binary.BCE -> formula.two(false);
            case Binary op when op == Binary.BCE_LOGITS -> formula.two(true);
            default -> List.of();
        };
    }

    /// An operand as it is called; one that has no name of its own by its formula.
    private String name(int slot) {
        int id = w.graph().unstretched(w.graph().edges(node.id()).get(slot)).id();
        return Formulas.named(w.drawn(), w.labels(), id).argument();
    }

    private static String indexed(String name, String index) {
        return "{" + name + "}_{" + index + "}";
    }

    private boolean isSingle() {
        return y.cols() == 1;
    }

    /// −Σ y log ŷ down each column.
    private List<String> classes(boolean logits) {
        List<String> lines = new ArrayList<>();
        String k = isSingle() ? "k" : "ki";
        String left = isSingle() ? loss : indexed(loss, "i");
        lines.add(
                left
                        + " = -\\sum_{k} "
                        + indexed(yName, k)
                        + " \\log "
                        + prediction(logits, k, isSingle() ? "" : "i"));
        if (IntStream.range(0, y.cols()).allMatch(this::isOneHot)) {
            lines.add(collapsed(logits));
        }
        return lines;
    }

    private String prediction(boolean logits, String index, String sample) {
        return logits
                ? indexed(
                        "\\mathrm{softmax}(" + scores(sample) + ")",
                        index.startsWith("k") ? "k" : index)
                : indexed(name(0), index);
    }

    /// The scores, or the column of one sample.
    private String scores(String sample) {
        return sample.isEmpty() ? name(0) : indexed(name(0), ":" + sample);
    }

    /// What is left for the first sample: only the logarithm at its label.
    private String collapsed(boolean logits) {
        int label = label(0);
        String index = isSingle() ? "" + label : label + "0";
        String left = isSingle() ? loss : indexed(loss, "0");
        Tensor x = w.value(node.inputs().getFirst());
        String result = " = " + numbers.tex(w.value(node.id()).at(0));
        if (logits) {
            String j = isSingle() ? "j" : "j0";
            return left
                    + " = \\log \\sum_{j} e^{"
                    + indexed(name(0), j)
                    + "} - "
                    + indexed(name(0), index)
                    + result;
        }
        return left
                + " = -\\log "
                + indexed(name(0), index)
                + " = -\\log "
                + closed(x.at(label, 0))
                + result;
    }

    private boolean isOneHot(int col) {
        int ones = 0;
        for (int row = 0; row < y.rows(); row++) {
            double at = y.at(row, col);
            if (at != 0 && at != 1) {
                return false;
            }
            ones += at == 1 ? 1 : 0;
        }
        return ones == 1;
    }

    private int label(int col) {
        return IntStream.range(0, y.rows()).filter(r -> y.at(r, col) == 1).findFirst().orElse(0);
    }

    /// −[y log ŷ + (1 − y) log(1 − ŷ)], element by element.
    private List<String> two(boolean logits) {
        boolean single = y.shape().isScalar();
        String yi = single ? yName : indexed(yName, "i");
        String x = single ? name(0) : indexed(name(0), "i");
        String p = logits ? "\\sigma(" + x + ")" : x;
        String left = single ? loss : indexed(loss, "i");
        List<String> lines = new ArrayList<>();
        lines.add(
                left
                        + " = -\\left["
                        + yi
                        + " \\log "
                        + p
                        + " + (1 - "
                        + yi
                        + ") \\log(1 - "
                        + p
                        + ")\\right]");
        chosen(logits, p, yi, left).ifPresent(lines::add);
        return lines;
    }

    /// What is left if each label is 0 or 1: it picks one of the two logarithms.
    private Optional<String> chosen(boolean logits, String p, String yi, String left) {
        if (!IntStream.range(0, y.size()).allMatch(k -> y.at(k) == 0 || y.at(k) == 1)) {
            return Optional.empty();
        }
        if (!y.shape().isScalar()) {
            String first = " & \\; " + yi + " = 1 \\\\ -\\log(1 - ";
            String second = ") & \\; " + yi + " = 0 \\end{cases}";
            return Optional.of(left + " = \\begin{cases} -\\log " + p + first + p + second);
        }
        boolean one = y.item() == 1;
        double q = w.value(node.inputs().getFirst()).item();
        String of = one ? p : "(1 - " + p + ")";
        String put = logits ? "" : " = -\\log " + closed(one ? q : 1 - q);
        String result = numbers.tex(w.value(node.id()).item());
        return Optional.of(left + " = -\\log " + of + put + " = " + result);
    }

    private String closed(double x) {
        String text = numbers.tex(x);
        return text.startsWith("-") || text.contains("cdot") ? "(" + text + ")" : text;
    }
}
