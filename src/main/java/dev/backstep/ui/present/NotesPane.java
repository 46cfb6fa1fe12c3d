package dev.backstep.ui.present;

import dev.backstep.paint.Theme;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.lesson.LessonTextView;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What only the lecturer is to see: the clock, how long it has been, where one is, what to say,
/// and what comes next.
final class NotesPane extends VBox {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// How large the words of a lesson's notes are beside those of a panel.
    private static final double SCALE = 1.25;

    private final Label clock = styled("notes-clock");
    private final Label elapsed = styled("notes-clock", "muted");
    private final Label place = styled("strip-place");
    private final LessonTextView text = new LessonTextView(SCALE);
    private final Label note = styled("notes-text");
    private final Label next = styled("notes-next");
    private final Timeline beat =
            new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
    private LocalTime began = LocalTime.now();

    NotesPane() {
        super(16);
        getStyleClass().add("notes");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Region below = new Region();
        VBox.setVgrow(below, Priority.ALWAYS);
        note.setWrapText(true);
        note.setMinHeight(0);
        next.setWrapText(true);
        getChildren().addAll(new HBox(clock, gap, elapsed), place, text, note, below, next);
        beat.setCycleCount(Timeline.INDEFINITE);
    }

    /// Counts from now on.
    void begin() {
        began = LocalTime.now();
        tick();
        beat.play();
    }

    void end() {
        beat.stop();
    }

    void show(Notes now, Theme theme) {
        text.show(now.blocks(), theme, _ -> new Region());
        text.setManaged(!now.blocks().isEmpty());
        place.setText(now.place());
        place.setWrapText(true);
        place.setMinHeight(USE_PREF_SIZE);
        note.setText(now.note());
        next.setText(
                now.next().isEmpty()
                        ? ""
                        : Texts.of(Message.of("present.next").with("what", now.next())));
    }

    private void tick() {
        LocalTime now = LocalTime.now();
        clock.setText(CLOCK.format(now));
        elapsed.setText(written(Duration.between(began, now)));
    }

    /// `7:05`, `1:07:05`; past midnight the day begins anew.
    static String written(Duration passed) {
        long s = Math.floorMod(passed.toSeconds(), 86_400);
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    private static Label styled(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        return label;
    }
}
