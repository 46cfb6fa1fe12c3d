package dev.backstep.layout;

import dev.backstep.explain.Formulas;
import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Node;
import dev.backstep.notation.Labels;
import dev.backstep.tensor.Shape;
import java.util.function.Function;

/// What a card says above its rule: of a number its formula in one line, if that is short; else, as
/// of a matrix, its name, and below it its shape and what it is computed from.
///
/// @param formula TeX of all of it: `Z = W a`; what tells the card from others
/// @param title TeX: `Z`
/// @param shape `4×3`; empty on the card of a number; with a mark if cells of the card are means
/// @param shapeAbove whether the shape stands beside the title, not beside the detail, which would
///   be too long a line
/// @param detail TeX below the title: `W a`; may be empty
public record Face(String formula, String title, String shape, boolean shapeAbove, String detail) {

    /// What marks a matrix whose numbers are averaged down on its card.
    public static final String AVERAGED = " ≈";

    /// The widest formula that stands in one line with its name, or with the shape.
    private static final double WIDEST_LINE = 88;

    /// TeX of the name alone.
    public String name() {
        int at = title.indexOf(" = ");
        return at < 0 ? title : title.substring(0, at);
    }

    /// The card of a number.
    public static Face of(String formula) {
        return new Face(formula, formula, "", false, "");
    }

    /// @param measure the size of a formula at its full size
    static Face of(DrawnGraph drawn, Labels labels, int id, Function<String, Size> measure) {
        Node node = drawn.graph().node(id);
        String formula = Formulas.of(drawn, labels, id);
        boolean named = !node.isSource() && !labels.isSpelledOut(id);
        boolean number = node.shape().isScalar();
        if (number && !(named && measure.apply(formula).width() > WIDEST_LINE)) {
            return of(formula);
        }
        boolean told = named && !Formulas.isJoined(drawn.graph(), id);
        String detail = told ? Formulas.rightSide(drawn, labels, id) : "";
        return new Face(
                formula,
                named ? labels.tex(id) : formula,
                number ? "" : shape(node.shape()),
                !number
                        && !detail.isEmpty()
                        && Sizes.detail(measure.apply(detail)).width() > WIDEST_LINE,
                detail);
    }

    private static String shape(Shape shape) {
        return HeatGrid.of(shape).isAveraged() ? shape + AVERAGED : shape.toString();
    }

    /// Whether it has but one line.
    public boolean isOneLine() {
        return shape.isEmpty() && detail.isEmpty();
    }
}
