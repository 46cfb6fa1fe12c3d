package dev.backstep.ui.inspector;

import dev.backstep.explain.Arrivals;
import dev.backstep.explain.Curve;
import dev.backstep.explain.Explanation;
import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Node;
import dev.backstep.graph.Step;
import dev.backstep.layout.Breaks;
import dev.backstep.paint.Formulas;
import dev.backstep.paint.Ink;
import dev.backstep.ui.FormulaView;
import dev.backstep.ui.Screen;
import dev.backstep.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The step, or the node that is selected, explained: its formula, what it hands to each input,
/// what it received, the paths to a leaf, the check by finite differences.
public final class InspectorPane extends ScrollPane {

    private static final double PADDING = 16;
    private static final double FORMULA = 21;

    private final VBox body = new VBox();
    private final CheckBadge badge = new CheckBadge();
    private @Nullable Screen screen;
    private @Nullable Breaks breaks;
    private final BooleanProperty jacobian = new SimpleBooleanProperty();
    private int leaf = -1;

    public InspectorPane() {
        body.getStyleClass().addAll("side-body", "inspector");
        setContent(body);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
        widthProperty().addListener((_, _, _) -> rebuild());
    }

    public void show(Screen now) {
        Screen before = screen;
        screen = now;
        if (before == null || !looksLike(before, now)) {
            breaks = sameNumbers(before, now) ? breaks : null;
            rebuild();
        }
    }

    /// Moving the window, a panel, or typing what is no program yet changes nothing here.
    private static boolean looksLike(Screen a, Screen b) {
        return sameNumbers(a, b)
                && a.step() == b.step()
                && a.theme() == b.theme()
                && a.numbers().equals(b.numbers())
                && a.state().view().selected().equals(b.state().view().selected());
    }

    /// Comparing all numbers would take longer than building.
    @SuppressWarnings("ReferenceEquality")
    private static boolean sameNumbers(@Nullable Screen a, Screen b) {
        return a != null && a.walkthrough().orElse(null) == b.walkthrough().orElse(null);
    }

    private Optional<String> problem(Walkthrough w, int node, int now) {
        if (breaks == null) {
            breaks = Breaks.of(w);
        }
        return Optional.ofNullable(breaks.at(now).get(node));
    }

    private void rebuild() {
        if (screen == null || getWidth() < 80) {
            return;
        }
        if (screen.walkthrough().isEmpty()) {
            Label none = new Label(Texts.of("inspector.none"));
            none.getStyleClass().add("hint");
            body.getChildren().setAll(none);
            return;
        }
        Walkthrough w = screen.walkthrough().get();
        OptionalInt selected = screen.state().view().selected();
        int step =
                selected.isPresent() ? about(w, selected.getAsInt(), screen.step()) : screen.step();
        double room = getWidth() - 2 * PADDING - 14;
        Shown shown =
                new Shown(
                        w,
                        Math.max(step, 0),
                        screen.step(),
                        screen.numbers(),
                        screen.theme(),
                        room,
                        jacobian);
        List<javafx.scene.Node> blocks = new ArrayList<>();
        if (step < 0) {
            source(shown, selected.getAsInt(), blocks);
        } else {
            step(shown, selected.isPresent(), blocks);
        }
        problem(w, selected.orElse(w.step(screen.step()).node()), screen.step())
                .ifPresent(p -> blocks.add(2, why(p)));
        paths(shown, selected, blocks);
        badge.show(w);
        blocks.add(badge);
        replace(blocks);
    }

    /// Where the choice of a leaf had the focus, the new one has it.
    private void replace(List<javafx.scene.Node> blocks) {
        javafx.scene.Node focus = getScene() == null ? null : getScene().getFocusOwner();
        boolean chooses =
                focus instanceof ComboBox<?> && body.lookupAll(".combo-box").contains(focus);
        body.getChildren().setAll(blocks);
        if (chooses && body.lookup(".combo-box") instanceof ComboBox<?> leaves) {
            leaves.requestFocus();
        }
    }

    private static Label why(String problem) {
        Label why = new Label(problem);
        why.getStyleClass().add("problem-row");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        return why;
    }

    /// The latest step about a node that the story has come to, else the first one; −1 for a
    /// source.
    private static int about(Walkthrough w, int node, int now) {
        int found = -1;
        for (int i = 0; i < w.size(); i++) {
            if (w.step(i).node() == node && (i <= now || found < 0)) {
                found = i;
            }
        }
        return found;
    }

