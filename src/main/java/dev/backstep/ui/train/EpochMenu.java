package dev.backstep.ui.train;

import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.MenuItem;

/// What can be done at an epoch of the run: go back to it, step through the batch after it.
final class EpochMenu {

    private EpochMenu() {}

    /// @param epoch where the curve was clicked; the nearest one that has been is meant
    static List<MenuItem> of(TrainDesk desk, double epoch) {
        int last = desk.frame().map(f -> f.history()).map(h -> h.epoch(h.size() - 1)).orElse(0);
        int at = (int) Math.clamp(Math.round(epoch), 0, last);
        MenuItem seek = item("curve.seek", at, () -> desk.seek(at));
        MenuItem step =
                item(
                        "curve.step",
                        at,
                        () -> {
                            desk.seek(at);
                            desk.openBatch();
                        });
        return List.of(seek, step);
    }

    private static MenuItem item(String text, int epoch, Runnable action) {
        MenuItem item = new MenuItem(Texts.of(Message.of(text).with("epoch", epoch)));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
