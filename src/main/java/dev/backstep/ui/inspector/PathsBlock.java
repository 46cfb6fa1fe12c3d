package dev.backstep.ui.inspector;

import dev.backstep.explain.Arrivals;
import dev.backstep.explain.Paths;
import dev.backstep.explain.Progress;
import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Node;
import dev.backstep.paint.Ink;
import dev.backstep.tensor.Tensor;
import dev.backstep.ui.FormulaView;
import dev.backstep.ui.Texts;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Each path from the loss to a chosen leaf with its product, and their sum.
final class PathsBlock extends VBox {

    /// More paths are only counted.
    private static final int MOST = 12;

    /// Longer paths are written with their ends only.
    private static final int MOST_HOPS = 5;

    /// @param choose told of another leaf that was chosen
    PathsBlock(Shown shown, int leaf, IntConsumer choose) {
        setSpacing(7);
        getChildren().add(head(shown, leaf, choose));
        Walkthrough w = shown.walkthrough();
        Progress progress = Progress.at(w, shown.now());
        Paths paths = Paths.of(w, leaf, MOST);
        paths.listed().forEach(path -> getChildren().add(row(shown, path, progress)));
        if (!paths.complete()) {
            Label more = new Label(Texts.of("paths.more", paths.count() - paths.listed().size()));
            more.getStyleClass().add("hint");
            getChildren().add(more);
        }
        getChildren().add(sum(shown, leaf));
    }

    /// The leaves that paths can lead to.
    static List<Integer> leaves(Walkthrough w) {
        return w.graph().nodes().stream()
                .filter(n -> n.isLeafWithGradient() && w.gradient(n.id()).isPresent())
                .map(Node::id)
                .toList();
    }

    private static HBox head(Shown shown, int leaf, IntConsumer choose) {
        Label heading =
                new Label(
                        Texts.of(
                                "paths.from",
                                shown.walkthrough().labels().plain(shown.walkthrough().output())));
        heading.getStyleClass().add("heading");
        ComboBox<Integer> leaves = new ComboBox<>();
        leaves.getItems().setAll(leaves(shown.walkthrough()));
        leaves.setValue(leaf);
        leaves.setAccessibleText(Texts.of("paths.leaf"));
        leaves.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Integer id) {
                        return id == null ? "" : shown.walkthrough().labels().plain(id);
                    }

                    @Override
                    public @Nullable Integer fromString(String text) {
                        return null;
                    }
                });
        leaves.setOnAction(_ -> choose.accept(leaves.getValue()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, heading, gap, leaves);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static HBox row(Shown shown, Paths.Path path, Progress progress) {
        boolean walked = path.hops().stream().allMatch(h -> progress.crossed().contains(h.edge()));
        FormulaView way = new FormulaView(15, walked ? Ink.INK : Ink.MUTED);
        boolean brief = path.hops().size() > MOST_HOPS;
        way.show(
                brief ? brief(shown, path) : path.tex(shown.walkthrough().labels()), shown.theme());
        way.limit(shown.width() * 0.55);
        String factors = brief ? "" : path.factors(shown.numbers()).map(f -> f + " = ").orElse("");
        Label product = new Label(factors + (walked ? text(shown, path.product()) : "?"));
        product.getStyleClass().addAll("mono", walked ? "downstream" : "muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, way, gap, product);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// `L \to a \to … \to x`
    private static String brief(Shown shown, Paths.Path path) {
        int last = path.hops().size() - 1;
        String arrow = " \\to ";
        return shown.output()
                + arrow
                + shown.label(path.hops().getFirst().to())
                + arrow
                + "\\ldots"
                + arrow
                + shown.label(path.hops().get(last - 1).to())
                + arrow
                + shown.label(path.hops().get(last).to());
    }

    private static HBox sum(Shown shown, int leaf) {
        Arrivals arrivals = Arrivals.of(shown.walkthrough(), shown.now(), leaf);
        FormulaView gradient = new FormulaView(15, Ink.UPSTREAM);
        gradient.show(
                "\\partial " + shown.output() + "/\\partial " + shown.label(leaf), shown.theme());
        Label adds = new Label(Texts.of(arrivals.all().size() > 1 ? "paths.sum" : "paths.one"));
        boolean done = arrivals.complete() && arrivals.sum().isPresent();
        Label total =
                new Label(
                        done
                                ? text(shown, arrivals.sum().orElseThrow())
                                : Texts.of("paths.not.yet"));
        total.getStyleClass().addAll("mono", done ? "upstream" : "muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(6, gradient, adds, gap, total);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("paths-rule");
        return row;
    }

    private static String text(Shown shown, Tensor value) {
        return shown.numbers().brief(value);
    }
}
