package dev.backstep.explain;

import dev.backstep.graph.Op;
import dev.backstep.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The formulas of ops that only move elements: `A[0, :]`, `[a, b]` as a matrix of matrices.
final class MovedFormulas {

    /// The most parts of a block matrix that a formula writes out.
    private static final int MOST_PARTS = 6;

    private MovedFormulas() {}

    static Term of(Op.Move op, List<Term> in) {
        Term x = in.getFirst();
        return switch (op) {
            case Op.Stop() -> Formulas.call("stop", x);
            case Op.Diag() -> Formulas.call("diag", x);
            case Op.Slice s -> slice(s.index(new Shape(s.bottom() + 1, s.right() + 1)), x);
            case Op.Place(int _, int _, Shape into) ->
                    Formulas.call("pad}_{" + into.rows() + "\\times " + into.cols(), x);
            case Op.Join(boolean down) -> joined(down, in.stream().map(Term::tex).toList());
        };
    }

    /// Of many parts the first two and the last.
    private static Term joined(boolean down, List<String> parts) {
        List<String> shown = new ArrayList<>(parts);
        if (parts.size() > MOST_PARTS) {
            shown.subList(2, parts.size() - 1).clear();
            shown.add(2, down ? "\\vdots" : "\\cdots");
        }
        return Term.product(
                shown.stream()
                        .collect(
                                Collectors.joining(
                                        down ? " \\\\ " : " & ",
                                        "\\begin{bmatrix}",
                                        "\\end{bmatrix}")));
    }

    /// @param index in brackets, as the language writes it
    static Term slice(String index, Term x) {
        String part = index.replace(":", "{:}").replace(", ", ",\\, ");
        String whole = x.kind() == Term.Kind.LABEL ? x.tex() : x.parenthesised();
        return Term.product(whole + part);
    }
}
