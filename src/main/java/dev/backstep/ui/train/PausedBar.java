package dev.backstep.ui.train;

import dev.backstep.text.Message;
import dev.backstep.train.Failure;
import dev.backstep.train.Frame;
import dev.backstep.train.Snapshot;
import dev.backstep.ui.kit.Texts;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// Where the run stands while it is paused, and the way into the batch that comes next: on one
/// line, or below each other where that would be too wide.
final class PausedBar extends FlowPane {

    private static final double GAP = 14;

    /// The least that is left for the words.
    private static final double WORDS = 120;

    private final Label where = new Label();
    private final Button step = new Button(Texts.of("command.train.open") + "  →");

    PausedBar(Runnable open) {
        step.getStyleClass().add("into-batch");
        step.setMinWidth(USE_PREF_SIZE);
        step.setOnAction(_ -> open.run());
        getStyleClass().add("paused");
        where.setWrapText(true);
        where.setMinHeight(USE_PREF_SIZE);
        setAlignment(Pos.CENTER);
        setHgap(GAP);
        setVgap(8);
        where.maxWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> Math.max(WORDS, getWidth() - edges()),
                                widthProperty(),
                                insetsProperty()));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().addAll(where, step);
        setVisible(false);
    }

    private double edges() {
        return getInsets().getLeft() + getInsets().getRight();
    }

    /// A flow pane alone would take the words on one line for what it needs.
    @Override
    protected double computeMinWidth(double height) {
        return edges() + Math.max(WORDS, Math.ceil(step.minWidth(-1)));
    }

    /// That of one line, if there is room for it.
    @Override
    protected double computePrefWidth(double height) {
        return edges() + GAP + Math.ceil(where.prefWidth(-1)) + Math.ceil(step.prefWidth(-1));
    }

    /// That for a width; a flow pane alone would count lines of another width.
    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(width < 0 ? computePrefWidth(-1) : width);
    }

    void show(Frame frame) {
        Snapshot s = frame.snapshot();
        boolean paused = frame.state() == Frame.RunState.PAUSED;
        setVisible(paused || s.failure().isPresent());
        s.failure().ifPresent(f -> where.setText(Texts.of(stopped(f))));
        if (paused) {
            where.setText(
                    Texts.of(
                            Message.of(s.epoch() == 0 ? "train.paused.first" : "train.paused")
                                    .with("epoch", s.epoch())
                                    .with("batch", s.batch() + 1)
                                    .with("batches", s.batches())));
        }
    }

    private static Message stopped(Failure failure) {
        return Message.of("train.stopped").with("why", failure.sentence());
    }
}
