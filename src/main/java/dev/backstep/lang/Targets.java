package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columns;
import dev.backstep.train.Dataset.Task;
import java.util.List;
import java.util.Set;

/// What the data give to be learnt, against the losses that compare it.
///
/// A cross-entropy of numbers is no distance: it has no least value, so training would only make it
/// ever more negative. Shares from 0 to 1 are probabilities and may be compared.
final class Targets {

    private static final Set<Op> OF_ONE = Set.of(Binary.BCE, Binary.BCE_LOGITS);
    private static final Set<Op> OF_CLASSES = Set.of(Columns.CE, Columns.CE_LOGITS);
    private static final String HINT = "compare numbers by se, as in mean(se(yhat, y))";
    private static final String HINT_FILE = HINT + "; classes are 0 and 1, or words";

    private Targets() {}

    /// Every loss for classes that the output is made of and that is given numbers.
    static List<Problem> problems(Model model, Learning learning) {
        if (learning.data().train().task() != Task.REGRESSION) {
            return List.of();
        }
        boolean[] used = Networks.used(model.graph(), model.output());
        int y = Networks.leaf(model, "y");
        return model.graph().nodes().stream()
                .filter(n -> used[n.id()] && isForClasses(n.op(), learning))
                .filter(n -> n.inputs().stream().anyMatch(i -> source(model.graph(), i) == y))
                .map(n -> problem(model, n, learning))
                .toList();
    }

    private static Problem problem(Model model, Node loss, Learning learning) {
        return new Problem(
                model.span(loss.id()),
                learning.dataName()
                        + " gives numbers, and "
                        + loss.op().word()
                        + " compares classes",
                learning.dataName().equals(DataLine.CSV) ? HINT_FILE : HINT);
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
        while (node.op() instanceof Op.Stretch || node.op() instanceof Op.Reshape) {
            node = graph.node(node.inputs().getFirst());
        }
        return node.id();
    }
}
