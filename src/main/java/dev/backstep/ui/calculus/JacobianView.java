package dev.backstep.ui.calculus;

import dev.backstep.calculus.CandidateProducts;
import dev.backstep.calculus.Collapse;
import dev.backstep.calculus.FusedLoss;
import dev.backstep.calculus.NodeJacobian;
import dev.backstep.calculus.RuleTex;
import dev.backstep.calculus.ShortRule;
import dev.backstep.explain.Formulas;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.JacobianTable;
import dev.backstep.paint.JacobianTable.Heads;
import dev.backstep.paint.JacobianTable.Place;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One Jacobian: the table with Jᵀ·upstream under the pointer, and the short rule it collapses to.
final class JacobianView extends VBox {

    private static final double LARGE = 1.35;
    private static final int LARGE_AT_MOST = 40;

    /// What the rule needs to stand beside the table.
    private static final double BESIDE = 400;

    private static final double APART = 40;

    private final ShownSheet shown;
    private final Collapse collapse;
    private final RuleTex tex;
    private final FormulaView sum = new FormulaView(17, ColorRole.INK);
    private final VBox rule = new VBox(12);
    private final double room;
    private final JacobianTableView table = new JacobianTableView(this::point);

    JacobianView(ShownSheet shown, Collapse collapse) {
        super(12);
        this.shown = shown;
        this.collapse = collapse;
        this.tex = new RuleTex(shown.walkthrough(), collapse, shown.numbers());
        NodeJacobian j = collapse.jacobian();
        JacobianTable whole = picture();
        table.show(
                j.matrix().size() <= LARGE_AT_MOST ? whole.zoomed(LARGE) : whole,
                shown.theme(),
                shown.width());
        VBox numbers = new VBox(12, table, SheetTexts.hint(Texts.of("jacobian.point")), sum);
        hint().ifPresent(h -> numbers.getChildren().add(SheetTexts.hint(Texts.of(h))));
        boolean beside = table.getPrefWidth() + BESIDE <= shown.width();
        room = beside ? shown.width() - table.getPrefWidth() - APART : shown.width();
        rule();
        HBox.setHgrow(rule, Priority.ALWAYS);
        getChildren()
                .addAll(
                        title(),
                        SheetTexts.told(Texts.of(told(j))),
                        beside ? new HBox(APART, numbers, rule) : new VBox(18, numbers, rule));
        point(Optional.empty());
    }

    /// What is to be said of the gradient that comes out, if it is not all of it.
    private Optional<Message> hint() {
        NodeJacobian j = collapse.jacobian();
        if (j.mode() == NodeJacobian.PassMode.NONE) {
            return Optional.empty();
        }
        if (!collapse.arrives()) {
            return Optional.of(Message.of("jacobian.no.upstream").with("z", shown.words(j.of())));
        }
        return collapse.whole()
                ? Optional.empty()
                : Optional.of(
                        Message.of("jacobian.part")
                                .with("z", shown.words(j.of()))
                                .with("x", shown.words(j.by())));
    }

    private FormulaView title() {
        NodeJacobian j = collapse.jacobian();
        Shape shape = j.matrix().shape();
        return SheetTexts.formula(
                "J = "
                        + Formulas.partial(shown.tex(j.of()), shown.tex(j.by()))
                        + " \\in \\mathbb{R}^{"
                        + space(j.output())
                        + "\\times "
                        + space(j.input())
                        + "}"
                        + (shape.rows() == j.output().rows() && shape.cols() == j.input().rows()
                                ? ""
                                : " = \\mathbb{R}^{"
                                        + shape.rows()
                                        + "\\times "
                                        + shape.cols()
                                        + "}"),
                22,
                ColorRole.INK,
                shown.theme(),
                shown.width());
    }

    /// `(2\cdot 2)` for a matrix, `3` for a vector.
    private static String space(Shape shape) {
        return shape.cols() == 1
                ? "" + shape.rows()
                : "(" + shape.rows() + "\\cdot " + shape.cols() + ")";
    }

