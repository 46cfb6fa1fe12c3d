package dev.backstep.ui.inspector;

import dev.backstep.explain.Equation;
import dev.backstep.explain.EquationSigns;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.HeatTable;
import dev.backstep.paint.TextLines;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The tables and signs of an equation from left to right, and the room they take; nothing of it is
/// shown yet.
///
/// @param left the pieces before the equals sign
/// @param right the equals sign and what follows it
record EquationRow(List<Piece> left, List<Piece> right) {

    /// What lies between two pieces.
    static final double GAP = 4;

    /// What is shown of a Jacobian: more, as a part of one says little.
    private static final int MOST_OF_JACOBIAN = 10;

    /// The sizes of its type, as the style sheet has them.
    private static final double SIGN = 15;

    private static final double TITLE = 10;

    EquationRow {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    sealed interface Piece {

        /// A table under the name of its role.
        record Table(String role, Tensor tensor, HeatTable table) implements Piece {}

        record Sign(String text) implements Piece {}
    }

    /// The equation with its numbers set one way, and so many rows and columns of its tables.
    static EquationRow of(Equation e, Numbers numbers, int rows, int cols) {
        List<Piece> left = new ArrayList<>();
        EquationSigns.before(e).ifPresent(sign -> left.add(new Piece.Sign(Texts.of(sign))));
        for (int i = 0; i < e.factors().size(); i++) {
            if (i > 0) {
                left.add(new Piece.Sign(EquationSigns.between(e)));
            }
            left.add(factor(e, e.factors().get(i), numbers, rows, cols));
        }
        EquationSigns.after(e).ifPresent(sign -> left.add(new Piece.Sign(Texts.of(sign))));
        Tensor down = e.downstream();
        HeatTable table = table(down, ColorRole.DOWNSTREAM, numbers, rows, cols);
        return new EquationRow(
                left, List.of(new Piece.Sign("="), new Piece.Table("downstream", down, table)));
    }

    private static Piece factor(
            Equation e, Equation.Factor factor, Numbers numbers, int rows, int cols) {
        boolean jacobian = factor.local() && e.sign() == Equation.Sign.TRANSPOSED_TIMES;
        int most = jacobian ? MOST_OF_JACOBIAN : 0;
        ColorRole ink = factor.local() ? ColorRole.LOCAL : ColorRole.UPSTREAM;
        Tensor tensor = factor.tensor();
        HeatTable table = table(tensor, ink, numbers, Math.max(rows, most), Math.max(cols, most));
        return new Piece.Table(factor.local() ? "local" : "upstream", tensor, table);
    }

    private static HeatTable table(
            Tensor tensor, ColorRole ink, Numbers numbers, int rows, int cols) {
        return TableView.table(tensor, ink, numbers, rows, cols).withSnugCells();
    }

    List<Piece> all() {
        List<Piece> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }

    /// The width of some of its pieces in one row, their tables drawn `zoom` times as large.
    static double width(List<Piece> pieces, double zoom) {
        return pieces.stream().mapToDouble(piece -> width(piece, zoom) + GAP).sum();
    }

    private static double width(Piece piece, double zoom) {
        return switch (piece) {
            case Piece.Sign(String text) -> TextLines.width(text, Fonts.WORDS.at(SIGN));
            case Piece.Table(String role, Tensor _, HeatTable table) ->
                    Math.max(
                            zoom * table.size().width(),
                            TextLines.width(
                                    Texts.of(role).toUpperCase(Locale.getDefault()),
                                    Fonts.WORDS_BOLD.at(TITLE)));
        };
    }

    /// What the tables do not show, each note once: `first 5 of 32 columns`.
    Optional<String> leftOut() {
        List<String> notes =
                all().stream()
                        .filter(Piece.Table.class::isInstance)
                        .map(piece -> ((Piece.Table) piece).table().note())
                        .filter(note -> !note.isEmpty())
                        .distinct()
                        .toList();
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
    }
}
