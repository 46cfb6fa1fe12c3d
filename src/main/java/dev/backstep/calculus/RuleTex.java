package dev.backstep.calculus;

import dev.backstep.calculus.ShortRule.Factor;
import dev.backstep.calculus.ShortRule.MinusLabels;
import dev.backstep.explain.Explanation;
import dev.backstep.explain.Formulas;
import dev.backstep.graph.Edge;
import dev.backstep.graph.LocalGradient;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import java.util.Optional;

/// A short rule as TeX, with the names of the program.
public record RuleTex(Walkthrough w, Collapse collapse, Numbers numbers) {

    /// Longer sums are cut short.
    private static final int MOST = 8;

    /// `\frac{\partial L}{\partial x} = w^{\top}\,\frac{\partial L}{\partial z}`; nothing without a
    /// rule.
    public Optional<String> rule() {
        return collapse.rule().map(rule -> downstream() + " = " + right(rule));
    }

    /// The upstream gradient: `\frac{\partial L}{\partial z}`, or g if it is none.
    public String upstream() {
        return collapse.arrives() ? partial(of()) : "g";
    }

    /// What it becomes at the operand; if other paths lead there too, the part that comes through
    /// this node.
    public String downstream() {
        if (!collapse.arrives()) {
            return "J^{\\top} g";
        }
        return collapse.whole()
                ? partial(by())
                : "\\left." + partial(by()) + "\\right|_{" + label(of()) + "}";
    }

    private int of() {
        return collapse.jacobian().of();
    }

    private int by() {
        return collapse.jacobian().by();
    }

    private String label(int node) {
        return w.labels().tex(node);
    }

    private String partial(int node) {
        return Formulas.partial(label(w.output()), label(node));
    }

    private String right(ShortRule rule) {
        String g = upstream();
        return switch (rule) {
            case ShortRule.Zero _ -> "0";
            case ShortRule.Scaled(double factor) -> factor == 1 ? g : scale(factor) + "\\," + g;
            case ShortRule.Elementwise _ -> g + " \\odot " + slope();
            case ShortRule.Moved moved ->
                    moved.transposed() ? power(g) : "\\left(" + g + "\\right)_{\\pi}";
            case ShortRule.Product(var left, var right) ->
                    left.map(f -> factor(f, "A^{\\top}") + "\\,").orElse("")
                            + g
                            + right.map(f -> "\\," + factor(f, "B")).orElse("");
            case ShortRule.Softmax _ ->
                    label(of())
                            + " \\odot \\left("
                            + g
                            + " - \\sum "
                            + label(of())
                            + " \\odot "
                            + g
                            + "\\right)";
            case ShortRule.LogSoftmax _ ->
                    g + " - \\mathrm{softmax}(" + label(by()) + ") \\sum " + g;
            case MinusLabels minus -> minus(minus, g);
            case ShortRule.Gradient _ -> g + "\\," + Formulas.partial(label(of()), label(by()));
        };
    }

    private static String power(String g) {
        return "\\left(" + g + "\\right)^{\\top}";
    }

    private String minus(MinusLabels minus, String g) {
        String prediction =
                minus.node()
                        .map(this::label)
                        .orElseGet(
                                () ->
                                        switch (minus.kind()) {
                                            case SOFTMAX ->
                                                    "\\mathrm{softmax}(" + label(by()) + ")";
                                            case SIGMOID -> "\\sigma(" + label(by()) + ")";
                                            case IDENTITY -> label(by());
                                        });
        String difference = prediction + " - " + label(minus.labels());
        String share = minus.factor() == 1 ? "" : scale(minus.factor());
        boolean alone = of() == w.output();
        String sign = collapse.jacobian().output().isScalar() ? "\\cdot " : "\\odot ";
        return alone && share.isEmpty()
                ? difference
                : share + "\\left(" + difference + "\\right)" + (alone ? "" : sign + g);
    }

    /// A factor of a rule; 1 divided by a whole number is written as such.
    private String scale(double factor) {
        double parts = 1 / factor;
        boolean share = Math.abs(factor) < 1 && Math.abs(parts - Math.rint(parts)) < 1e-9;
        return share
                ? "\\tfrac{1}{" + Math.round(parts) + "}"
                : factor == -1 ? "-" : numbers.tex(factor);
    }

    private String factor(Factor f, String unknown) {
        return f.isOnes()
                ? "\\mathbf{1}_{" + f.matrix().rows() + "\\times " + f.matrix().cols() + "}"
                : f.node().map(n -> label(n) + (f.transposed() ? "^{\\top}" : "")).orElse(unknown);
    }

    /// The diagonal: if a single op lies between, its own formula.
    private String slope() {
        return direct().map(edge -> Explanation.localGradient(w, edge, numbers))
                .orElse(Formulas.partial(label(of()), label(by())));
    }

    private Optional<Edge> direct() {
        return w.graph().edges(of()).stream()
                .filter(e -> w.graph().node(of()).inputs().size() == 1)
                .filter(e -> w.graph().source(e).id() == by())
                .filter(e -> w.drawn().folded(w.drawn().user(e)).isEmpty())
                .filter(this::isFactor)
                .findFirst();
    }

    private boolean isFactor(Edge edge) {
        return w.adjoint()
                .flow(edge)
                .filter(f -> f.local() instanceof LocalGradient.Factor)
                .isPresent();
    }

    /// One element of what upstream becomes: `\frac{\partial L}{\partial x_{0}}`.
    public String element(int column) {
        String x = element(w, by(), column);
        if (!collapse.arrives()) {
            return "\\left(J^{\\top} g\\right)_{" + column + "}";
        }
        String whole = Formulas.partial(label(w.output()), x);
        return collapse.whole() ? whole : "\\left." + whole + "\\right|_{" + label(of()) + "}";
    }

    /// The sum that makes one element of the result: `2\cdot 1 + 1\cdot 10 = 12`; of more than
    /// eight terms the first and the last.
    public String sum(int column) {
        return sum(column, MOST);
    }

    /// The same with as many terms at the most, of which two are `\ldots` and the last.
    public String sum(int column, int most) {
        Tensor j = collapse.jacobian().matrix();
        StringBuilder out = new StringBuilder();
        int rows = j.rows();
        for (int row = 0; row < rows; row++) {
            if (rows > most && row == most - 2) {
                out.append(" + \\ldots");
                row = rows - 1;
            }
            out.append(out.isEmpty() ? "" : " + ")
                    .append(closed(j.at(row, column)))
                    .append(" \\cdot ")
                    .append(closed(collapse.upstream().at(row)));
        }
        return out + " = " + numbers.tex(collapse.downstream().at(column));
    }

    private String closed(double x) {
        String text = numbers.tex(x);
        return text.startsWith("-") ? "(" + text + ")" : text;
    }

    /// What an element of a node is called: `z_{0}`, `x_{1,2}`, or the name of a 1×1.
    public static String element(Walkthrough w, int node, int k) {
        Shape shape = w.graph().node(node).shape();
        String label = w.labels().tex(node);
        if (shape.isScalar()) {
            return label;
        }
        int row = k / shape.cols();
        int col = k % shape.cols();
        String index =
                shape.cols() == 1
                        ? "" + row
                        : shape.rows() == 1
                                ? "" + col
                                : row < 10 && col < 10 ? "" + row + col : row + ",\\," + col;
        boolean plain = label.matches("[a-zA-Z]|\\\\[a-z]+|\\\\hat\\{[a-z]}|.+\\^\\{\\[\\d+]}");
        return plain ? label + "_{" + index + "}" : label + "[" + index + "]";
    }
}
