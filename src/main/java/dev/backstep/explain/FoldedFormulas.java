package dev.backstep.explain;

import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.FoldedGroup;
import dev.backstep.graph.Graph;
import dev.backstep.graph.Group;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.notation.Labels;
import dev.backstep.notation.Names;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a folded group computes, as TeX and as it is called.
final class FoldedFormulas {

    /// The most operations that are written out as one formula.
    private static final int MOST_WRITTEN = 12;

    /// The most operands that are listed by name.
    private static final int MOST_NAMED = 4;

    private FoldedFormulas() {}

    /// `Z = W x + b` of a line of the program; of other groups, and of long lines, `\text{Layer 1}:
    /// X \to a`. Nothing if the group computes one value by one op.
    static Optional<String> of(DrawnGraph drawn, Labels labels, FoldedGroup folded) {
        if (isWritten(drawn, folded)) {
            return Optional.empty();
        }
        String way =
                names(inputs(drawn, folded), labels) + " \\to " + names(values(folded), labels);
        boolean line = folded.group().kind() == Group.Kind.STATEMENT;
        return Optional.of(line ? way : Names.text(folded.group().title()) + ":\\; " + way);
    }

    /// Whether a group is told by one formula of its operands.
    static boolean isWritten(DrawnGraph drawn, FoldedGroup folded) {
        return folded.group().kind() == Group.Kind.STATEMENT
                && folded.exits().size() <= 1
                && folded.computes()
                && operations(drawn, folded) <= MOST_WRITTEN;
    }

    /// Whether a formula writes a node out, since it lies hidden inside a folded group and has no
    /// name. Only in a small group: what is used twice is written twice.
    static boolean isWrittenOut(DrawnGraph drawn, int id) {
        Node node = drawn.graph().node(id);
        return !node.isSource()
                && node.name().isEmpty()
                && drawn.vertex(id) != id
                && drawn.folded(drawn.vertex(id))
                        .filter(
                                f ->
                                        !f.exits().contains(id)
                                                && operations(drawn, f) <= MOST_WRITTEN)
                        .isPresent();
    }

    /// What a folded line computes, in words: `W @ x + b`.
    static String words(Walkthrough w, FoldedGroup folded) {
        return ExpressionText.of(applied(w.drawn(), folded.vertex()), w.labels()::words);
    }

    /// A node as a sentence names it: one without a name that is hidden inside a folded group by
    /// what it computes, in parentheses.
    static String words(Walkthrough w, int id) {
        return isWrittenOut(w.drawn(), id)
                ? "(" + ExpressionText.of(applied(w.drawn(), id), w.labels()::words) + ")"
                : w.labels().words(id);
    }

    private static Expression applied(DrawnGraph drawn, int id) {
        Node node = drawn.graph().node(id);
        List<Expression> in =
                Formulas.operands(drawn.graph(), id).stream()
                        .map(
                                i ->
                                        isWrittenOut(drawn, i)
                                                ? applied(drawn, i)
                                                : new Expression.Symbol(i))
                        .toList();
        return node.op() instanceof Op.Reshape(var to) && to.equals(shape(drawn, node))
                ? in.getFirst()
                : new Expression.Applied(node.op(), in);
    }

    private static Shape shape(DrawnGraph drawn, Node node) {
        return drawn.graph().node(node.inputs().getFirst()).shape();
    }

    /// How many operations a folded group computes.
    static long operations(DrawnGraph drawn, FoldedGroup folded) {
        return drawn.members(folded.vertex()).stream()
                .filter(n -> !n.isSource() && !n.isStretch())
                .count();
    }

    /// What goes into a folded group, without the numbers that it contains.
    static List<Integer> inputs(DrawnGraph drawn, FoldedGroup folded) {
        Graph graph = drawn.graph();
        return folded.edges().stream()
                .map(e -> drawn.source(e).id())
                .filter(id -> !(graph.node(id).op() instanceof Op.Constant))
                .distinct()
                .toList();
    }

    /// What comes out of it.
    static List<Integer> values(FoldedGroup folded) {
        return folded.exits().isEmpty() ? List.of(folded.vertex()) : folded.exits();
    }

    private static String names(List<Integer> nodes, Labels labels) {
        String some =
                nodes.stream()
                        .limit(MOST_NAMED)
                        .map(labels::tex)
                        .collect(Collectors.joining(",\\, "));
        return nodes.size() > MOST_NAMED ? some + ",\\, \\ldots" : some;
    }
}
