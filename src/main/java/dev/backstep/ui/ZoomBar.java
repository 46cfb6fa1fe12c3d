package dev.backstep.ui;

import dev.backstep.layout.ArrangementStyle;
import dev.backstep.session.Action;
import dev.backstep.ui.graph.GraphPane;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The buttons that arrange the graph in another style and zoom it.
final class ZoomBar extends HBox {

    private final Button arrange = button(Feather.SHARE_2, "arrange.organic", this::arrange);
    private final Consumer<Action> dispatch;
    private ArrangementStyle shown = ArrangementStyle.LAYERED;

    ZoomBar(GraphPane graph, Consumer<Action> dispatch) {
        super(2);
        this.dispatch = dispatch;
        getStyleClass().add("zoom-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPickOnBounds(false);
        getChildren()
                .addAll(
                        arrange,
                        button(Feather.MINUS, "command.zoom.out", () -> graph.zoom(0.8)),
                        button(Feather.MAXIMIZE, "command.fit", graph::fit),
                        button(Feather.PLUS, "command.zoom.in", () -> graph.zoom(1.25)));
        Tips.on(arrange, () -> Texts.of(text(other())));
    }

    void show(ThemedState screen) {
        shown = screen.state().view().arrangement();
        String text = text(other());
        arrange.setAccessibleText(Texts.of(text));
        arrange.setGraphic(
                Icons.of(other() == ArrangementStyle.ORGANIC ? Feather.SHARE_2 : Feather.COLUMNS));
        arrange.setDisable(screen.state().good().isEmpty());
    }

    private void arrange() {
        dispatch.accept(new Action.Arrange(other()));
    }

    private ArrangementStyle other() {
        return shown == ArrangementStyle.ORGANIC
                ? ArrangementStyle.LAYERED
                : ArrangementStyle.ORGANIC;
    }

    private static String text(ArrangementStyle style) {
        return style == ArrangementStyle.ORGANIC ? "arrange.organic" : "arrange.layered";
    }

    private static Button button(Feather icon, String text, Runnable run) {
        Button button = Icons.button(icon, text, "ghost", "icon-only");
        button.setOnAction(_ -> run.run());
        return button;
    }
}
