package dev.backstep.ui.train;

import dev.backstep.export.TrainingPlot;
import dev.backstep.lang.TrainingText;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.paint.plot.CurvesPicture;
import dev.backstep.paint.plot.NetworkPicture.Part;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.paint.plot.NetworkPicture.UnitAt;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Frame;
import dev.backstep.train.Snapshot;
import dev.backstep.train.Trouble;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.files.PlotFiles;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
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
    private final LiveGraph graph;
    private final PausedBar paused;
    private final OfferPane offer;
    private final PlotOverlay overlay = new PlotOverlay();
    private final PlotDesk plots;
    private final RunsPane runs;
    private final ViewsPane views;
    private final RunBar bar;
    private final PictureBeat pictures;
    private final UnitPanel unit;
    private final Label told = new Label();
    private final WeightEditor editor = new WeightEditor();
    private final BatchFlow flow = new BatchFlow();
    private final Label trouble = new Label();
    private final AnimationTimer beat =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    look();
                    flow(now);
                    graph(now);
                }
            };
    private @Nullable ThemedState screen;
    private @Nullable Frame shown;
    private RunPictures.@Nullable Shown painted;
    private Optional<Part> pointed = Optional.empty();

    /// @param begin told when a drag begins, `end` when it ends
    /// @param notice what is told, above the network
    /// @param files takes views and figures out of the window
    public TrainPane(
            TrainDesk desk,
            Background background,
            Runnable begin,
            Runnable end,
            Region notice,
            PlotFiles files,
            Consumer<String> refuse) {
        this.desk = desk;
        this.plots = new PlotDesk(overlay, files);
        this.runs = new RunsPane(desk.comparison(), desk::edit, files::csv);
        this.views = new ViewsPane(plots, runs, desk::goBackTo, desk::openLayer);
        this.unit = new UnitPanel(plots);
        this.controls = new ControlsPane(desk::edit, begin, end);
        this.network = new NetworkView(this::point, this::click);
        this.graph = new LiveGraph(desk, background, refuse);
        this.paused = new PausedBar(desk::openBatch);
        this.offer = new OfferPane(text -> desk.edit(text));
        this.bar = new RunBar(desk);
        this.pictures = new PictureBeat(background, this::paint, refuse);
        StackPane centre = new StackPane(network, graph, offer);
        VBox.setVgrow(centre, Priority.ALWAYS);
        told.getStyleClass().add("hint");
        told.setMinHeight(34);
        trouble.getStyleClass().add("trouble");
        trouble.managedProperty().bind(trouble.visibleProperty());
        VBox middle = new VBox(notice, new WireChoice(desk), centre, told, trouble, paused);
        middle.setAlignment(Pos.TOP_CENTER);
        middle.getStyleClass().add("centre");
        VBox.setMargin(paused, new Insets(0, 0, 18, 0));
        side(controls, LEFT, "side-left");
        side(views, RIGHT, "side-right");
        setLeft(controls);
        setCenter(new StackPane(middle, overlay));
        plots.offer(network, this::plot, Optional.empty());
        setRight(new VBox(unit, views));
        VBox.setVgrow(views, Priority.ALWAYS);
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
        desk.begin();
        changed();
    }

    private void changed() {
        bar.showPace();
        runs.show();
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
            desk.setup().ifPresent(setup -> pictures.show(wanted(frame.get(), setup)));
        }
    }

    private void graph(long now) {
        Frame frame = shown;
        ThemedState state = screen;
        boolean layered = desk.shape().isPresent();
        graph.setVisible(!layered && frame != null);
        if (!layered && frame != null && state != null) {
            graph.beat(frame, state, now);
        }
    }

    private void flow(long now) {
        ThemedState state = screen;
        boolean moves =
                state != null
                        && state.state().view().preferences().motion()
                        && !Platform.getPreferences().isReducedMotion();
        Frame frame = shown;
        network.flow(moves && frame != null ? flow.at(frame, now) : OptionalDouble.empty());
    }

    private PictureBeat.Wanted wanted(Frame frame, TrainingSetup setup) {
        Shows shows = desk.showsGradients() ? Shows.GRADIENTS : Shows.WEIGHTS;
        return new PictureBeat.Wanted(frame.generation(), setup, frame, shows, earlier());
    }

    private List<CurvesPicture.Curve> earlier() {
        return desk.comparison().kept().curves();
    }

    /// The network as it is seen, if it is made of layers.
    private Optional<TrainingPlot> plot() {
        return Optional.ofNullable(painted).flatMap(p -> p.network()).map(TrainingPlot::of);
    }

    /// Asks where the picture of the network goes.
    public void exportNetwork() {
        plot().ifPresent(plots::export);
    }

    public void copyNetwork() {
        plot().ifPresent(plots::copy);
    }

    /// Shows pictures, unless they are of a run that has ended.
    private void paint(RunPictures.Shown now) {
        ThemedState colours = screen;
        boolean current =
                desk.frame().filter(f -> f.generation() == now.frame().generation()).isPresent();
        if (!current || colours == null) {
            return;
        }
        painted = now;
        plots.show(colours.theme());
        network.setVisible(now.network().isPresent());
        now.network().ifPresent(p -> network.show(p, colours.theme()));
        views.show(now, colours.theme());
        tell();
        trouble.setVisible(!now.troubles().isEmpty());
        now.troubles().stream().findFirst().ifPresent(t -> trouble.setText(told(t)));
        unit.show(now, parts(), colours);
    }

    private static String told(Trouble trouble) {
        return Texts.of(trouble.evidence()) + " " + Texts.of(trouble.remedy());
    }

    private Optional<Parts> parts() {
        return desk.shape().map(Parts::new);
    }

    private void point(Optional<Part> part) {
        pointed = part;
        tell();
    }

    private void tell() {
        RunPictures.Shown now = painted;
        ThemedState words = screen;
        told.setText(
                now == null || words == null
                        ? ""
                        : pointed.flatMap(
                                        part ->
                                                parts().map(
                                                                p ->
                                                                        p.told(
                                                                                part,
                                                                                now.frame()
                                                                                        .snapshot(),
                                                                                words.numbers())))
                                .map(Texts::of)
                                .orElse(""));
    }

    /// A weight or a bias opens to be edited, a unit is shown large.
    private void click(Part part, MouseEvent at) {
        RunPictures.Shown now = painted;
        if (now == null) {
            return;
        }
        if (part instanceof UnitAt clicked) {
            unit.select(clicked);
            network.select(unit.selected().map(u -> u));
            unit.show(now, parts(), java.util.Objects.requireNonNull(screen));
            return;
        }
        parts().flatMap(p -> p.element(part)).ifPresent(e -> edit(e, now.frame().snapshot(), at));
    }

    private void edit(Parts.Element e, Snapshot now, MouseEvent at) {
        Tensor values = now.parameters().get(e.parameter());
        if (values != null) {
            String name = e.parameter() + "[" + e.row() + ", " + e.col() + "]";
            editor.open(
                    network,
                    at.getScreenX(),
                    at.getScreenY(),
                    name,
                    values.at(e.row(), e.col()),
                    x -> desk.edit(e.parameter(), e.element(), x));
        }
    }
}
