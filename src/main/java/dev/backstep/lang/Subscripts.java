package dev.backstep.lang;

import dev.backstep.graph.Op;
import dev.backstep.lang.BackstepParser.ExpressionContext;
import dev.backstep.lang.BackstepParser.IndexContext;
import dev.backstep.lang.BackstepParser.SubscriptContext;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `A[i, a:b]`: which part of a matrix a subscript means. Counted from 0, the end of a range
/// excluded, negative numbers from the end, as NumPy counts.
///
/// @param whole what the subscript stands behind, as it is written
record Subscripts(TokenPositions place, String whole, Shape shape) {

    /// The rows or the columns that one index takes.
    private record Taken(int from, int to) {}

    /// @throws ProblemException if there is no such part
    Op.Slice part(SubscriptContext c) {
        List<IndexContext> given = c.index();
        boolean vector = shape.rows() == 1 || shape.cols() == 1;
        if (given.size() > 2 || given.size() == 1 && !vector) {
            throw place.wrong(
                    c,
                    Message.of(given.size() > 2 ? "problem.index.many" : "problem.index.two")
                            .with("a", whole)
                            .with("shape", shape.toString()),
                    Hint.example("A[0, :]"));
        }
        IndexContext last = given.getLast();
        boolean column = given.size() == 1 && shape.cols() == 1;
        Taken rows = given.size() == 2 || column ? taken(given.getFirst(), true) : all(1);
        Taken cols = column ? all(1) : taken(last, false);
        return new Op.Slice(rows.from, rows.to, cols.from, cols.to);
    }

    private static Taken all(int size) {
        return new Taken(0, size);
    }

    private Taken taken(IndexContext index, boolean rows) {
        int size = rows ? shape.rows() : shape.cols();
        if (index.at != null) {
            long at = whole(index.at);
            long from = at < 0 ? at + size : at;
            if (from < 0 || from >= size) {
                throw outside(index, rows ? "row" : "col", size);
            }
            return new Taken((int) from, (int) from + 1);
        }
        long from = end(index.from, 0, size);
        long to = end(index.to, size, size);
        if (from < 0 || to > size || from > size || to < 0) {
            throw outside(index, rows ? "rows" : "cols", size);
        }
        if (from >= to) {
            throw place.wrong(
                    index,
                    Message.of("problem.index.nothing").with("index", place.words(index)),
                    Message.of("hint.index.end"));
        }
        return new Taken((int) from, (int) to);
    }

    private long end(@Nullable ExpressionContext given, int otherwise, int size) {
        if (given == null) {
            return otherwise;
        }
        long at = whole(given);
        return at < 0 ? at + size : at;
    }

    private long whole(ExpressionContext given) {
        Optional<Double> number = Literal.constant(given, place);
        if (number.isEmpty()
                || number.get() != Math.rint(number.get())
                || Math.abs(number.get()) > 1e9) {
            throw place.wrong(
                    given,
                    Message.of("problem.index.whole").with("given", place.words(given)),
                    Hint.example("A[0, 1:3]"));
        }
        return number.get().longValue();
    }

    private ProblemException outside(IndexContext index, String what, int size) {
        Message counted =
                Message.of(what.startsWith("row") ? "hint.index.rows" : "hint.index.cols")
                        .with("last", size - 1);
        return place.wrong(
                index,
                Message.of("problem.index." + what)
                        .with("a", whole)
                        .with("shape", shape.toString())
                        .with("index", place.words(index)),
                counted);
    }
}
