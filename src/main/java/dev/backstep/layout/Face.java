package dev.backstep.layout;

import dev.backstep.explain.Formulas;
import dev.backstep.graph.DrawnGraph;
import dev.backstep.graph.Node;
import dev.backstep.notation.Labels;

/// What a card says above its rule: of a number its formula; of a matrix its name, and below it its
/// shape and what it is computed from.
///
/// @param formula TeX of all of it: `Z = W a`; what tells the card from others
/// @param title TeX: `Z`
/// @param shape `4×3`; empty on the card of a number
/// @param detail TeX beside the shape: `W a`; may be empty
public record Face(String formula, String title, String shape, String detail) {

    /// TeX of the name alone.
    public String name() {
        int at = title.indexOf(" = ");
        return at < 0 ? title : title.substring(0, at);
    }

    /// The card of a number.
    public static Face of(String formula) {
        return new Face(formula, formula, "", "");
    }

    static Face of(DrawnGraph drawn, Labels labels, int id) {
        Node node = drawn.graph().node(id);
        String formula = Formulas.of(drawn, labels, id);
        if (node.shape().isScalar()) {
            return of(formula);
        }
        boolean named = !node.isSource() && !labels.isSpelledOut(id);
        return new Face(
                formula,
                named ? labels.tex(id) : formula,
                node.shape().toString(),
                named && !Formulas.isJoined(drawn.graph(), id)
                        ? Formulas.rightSide(drawn, labels, id)
                        : "");
    }
}
