package dev.backstep.ui.inspector;

import dev.backstep.calculus.FactoredGradient;
import dev.backstep.calculus.PathCosts;
import dev.backstep.paint.ColorRole;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A gradient as backprop factors it, and what it costs beside every path alone.
final class FactoredBlock extends VBox {

    /// Larger counts are left to the sheet.
    private static final BigInteger LARGEST = BigInteger.valueOf(999_999_999);

    /// Of larger graphs only the sheet tells it.
    private static final int MOST = 5_000;

    private final FormulaView factored = FormulaView.display(15, ColorRole.INK);
    private final Label costs = new Label();
    private final VBox order;
    private @Nullable Walkthrough walkthrough;
    private int leaf = -1;

    /// @param sheet shows the paths large, with what they cost as the graph deepens
    FactoredBlock(Runnable sheet) {
        super(6);
        Label heading = new Label(Texts.of("paths.factored").toUpperCase(Locale.getDefault()));
        heading.getStyleClass().add("heading");
        costs.getStyleClass().add("hint");
        costs.setWrapText(true);
        costs.setMinHeight(USE_PREF_SIZE);
        Hyperlink large = new Hyperlink(Texts.of("paths.large"));
        large.setOnAction(
                _ -> {
                    large.setVisited(false);
                    sheet.run();
                });
        order = new VBox(6, heading, factored, costs);
        getChildren().addAll(order, large);
    }

    /// @param known whether all of the gradient has come, and may be seen
    void show(ShownStep shown, int node, boolean known) {
        boolean wanted = known && shown.walkthrough().graph().size() <= MOST;
        ReusedViews.wanted(order, wanted);
        if (wanted) {
            fill(shown, node);
        }
    }

    /// Counted once for each evaluation and leaf.
    @SuppressWarnings("ReferenceEquality")
    private void fill(ShownStep shown, int node) {
        Walkthrough w = shown.walkthrough();
        String gradient = shown.gradientOf(node);
        factored.show(
                gradient + " = " + FactoredGradient.of(w, node, shown.numbers()).orElse("1"),
                shown.theme());
        factored.limit(shown.width());
        if (w == walkthrough && node == leaf) {
            return;
        }
        walkthrough = w;
        leaf = node;
        PathCosts one = PathCosts.of(w, w.output(), node);
        boolean small = one.pathByPath().compareTo(LARGEST) <= 0;
        List<Message> lines =
                Stream.of(
                                Message.of("paths.alone").with("n", grouped(one.pathByPath())),
                                Message.of("paths.once").with("n", grouped(one.edgeByEdge())))
                        .skip(small ? 0 : 1)
                        .<Message>map(m -> m)
                        .toList();
        costs.setText(String.join("\n", lines.stream().map(Texts::of).toList()));
    }

    private static String grouped(BigInteger n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
