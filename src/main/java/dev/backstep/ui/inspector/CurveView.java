package dev.backstep.ui.inspector;

import dev.backstep.layout.Box;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.SlopePainter;
import dev.backstep.paint.Theme;
import dev.backstep.story.Curve;
import dev.backstep.text.Bundle;
import dev.backstep.ui.kit.PaintedRegion;
import dev.backstep.ui.kit.Texts;
import javafx.scene.layout.StackPane;

/// The function of an element-wise op and its slope, with the current operand on both.
final class CurveView extends StackPane {

    CurveView(Curve curve, ShownStep shown) {
        Theme theme = shown.theme();
        Bundle language = Texts.spoken();
        PaintedRegion drawn = new PaintedRegion();
        drawn.show(
                (g, width, height) ->
                        SlopePainter.paint(
                                g,
                                theme,
                                curve,
                                new Box(0, 0, width, height),
                                ColorRole.PANEL,
                                language));
        getChildren().add(drawn);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPrefSize(shown.width(), SlopePainter.HEIGHT);
        setAccessibleText(Texts.of("inspector.curve"));
    }
}
