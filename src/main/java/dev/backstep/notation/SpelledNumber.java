package dev.backstep.notation;

import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.graph.Op.Binary;
import dev.backstep.graph.Op.Unary;
import dev.backstep.graph.Rules;
import dev.backstep.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/// A number that a formula spells out: `2`, or one computed from such numbers alone, `1/4`.
///
/// @param words `1/4`
/// @param tex `\frac{1}{4}`
/// @param isAtom whether it stands inside a larger expression without parentheses
/// @param numbers how many literals it is made of
record SpelledNumber(Tensor value, String words, String tex, boolean isAtom, int numbers) {

    /// The most literals that are spelled out in the formula of their user.
    private static final int MOST = 4;

    static SpelledNumber of(Tensor value) {
        boolean written = value.size() <= Numbers.LARGEST_IN_TEXT;
        String words = written ? Numbers.DEFAULT.plain(value) : "[" + value.shape() + "]";
        boolean negative = value.shape().isScalar() && words.startsWith("−");
        return new SpelledNumber(value, words, Numbers.DEFAULT.tex(value), !negative, 1);
    }

    /// What a node computes from literals; nothing if it has a name, is no number that a formula
    /// spells out, or is not finite, which is marked on its card.
    static Optional<SpelledNumber> of(Node node, List<SpelledNumber> in) {
        int numbers = in.stream().mapToInt(SpelledNumber::numbers).sum();
        boolean scalars = in.stream().allMatch(l -> l.value.shape().isScalar());
        if (node.name().isPresent() || in.isEmpty() || numbers > MOST || !scalars) {
            return Optional.empty();
        }
        return spelled(node.op(), in)
                .map(
                        s ->
                                new SpelledNumber(
                                        Rules.value(
                                                node.op(),
                                                in.stream().map(SpelledNumber::value).toList()),
                                        s.words,
                                        s.tex,
                                        s.isAtom,
                                        numbers))
                .filter(l -> l.value.isFinite());
    }

    private record Spelled(String words, String tex, boolean isAtom) {}

    private static Optional<Spelled> spelled(Op op, List<SpelledNumber> in) {
        return op instanceof Unary unary
                ? Optional.of(unary(unary, in.getFirst()))
                : op instanceof Op.Pow(double p)
                        ? Optional.of(power(in.getFirst(), of(Tensor.scalar(p))))
                        : op instanceof Binary binary
                                ? binary(binary, in.getFirst(), in.getLast())
                                : Optional.empty();
    }

    private static Spelled unary(Unary op, SpelledNumber x) {
        return switch (op) {
            case NEG -> new Spelled("−" + x.tight(), "-" + x.tightTex(), false);
            case SQUARE -> power(x, of(Tensor.scalar(2)));
            case SQRT -> new Spelled("√" + x.tight(), "\\sqrt{" + x.tex + "}", true);
            default ->
                    new Spelled(
                            op.word() + "(" + x.words + ")",
                            "\\mathrm{" + op.word().replace("_", "\\_") + "}(" + x.tex + ")",
                            true);
        };
    }

    private static Optional<Spelled> binary(Binary op, SpelledNumber x, SpelledNumber y) {
        return switch (op) {
            case ADD -> Optional.of(signed(x, " + ", " + ", y));
            case SUB -> Optional.of(signed(x, " − ", " - ", y));
            case MUL -> Optional.of(signed(x, " · ", " \\cdot ", y));
            case DIV ->
                    Optional.of(
                            new Spelled(
                                    x.firstWords() + "/" + y.tight(),
                                    "\\frac{" + x.tex + "}{" + y.tex + "}",
                                    false));
            case POW -> Optional.of(power(x, y));
            case MAX, MIN, SAFE_DIV, BCE, BCE_LOGITS, SE -> Optional.empty();
        };
    }

    private static Spelled signed(SpelledNumber x, String words, String tex, SpelledNumber y) {
        return new Spelled(
                x.firstWords() + words + y.tight(), x.firstTex() + tex + y.tightTex(), false);
    }

    private static Spelled power(SpelledNumber x, SpelledNumber y) {
        return new Spelled(x.tight() + "^" + y.tight(), x.tightTex() + "^{" + y.tex + "}", false);
    }

    /// As the label of a node, which any formula may put beside others.
    String label() {
        return tex.startsWith("\\frac") ? tex : tightTex();
    }

    /// At the beginning of an expression a negative literal needs no parentheses.
    private String firstWords() {
        return numbers == 1 ? words : tight();
    }

    private String firstTex() {
        return numbers == 1 ? tex : tightTex();
    }

    private String tight() {
        return isAtom ? words : "(" + words + ")";
    }

    private String tightTex() {
        return isAtom ? tex : "\\left(" + tex + "\\right)";
    }
}
