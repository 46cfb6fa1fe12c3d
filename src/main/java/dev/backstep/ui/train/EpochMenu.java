package dev.backstep.ui.train;

import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.MenuItem;

/// What can be done at an epoch of the run: go back to it, step through its next batch.
record EpochMenu(TrainDesk desk) {

    List<MenuItem> items(double epoch) {
        int at = (int) Math.clamp(Math.round(epoch), 0, desk.recorded());
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

    private static MenuItem item(String key, int epoch, Runnable does) {
        MenuItem item = new MenuItem(Texts.of(Message.of(key).with("epoch", epoch)));
        item.setOnAction(_ -> does.run());
        return item;
    }
}
