package dev.backstep.ui.train;

import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.feather.Feather;

/// A source of samples among the tiles that is not drawn by rule.
final class IconTile extends ToggleButton {

    /// As large as the tile of a data set.
    private static final double SIDE = 48;

    /// @param text the key of its name; that of its tooltip has `tip.` before it
    IconTile(Feather icon, String text) {
        setGraphic(Icons.of(icon));
        setMinSize(SIDE, SIDE);
        setPrefSize(SIDE, SIDE);
        setAccessibleText(Texts.of(text));
        Tips.text(this, "tip." + text);
        getStyleClass().add("tile");
    }
}
