package dev.backstep.ui;

import dev.backstep.ui.graph.GraphPane;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// The buttons that zoom the graph.
final class ZoomBar extends HBox {

    ZoomBar(GraphPane graph) {
        super(2);
        getStyleClass().add("zoom-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPickOnBounds(false);
        getChildren()
                .addAll(
                        button(Feather.MINUS, "command.zoom.out", () -> graph.zoom(0.8)),
                        button(Feather.MAXIMIZE, "command.fit", graph::fit),
                        button(Feather.PLUS, "command.zoom.in", () -> graph.zoom(1.25)));
    }

    private static Button button(Feather icon, String text, Runnable run) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().addAll("ghost", "icon-only");
        button.setAccessibleText(Texts.of(text));
        Tips.text(button, text);
        button.setOnAction(_ -> run.run());
        return button;
    }
}
