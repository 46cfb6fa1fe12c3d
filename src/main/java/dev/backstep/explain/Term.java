package dev.backstep.explain;

import dev.backstep.notation.Numbers;
import dev.backstep.tensor.Tensor;
import java.util.List;

/// A part of a formula, and how it must be written inside a larger one.
record Term(String tex, Kind kind) {

    /// What needs parentheses that grow with it; others keep closer to what stands before them.
    private static final List<String> TALL =
            List.of("frac", "\\begin", "\\sum", "\\left", "^{[", "\\sqrt");

    private static final List<String> FACTORS = List.of("\\cdot ", "\\odot ", "\\,");

    private static final List<String> OPEN =
            List.of("\\log ", "\\sin ", "\\cos ", "\\tan ", "\\tanh ");

    enum Kind {
        /// a name; binds tighter than anything around it
        LABEL,
        /// a number or a matrix; beside another it needs a dot, and a negative one parentheses
        NUMBER,
        /// a product or a power; in parentheses where it is raised
        PRODUCT,
        /// a sum or a difference; in parentheses inside a product
        SUM,
        /// a choice between several, in a brace
        CASES
    }

    static Term label(String tex) {
        return new Term(tex, Kind.LABEL);
    }

    static Term product(String tex) {
        return new Term(tex, Kind.PRODUCT);
    }

    static Term sum(String tex) {
        return new Term(tex, Kind.SUM);
    }

    static Term number(double x, Numbers numbers) {
        return new Term(numbers.tex(x), Kind.NUMBER);
    }

    static Term number(Tensor x, Numbers numbers) {
        return new Term(numbers.tex(x), Kind.NUMBER);
    }

    /// As a factor or an argument of `\log`: in parentheses where it must be.
    String tight() {
        boolean atom =
                switch (kind) {
                    case LABEL, PRODUCT -> true;
                    case NUMBER -> isOnePiece();
                    case SUM, CASES -> false;
                };
        return atom ? tex : parenthesised();
    }

    /// As the argument of a function that has no parentheses, as `\log x`: of several factors, all
    /// but the first would be read as standing behind the function.
    String argument() {
        return outside(FACTORS) ? parenthesised() : tight();
    }

    /// As a factor with another behind it, which a function without parentheses would take along.
    private String leading() {
        return outside(OPEN) ? parenthesised() : tight();
    }

    /// Whether one of these stands outside of all brackets.
    private boolean outside(List<String> parts) {
        int depth = 0;
        for (int i = 0; i < tex.length(); i++) {
            char c = tex.charAt(i);
            depth += "{([".indexOf(c) >= 0 ? 1 : "})]".indexOf(c) >= 0 ? -1 : 0;
            String rest = c == '\\' && depth == 0 ? tex.substring(i) : "";
            if (kind == Kind.PRODUCT && parts.stream().anyMatch(rest::startsWith)) {
                return true;
            }
        }
        return false;
    }

    /// As the argument of a function, which has parentheses anyway.
    String parenthesised() {
        boolean tall = TALL.stream().anyMatch(tex::contains);
        return tall ? "\\left(" + tex + "\\right)" : "(" + tex + ")";
    }

    /// Raised to a power; a name that has a superscript already gets parentheses.
    Term power(String exponent) {
        boolean atom =
                kind == Kind.LABEL && tex.indexOf('^') < 0 || kind == Kind.NUMBER && isOnePiece();
        return product((atom ? tex : parenthesised()) + "^{" + exponent + "}");
    }

    /// `W^{\top}`, and of a number itself; the layer of `W^{[1]}` goes with it: `W^{[1]\top}`.
    Term transposed() {
        if (kind == Kind.NUMBER && !tex.contains("matrix")) {
            return this;
        }
        if (kind == Kind.LABEL && tex.endsWith("]}")) {
            return label(tex.substring(0, tex.length() - 1) + "\\top}");
        }
        return power("\\top");
    }

    /// With a coefficient before it: `2x`, `2 \cdot 1`, `2(x - y)`.
    Term scaled(String coefficient) {
        String factor = tight();
        boolean dot = kind == Kind.NUMBER || Character.isDigit(factor.charAt(0));
        String between = dot ? " \\cdot " : factor.startsWith("e^") ? "\\," : "";
        String product = coefficient + between + factor;
        return coefficient.startsWith("-") ? sum(product) : product(product);
    }

    /// Times another, with a sign between them.
    Term times(String sign, Term other) {
        return product(leading() + sign + other.tight());
    }

    /// Times another: side by side where both are names, else with a dot.
    Term times(Term other) {
        boolean dot = kind == Kind.NUMBER || other.kind == Kind.NUMBER;
        return product(leading() + (dot ? " \\cdot " : "\\,") + other.tight());
    }

    /// The product of two matrices; one that is itself an element-wise product gets parentheses.
    Term matrixTimes(Term other) {
        return whole().times(other.whole());
    }

    private Term whole() {
        return outside(List.of("\\odot ")) ? label(parenthesised()) : this;
    }

    Term plus(Term other) {
        return sum(first() + " + " + other.tight());
    }

    Term minus(Term other) {
        return sum(first() + " - " + other.tight());
    }

    /// At the beginning of a sum, where no sign stands before it: a number needs no parentheses.
    private String first() {
        return kind == Kind.NUMBER ? tex : tight();
    }

    /// With a minus sign before it; in parentheses inside a product, like a sum.
    Term negated() {
        return sum("-" + tight());
    }

    /// A matrix, which its brackets hold together, or a number with no sign and no power of ten.
    private boolean isOnePiece() {
        return tex.startsWith("\\begin") || !tex.startsWith("-") && !tex.contains("\\cdot");
    }
}
