package dev.backstep.ui.inspector;

import dev.backstep.paint.ColorRole;
import dev.backstep.story.Paths;
import dev.backstep.story.Progress;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.StyledLabel;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One path from the loss to a leaf, with its product once the gradient has come all the way.
final class PathRow extends HBox {

    /// Longer paths are written with their ends only.
    private static final int MOST_HOPS = 5;

    private final FormulaView way = new FormulaView(15, ColorRole.MUTED);
    private final StyledLabel product = new StyledLabel("mono");

    PathRow() {
        super(8);
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(way, gap, product);
    }

    void show(ShownStep shown, Paths.Path path, Progress progress) {
        boolean walked = path.hops().stream().allMatch(h -> progress.isCrossed(h.edge()));
        boolean brief = path.hops().size() > MOST_HOPS;
        way.show(
                brief ? brief(shown, path) : path.tex(shown.walkthrough().labels()),
                shown.theme(),
                walked ? ColorRole.INK : ColorRole.MUTED);
        way.limit(shown.width() * 0.55);
        boolean hidden = shown.walkthrough().hidden().hidesGradient(to(path));
        String factors =
                brief || hidden
                        ? ""
                        : path.factors(shown.numbers())
                                .map(f -> seeded(path, f) + " = ")
                                .orElse("");
        product.show(
                factors + (walked && !hidden ? shown.numbers().brief(path.product()) : "?"),
                walked && !hidden ? "downstream" : "muted");
    }

    private static int to(Paths.Path path) {
        return path.hops().isEmpty() ? path.output() : path.hops().getLast().to();
    }

    /// `L \to a \to … \to x`
    private static String brief(ShownStep shown, Paths.Path path) {
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

    /// The one local gradient of a path of one edge, times the 1 that the loss starts with.
    private static String seeded(Paths.Path path, String factors) {
        return path.hops().size() == 1 ? "1 · " + factors : factors;
    }
}
