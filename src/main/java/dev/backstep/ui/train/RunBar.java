package dev.backstep.ui.train;

import dev.backstep.layout.Diagrams;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Hidden;
import dev.backstep.train.Frame;
import dev.backstep.train.Measured;
import dev.backstep.train.Snapshot;
import dev.backstep.ui.kit.Dispensable;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The bottom of the window while a network is trained: the buttons of the run, and how far it is.
final class RunBar extends HBox {

    /// While the run plays, a figure stays for so many nanoseconds, so that it can be read.
    private static final long NANOS_TO_READ = 100_000_000;

    /// In a narrower window the keys are left to the menu.
    private static final double ROOM_FOR_HINTS = 1380;

    private final TrainDesk desk;
    private final Button play;
    private final Counter epoch = new Counter("run.epoch", "000000");
    private final Counter batch = new Counter("run.batch", "0000/0000");
    private final Counter loss = new Counter("run.loss", "0.0000e-00");
    private final Counter accuracy = new Counter("run.accuracy", "100.0 %");
    private final Counter speed = new Counter("run.speed", "000 k samples/s");
    private final ComboBox<Double> pace = new ComboBox<>();
    private final Dispensable dispensable;
    private boolean playing;
    private boolean showing;

    /// The frame whose figures are shown, and since when, in nanoseconds.
    private @Nullable Frame told;

    private long toldAt;

    RunBar(TrainDesk desk) {
        this.desk = desk;
        play = button(Feather.PLAY, "command.train.play", desk::togglePlay);
        play.getStyleClass().addAll("primary", "play");
        HBox buttons =
                new HBox(
                        6,
                        button(Feather.ROTATE_CCW, "command.train.reset", desk::reset),
                        play,
                        button(Feather.CHEVRON_RIGHT, "command.train.batch", desk::batch),
                        button(
                                Feather.CHEVRONS_RIGHT,
                                "command.train.epoch",
                                () -> desk.epochs(1)));
        buttons.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getStyleClass().add("transport");
        HBox hints = hints();
        getChildren().addAll(buttons, paces(), epoch, batch, loss, accuracy, speed, gap, hints);
        hints.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_HINTS));
        hints.managedProperty().bind(hints.visibleProperty());
        dispensable = new Dispensable(speed, batch, epoch);
        setMinWidth(0);
        showNone();
    }

    @Override
    protected void layoutChildren() {
        dispensable.fit(computePrefWidth(-1), getSpacing(), getWidth());
        super.layoutChildren();
    }

    @SuppressWarnings("ReferenceEquality") // the very frame whose figures are shown
    void show(Frame frame, Numbers numbers, Hidden hidden) {
        long now = System.nanoTime();
        boolean plays = frame.state() == Frame.RunState.PLAYING;
        if (frame == told || plays && now - toldAt < NANOS_TO_READ) {
            return;
        }
        told = frame;
        toldAt = now;
        figures(frame, numbers, hidden);
    }

    private void figures(Frame frame, Numbers numbers, Hidden hidden) {
        Snapshot s = frame.snapshot();
        play(frame.state() == Frame.RunState.PLAYING);
        epoch.show(Integer.toString(s.epoch()));
        batch.show(s.batch() + "/" + s.batches());
        boolean paused = frame.state() != Frame.RunState.PLAYING;
        boolean whole = paused && s.batch() == 0 && !Double.isNaN(s.epochLoss());
        double mean = whole ? s.epochLoss() : s.loss();
        loss.name(whole ? "run.loss.epoch" : "run.loss");
        loss.show(
                !hidden.values().isEmpty()
                        ? Diagrams.HIDDEN
                        : Double.isNaN(mean) ? "–" : numbers.plain(mean));
        OptionalDouble right =
                frame.measured().map(Measured::accuracy).orElse(OptionalDouble.empty());
        accuracy.setVisible(right.isPresent());
        accuracy.setManaged(right.isPresent());
        right.ifPresent(a -> accuracy.show(String.format(Locale.ROOT, "%.1f %%", 100 * a)));
        speed.show(perSecond(frame.samplesPerSecond()));
    }

    void showNone() {
        told = null;
        play(false);
        epoch.show("0");
        batch.show("–");
        loss.show("–");
        accuracy.show("–");
        speed.show("–");
    }

    void showPace() {
        told = null;
        showing = true;
        pace.setValue(desk.pace());
        showing = false;
    }

    private void play(boolean now) {
        if (now != playing) {
            playing = now;
            play.setGraphic(Icons.of(now ? Feather.PAUSE : Feather.PLAY));
        }
    }

    /// `412 k samples/s` Three digits; a dash where no speed is known, as after single batches.
    static String perSecond(double samples) {
        String unit = " " + Texts.of("run.samples");
        if (samples < 999.5) {
            return samples < 0.5 ? "–" : Math.round(samples) + unit;
        }
        return samples < 999_500
                ? String.format(Locale.ROOT, "%.3g k%s", samples / 1e3, unit)
                : String.format(Locale.ROOT, "%.3g M%s", samples / 1e6, unit);
    }

    private Node paces() {
        pace.getItems().setAll(TrainDesk.PACES);
        pace.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Double p) {
                        return p == null || p.isInfinite()
                                ? Texts.of("run.pace.full")
                                : Math.round(p) + " " + Texts.of("run.pace.batches");
                    }

                    @Override
                    public Double fromString(String text) {
                        throw new UnsupportedOperationException("a pace is not typed");
                    }
                });
        pace.setAccessibleText(Texts.of("run.pace"));
        Tips.text(pace, "run.pace.tip");
        pace.setPrefWidth(150);
        showPace();
        pace.valueProperty()
                .addListener(
                        (_, _, now) -> {
                            if (!showing && now != null) {
                                desk.pace(now);
                            }
                        });
        return pace;
    }

    private static Button button(Feather icon, String text, Runnable does) {
        Button button = Icons.button(icon, text, "transport-button");
        button.setOnAction(_ -> does.run());
        return button;
    }

    private static HBox hints() {
        HBox hints =
                new HBox(
                        6,
                        key("Space"),
                        hint("run.hint.play"),
                        key("→"),
                        hint("run.hint.batch"),
                        key("⇧→"),
                        hint("run.hint.epoch"));
        hints.setAlignment(Pos.CENTER_RIGHT);
        hints.setMinWidth(USE_PREF_SIZE);
        hints.managedProperty().bind(hints.visibleProperty());
        return hints;
    }

    private static Label key(String name) {
        Label key = new Label(name);
        key.getStyleClass().add("key");
        return key;
    }

    private static Label hint(String text) {
        Label hint = new Label(Texts.of(text));
        hint.getStyleClass().add("key-hint");
        return hint;
    }

    /// A number under its name, which takes no other room while it changes.
    private static final class Counter extends VBox {

        private String name = "";
        private final Label heading = new Label();
        private final Label number = new Label();

        /// @param widest what needs most room
        Counter(String text, String widest) {
            name(text);
            heading.getStyleClass().add("figure-name");
            number.getStyleClass().add("figure");
            number.setMinWidth(widest.length() * 10.9);
            setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(heading, number);
        }

        void name(String text) {
            name = Texts.of(text);
            heading.setText(name.toUpperCase(Locale.getDefault()));
        }

        void show(String text) {
            number.setText(text);
            number.setAccessibleText(name + " " + text);
        }
    }
}
