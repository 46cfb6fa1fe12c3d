package dev.backstep.ui.lesson;

import dev.backstep.text.Message;
import dev.backstep.ui.kit.Beat;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How far the training of a stop has come, with a way to do without it.
final class MomentBar extends HBox {

    /// What takes less is not told: it would only flicker.
    private static final long PATIENCE = 300_000_000;

    private final LessonDesk desk;
    private final Label told = new Label();
    private final ProgressBar progress = new ProgressBar();
    private Optional<MomentWork> shown = Optional.empty();
    private long since;

    MomentBar(LessonDesk desk) {
        super(8);
        this.desk = desk;
        told.setWrapText(true);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(Texts.of("lesson.moment"));
        Button cancel = new Button(Texts.of("lesson.moment.cancel"));
        cancel.getStyleClass().addAll("small", "moment-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> desk.cancelMoment());
        VBox words = new VBox(4, told, progress);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(words, cancel);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("lesson-moment");
        managedProperty().bind(visibleProperty());
        setVisible(false);
        Beat.whileSeen(this, this::beat);
    }

    private void beat(long now) {
        Optional<MomentWork> work = desk.moment();
        if (!work.equals(shown)) {
            shown = work;
            since = now;
        }
        setVisible(work.isPresent() && now - since >= PATIENCE);
        if (isVisible()) {
            work.ifPresent(this::tell);
        }
    }

    private void tell(MomentWork work) {
        long all = Math.max(1, work.all());
        progress.setProgress((double) work.done() / all);
        told.setText(
                Texts.of(
                        Message.of("lesson.moment.told")
                                .with("done", work.done())
                                .with("all", work.all())));
    }
}
