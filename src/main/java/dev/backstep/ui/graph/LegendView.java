package dev.backstep.ui.graph;

import dev.backstep.glossary.GlossaryTerm;
import dev.backstep.story.Step;
import dev.backstep.story.Walkthrough;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.glossary.TermLinks;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What the two cells of a card are.
public final class LegendView extends HBox {

    private static final double LEAST_ROOM = 690;

    private final Label gradient = new Label();
    private final Label updated = new Label(Texts.of("graph.legend.updated"));

    public LegendView() {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPickOnBounds(false);
        Label each = new Label(Texts.of("graph.legend.each"));
        Label value = new Label(Texts.of("graph.legend.value"));
        Label between = new Label("|");
        value.getStyleClass().add("value");
        gradient.getStyleClass().add("upstream");
        updated.getStyleClass().add("update");
        getChildren().addAll(each, value, between, gradient, updated);
        getChildren().forEach(c -> c.getStyleClass().add("legend"));
        List.of(each, value, between, updated).forEach(c -> c.setMouseTransparent(true));
        TermLinks.link(gradient, Optional.of(GlossaryTerm.GRADIENT));
    }

    /// Whether there is no room between the switch of the detail and the buttons that zoom.
    private boolean isTight() {
        double room = getParent() == null ? 0 : getParent().getLayoutBounds().getWidth();
        return room > 0 && room < LEAST_ROOM;
    }

    public void show(ThemedState screen) {
        setVisible(screen.walkthrough().isPresent() && !isTight());
        screen.walkthrough().ifPresent(w -> show(w, screen.step()));
    }

    private void show(Walkthrough w, int step) {
        gradient.setText("∂" + w.labels().words(w.output()) + "/∂·");
        boolean updating = w.step(step) instanceof Step.ParameterUpdate;
        updated.setVisible(updating);
        updated.setManaged(updating);
    }
}
