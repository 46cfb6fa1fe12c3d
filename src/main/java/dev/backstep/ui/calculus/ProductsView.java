package dev.backstep.ui.calculus;

import dev.backstep.calculus.CandidateProducts;
import dev.backstep.calculus.CandidateProducts.Candidate;
import dev.backstep.calculus.CandidateProducts.Side;
import dev.backstep.calculus.CandidateProducts.Verdict;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The ways to put an upstream gradient and the other operand of a matrix product together: which
/// fit, and which of those give the right numbers.
public final class ProductsView extends VBox {

    private static final int DIGITS = 1;

    /// With less room, the shape of each product is left out.
    private static final double NARROW = 440;

    private final CandidateProducts products;
    private final Theme theme;
    private final String upstream;
    private final String other;
    private final String wanted;
    private final double width;

    /// @param upstream TeX of the gradient that arrives
    /// @param other TeX of the other operand
    /// @param wanted what the gradient that must come out is called, in words
    /// @param width what it may take
    public ProductsView(
            CandidateProducts products,
            Theme theme,
            String upstream,
            String other,
            String wanted,
            double width) {
        super(6);
        this.width = width;
        this.products = products;
        this.theme = theme;
        this.upstream = upstream;
        this.other = other;
        this.wanted = wanted;
        getChildren().addAll(SheetTexts.heading(heading(products)), rows());
    }

    private static String heading(CandidateProducts products) {
        if (products.fitting() == 1) {
            return Texts.of("products.only");
        }
        return Texts.of(
                Message.of("products.several")
                        .with("fitting", products.fitting())
                        .with("right", products.right()));
    }

    private GridPane rows() {
        GridPane grid = new GridPane();
        grid.setHgap(isNarrow() ? 8 : 12);
        grid.setVgap(5);
        int row = 0;
        for (Candidate candidate : products.all()) {
            boolean right = candidate.verdict() instanceof Verdict.Right;
            Label mark = styled(right ? "✓" : "✗", right ? "downstream" : "problem");
            FormulaView product = new FormulaView(15, right ? ColorRole.INK : ColorRole.MUTED);
            product.show(tex(candidate.first()) + "\\," + tex(candidate.second()), theme);
            boolean none = candidate.verdict() instanceof Verdict.NoProduct;
            Label shapes =
                    styled(
                            candidate.shapes()
                                    + (none || isNarrow() ? "" : " = " + candidate.result()),
                            right ? "table-shape" : "muted");
            shapes.getStyleClass().add("table-shape");
            Label verdict = styled(Texts.of(verdict(candidate)), right ? "downstream" : "problem");
            verdict.setMinWidth(0);
            verdict.setWrapText(true);
            verdict.setMinHeight(Region.USE_PREF_SIZE);
            grid.addRow(row++, mark, product, shapes, verdict);
        }
        grid.setAlignment(Pos.CENTER_LEFT);
        grid.setMaxWidth(width);
        return grid;
    }

    private boolean isNarrow() {
        return width < NARROW;
    }

    private String tex(Side side) {
        String name = side.upstream() ? upstream : other;
        String raised = name.contains("frac") ? "\\left(" + name + "\\right)" : name;
        return side.transposed() ? raised + "^{\\top}" : name;
    }

    private Message verdict(Candidate candidate) {
        return switch (candidate.verdict()) {
            case Verdict.Right _ -> Message.of("products.right").with("gradient", wanted);
            case Verdict.OtherNumbers(double difference) ->
                    Message.of("products.numbers")
                            .with("difference", new Numbers(DIGITS).plain(difference));
            case Verdict.OtherShape _ ->
                    Message.of("products.shape")
                            .with("shape", candidate.result().toString())
                            .with("gradient", wanted);
            case Verdict.NoProduct(int left, int right) ->
                    Message.of("products.inner").with("p", left).with("q", right);
        };
    }

    private static Label styled(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
