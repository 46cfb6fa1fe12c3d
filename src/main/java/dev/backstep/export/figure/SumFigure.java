package dev.backstep.export.figure;

import dev.backstep.explain.MistakeWords;
import dev.backstep.explain.SummedGradient;
import dev.backstep.explain.SummedGradient.Share;
import dev.backstep.explain.ToldPaths;
import dev.backstep.export.figure.TableRow.Cell;
import dev.backstep.layout.Size;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.OffGradient;
import dev.backstep.story.Paths;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/// What adds up: the contributions to a gradient, the paths to a leaf; and what a mistake makes of
/// a gradient.
record SumFigure(StepTold told) {

    private static final double FORMULA = 19;
    private static final double NUMBER = 14;

    /// Matrices are written into the sum if it need not be drawn smaller than this share; else they
    /// are named by their shapes.
    private static final double LEAST = 0.8;

    /// The contributions to the gradient of a node.
    FigurePart of(SummedGradient summed, double width) {
        List<FigurePart> parts = new ArrayList<>();
        parts.add(FigureText.heading(told.say("inspector.sum")));
        String inline = summed.tex(false);
        double wide = FormulaPainter.measureDisplay(inline, FORMULA).width();
        String tex = wide * LEAST <= width ? inline : summed.tex(true);
        parts.add(FigureText.formula(tex, FORMULA, ColorRole.UPSTREAM, width));
        parts.add(shares(summed));
        summed.rest()
                .ifPresent(
                        rest ->
                                parts.add(
                                        FigureText.paragraph(
                                                told.say(rest), ColorRole.MUTED, width)));
        return FigurePart.column(10, parts);
    }

    /// The numbers stand below each other.
    private FigurePart shares(SummedGradient summed) {
        List<FigurePart> names =
                summed.shares().stream()
                        .map(s -> FigureText.words(told.say(s.through()), ColorRole.MUTED))
                        .toList();
        double widest = names.stream().mapToDouble(FigurePart::width).max().orElse(0);
        List<FigurePart> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Share share = summed.shares().get(i);
            FigurePart value = FigureText.number(told.say(share.value()), ink(share), NUMBER);
            rows.add(names.get(i).with(value, widest + 10 + value.width()));
        }
        return FigurePart.column(8, rows);
    }

    private static ColorRole ink(Share share) {
        return switch (share.state()) {
            case ARRIVED -> ColorRole.DOWNSTREAM;
            case TO_COME -> ColorRole.MUTED;
            case LOST -> ColorRole.PROBLEM;
        };
    }

    /// The numbers that are there, those that should be, and the differences.
    FigurePart of(OffGradient off, double width) {
        String gradient = MistakeWords.gradient(told.w(), off.node());
        Message by = MistakeWords.numbers(gradient, off.right(), off.is(), told.numbers());
        List<Cell> cells =
                List.of(
                        matrix("inspector.off.is", ColorRole.PROBLEM, off.is()),
                        matrix("inspector.off.right", ColorRole.MUTED, off.right()),
                        matrix("inspector.off.by", ColorRole.MUTED, off.by()));
        return FigurePart.column(
                        10,
                        List.of(
                                FigureText.role(told.say("inspector.off"), ColorRole.PROBLEM),
                                FigureText.paragraph(told.say(by), ColorRole.INK, width - 28),
                                TableRow.of(cells, width - 28, told.language())))
                .onSoft(14, width);
    }

    private Cell matrix(String role, ColorRole ink, Tensor tensor) {
        return new Cell.Matrix(told.say(role), ink, "", tensor, told.numbers());
    }

    /// The paths to a leaf, and their sum.
    FigurePart of(ToldPaths paths, double width) {
        List<FigurePart> parts = new ArrayList<>();
        int output = told.w().output();
        String from =
                told.say(Message.of("paths.from").with("name", told.w().labels().words(output)));
        parts.add(FigureText.heading(from, told.label(paths.paths().node())));
        if (told.w().mistaken().isPresent()) {
            String rightly = told.say("paths.rightly");
            parts.add(FigureText.paragraph(rightly, ColorRole.MUTED, width));
        }
        for (Paths.Path path : paths.paths().listed()) {
            parts.add(row(paths, path, width));
        }
        paths.rest()
                .ifPresent(rest -> parts.add(FigureText.words(told.say(rest), ColorRole.MUTED)));
        parts.add(rule(width));
        FigurePart sum =
                FigurePart.line(
                        7,
                        List.of(
                                FigureText.symbol(
                                        paths.sumTex(), 17, ColorRole.UPSTREAM, 0.5 * width),
                                FigureText.words(told.say(paths.adds()), ColorRole.INK)));
        ColorRole ink = paths.isWhole() ? ColorRole.UPSTREAM : ColorRole.MUTED;
        parts.add(sum.with(FigureText.number(told.say(paths.total()), ink, NUMBER), width));
        return FigurePart.column(8, parts);
    }

    private FigurePart row(ToldPaths paths, Paths.Path path, double width) {
        FigurePart product =
                FigureText.number(
                        paths.product(path),
                        paths.isTold(path) ? ColorRole.DOWNSTREAM : ColorRole.MUTED,
                        NUMBER);
        ColorRole ink = paths.isWalked(path) ? ColorRole.INK : ColorRole.MUTED;
        double room = Math.max(0.4 * width, width - product.width() - 14);
        FigurePart way = FigureText.symbol(paths.tex(path), 17, ink, room);
        return way.width() + product.width() + 10 <= width
                ? way.with(product, width)
                : FigurePart.column(4, List.of(way, FigurePart.NOTHING.with(product, width)));
    }

    private static FigurePart rule(double width) {
        return new FigurePart(
                new Size(width, 1),
                FigurePart.NO_TYPE,
                (g, theme, x, y) -> {
                    g.setColor(theme.color(ColorRole.LINE));
                    g.setStroke(new BasicStroke(1));
                    g.draw(new Line2D.Double(x, y + 0.5, x + width, y + 0.5));
                });
    }
}
