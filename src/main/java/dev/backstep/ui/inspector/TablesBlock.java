package dev.backstep.ui.inspector;

import dev.backstep.calculus.CandidateProducts;
import dev.backstep.explain.Explanation.Handed;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Op;
import dev.backstep.paint.ColorRole;
import dev.backstep.story.Jacobians;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Message;
import dev.backstep.ui.calculus.ProductsView;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One edge of a backward step between matrices: its rule, the three tables, the whole Jacobian
/// where it is asked for.
final class TablesBlock extends VBox {

    /// The largest Jacobian, in elements, that opens by itself at a step when the one before was
    /// open.
    private static final long QUICK = 2_500;

    /// The most multiplications of a product that is multiplied out in all ways by itself.
    private static final long QUICK_WORK = 1_000_000;

    TablesBlock(ShownStep shown, Handed handed) {
        super(10);
        FormulaView rule = FormulaView.display(17, ColorRole.INK);
        rule.show(handed.downstreamTex() + " = " + handed.productTex(), shown.theme());
        rule.limit(shown.width() - 24);
        getChildren()
                .addAll(rule, new EquationView(shown, handed.equation()), jacobian(shown, handed));
        other(shown, handed).ifPresent(id -> getChildren().add(products(shown, handed, id)));
    }

    /// The other operand of a product of matrices.
    private static Optional<Integer> other(ShownStep shown, Handed handed) {
        Walkthrough w = shown.walkthrough();
        Edge edge = handed.edge();
        boolean product =
                w.graph().node(edge.node()).op() instanceof Op.MatMul
                        && w.drawn().folded(w.drawn().user(edge)).isEmpty();
        return product
                ? Optional.of(w.drawn().source(new Edge(edge.node(), 1 - edge.slot())).id())
                : Optional.empty();
    }

    /// The other ways to put both matrices together, where they are asked for.
    private static Node products(ShownStep shown, Handed handed, int other) {
        Walkthrough w = shown.walkthrough();
        Tensor matrix = w.value(other);
        Hyperlink ask = new Hyperlink(Texts.of("inspector.products"));
        VBox box = new VBox(6, ask);
        Runnable open =
                () ->
                        box.getChildren()
                                .add(
                                        new ProductsView(
                                                CandidateProducts.of(
                                                        handed.upstream(),
                                                        matrix,
                                                        handed.downstream()),
                                                shown.theme(),
                                                handed.upstreamTex(),
                                                shown.label(other),
                                                "∂"
                                                        + w.labels().words(w.output())
                                                        + "/∂"
                                                        + w.labels().words(handed.to()),
                                                shown.width() - 24));
        ask.setOnAction(
                _ -> {
                    ask.setVisited(false);
                    boolean was = box.getChildren().size() > 1;
                    shown.products().set(!was);
                    if (was) {
                        box.getChildren().remove(1);
                    } else {
                        open.run();
                    }
                });
        long work = (long) handed.upstream().size() * Math.max(matrix.rows(), matrix.cols());
        if (shown.products().get() && work <= QUICK_WORK) {
            open.run();
        }
        return box;
    }

    /// The whole Jacobian, written out only where it is asked for.
    private static Node jacobian(ShownStep shown, Handed handed) {
        Shape whole = new Shape(handed.upstream().size(), handed.downstream().size());
        Hyperlink ask =
                new Hyperlink(
                        Texts.of(Message.of("inspector.jacobian").with("shape", whole.toString())));
        HBox asks = new HBox(2, ask);
        asks.setAlignment(Pos.CENTER_LEFT);
        shown.sheet()
                .ifPresent(
                        sheet -> {
                            Hyperlink large = new Hyperlink(Texts.of("inspector.jacobian.large"));
                            large.setOnAction(_ -> sheet.accept(handed.edge().node(), handed.to()));
                            asks.getChildren().addAll(new Label("·"), large);
                        });
        VBox box = new VBox(6, asks);
        ask.setOnAction(
                _ -> {
                    ask.setVisited(false);
                    boolean open = box.getChildren().size() > 1;
                    shown.jacobian().set(!open);
                    if (open) {
                        box.getChildren().remove(1);
                    } else {
                        box.getChildren().add(table(shown, handed));
                    }
                });
        if (shown.jacobian().get() && whole.size() <= QUICK) {
            box.getChildren().add(table(shown, handed));
        }
        return box;
    }

    private static Node table(ShownStep shown, Handed handed) {
        return Jacobians.whole(shown.walkthrough(), handed.edge())
                .<Node>map(t -> TableView.whole(t, shown))
                .orElseGet(() -> new Label(Texts.of("inspector.too.large")));
    }
}
