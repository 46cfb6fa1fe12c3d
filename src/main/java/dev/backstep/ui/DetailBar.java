package dev.backstep.ui;

import dev.backstep.graph.Detail;
import dev.backstep.session.ShownProgram;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// The switch over the graph: what one card stands for.
final class DetailBar extends HBox {

    /// Less of its title is worse than none.
    private static final double LEAST_TITLE = 34;

    private final Map<Detail.Level, ToggleButton> levels = new EnumMap<>(Detail.Level.class);

    private Optional<Detail.Level> shown = Optional.empty();

    /// @param draw is given the level that is chosen; it may draw another
    DetailBar(Consumer<Detail.Level> draw) {
        super(10);
        getStyleClass().add("detail-bar");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label title = new Label(Texts.of("detail"));
        title.getStyleClass().add("legend");
        title.setMinWidth(0);
        title.visibleProperty().bind(title.widthProperty().greaterThan(LEAST_TITLE));
        HBox choices = new HBox();
        choices.getStyleClass().add("segmented");
        for (Detail.Level level : Detail.Level.values()) {
            ToggleButton button = new ToggleButton(Texts.of("detail." + level.word()));
            button.setMinWidth(USE_PREF_SIZE);
            Tips.text(button, "detail." + level.word() + ".tip");
            button.setOnAction(
                    _ -> {
                        draw.accept(level);
                        select();
                    });
            levels.put(level, button);
            choices.getChildren().add(button);
        }
        getChildren().addAll(title, choices);
    }

    void show(ThemedState screen) {
        shown = screen.state().good().map(ShownProgram::detail).map(Detail::level);
        select();
        setDisable(shown.isEmpty());
    }

    private void select() {
        levels.forEach(
                (level, button) -> button.setSelected(shown.filter(l -> l == level).isPresent()));
    }
}