    private static void source(Shown shown, int node, List<javafx.scene.Node> blocks) {
        Node leaf = shown.walkthrough().graph().node(node);
        blocks.add(heading(Texts.of("inspector.selected")));
        String value =
                leaf.shape().isScalar()
                        ? shown.label(node)
                                + " = "
                                + shown.numbers().tex(shown.walkthrough().value(node).item())
                        : shown.label(node)
                                + " \\in \\mathbb{R}^{"
                                + leaf.shape().rows()
                                + "\\times "
                                + leaf.shape().cols()
                                + "}";
        blocks.add(formula(shown, value, 21));
        if (!leaf.shape().isScalar()) {
            blocks.add(new TableView(shown.walkthrough().value(node), Ink.VALUE, shown));
        }
        arrivals(shown, node, blocks);
    }

    private static void step(Shown shown, boolean selected, List<javafx.scene.Node> blocks) {
        Explanation explanation =
                Explanation.of(shown.walkthrough(), shown.step(), shown.numbers());
        Step step = shown.walkthrough().step(shown.step());
        String title =
                Texts.of(
                        selected ? "inspector.selected.op" : "inspector.current",
                        explanation.title());
        blocks.add(heading(title));
        formulas(shown, explanation, blocks);
        Curve.of(shown.walkthrough(), step.node())
                .filter(_ -> !(step instanceof Step.Seed))
                .ifPresent(c -> blocks.add(new CurveView(c, shown)));
        explanation.flows().forEach(f -> blocks.add(new HandedBlock(shown, f)));
        if (step instanceof Step.Seed) {
            Label why = new Label(explanation.sentence());
            why.setWrapText(true);
            blocks.add(why);
        }
        if (!explanation.remembered().isEmpty() && step instanceof Step.Backward) {
            blocks.add(remembered(shown, explanation.remembered()));
        }
        explanation.flows().stream()
                .map(Explanation.Handed::to)
                .distinct()
                .forEach(to -> arrivals(shown, to, blocks));
        if (selected) {
            arrivals(shown, step.node(), blocks);
        }
    }

    /// The formula with its numbers on one line where there is room, else below each other.
    private static void formulas(
            Shown shown, Explanation explanation, List<javafx.scene.Node> blocks) {
        String line =
                explanation.formula() + explanation.substituted().map(s -> " = " + s).orElse("");
        if (Formulas.measure(line, FORMULA).width() <= shown.width()) {
            blocks.add(formula(shown, line, FORMULA));
            return;
        }
        blocks.add(formula(shown, explanation.formula(), FORMULA));
        explanation.substituted().ifPresent(s -> blocks.add(formula(shown, s, 18)));
    }

    private static void arrivals(Shown shown, int node, List<javafx.scene.Node> blocks) {
        Arrivals arrivals = Arrivals.of(shown.walkthrough(), shown.now(), node);
        if (arrivals.all().size() > 1) {
            blocks.add(new ArrivalsBlock(shown, arrivals));
        }
    }

    private void paths(Shown shown, OptionalInt selected, List<javafx.scene.Node> blocks) {
        List<Integer> leaves = PathsBlock.leaves(shown.walkthrough());
        if (leaves.isEmpty()) {
            return;
        }
        if (selected.isPresent() && leaves.contains(selected.getAsInt())) {
            leaf = selected.getAsInt();
        } else if (!leaves.contains(leaf)) {
            leaf = leaves.getFirst();
        }
        blocks.add(
                new PathsBlock(
                        shown,
                        leaf,
                        chosen -> {
                            leaf = chosen;
                            rebuild();
                        }));
    }

    private static HBox remembered(Shown shown, List<String> tex) {
        Label label = new Label(Texts.of("inspector.remembered"));
        label.getStyleClass().add("muted");
        FormulaView values = new FormulaView(15, Ink.VALUE);
        values.show(String.join(",\\;", tex), shown.theme());
        values.limit(shown.width() * 0.5);
        HBox row = new HBox(8, label, values);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static HBox formula(Shown shown, String tex, double size) {
        FormulaView view = FormulaView.display(size, Ink.INK);
        view.show(tex, shown.theme());
        view.limit(shown.width());
        HBox row = new HBox(view);
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private static Label heading(String text) {
        Label heading = new Label(text.toUpperCase(Locale.getDefault()));
        heading.getStyleClass().add("heading");
        return heading;
    }
}
