package dev.backstep.ui.train;

import dev.backstep.lang.TrainingText;
import dev.backstep.train.Frame;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.kit.Background;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The window while a network is trained: controls, the network that learns, how well it does, and
/// the run.
///
/// It looks at the run once a frame of the screen, and only while it is seen.
public final class TrainPane extends BorderPane {

    private static final double LEFT = 272;
    private static final double RIGHT = 340;

    private final TrainDesk desk;
    private final ControlsPane controls;
    private final NetworkView network;
    private final PausedBar paused;
    private final OfferPane offer;
    private final ViewsPane views = new ViewsPane();
    private final RunBar bar;
    private final RunPictures pictures;
    private final AnimationTimer beat =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    look();
                }
            };
    private @Nullable ThemedState screen;
    private @Nullable Frame shown;

    /// @param begin told when a drag begins, `end` when it ends
    /// @param notice what is told, above the network
    public TrainPane(
            TrainDesk desk, Background background, Runnable begin, Runnable end, Region notice) {
        this.desk = desk;
        this.controls = new ControlsPane(desk::edit, begin, end);
        this.network = new NetworkView(_ -> {}, _ -> {});
        this.paused = new PausedBar(desk::openBatch);
        this.offer = new OfferPane(text -> desk.edit(text));
        this.bar = new RunBar(desk);
        this.pictures = new RunPictures(desk, background, network, views);
        StackPane centre = new StackPane(network, offer);
        VBox.setVgrow(centre, javafx.scene.layout.Priority.ALWAYS);
        VBox middle = new VBox(notice, centre, paused);
        middle.setAlignment(Pos.TOP_CENTER);
        middle.getStyleClass().add("centre");
        VBox.setMargin(paused, new Insets(0, 0, 18, 0));
        side(controls, LEFT, "side-left");
        side(views, RIGHT, "side-right");
        setLeft(controls);
        setCenter(middle);
        setRight(views);
        setBottom(bar);
        desk.watch(this::changed);
        sceneProperty()
                .addListener(
                        (_, _, now) -> {
                            if (now == null) {
                                beat.stop();
                            } else {
                                beat.start();
                            }
                        });
    }

    private static void side(Region side, double width, String style) {
        side.setPrefWidth(width);
        side.setMinWidth(width);
        side.getStyleClass().addAll("side", style);
    }

    public void show(ThemedState now) {
        screen = now;
        controls.show(now);
        String text = now.state().document().text();
        offer.show(TrainingText.of(text), desk.canTrain());
        views.theme(now.theme());
        desk.begin();
        changed();
    }

    private void changed() {
        bar.showPace();
        shown = null;
        look();
    }

    @SuppressWarnings("ReferenceEquality") // a frame that is another object tells something new
    private void look() {
        ThemedState now = screen;
        if (now == null) {
            return;
        }
        Optional<Frame> frame = desk.frame();
        if (frame.isEmpty()) {
            bar.showNone();
            paused.setVisible(false);
            return;
        }
        if (frame.get() != shown) {
            shown = frame.get();
            bar.show(frame.get(), now.numbers());
            paused.show(frame.get());
            pictures.show(frame.get(), now);
        }
    }
}
