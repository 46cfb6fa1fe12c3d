package dev.backstep.calculus;

import dev.backstep.explain.Formulas;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.text.Message;
import java.util.Locale;
import java.util.Optional;

/// A Jacobian and its short rule in words and in TeX.
public record ToldJacobian(Walkthrough w, Collapse collapse, Numbers numbers) {

    /// The digits of a difference.
    private static final int DIGITS = 2;

    private NodeJacobian jacobian() {
        return collapse.jacobian();
    }

    /// Its formulas.
    public RuleTex tex() {
        return new RuleTex(w, collapse, numbers);
    }

    private String tex(int node) {
        return w.labels().tex(node);
    }

    private String words(int node) {
        return w.labels().words(node);
    }

    /// `J = \frac{\partial z}{\partial x} \in \mathbb{R}^{2\times 3}`, with the shape that comes
    /// out of it if a matrix is among the two.
    public String title() {
        NodeJacobian j = jacobian();
        Shape shape = j.matrix().shape();
        boolean vectors = shape.rows() == j.output().rows() && shape.cols() == j.input().rows();
        return "J = "
                + Formulas.partial(tex(j.of()), tex(j.by()))
                + " \\in "
                + space(elements(j.output()) + "\\times " + elements(j.input()))
                + (vectors ? "" : " = " + space(shape.rows() + "\\times " + shape.cols()));
    }

    private static String space(String size) {
        return "\\mathbb{R}^{" + size + "}";
    }

    /// `(2\cdot 2)` for a matrix, `3` for a vector.
    private static String elements(Shape shape) {
        return shape.cols() == 1
                ? "" + shape.rows()
                : "(" + shape.rows() + "\\cdot " + shape.cols() + ")";
    }

    /// What its rows and columns are, and what it took to compute it.
    public Message told() {
        NodeJacobian j = jacobian();
        return Message.of("jacobian.told." + j.mode().name().toLowerCase(Locale.ROOT))
                .with("z", words(j.of()))
                .with("x", words(j.by()))
                .with("passes", j.passes());
    }

    /// What is to be said of the gradient that comes out, if it is not all of it.
    public Optional<Message> part() {
        NodeJacobian j = jacobian();
        if (j.mode() == NodeJacobian.PassMode.NONE || collapse.arrives() && collapse.whole()) {
            return Optional.empty();
        }
        return Optional.of(
                collapse.arrives()
                        ? Message.of("jacobian.part")
                                .with("z", words(j.of()))
                                .with("x", words(j.by()))
                        : Message.of("jacobian.no.upstream").with("z", words(j.of())));
    }

    /// What it collapses to, in a sentence.
    public Message rule() {
        return Message.of(collapse.rule().map(ToldJacobian::words).orElse("jacobian.none"));
    }

    private static String words(ShortRule rule) {
        return switch (rule) {
            case ShortRule.Zero _ -> "rule.zero";
            case ShortRule.Scaled(double factor) when factor == 1 -> "rule.identity";
            case ShortRule.Scaled _ -> "rule.scaled";
            case ShortRule.Elementwise _ -> "rule.diagonal";
            case ShortRule.Moved _ -> "rule.moved";
            case ShortRule.Product _ -> "rule.product";
            case ShortRule.Softmax _, ShortRule.LogSoftmax _ -> "rule.softmax";
            case ShortRule.MinusLabels _ -> "rule.labels";
            case ShortRule.Gradient _ -> "rule.gradient";
        };
    }

    /// The rule as TeX; nothing where there is none, or where it would only say itself.
    public Optional<String> shortRule() {
        boolean itself =
                collapse.rule().filter(ShortRule.Gradient.class::isInstance).isPresent()
                        && jacobian().of() == w.output();
        return itself ? Optional.empty() : tex().rule();
    }

    /// How far the numbers of the rule are from those of the Jacobian.
    public Message agreement() {
        return Message.of("jacobian.difference")
                .with("difference", new Numbers(DIGITS).plain(collapse.difference()));
    }
}
