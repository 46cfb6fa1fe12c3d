package dev.backstep.ui.transport;

import dev.backstep.session.Action;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Message;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Icons;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The bottom of the window: buttons, timeline, the number of the step, speed.
public final class TransportPane extends HBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0);

    /// The field of the step does not grow with every graph.
    private static final int FEWEST_DIGITS = 3;

    private final Consumer<Action> dispatch;
    private final StepPlayer player;
    private final Runnable home;
    private final StepTimeline timeline;
    private final Button play;
    private final TextField number = new TextField();
    private final Label count = new Label();
    private final ComboBox<Double> speed = new ComboBox<>();
    private int at;
    private int steps;

    /// @param toggle starts or stops the player
    /// @param home gives the focus to the graph
    public TransportPane(
            Consumer<Action> dispatch, StepPlayer player, Runnable toggle, Runnable home) {
        this.dispatch = dispatch;
        this.home = home;
        this.player = player;
        timeline = new StepTimeline(step -> dispatch.accept(new Action.Go(step)));
        play = button(Feather.PLAY, "command.play", toggle);
        play.getStyleClass().addAll("primary", "play");
        player.playingProperty()
                .addListener(
                        (_, _, now) ->
                                play.setGraphic(Icons.of(now ? Feather.PAUSE : Feather.PLAY)));
        HBox buttons =
                new HBox(
                        6,
                        button(
                                Feather.SKIP_BACK,
                                "command.start",
                                () -> dispatch.accept(new Action.ToStart())),
                        button(
                                Feather.CHEVRON_LEFT,
                                "command.back",
                                () -> dispatch.accept(new Action.Back())),
                        play,
                        button(
                                Feather.CHEVRON_RIGHT,
                                "command.forward",
                                () -> dispatch.accept(new Action.Forward())),
                        button(
                                Feather.SKIP_FORWARD,
                                "command.end",
                                () -> dispatch.accept(new Action.ToEnd())));
        buttons.setAlignment(Pos.CENTER_LEFT);
        setHgrow(timeline, Priority.ALWAYS);
        getStyleClass().add("transport");
        getChildren().addAll(buttons, timeline, place(), speeds(), hints());
    }

    public void show(ThemedState screen) {
        @Nullable Walkthrough story = screen.walkthrough().orElse(null);
        int step = screen.step();
        timeline.show(story, step, screen.theme());
        at = step;
        steps = story == null ? 0 : story.size();
        if (!number.isFocused()) {
            showPlace();
        }
        number.setPrefColumnCount(Math.max(FEWEST_DIGITS, Integer.toString(steps).length()));
        speed.setValue(screen.state().view().speed());
        player.speed(screen.state().view().speed());
    }

    private void showPlace() {
        number.pseudoClassStateChanged(WRONG, false);
        number.setText(steps == 0 ? "" : Integer.toString(at + 1));
        count.setText("/ " + steps);
    }

    private Node place() {
        number.getStyleClass().add("step-field");
        number.setMinWidth(USE_PREF_SIZE);
        number.setAccessibleText(Texts.of("step.number"));
        Tips.text(number, "step.number");
        number.setOnAction(
                _ -> {
                    String typed = number.getText().strip();
                    if (typed.matches("\\d{1,9}")) {
                        dispatch.accept(new Action.Go(Integer.parseInt(typed) - 1));
                        home.run();
                    } else {
                        number.pseudoClassStateChanged(WRONG, true);
                        count.setText(Texts.of(Message.of("step.range").with("last", steps)));
                    }
                });
        number.focusedProperty()
                .addListener(
                        (_, _, focused) -> {
                            if (!focused) {
                                showPlace();
                            }
                        });
        count.getStyleClass().addAll("mono", "muted");
        count.setMinWidth(USE_PREF_SIZE);
        HBox place = new HBox(6, number, count);
        place.setAlignment(Pos.CENTER_LEFT);
        return place;
    }

    private Node speeds() {
        speed.getItems().setAll(SPEEDS);
        speed.setAccessibleText(Texts.of("speed"));
        Tips.text(speed, "speed");
        speed.setMinWidth(USE_PREF_SIZE);
        speed.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Double times) {
                        return times == null
                                ? ""
                                : (times < 1 ? times : (Object) times.intValue()) + "×";
                    }

                    @Override
                    public Double fromString(String text) {
                        return Double.valueOf(text.replace("×", ""));
                    }
                });
        speed.setOnAction(_ -> dispatch.accept(new Action.Speed(speed.getValue())));
        return speed;
    }

    private static Node hints() {
        HBox hints = new HBox(6);
        hints.setAlignment(Pos.CENTER_LEFT);
        for (String[] hint :
                new String[][] {
                    {"Space", "hint.play"}, {"→", "hint.forward"}, {"←", "hint.back"}
                }) {
            Label key = new Label(hint[0]);
            key.getStyleClass().add("key");
            Label text = new Label(Texts.of(hint[1]));
            text.getStyleClass().add("key-hint");
            hints.getChildren().addAll(key, text);
        }
        hints.setMinWidth(0);
        hints.visibleProperty().bind(hints.widthProperty().greaterThan(170));
        return hints;
    }

    private static Button button(Feather icon, String text, Runnable run) {
        Button button = Icons.button(icon, text, "transport-button");
        button.setOnAction(_ -> run.run());
        return button;
    }
}
