package dev.backstep.layout;

import dev.backstep.graph.Edge;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.tensor.Shape;
import java.util.List;
import java.util.function.Function;
import org.jgrapht.Graph;

/// How large a card is. It depends on what the card says and on the shape of its value, with room
/// for numbers of the usual length, so that nothing jumps when values change.
public final class Sizes {

    /// The largest type of the name of a card that is drawn as a block.
    public static final double NAME = 44;

    /// The height of the line that holds the value and the gradient of a number.
    public static final double CELLS = 26;

    /// The size of the shape below the name of a matrix, and of the formula beside it.
    public static final double SHAPE = 13;

    public static final double DETAIL = 13;

    /// The smallest type on a card or a pill.
    public static final double SMALLEST_TYPE = SHAPE;

    /// The height of the line of shape and formula.
    public static final double DETAIL_LINE = 18;

    /// What lies between a shape and what it stands beside.
    public static final double BETWEEN = 8;

    /// What is left free around a heat map.
    private static final double AROUND_MAP = 5;

    /// The width of a character of the shape, in ems.
    private static final double SHAPE_ADVANCE = 0.6;

    /// The size that formulas are measured at.
    private static final double MEASURED = 20;

    /// The width that a card leaves free on each side of its formula.
    public static final double INSET = 18;

    /// How much smaller the formula of a constant is.
    public static final double QUIET = 0.82;

    /// How much smaller the name on the tag of a wire is than a formula on a card.
    public static final double TAG = 0.7;

    /// How far the dots beside such a tag reach.
    public static final double TAG_DOTS = 14;

    private static final double WIDEST = 460;

    /// The least width of the card of a constant, and of what stands above its cells.
    private static final double QUIET_WIDTH = 88;

    private static final double QUIET_HEAD = 38;

    /// The least width of the card of a number: two numbers side by side.
    private static final double NUMBERS_WIDTH = 130;

    /// The least width of the card of a matrix.
    private static final double NARROWEST = 76;

    /// The area that no card falls short of.
    static final double SMALLEST_CARD = QUIET_WIDTH * (QUIET_HEAD + CELLS);

    private static final double SLOT = 20;

    private Sizes() {}

    /// The size of a node's card.
    ///
    /// @param measure the size of a formula
    /// @param operands how many wires end there
    static Size card(Node node, int operands, Face face, Function<String, Size> measure) {
        return face.isOneLine()
                ? number(node, operands, face.formula(), measure)
                : titled(node, operands, face, measure);
    }

    /// The height of the part of a card that holds value and gradient.
    public static double cells(Shape shape) {
        return shape.isScalar()
                ? CELLS
                : even(Math.max(CELLS, HeatGrid.of(shape).size().height() + 2 * AROUND_MAP));
    }

    /// The width of a shape in the type of a card.
    public static double shapeWidth(String shape) {
        return SHAPE_ADVANCE * SHAPE * shape.length();
    }

    /// The height of the line of shape and formula, for a formula of this height.
    public static double detailLine(double formula) {
        return Math.max(DETAIL_LINE, formula + 4);
    }

    private static double withGap(double width) {
        return width == 0 ? 0 : width + BETWEEN;
    }

    /// The size of a formula in the type of the line below a title.
    static Size detail(Size formula) {
        return new Size(formula.width() * DETAIL / MEASURED, formula.height() * DETAIL / MEASURED);
    }

    private static Size titled(Node node, int operands, Face face, Function<String, Size> measure) {
        Size title = measure.apply(face.title());
        double upper = title.width() + (face.shapeAbove() ? withGap(shapeWidth(face.shape())) : 0);
        double lower = face.shapeAbove() ? 0 : shapeWidth(face.shape());
        double line = DETAIL_LINE;
        if (!face.detail().isEmpty()) {
            Size formula = detail(measure.apply(face.detail()));
            lower = formula.width() + withGap(lower);
            line = detailLine(formula.height());
        }
        double width = Math.max(cellsWidth(node.shape()), Math.max(upper, lower) + INSET);
        double head = Math.max(28, title.height() + 8) + line + 4;
        double height = even(head) + cells(node.shape());
        return new Size(even(Math.min(width, WIDEST)), Math.max(height, slots(operands)));
    }

    /// The least width of what shows value and gradient side by side.
    private static double cellsWidth(Shape shape) {
        double map = HeatGrid.of(shape).size().width() + 2 * AROUND_MAP;
        return shape.isScalar() ? NUMBERS_WIDTH : 2 * Math.max(NARROWEST / 2, map);
    }

    private static double slots(int operands) {
        return SLOT * operands + 16;
    }

    private static Size number(
            Node node, int operands, String formula, Function<String, Size> measure) {
        boolean quiet = isQuiet(node);
        Size text = measure.apply(formula);
        double scale = quiet ? QUIET : 1;
        double width =
                Math.max(quiet ? QUIET_WIDTH : NUMBERS_WIDTH, text.width() * scale + 2 * INSET);
        double height = Math.max(quiet ? QUIET_HEAD : 46, text.height() * scale + 22) + CELLS;
        return new Size(even(Math.min(width, WIDEST)), even(Math.max(height, slots(operands))));
    }

    /// A guess that needs no typesetting: for graphs with so many cards that measuring each would
    /// take seconds.
    static Size guessed(String formula) {
        int signs = 1;
        int i = 0;
        while (i < formula.length()) {
            char c = formula.charAt(i++);
            boolean command = c == '\\' && i < formula.length() && isLetter(formula.charAt(i));
            while (command && i < formula.length() && isLetter(formula.charAt(i))) {
                i++;
            }
            signs += command || "{}^_ ".indexOf(c) >= 0 ? 0 : 1;
        }
        return new Size(10.0 * Math.min(40, signs), 20);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /// How far down the left side of a card the wire of an operand ends: in the order of nodes and
    /// slots, with no room for operands that are not drawn.
    static double port(double height, Graph<Integer, Edge> graph, Hanging hanging, Edge edge) {
        List<Edge> all =
                graph.incomingEdgesOf(graph.getEdgeTarget(edge)).stream()
                        .filter(e -> !hanging.holds(e))
                        .toList();
        long above = all.stream().filter(e -> isAbove(e, edge)).count();
        double slot = Math.min(SLOT, (height - 16) / Math.max(1, all.size()));
        return height / 2 + (above - (all.size() - 1) / 2.0) * slot;
    }

    /// How far along the lower side of a card the wire of a card below it ends.
    static double lowerPort(double width, Hanging hanging, int card, Edge edge) {
        List<Edge> all = hanging.below(card);
        double gap = Math.min(40, width / (all.size() + 1));
        return width / 2 + (all.indexOf(edge) - (all.size() - 1) / 2.0) * gap;
    }

    private static boolean isAbove(Edge a, Edge b) {
        return a.node() < b.node() || a.node() == b.node() && a.slot() < b.slot();
    }

    /// How far down the right side of a card a wire leaves, the first of `wires` being the topmost.
    static double exit(double height, int index, int wires) {
        double gap = Math.min(16, (height - 24) / Math.max(1, wires - 1));
        return height / 2 + (index - (wires - 1) / 2.0) * gap;
    }

    private static boolean isQuiet(Node node) {
        return node.op() instanceof Op.Constant;
    }

    private static double even(double length) {
        return 2 * Math.ceil(length / 2);
    }
}
