package dev.backstep.ui;

import dev.backstep.session.Action;
import dev.backstep.session.Mode;
import dev.backstep.session.OpenLesson;
import dev.backstep.session.State;
import dev.backstep.story.Story;
import dev.backstep.ui.kit.Dispensable;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The top of the window: menu, name, file, the size of a step, and what is wanted most.
final class TopBar extends BorderPane {

    private static final double GAP = 14;

    private final Label file = new Label();
    private final ToggleButton byNode = new ToggleButton(Texts.of("by.node"));
    private final ToggleButton byEdge = new ToggleButton(Texts.of("by.edge"));
    private final ToggleButton explore = new ToggleButton(Texts.of("mode.explore"));
    private final ToggleButton train = new ToggleButton(Texts.of("mode.train"));
    private final ToggleButton learn = new ToggleButton(Texts.of("mode.learn"));
    private final HBox grain;
    private final HBox left;
    private final HBox centre;
    private final HBox right;
    private final Button opening = new Button(Texts.of("open"));
    private final Dispensable dispensable;
    private final Button theme = new Button();
    private final ProblemBadge problems;
    private String path = "";
    private final FontIcon sun = Icons.of(Feather.SUN);
    private final FontIcon moon = Icons.of(Feather.MOON);

    TopBar(
            Node menu,
            Consumer<Action> dispatch,
            Runnable open,
            Runnable export,
            Runnable present,
            Runnable turnTheme,
            Runnable toProblem) {
        problems = new ProblemBadge(toProblem);
        getStyleClass().add("top-bar");
        Label back = new Label("Back");
        Label step = new Label("step");
        back.getStyleClass().add("logo");
        step.getStyleClass().addAll("logo", "logo-step");
        file.getStyleClass().add("file");
        file.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        file.setMaxWidth(360);
        Tips.on(file, () -> path);
        HBox logo = new HBox(back, step);
        logo.setAlignment(Pos.CENTER_LEFT);
        left = new HBox(menu, logo, file, problems);
        left.setSpacing(GAP);
        left.setAlignment(Pos.CENTER_LEFT);
        setLeft(left);
        grain = grain(dispatch);
        HBox steps = new HBox(grain);
        steps.setAlignment(Pos.CENTER);
        centre = new HBox(12, modes(dispatch), steps);
        centre.setAlignment(Pos.CENTER);
        setCenter(centre);
        right = buttons(open, export, present, turnTheme);
        setRight(right);
        dispensable = new Dispensable(file, steps, opening, logo);
    }

    @Override
    protected void layoutChildren() {
        double parts = left.prefWidth(-1) + centre.prefWidth(-1) + right.prefWidth(-1);
        double around = getInsets().getLeft() + getInsets().getRight();
        dispensable.fit(parts + around + 2 * GAP, GAP, getWidth());
        super.layoutChildren();
    }

    void show(ThemedState screen) {
        State state = screen.state();
        String name = name(state);
        file.setText(name + (state.isModified() ? " •" : ""));
        path = state.origin().file().map(Path::toString).orElse(name);
        problems.show(screen);
        byNode.setSelected(state.view().grain() == Story.Grain.NODES);
        byEdge.setSelected(state.view().grain() == Story.Grain.EDGES);
        Mode mode = state.view().mode();
        boolean trains = mode.trains();
        explore.setSelected(mode == Mode.EXPLORE);
        train.setSelected(mode == Mode.TRAIN);
        learn.setSelected(mode.learns());
        grain.setVisible(!trains);
        grain.setManaged(!trains);
        boolean dark = screen.theme().isDark();
        theme.setGraphic(dark ? sun : moon);
    }

    /// What the window is called.
    static String title(State state) {
        return name(state) + (state.isModified() ? " • " : " – ") + "Backstep";
    }

    private static String name(State state) {
        Optional<OpenLesson> lesson = state.lesson().filter(l -> isOf(state, l));
        if (lesson.isPresent()) {
            return lesson.get().title();
        }
        return state.origin().name().orElse(Texts.of("untitled"));
    }

    /// Whether the document is the program of the lesson that is shown, edited or not.
    private static boolean isOf(State state, OpenLesson lesson) {
        return state.view().mode().learns()
                && state.origin().file().isEmpty()
                && lesson.lesson().stops().stream()
                        .anyMatch(s -> state.origin().title().equals(Optional.of(s.title())));
    }

    private HBox modes(Consumer<Action> dispatch) {
        Tips.text(explore, "mode.explore.tip");
        Tips.text(train, "mode.train.tip");
        explore.setOnAction(_ -> dispatch.accept(new Action.Switch(Mode.EXPLORE)));
        train.setOnAction(_ -> dispatch.accept(new Action.Switch(Mode.TRAIN)));
        Tips.text(learn, "mode.learn.tip");
        learn.setOnAction(_ -> dispatch.accept(new Action.Switch(Mode.LEARN)));
        return segmented(explore, train, learn);
    }

    private HBox grain(Consumer<Action> dispatch) {
        Tips.text(byNode, "by.node.tip");
        Tips.text(byEdge, "by.edge.tip");
        byNode.setOnAction(_ -> dispatch.accept(new Action.By(Story.Grain.NODES)));
        byEdge.setOnAction(_ -> dispatch.accept(new Action.By(Story.Grain.EDGES)));
        return segmented(byNode, byEdge);
    }

    private static HBox segmented(ToggleButton... choices) {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(choices);
        HBox segmented = new HBox(choices);
        segmented.getStyleClass().add("segmented");
        segmented.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return segmented;
    }

    private HBox buttons(Runnable open, Runnable export, Runnable present, Runnable turnTheme) {
        opening.setOnAction(_ -> open.run());
        Button presenting = new Button(Texts.of("present"));
        Tips.text(presenting, "present.tip");
        presenting.setOnAction(_ -> present.run());
        Button exporting = new Button(Texts.of("export"));
        exporting.getStyleClass().add("primary");
        exporting.setOnAction(_ -> export.run());
        theme.getStyleClass().addAll("ghost", "icon-only");
        theme.setAccessibleText(Texts.of("command.theme"));
        Tips.text(theme, "command.theme");
        theme.setOnAction(_ -> turnTheme.run());
        HBox all = new HBox(10, theme, opening, presenting, exporting);
        all.setAlignment(Pos.CENTER_RIGHT);
        return all;
    }
}
