package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Columnwise;
import dev.backstep.text.Message;
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
    private static final Set<Op> OF_CLASSES = Set.of(Columnwise.CE, Columnwise.CE_LOGITS);
    private static final Message HINT = Message.of("hint.compare.se");
    private static final Message HINT_FILE = Message.of("hint.compare.se.file");

    private static final Message HINT_NUMBERS = Message.of("hint.numbers");

    private static final Message HINT_ONE_ROW = Message.of("hint.one.row");

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
        boolean overClasses = OF_CLASSES.stream().anyMatch(op -> isMisfit(problem.message(), op));
        if (!overClasses || !problem.hint().isEmpty() || engine.task().isEmpty()) {
            return problem;
        }
        Message hint =
                switch (engine.task().get()) {
                    case REGRESSION -> HINT_NUMBERS;
                    case BINARY -> HINT_ONE_ROW;
                    case CLASSES -> Message.of("hint.class.rows").with("n", engine.y().rows());
                };
        return new Problem(problem.span(), problem.message(), hint);
    }

    private static boolean isMisfit(Message message, Op op) {
        return message instanceof Message.Pattern(var key, var arguments)
                && key.equals("problem.misfit")
                && Message.verbatim(op.word()).equals(arguments.get("function"));
    }

    private static Optional<Problem> problem(Model model, Node loss, Learning learning) {
        String data = learning.dataName();
        String word = loss.op().word();
        Span where = model.span(loss.id());
        Problem numbers =
                new Problem(
                        where,
                        Message.of("problem.targets.numbers").with("data", data).with("loss", word),
                        data.equals(DataLine.CSV) ? HINT_FILE : HINT);
        Problem oneRow =
                new Problem(
                        where,
                        Message.of("problem.targets.row").with("data", data).with("loss", word),
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
        while (node.op() instanceof Op.Broadcast
                || node.op() instanceof Op.Reshape
                || node.op() instanceof Op.Transpose) {
            node = graph.node(node.inputs().getFirst());
        }
        return node.id();
    }
}