    private Message told(NodeJacobian j) {
        return Message.of("jacobian.told." + j.mode().name().toLowerCase(Locale.ROOT))
                .with("z", shown.words(j.of()))
                .with("x", shown.words(j.by()))
                .with("passes", j.passes());
    }

    private JacobianTable picture() {
        NodeJacobian j = collapse.jacobian();
        return JacobianTable.of(
                heads(j.of(), tex.upstream()),
                heads(j.by(), tex.downstream()),
                j.matrix()::at,
                collapse.upstream()::at,
                collapse.downstream()::at,
                shown.numbers());
    }

    private Heads heads(int node, String whole) {
        Walkthrough w = shown.walkthrough();
        Shape shape = w.graph().node(node).shape();
        boolean blocks = shape.rows() > 1 && shape.cols() > 1;
        return new Heads(
                IntStream.range(0, (int) shape.size())
                        .mapToObj(k -> RuleTex.element(w, node, k))
                        .toList(),
                blocks ? shape.cols() : 0,
                whole);
    }

    /// The sum behind one number of the result; with nothing pointed at, behind the first.
    private void point(Optional<Place> place) {
        OptionalInt column = place.isEmpty() ? OptionalInt.empty() : place.get().col();
        table.light(column);
        int at = column.orElse(0);
        sum.show(tex.element(at) + " = " + tex.sum(at), shown.theme());
        sum.limit(shown.width());
    }

    private void rule() {
        rule.getChildren().add(SheetTexts.heading(Texts.of("jacobian.rule")));
        Optional<ShortRule> found = collapse.rule();
        rule.getChildren()
                .add(
                        SheetTexts.told(
                                Texts.of(found.map(JacobianView::words).orElse("jacobian.none"))));
        boolean itself =
                found.filter(ShortRule.Gradient.class::isInstance).isPresent()
                        && collapse.jacobian().of() == shown.walkthrough().output();
        if (found.isPresent() && !itself) {
            String difference = new Numbers(2).plain(collapse.difference());
            rule.getChildren()
                    .addAll(
                            SheetTexts.formula(
                                    tex.rule().orElseThrow(),
                                    20,
                                    ColorRole.INK,
                                    shown.theme(),
                                    room),
                            SheetTexts.badge(
                                    "✓ "
                                            + Texts.of(
                                                    Message.of("jacobian.difference")
                                                            .with("difference", difference)),
                                    "good"));
        }
        if (found.isPresent() && found.get() instanceof ShortRule.Product product) {
            candidates(product);
        } else if (found.isPresent() && found.get() instanceof ShortRule.MinusLabels minus) {
            FusedLoss.of(shown.walkthrough(), collapse.jacobian().by(), minus)
                    .ifPresent(both -> rule.getChildren().add(new FusedView(shown, both)));
        }
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

    /// With a single matrix that the program has, the other ways to multiply by it.
    private void candidates(ShortRule.Product product) {
        Optional<ShortRule.Factor> factor =
                product.left().isPresent() && product.right().isPresent()
                        ? Optional.empty()
                        : product.left().or(product::right);
        factor.filter(f -> f.node().isPresent() && collapse.arrives())
                .ifPresent(
                        f -> {
                            int node = f.node().orElseThrow();
                            Tensor other = shown.walkthrough().value(node);
                            rule.getChildren()
                                    .add(
                                            new ProductsView(
                                                    CandidateProducts.of(
                                                            collapse.upstream(),
                                                            other,
                                                            collapse.downstream()),
                                                    shown.theme(),
                                                    tex.upstream(),
                                                    shown.tex(node),
                                                    "∂"
                                                            + shown.words(
                                                                    shown.walkthrough().output())
                                                            + "/∂"
                                                            + shown.words(collapse.jacobian().by()),
                                                    room));
                        });
    }
}
