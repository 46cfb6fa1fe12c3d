package dev.backstep.export.figure;

import dev.backstep.explain.Equation;
import dev.backstep.explain.EquationSigns;
import dev.backstep.explain.Explanation.Handed;
import dev.backstep.explain.Fractions;
import dev.backstep.export.figure.TableRow.Cell;
import dev.backstep.notation.Labels;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;

/// What a backward step hands on along one edge: upstream × local = downstream, as numbers or as
/// tables.
///
/// @param highest the height of the highest formulas of its numbers
/// @param rule the width of the widest rule of its tables
record FlowFigure(StepTold told, List<Handed> flows, double highest, double rule) {

    private static final double PAD = 12;
    private static final double GAP = 12;

    /// Blocks of numbers stand side by side if each has so much room.
    private static final double NARROWEST = 320;

    private static final double RULE = 19;

    /// Between the rule and its tables, where they stand side by side.
    private static final double BESIDE = 36;

    /// The share of the width that a rule has at least.
    private static final double LEAST_RULE = 0.3;

    private static final double HEAD = 22;

    /// Where the letters of its head stand.
    private static final double BASE = 15;

    static FigurePart of(StepTold told, List<Handed> flows, double width) {
        double highest = 0;
        double rule = 0;
        for (Handed flow : flows) {
            if (isNumber(flow)) {
                highest = Math.max(highest, NumberCells.formulas(told, put(told, flow)));
                highest =
                        Math.max(highest, NumberCells.formulas(told, List.of(flow.upstreamTex())));
                highest =
                        Math.max(
                                highest, NumberCells.formulas(told, List.of(flow.downstreamTex())));
            } else {
                rule = Math.max(rule, FormulaPainter.measureDisplay(rule(flow), RULE).width());
            }
        }
        return new FlowFigure(told, flows, highest, rule).in(width);
    }

    private static String rule(Handed flow) {
        return flow.downstreamTex() + " = " + flow.productTex();
    }

    private FigurePart in(double width) {
        boolean pairs =
                flows.size() > 1
                        && width >= 2 * NARROWEST + GAP
                        && flows.stream().allMatch(FlowFigure::isNumber);
        double each = pairs ? (width - GAP) / 2 : width;
        List<FigurePart> blocks = new ArrayList<>();
        for (Handed flow : flows) {
            blocks.add(block(flow, each));
        }
        List<FigurePart> rows = new ArrayList<>();
        int in = pairs ? 2 : 1;
        for (int k = 0; k < blocks.size(); k += in) {
            rows.add(FigurePart.row(GAP, blocks.subList(k, Math.min(blocks.size(), k + in))));
        }
        return FigurePart.column(GAP, rows);
    }

    /// Whether it is told in numbers, not in tables.
    static boolean isNumber(Handed h) {
        return h.upstream().shape().isScalar()
                && h.downstream().shape().isScalar()
                && h.local().filter(t -> t.shape().isScalar()).isPresent();
    }

    private FigurePart block(Handed handed, double width) {
        double inside = width - 2 * PAD;
        FigurePart what = isNumber(handed) ? numbers(handed, inside) : tables(handed, inside);
        FigurePart head = head(handed, inside);
        FigurePart low = head.lowered(Math.max(0, BASE - head.base())).atLeast(HEAD);
        return FigurePart.column(10, List.of(low, what)).onSoft(PAD, width);
    }

    /// Where its edge has no room beside it, that stands below.
    private FigurePart head(Handed handed, double width) {
        Labels labels = told.w().labels();
        String edge =
                told.say(
                        Message.of("inspector.edge")
                                .with("from", labels.words(told.w().drawn().user(handed.edge())))
                                .with("to", labels.words(handed.to())));
        FigurePart beside = FigureText.words(edge, ColorRole.MUTED);
        FigurePart to = FigureText.bold(told.say("inspector.to"), ColorRole.INK);
        double room = width - to.width() - 6;
        FigurePart name = FigureText.symbol(told.label(handed.to()), 17, ColorRole.INK, room);
        FigurePart left = FigurePart.line(6, List.of(to, name));
        return left.width() + beside.width() + 12 <= width
                ? left.with(beside, width)
                : FigurePart.column(
                        6, List.of(left, FigureText.paragraph(edge, ColorRole.MUTED, width)));
    }

    private FigurePart numbers(Handed handed, double width) {
        return new NumberCells(told, highest)
                .of(
                        width,
                        new NumberCells.Cell(
                                "upstream",
                                ColorRole.UPSTREAM,
                                List.of(handed.upstreamTex()),
                                handed.upstream().item()),
                        "×",
                        new NumberCells.Cell(
                                "local",
                                ColorRole.LOCAL,
                                put(told, handed),
                                handed.local().orElseThrow().item()),
                        "=",
                        new NumberCells.Cell(
                                "downstream",
                                ColorRole.DOWNSTREAM,
                                List.of(handed.downstreamTex()),
                                handed.downstream().item()));
    }

    /// The rule, and below it the numbers put in, if they say more than the result does.
    private static List<String> put(StepTold told, Handed handed) {
        String rule = handed.localTex() + " = " + handed.ruleTex();
        String result = told.numbers().tex(handed.local().orElseThrow().item());
        return handed.substitutedTex()
                .filter(s -> !s.equals(result))
                .map(s -> List.of(rule, s))
                .orElse(List.of(rule));
    }

    private FigurePart tables(Handed handed, double width) {
        Equation e = handed.equation();
        List<FigurePart> parts = new ArrayList<>();
        FigurePart own = FigureText.formula(rule(handed), RULE, ColorRole.INK, width);
        FigurePart tables = TableRow.of(cells(handed, e), width, told.language());
        double left = Math.max(rule + BESIDE, LEAST_RULE * width);
        if (left + tables.width() <= width) {
            parts.add(own.withMiddle(tables, left + tables.width()));
        } else {
            parts.add(own);
            parts.add(tables);
        }
        if (e.sign() == Equation.Sign.TRANSPOSED_TIMES && e.downstream().cols() > 1) {
            String how = told.say("inspector.row.by.row");
            parts.add(FigureText.paragraph(how, ColorRole.MUTED, width));
        }
        return FigurePart.column(14, parts);
    }

    /// In the order of the formula.
    private List<Cell> cells(Handed handed, Equation e) {
        List<Cell> cells = new ArrayList<>();
        EquationSigns.before(e).ifPresent(sign -> cells.add(new Cell.Sign(told.say(sign))));
        for (int i = 0; i < e.factors().size(); i++) {
            if (i > 0) {
                cells.add(new Cell.Sign(EquationSigns.between(e)));
            }
            Equation.Factor factor = e.factors().get(i);
            cells.add(
                    factor.local()
                            ? matrix("local", ColorRole.LOCAL, handed.ruleTex(), factor.tensor())
                            : matrix(
                                    "upstream",
                                    ColorRole.UPSTREAM,
                                    handed.upstreamTex(),
                                    factor.tensor()));
        }
        EquationSigns.after(e).ifPresent(sign -> cells.add(new Cell.Sign(told.say(sign))));
        cells.add(new Cell.Sign("="));
        cells.add(
                matrix("downstream", ColorRole.DOWNSTREAM, handed.downstreamTex(), e.downstream()));
        return cells;
    }

    private Cell matrix(String role, ColorRole ink, String tex, Tensor tensor) {
        return new Cell.Matrix(
                told.say(role), ink, Fractions.onOneLine(tex), tensor, told.numbers());
    }
}
