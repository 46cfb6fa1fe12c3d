package dev.backstep.ui.train;

import dev.backstep.text.Message;
import dev.backstep.train.Failure;
import dev.backstep.train.Frame;
import dev.backstep.train.Snapshot;
import dev.backstep.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Where the run stands while it is paused, and the way into the batch that comes next.
final class PausedBar extends HBox {

    private final Label where = new Label();

    PausedBar(Runnable open) {
        Button step = new Button(Texts.of("command.train.open") + "  →");
        step.getStyleClass().add("into-batch");
        step.setMinWidth(USE_PREF_SIZE);
        step.setOnAction(_ -> open.run());
        getStyleClass().add("paused");
        where.setWrapText(true);
        where.setMinHeight(USE_PREF_SIZE);
        setAlignment(Pos.CENTER);
        setSpacing(14);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(where, step);
        setVisible(false);
    }

    void show(Frame frame) {
        Snapshot s = frame.snapshot();
        boolean paused = frame.state() == Frame.RunState.PAUSED;
        setVisible(paused || s.failure().isPresent());
        s.failure().ifPresent(f -> where.setText(Texts.of(stopped(f))));
        if (paused) {
            where.setText(
                    Texts.of(
                            Message.of("train.paused")
                                    .with("epoch", s.epoch())
                                    .with("batch", s.batch() + 1)
                                    .with("batches", s.batches())));
        }
    }

    private static Message stopped(Failure failure) {
        return Message.of("train.stopped").with("why", failure.sentence());
    }
}
