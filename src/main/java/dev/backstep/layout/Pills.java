package dev.backstep.layout;

import dev.backstep.explain.Numbers;
import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Local;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.layout.Diagram.Pill;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What rides on the wires in use backward, and where there is room for it.
final class Pills {

    /// The width of a digit and the height of a line of a pill's text.
    static final double DIGIT = 7.2;

    static final double LINE = 24;

    /// How much of a wire, in x, must be left to see beside a pill of one line; else the pill has
    /// two.
    private static final double LEFT_TO_SEE = 36;

    private static final double[] ALONG = {
        .5, .46, .54, .42, .58, .37, .63, .31, .69, .25, .75, .2, .8
    };
    private static final double[] BESIDE = {0, 20, -20, 40, -40};

    /// A pill of two lines would hide a short wire: it stands above or below it, where there is
    /// room.
    private static final double[] BESIDE_SHORT = {-26, 26, 0, -46, 46};

    private final Walkthrough w;
    private final Arrangement arrangement;
    private final Numbers numbers;

    Pills(Walkthrough w, Arrangement arrangement, Numbers numbers) {
        this.w = w;
        this.arrangement = arrangement;
        this.numbers = numbers;
    }

    /// A pill for each of these edges along which a gradient passes; none lies on a card or on
    /// another pill.
    List<Pill> on(List<Edge> edges) {
        List<Pill> pills = new ArrayList<>();
        for (Edge edge : edges) {
            w.handed(edge)
                    .ifPresent(
                            handed -> {
                                String local = local(edge);
                                String downstream = numbers.brief(handed);
                                Route route =
                                        Objects.requireNonNull(arrangement.routes().get(edge));
                                Box box = free(route, size(local, downstream, route), pills);
                                pills.add(new Pill(edge, box, local, downstream));
                            });
        }
        return pills;
    }

    private static Size size(String local, String downstream, Route route) {
        double line = (local.length() + 3 + downstream.length()) * DIGIT + 18;
        double way = Math.abs(route.end().x() - route.start().x());
        return line <= Math.max(76, way - LEFT_TO_SEE)
                ? new Size(line, LINE)
                : new Size(
                        Math.max(local.length(), downstream.length() + 2) * DIGIT + 22, LINE + 16);
    }

    private Box free(Route route, Size size, List<Pill> pills) {
        for (double beside : size.height() > LINE ? BESIDE_SHORT : BESIDE) {
            for (double t : ALONG) {
                Box box = around(route.at(t).plus(0, beside), size);
                Box roomy = box.grown(5);
                boolean free =
                        arrangement.cards().values().stream().noneMatch(roomy::overlaps)
                                && pills.stream().noneMatch(p -> p.box().overlaps(roomy));
                if (free) {
                    return box;
                }
            }
        }
        return around(route.at(0.5), size);
    }

    private static Box around(Point center, Size size) {
        return Box.at(center.plus(-size.width() / 2, -size.height() / 2), size);
    }

    /// What upstream meets on its way: `×4`, `Wᵀ ·`; with Σ where a repeated operand gets a sum.
    private String local(Edge edge) {
        boolean summed = w.graph().source(edge).isStretch();
        Local local = w.adjoint().flow(edge).orElseThrow().local();
        if (local instanceof Local.Unit && summed) {
            return "Σ";
        }
        return (summed ? "Σ " : "") + local(edge, local);
    }

    private String local(Edge edge, Local local) {
        Node node = w.graph().node(edge.node());
        return switch (local) {
            case Local.Unit _ ->
                    node.op() instanceof Op.Transpose && !node.shape().isScalar() ? "ᵀ" : "×1";
            case Local.Factor(int factor) -> factor(w.value(factor));
            case Local.Left(int left) -> name(left) + " ·";
            case Local.Right(int right) -> "· " + name(right);
            case Local.Coupled _ -> "Jᵀ ·";
        };
    }

    /// `×4`, `×(−2)`; a matrix of equal elements is a number too.
    private String factor(Tensor factor) {
        double first = factor.at(0);
        for (int k = 1; k < factor.size(); k++) {
            if (factor.at(k) != first) {
                return "⊙ " + factor.shape();
            }
        }
        String number = numbers.plain(first);
        return number.startsWith("−") ? "×(" + number + ")" : "×" + number;
    }

    /// `a[1]ᵀ` where the node transposes one of the program's, else its shape.
    private String name(int id) {
        Graph graph = w.adjoint().graph();
        Node node = graph.node(id);
        boolean transposed = node.op() instanceof Op.Transpose;
        int named = transposed ? node.inputs().getFirst() : id;
        if (named >= w.graph().size()) {
            return node.shape().toString();
        }
        return w.labels().words(named) + (transposed ? "ᵀ" : "");
    }
}
