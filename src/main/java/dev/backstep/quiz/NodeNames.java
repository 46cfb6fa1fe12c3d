package dev.backstep.quiz;

import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;

/// How nodes and numbers are written in what a quiz says.
///
/// @param typeset whether as formulas between dollar signs, else as words
record NodeNames(Walkthrough w, Numbers numbers, boolean typeset) {

    /// `$x$`, or `x`.
    String node(int id) {
        return typeset ? "$" + w.labels().tex(id) + "$" : w.labels().words(id);
    }

    /// A node that has no card of its own is told with the card that it is folded into.
    Message place(int id) {
        int card = w.drawn().vertex(id);
        return card == id
                ? Message.verbatim(node(id))
                : Message.of("quiz.node.inside").with("x", node(id)).with("card", node(card));
    }

    /// One number of a node: `$x_{0,1}$` is not told from a name, so its index stands in brackets.
    String element(int id, int element) {
        if (w.value(id).shape().isScalar()) {
            return node(id);
        }
        int cols = w.value(id).cols();
        String index = "[" + element / cols + ", " + element % cols + "]";
        return typeset
                ? "$" + w.labels().tex(id) + "\\," + index + "$"
                : w.labels().words(id) + index;
    }

    /// `$\partial L/\partial x$`, or `∂L/∂x`.
    String gradient(int id) {
        return typeset ? "$" + gradientTex(id) + "$" : gradientWords(id);
    }

    String gradientTex(int id) {
        return "\\partial " + w.labels().tex(w.output()) + "/\\partial " + w.labels().tex(id);
    }

    private String gradientWords(int id) {
        return "∂" + w.labels().words(w.output()) + "/∂" + w.labels().words(id);
    }

    /// A product of a gradient and an operand, in this order or the other.
    String product(int gradientOf, int other, QuizQuestion.Candidate as) {
        String g = typeset ? gradientTex(gradientOf) : gradientWords(gradientOf);
        String turned = typeset ? "^{\\top}" : "ᵀ";
        String left = typeset ? "\\left(" : "(";
        String right = typeset ? "\\right)" : ")";
        String first = as.gradientTurned() ? left + g + right + turned : g;
        String name = typeset ? w.labels().tex(other) : w.labels().words(other);
        String second = as.otherTurned() ? raised(name, turned) : name;
        String dot = typeset ? " \\cdot " : " · ";
        String all = as.gradientFirst() ? first + dot + second : second + dot + first;
        return typeset ? "$" + all + "$" : all;
    }

    /// A name with a superscript of its own is put in brackets first by TeX's grouping.
    private String raised(String name, String turned) {
        return typeset ? "{" + name + "}" + turned : name + turned;
    }

    /// The path of some nodes from the output on.
    String path(Iterable<Integer> nodes) {
        String arrow = typeset ? " \\to " : " → ";
        StringBuilder out = new StringBuilder();
        for (int node : nodes) {
            out.append(out.isEmpty() ? "" : arrow)
                    .append(typeset ? w.labels().tex(node) : w.labels().words(node));
        }
        return typeset ? "$" + out + "$" : out.toString();
    }

    String number(double x) {
        return numbers.plain(x);
    }

    String number(Tensor t) {
        return numbers.plain(t);
    }
}
