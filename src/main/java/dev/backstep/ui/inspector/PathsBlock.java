package dev.backstep.ui.inspector;

import dev.backstep.explain.ToldPaths;
import dev.backstep.paint.ColorRole;
import dev.backstep.story.Paths;
import dev.backstep.story.Progress;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.StyledLabel;
import dev.backstep.ui.kit.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
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

    private final Label heading = new Label();
    private final ComboBox<Integer> choice = new ComboBox<>();
    private final ReusedViews<PathRow> rows = new ReusedViews<>(7, PathRow::new);
    private final Label rightly = new Label(Texts.of("paths.rightly"));
    private final Label more = new Label();
    private final FormulaView gradient = new FormulaView(15, ColorRole.UPSTREAM);
    private final Label adds = new Label();
    private final FactoredBlock factored;
    private final StyledLabel total = new StyledLabel("mono");

    private @Nullable Walkthrough walkthrough;
    private @Nullable Paths paths;
    private Map<Integer, String> leaves = Map.of();
    private int leaf = -1;
    private boolean showing;

    /// @param chosen told that another leaf was chosen
    /// @param sheet shows the paths large, with what they cost
    PathsBlock(Runnable chosen, Runnable sheet) {
        setSpacing(7);
        more.getStyleClass().add("hint");
        rightly.getStyleClass().add("hint");
        factored = new FactoredBlock(sheet);
        getChildren().addAll(head(), rightly, rows, more, sum(), factored);
        choice.setOnAction(
                _ -> {
                    Integer now = choice.getValue();
                    if (!showing && now != null) {
                        leaf = now;
                        chosen.run();
                    }
                });
    }

    /// @param selected the selected node: where it is a leaf, the paths lead there
    void show(ShownStep now, OptionalInt selected) {
        ReusedViews.wanted(rightly, now.walkthrough().mistaken().isPresent());
        showPaths(now.rightly(), selected);
    }

    /// Paths are those of the right pass, which is what adding them up gives.
    private void showPaths(ShownStep shown, OptionalInt selected) {
        showLeaves(shown.walkthrough());
        ReusedViews.wanted(this, !leaves.isEmpty());
        if (leaves.isEmpty()) {
            return;
        }
        if (selected.isPresent() && leaves.containsKey(selected.getAsInt())) {
            leaf = selected.getAsInt();
        } else if (!leaves.containsKey(leaf)) {
            leaf = leaves.keySet().iterator().next();
        }
        showing = true;
        choice.setValue(leaf);
        showing = false;
        Paths now = paths(shown.walkthrough());
        ToldPaths told =
                new ToldPaths(now, Progress.at(shown.walkthrough(), shown.now()), shown.numbers());
        rows.show(now.listed(), (row, path) -> row.show(shown, told, path));
        ReusedViews.wanted(more, told.rest().isPresent());
        more.setText(told.rest().map(Texts::of).orElse(""));
        showSum(shown, told);
    }

    /// The same at every step, so found once for each evaluation and leaf.
    private Paths paths(Walkthrough w) {
        if (paths == null || paths.node() != leaf) {
            paths = Paths.of(w, leaf, ToldPaths.MOST);
        }
        return paths;
    }

    /// Lists the leaves that paths can lead to; comparing all numbers would take longer.
    @SuppressWarnings("ReferenceEquality")
    private void showLeaves(Walkthrough w) {
        if (w == walkthrough) {
            return;
        }
        walkthrough = w;
        paths = null;
        heading.setText(
                Texts.of(Message.of("paths.from").with("name", w.labels().words(w.output()))));
        Map<Integer, String> now = new LinkedHashMap<>();
        ToldPaths.leaves(w).forEach(id -> now.put(id, w.labels().words(id)));
        if (!now.equals(leaves)) {
            leaves = now;
            showing = true;
            choice.getSelectionModel().clearSelection();
            choice.getItems().setAll(now.keySet());
            showing = false;
        }
    }

    private HBox head() {
        heading.getStyleClass().add("heading");
        choice.setAccessibleText(Texts.of("paths.leaf"));
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Integer id) {
                        return id == null ? "" : leaves.getOrDefault(id, "");
                    }

                    @Override
                    public @Nullable Integer fromString(String text) {
                        return null;
                    }
                });
        HBox head = new HBox(8, heading, gap(), choice);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox sum() {
        HBox row = new HBox(6, gradient, adds, gap(), total);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("paths-rule");
        return row;
    }

    private void showSum(ShownStep shown, ToldPaths told) {
        gradient.show(told.sumTex(), shown.theme());
        adds.setText(Texts.of(told.adds()));
        total.show(Texts.of(told.total()), told.isWhole() ? "upstream" : "muted");
        boolean hidden = shown.walkthrough().hidden().hidesGradient(leaf);
        factored.show(shown, leaf, told.isWhole() && !hidden);
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
