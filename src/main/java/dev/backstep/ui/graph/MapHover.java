package dev.backstep.ui.graph;

import dev.backstep.graph.Op;
import dev.backstep.layout.Diagram.Card;
import dev.backstep.layout.Diagram.MapCell;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.HeatGrid;
import dev.backstep.layout.HeatMap;
import dev.backstep.layout.OffCells;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Progress;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;

/// What is told of a cell of a heat map under the pointer: its row and column, its whole number,
/// and what the colours stand for.
final class MapHover {

    private MapHover() {}

    /// Nothing where the cell is not computed yet.
    static Optional<String> text(ThemedState screen, Card card, MapCell at) {
        return screen.walkthrough()
                .flatMap(
                        w -> {
                            Progress progress = Progress.at(w, screen.step());
                            return number(progress, card, at)
                                    .map(
                                            matrix ->
                                                    text(w, card, at, matrix)
                                                            + off(progress, card, at, matrix));
                        });
    }

    private static Optional<Tensor> number(Progress progress, Card card, MapCell at) {
        if (at.gradient()) {
            return progress.gradient(card.node());
        }
        return progress.isValueSeen(card.node())
                ? Optional.of(progress.value(card.node()))
                : Optional.empty();
    }

    /// What a cell of a gradient should be, if a mistake makes it another number.
    private static String off(Progress progress, Card card, MapCell at, Tensor matrix) {
        Optional<Tensor> right =
                at.gradient()
                        ? Progress.at(progress.walkthrough().rightly(), progress.index())
                                .gradient(card.node())
                        : Optional.empty();
        HeatGrid grid = HeatGrid.of(card.shape());
        int off = right.map(r -> OffCells.off(r, matrix, grid, at.cell())).orElse(0);
        if (off == 0) {
            return "";
        }
        double should = HeatMap.mean(right.orElseThrow(), grid, at.cell());
        double is = HeatMap.mean(matrix, grid, at.cell());
        return "\n"
                + Texts.of(
                        Message.of(grid.isAveraged() ? "hover.block.off" : "hover.cell.off")
                                .with("n", off)
                                .with("right", Numbers.FULL.plain(should))
                                .with("by", Numbers.DEFAULT.plain(is - should)));
    }

    private static String text(Walkthrough w, Card card, MapCell at, Tensor matrix) {
        HeatGrid grid = HeatGrid.of(card.shape());
        HeatGrid.Cell cell = at.cell();
        String label = w.labels().words(card.node());
        String name =
                (at.gradient() ? "∂" + w.labels().words(w.output()) + "/∂" + label : label)
                        + " "
                        + card.shape();
        Numbers whole = w.numbersOf(card.node(), Numbers.FULL);
        String number = whole.plain(HeatMap.mean(matrix, grid, cell));
        Op.Slice block =
                new Op.Slice(
                        grid.firstRow(cell),
                        grid.endRow(cell),
                        grid.firstCol(cell),
                        grid.endCol(cell));
        Message told =
                Message.of(grid.isAveraged() ? "hover.block" : "hover.cell")
                        .with("index", block.index(card.shape()))
                        .with("row", range(block.top(), block.bottom()))
                        .with("col", range(block.left(), block.right()))
                        .with("number", number);
        String largest = Numbers.DEFAULT.plain(Diagrams.scale(w, card.node()));
        return name
                + "\n"
                + Texts.of(told)
                + "\n"
                + Texts.of(Message.of("hover.scale").with("largest", largest))
                + "\n"
                + Texts.of("hover.pin");
    }

    /// The rows or columns of a block, counted from 0 as the language does, the last included.
    private static String range(int first, int end) {
        return end - first == 1 ? Integer.toString(first) : first + "–" + (end - 1);
    }
}
