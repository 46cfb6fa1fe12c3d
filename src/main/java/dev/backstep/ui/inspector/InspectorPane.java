package dev.backstep.ui.inspector;

import dev.backstep.layout.NonFiniteMarks;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.calculus.Topic;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The step, or the node that is selected, explained: its formula, what it hands to each input,
/// what it received, the paths to a leaf, the check by finite differences.
public final class InspectorPane extends ScrollPane {

    private static final double PADDING = 16;

    private final VBox body = new VBox();
    private final Label none = new Label(Texts.of("inspector.none"));
    private final Label hidden = new Label(Texts.of("quiz.hidden.block"));
    private final StepBlock step;
    private final PathsBlock paths;
    private final CheckBadge badge;
    private final BiConsumer<Integer, Integer> sheet;
    private @Nullable ThemedState screen;
    private @Nullable NonFiniteMarks breaks;
    private final BooleanProperty jacobian = new SimpleBooleanProperty();
    private final BooleanProperty products = new SimpleBooleanProperty();

    /// @param sheet opens the Jacobian of two nodes large
    /// @param topics opens another sheet
    public InspectorPane(
            Background background, BiConsumer<Integer, Integer> sheet, Consumer<Topic> topics) {
        this.sheet = sheet;
        paths = new PathsBlock(this::fill, () -> topics.accept(Topic.PATHS));
        step = new StepBlock(() -> topics.accept(Topic.KEPT));
        badge = new CheckBadge(background);
        body.getStyleClass().addAll("side-body", "inspector");
        none.getStyleClass().add("hint");
        hidden.getStyleClass().add("hint");
        hidden.setWrapText(true);
        getStyleClass().add("inspector-pane");
        setAccessibleText(Texts.of("command.right"));
        setContent(body);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
        widthProperty().addListener((_, _, _) -> fill());
    }

    public void show(ThemedState now) {
        ThemedState before = screen;
        screen = now;
        if (before == null || !looksLike(before, now)) {
            breaks = sameNumbers(before, now) ? breaks : null;
            fill();
        }
    }

    /// Moving the window, a panel, or typing what is no program yet changes nothing here.
    private static boolean looksLike(ThemedState a, ThemedState b) {
        return sameNumbers(a, b)
                && a.step() == b.step()
                && a.theme() == b.theme()
                && a.numbers().equals(b.numbers())
                && a.state().view().selected().equals(b.state().view().selected());
    }

    /// Comparing all numbers would take longer than filling in.
    @SuppressWarnings("ReferenceEquality")
    private static boolean sameNumbers(@Nullable ThemedState a, ThemedState b) {
        return a != null && a.walkthrough().orElse(null) == b.walkthrough().orElse(null);
    }

    private Optional<String> problem(Walkthrough w, int node, int now) {
        if (breaks == null) {
            breaks = NonFiniteMarks.of(w);
        }
        return Optional.ofNullable(breaks.at(now).get(node)).map(Texts::of);
    }

    private void fill() {
        if (screen == null || getWidth() < 80) {
            return;
        }
        List<Node> wanted =
                screen.walkthrough()
                        .map(w -> List.<Node>of(isHidden(w) ? hidden : step, paths, badge))
                        .orElse(List.of(none));
        if (!body.getChildren().equals(wanted)) {
            body.getChildren().setAll(wanted);
        }
        screen.walkthrough().ifPresent(this::fill);
    }

    /// Whether the step would tell what is hidden: then that is said in its place.
    private boolean isHidden(Walkthrough w) {
        ThemedState now = Objects.requireNonNull(screen);
        int about = about(w, now.state().view().selected());
        return about >= 0 && w.hidden().hidesStep(w, w.step(about));
    }

    private int about(Walkthrough w, OptionalInt selected) {
        int now = Objects.requireNonNull(screen).step();
        return selected.isPresent() ? about(w, selected.getAsInt(), now) : now;
    }

    private void fill(Walkthrough w) {
        ThemedState now = Objects.requireNonNull(screen);
        OptionalInt selected = now.state().view().selected();
        int about = about(w, selected);
        ShownStep shown =
                new ShownStep(
                        w,
                        Math.max(about, 0),
                        now.step(),
                        now.numbers(),
                        now.theme(),
                        getWidth() - 2 * PADDING - 14,
                        jacobian,
                        products,
                        Optional.of(sheet));
        if (about < 0) {
            step.showSource(shown, selected.getAsInt());
        } else {
            step.showStep(shown, selected.isPresent());
        }
        step.showNote(now.note(selected.orElse(w.step(now.step()).node())));
        step.showProblem(problem(w, selected.orElse(w.step(now.step()).node()), now.step()));
        paths.show(
                shown,
                w.step(now.step()) instanceof Step.ParameterUpdate u && selected.isEmpty()
                        ? OptionalInt.of(u.node())
                        : selected);
        badge.show(w);
    }

    /// The latest step about a node that the story has come to, else the first one; −1 for a
    /// source, but for a parameter that has moved.
    private static int about(Walkthrough w, int node, int now) {
        int found = -1;
        for (int i = 0; i < w.size(); i++) {
            boolean ahead = found < 0 && i < w.story().updates();
            if (w.step(i).node() == node && (i <= now || ahead)) {
                found = i;
            }
        }
        return found;
    }
}
