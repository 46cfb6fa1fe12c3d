package dev.backstep.ui.calculus;

import dev.backstep.calculus.CandidateProducts;
import dev.backstep.calculus.Collapse;
import dev.backstep.calculus.FusedLoss;
import dev.backstep.calculus.RuleTex;
import dev.backstep.calculus.ShortRule;
import dev.backstep.calculus.ToldJacobian;
import dev.backstep.export.figure.JacobianFigure;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.JacobianTable;
import dev.backstep.paint.JacobianTable.Place;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.OptionalInt;
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
    private final ToldJacobian told;
    private final RuleTex tex;
    private final FormulaView sum = new FormulaView(17, ColorRole.INK);
    private final VBox rule = new VBox(12);
    private final double room;
    private final JacobianTableView table = new JacobianTableView(this::point);

    JacobianView(ShownSheet shown, ToldJacobian told) {
        super(12);
        this.shown = shown;
        this.told = told;
        this.collapse = told.collapse();
        this.tex = told.tex();
        JacobianTable whole = JacobianFigure.table(told);
        boolean small = collapse.jacobian().matrix().size() <= LARGE_AT_MOST;
        table.show(small ? whole.zoomed(LARGE) : whole, shown.theme(), shown.width());
        VBox numbers = new VBox(12, table, SheetTexts.hint(Texts.of("jacobian.point")), sum);
        told.part().ifPresent(h -> numbers.getChildren().add(SheetTexts.hint(Texts.of(h))));
        boolean beside = table.getPrefWidth() + BESIDE <= shown.width();
        room = beside ? shown.width() - table.getPrefWidth() - APART : shown.width();
        rule();
        HBox.setHgrow(rule, Priority.ALWAYS);
        getChildren()
                .addAll(
                        formula(told.title(), 22, shown.width()),
                        SheetTexts.told(Texts.of(told.told())),
                        beside ? new HBox(APART, numbers, rule) : new VBox(18, numbers, rule));
        point(Optional.empty());
    }

    private FormulaView formula(String text, double size, double width) {
        return SheetTexts.formula(text, size, ColorRole.INK, shown.theme(), width);
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
        rule.getChildren()
                .addAll(
                        SheetTexts.heading(Texts.of("jacobian.rule")),
                        SheetTexts.told(Texts.of(told.rule())));
        told.shortRule()
                .ifPresent(
                        tex ->
                                rule.getChildren()
                                        .addAll(
                                                formula(tex, 20, room),
                                                SheetTexts.badge(
                                                        "✓ " + Texts.of(told.agreement()),
                                                        "good")));
        Optional<ShortRule> found = collapse.rule();
        if (found.isPresent() && found.get() instanceof ShortRule.Product product) {
            candidates(product);
        } else if (found.isPresent() && found.get() instanceof ShortRule.MinusLabels minus) {
            FusedLoss.of(shown.walkthrough(), collapse.jacobian().by(), minus)
                    .ifPresent(both -> rule.getChildren().add(new FusedView(shown, both)));
        }
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
