package dev.backstep.lang;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.lang.BackstepParser.MatrixContext;
import dev.backstep.lang.BackstepParser.RowContext;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.List;
import java.util.function.ToIntFunction;
import org.antlr.v4.runtime.ParserRuleContext;

/// `[a, b; c, d]` with an expression in it: matrices side by side, and such rows one above the
/// other.
final class BlockMatrices {

    private final Scope scope;
    private final TokenPositions place;

    BlockMatrices(Scope scope, TokenPositions place) {
        this.scope = scope;
        this.place = place;
    }

    /// Appends the nodes of a block matrix; returns the id of its result.
    ///
    /// @throws ProblemException if its parts do not fit
    int block(MatrixContext m, ToIntFunction<ExpressionContext> expression) {
        int[] rows = m.row().stream().mapToInt(r -> row(r, expression)).toArray();
        return joined(true, rows, m.row(), m);
    }

    private int row(RowContext row, ToIntFunction<ExpressionContext> expression) {
        int[] parts = row.expression().stream().mapToInt(expression).toArray();
        return joined(false, parts, row.expression(), row);
    }

    private int joined(
            boolean down,
            int[] parts,
            List<? extends ParserRuleContext> written,
            ParserRuleContext where) {
        if (parts.length == 1) {
            return parts[0];
        }
        Graph.Builder b = scope.builder();
        Shape first = b.shape(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            Shape next = b.shape(parts[i]);
            if (down ? first.cols() != next.cols() : first.rows() != next.rows()) {
                throw place.wrong(
                        written.get(i),
                        Message.of(down ? "problem.above" : "problem.beside")
                                .with("left", place.words(written.getFirst()))
                                .with("a", first.toString())
                                .with("right", place.words(written.get(i)))
                                .with("b", next.toString()),
                        first.equals(next.transposed())
                                ? Message.of("hint.transpose")
                                : Message.EMPTY);
            }
        }
        return scope.counted(b.add(new Op.Join(down), parts), place.of(where));
    }
}
