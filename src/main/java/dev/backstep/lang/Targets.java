package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the data give to be learnt, against the losses that compare it.
///
/// A cross-entropy of numbers is no distance: it has no least value, so training would only make it
/// ever more negative. Shares from 0 to 1 are probabilities and may be compared. The cross-entropy
/// of several classes, given one row, sees only the samples of label 1, and after a softmax, which
/// makes of one row nothing but 1, not even those.
final class Targets {

    private static final Set<Op> OF_ONE = Set.of(Binary.BCE, Binary.BCE_LOGITS);
    private static final Set<Op> OF_CLASSES = Set.of(Columns.CE, Columns.CE_LOGITS);
    private static final String HINT = "compare numbers by se, as in mean(se(yhat, y))";
    private static final String HINT_FILE =
            HINT + "; for classes add classes=true to the data line and compare by ce";

    private static final String HINT_NUMBERS =
            "y holds numbers; for classes of a csv file add classes=true to its line";

    private static final String HINT_ONE_ROW =
            "compare one row by bce, as in mean(bce(yhat, y)) after a sigmoid";

    private Targets() {}

    /// Every loss that the output is made of and that does not fit the labels.
    static List<Problem> problems(Model model, Learning learning) {
        if (!learning.hasData()) {
            return List.of();
        }
        boolean[] used = Networks.used(model.graph(), model.output());
        int y = Networks.leaf(model, "y");
        return model.graph().nodes().stream()
                .filter(n -> used[n.id()])
                .filter(n -> n.inputs().stream().anyMatch(i -> source(model.graph(), i) == y))
                .flatMap(n -> problem(model, n, learning).stream())
                .toList();
    }

    /// The same problem, with the way out where a loss over classes is given a `y` of one row.
    static Problem hinted(Problem problem, Engine engine) {
        boolean overClasses =
                OF_CLASSES.stream().anyMatch(op -> problem.message().startsWith(op.word() + ": "));
        if (!overClasses || !problem.hint().isEmpty() || engine.task().isEmpty()) {
            return problem;
        }
        String hint =
                switch (engine.task().get()) {
                    case REGRESSION -> HINT_NUMBERS;
                    case BINARY -> HINT_ONE_ROW;
                    case CLASSES -> "y has a row for each of its " + engine.y().rows() + " classes";
                };
        return new Problem(problem.span(), problem.message(), hint);
    }

    private static Optional<Problem> problem(Model model, Node loss, Learning learning) {
        String data = learning.dataName();
        String word = loss.op().word();
        Span where = model.span(loss.id());
        Problem numbers =
                new Problem(
                        where,
                        data + " gives numbers, and " + word + " compares classes",
                        data.equals(DataLine.CSV) ? HINT_FILE : HINT);
        Problem oneRow =
                new Problem(
                        where,
                        data
                                + " gives one row of 0 and 1, and "
                                + (word + " compares a row for each class"),
                        HINT_ONE_ROW);
        return switch (learning.data().train().task()) {
            case REGRESSION -> Optional.of(numbers).filter(_ -> isForClasses(loss.op(), learning));
            case BINARY -> Optional.of(oneRow).filter(_ -> isOverOneRow(model.graph(), loss));
            case CLASSES -> Optional.empty();
        };
    }

    private static boolean isOverOneRow(Graph graph, Node loss) {
        return OF_CLASSES.contains(loss.op())
                && graph.node(loss.inputs().getFirst()).shape().rows() == 1;
    }

    private static boolean isForClasses(Op op, Learning learning) {
        return OF_CLASSES.contains(op)
                || (OF_ONE.contains(op)
                        && !(learning.data().train().isShares()
                                && learning.data().test().isShares()));
    }

    /// The node whose very elements these are, under another name or shape.
    private static int source(Graph graph, int id) {
        Node node = graph.node(id);
        while (node.op() instanceof Op.Stretch
                || node.op() instanceof Op.Reshape
                || node.op() instanceof Op.Transpose) {
            node = graph.node(node.inputs().getFirst());
        }
        return node.id();
    }
}
