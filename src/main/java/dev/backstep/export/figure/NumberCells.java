package dev.backstep.export.figure;

import dev.backstep.paint.ColorRole;
import java.util.ArrayList;
import java.util.List;

/// Three numbers in frames, with the signs between them: upstream × local = downstream.
///
/// @param least the least height of what stands above the numbers
record NumberCells(StepTold told, double least) {

    private static final double GAP = 5;
    private static final double SIGN = 16;
    private static final double SYMBOL = 17;
    private static final double PAD = 9;
    private static final double NUMBER = 20;

    /// @param role the key of its name
    /// @param formulas what it is, then what is put in
    record Cell(String role, ColorRole ink, List<String> formulas, double number) {}

    /// How high its formulas are, so that frames beside each other can be of one height.
    static double formulas(StepTold told, List<String> tex) {
        return new NumberCells(told, 0)
                .head(new Cell("local", ColorRole.LOCAL, tex, 0), 1000)
                .height();
    }

    FigurePart of(double width, Cell a, String first, Cell b, String second, Cell c) {
        FigurePart sign = sign(first);
        FigurePart equals = sign(second);
        double each = (width - sign.width() - equals.width() - 4 * GAP) / 3;
        List<Cell> cells = List.of(a, b, c);
        List<FigurePart> heads = cells.stream().map(cell -> head(cell, each)).toList();
        double top =
                Math.max(least, heads.stream().mapToDouble(FigurePart::height).max().orElse(0));
        List<FigurePart> frames = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            frames.add(framed(cells.get(i), heads.get(i), top, each));
        }
        return FigurePart.middles(
                GAP, List.of(frames.get(0), sign, frames.get(1), equals, frames.get(2)));
    }

    private static FigurePart sign(String text) {
        return FigureText.number(text, ColorRole.MUTED, SIGN);
    }

    private FigurePart head(Cell cell, double width) {
        List<FigurePart> parts = new ArrayList<>();
        parts.add(FigureText.role(told.say(cell.role), cell.ink).centred(width));
        for (String tex : cell.formulas) {
            parts.add(FigureText.symbol(tex, SYMBOL, cell.ink, width - 2 * PAD).centred(width));
        }
        return FigurePart.column(7, parts);
    }

    /// The numbers of all stand on one line.
    private FigurePart framed(Cell cell, FigurePart head, double top, double width) {
        String digits = told.numbers().plain(cell.number);
        FigurePart natural = FigureText.number(digits, cell.ink, NUMBER);
        double most = width - 2 * PAD;
        double size = NUMBER * Math.min(1, most / natural.width());
        FigurePart number = FigureText.number(digits, cell.ink, size).centred(width);
        FigurePart both =
                FigurePart.column(
                        0, List.of(head.lowered(PAD + 1), number.lowered(top - head.height() + 8)));
        return both.framed(cell.ink, width, PAD + 1 + top + 8 + 1.05 * NUMBER + PAD);
    }
}
