package dev.backstep.onnx;

import dev.backstep.onnx.Operators.Operator;
import dev.backstep.text.Message;
import dev.backstep.text.Refusal;
import java.util.List;
import java.util.Map;

/// Products, and what works on whole columns. (A·B)ᵀ is Bᵀ·Aᵀ.
final class MatrixOperators {

    static final Map<String, Operator> ALL =
            Map.of(
                    "MatMul",
                    MatrixOperators::product,
                    "Gemm",
                    MatrixOperators::gemm,
                    "Softmax",
                    a -> softmax(a, "softmax"),
                    "LogSoftmax",
                    a -> softmax(a, "log_softmax"));

    /// From here on `Softmax` normalises along one axis; before, over all from that axis on.
    private static final long SOFTMAX_ALONG = 13;

    private MatrixOperators() {}

    /// Of a matrix, or of a row of numbers, each with either.
    private static Operand product(NodeCall a) {
        Operand x = a.operand(0);
        Operand y = a.operand(1);
        a.requireMatrix(x);
        a.requireMatrix(y);
        int inner = x.dims().getLast();
        if (inner != y.dims().getFirst()) {
            throw misfit(a, x.dims(), y.dims());
        }
        if (y.rank() == 1) {
            String left = x.straight();
            return a.result(
                    left + " @ " + y.transposed(),
                    x.rank() == 1 ? List.of() : List.of(x.dims().getFirst()));
        }
        int cols = y.dims().getLast();
        return a.result(
                y.transposed() + " @ " + x.transposed(),
                x.rank() == 1 ? List.of(cols) : List.of(x.dims().getFirst(), cols));
    }

    /// alpha·A·B + beta·C, A and B transposed if the node says so.
    private static Operand gemm(NodeCall a) {
        Operand x = a.operand(0);
        Operand y = a.operand(1);
        if (x.rank() != 2 || y.rank() != 2) {
            throw a.rank(x.rank() != 2 ? x : y);
        }
        boolean turnX = a.whole("transA", 0) != 0;
        boolean turnY = a.whole("transB", 0) != 0;
        List<Integer> left = turnX ? x.dims().reversed() : x.dims();
        List<Integer> right = turnY ? y.dims().reversed() : y.dims();
        if (!left.getLast().equals(right.getFirst())) {
            throw misfit(a, left, right);
        }
        List<Integer> dims = List.of(left.getFirst(), right.getLast());
        String first = turnY ? y.straight() : y.transposed();
        String second = turnX ? x.straight() : x.transposed();
        double alpha = a.real("alpha", 1);
        double beta = a.real("beta", 1);
        String product = first + " @ " + second;
        String scaled = alpha == 1 ? product : ProgramLines.inline(alpha) + " * (" + product + ")";
        if (!a.has(2)) {
            return a.result(scaled, dims);
        }
        Operand c = a.operand(2);
        if (!Dims.broadcast(c.dims(), dims).filter(dims::equals).isPresent()) {
            throw misfit(a, c.dims(), dims);
        }
        String added =
                beta == 1 ? c.transposed() : ProgramLines.inline(beta) + " * " + c.transposed();
        return a.result(scaled + " + " + added, dims);
    }

    private static Refusal misfit(NodeCall a, List<Integer> left, List<Integer> right) {
        return a.refused(
                Message.of("onnx.shapes").with("a", Dims.words(left)).with("b", Dims.words(right)));
    }

    private static Operand softmax(NodeCall a, String function) {
        Operand x = a.operand(0);
        a.requireMatrix(x);
        boolean along = a.opset() >= SOFTMAX_ALONG;
        int axis = a.axis(a.whole("axis", along ? -1 : 1), x.rank());
        String name = x.transposed();
        if (axis == x.rank() - 1) {
            return a.result(function + "(" + name + ")", x.dims());
        }
        if (along) {
            return a.result(function + "(" + x.straight() + ")'", x.dims());
        }
        String column = "reshape(" + name + ", " + x.rows() * x.cols() + ", 1)";
        return a.result(
                "reshape(%s(%s), %s, %s)".formatted(function, column, x.rows(), x.cols()),
                x.dims());
    }
}
