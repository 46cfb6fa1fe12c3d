package dev.backstep.ui.train;

import dev.backstep.export.Figure;
import dev.backstep.lang.TrainingText;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.paint.plot.CurvesPicture;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.train.Frame;
import dev.backstep.ui.ThemedState;
import dev.backstep.ui.files.PlotFiles;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Beat;
import dev.backstep.ui.kit.LivePictures;
import dev.backstep.ui.mistake.MistakePill;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
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
    private static final double LOWEST_CENTRE = 60;

    /// With less height the keys alone choose what the wires show, and the network has the room.
    private static final double LOW = 440;

    /// With less room between them the network cannot be read.
    private static final double LEAST_CENTRE = 260;

    private static final double RIGHT = 340;

    private final TrainDesk desk;
    private final ControlsPane controls;
    private final NetworkParts parts;
    private final NetworkView network;
    private final LiveGraph graph;
    private final MistakePill mistake = new MistakePill();
    private final PausedBar paused;
    private final WireChoice wires;
    private final OfferPane offer;
    private final PlotOverlay overlay = new PlotOverlay();
    private final PlotDesk plots;
    private final LivePictures live;
    private final RunsPane runs;
    private final ViewsPane views;
    private final RunBar bar;
    private final PictureBeat pictures;
    private final UnitPanel unit;
    private final BatchFlow flow = new BatchFlow();
    private final TroubleLabel trouble = new TroubleLabel();
    private @Nullable ThemedState screen;
    private @Nullable Frame shown;
    private RunPictures.@Nullable Shown painted;

    /// @param begin told when a drag begins, `end` when it ends
    /// @param notice what is told, above the network
    /// @param csv asks for a file of samples
    /// @param files takes views and figures out of the window
    public TrainPane(
            TrainDesk desk,
            Background background,
            Runnable begin,
            Runnable end,
            Region notice,
            Runnable csv,
            PlotFiles files,
            Consumer<String> refuse) {
        this.desk = desk;
        this.live = new LivePictures(background, refuse);
        this.plots = new PlotDesk(overlay, files, live);
        this.runs = new RunsPane(desk.comparison(), desk::edit, files::csv);
        this.unit = new UnitPanel(plots, desk::openSample);
        this.controls = new ControlsPane(desk::edit, csv, begin, end);
        this.views =
                new ViewsPane(
                        text -> put(text, begin, end),
                        desk::openSample,
                        plots,
                        runs,
                        epoch -> EpochMenu.of(desk, epoch),
                        desk::openLayer,
                        this::changed);
        this.parts = new NetworkParts(desk, unit, this::changed, background, refuse);
        this.network = parts.network();
        this.graph = new LiveGraph(desk, background, refuse);
        this.paused = new PausedBar(desk::openBatch);
        this.wires = new WireChoice(desk);
        this.offer = new OfferPane(desk, csv);
        this.bar = new RunBar(desk);
        this.pictures = new PictureBeat(background, live, this::paint, refuse);
        layOut(notice);
        desk.watch(this::changed);
        Beat.whileSeen(this, this::beat);
    }

    private void beat(long now) {
        look();
        pictures.beat();
        flow(now);
        graph(now);
    }

    private void layOut(Region notice) {
        setMinSize(0, 0);
        side(controls, LEFT, "side-left");
        setLeft(controls);
        StackPane centre = new StackPane(network, graph, offer);
        setCenter(new StackPane(middle(notice, centre), overlay));
        network.paintedBy(live);
        VBox right = new VBox(unit, views);
        side(right, RIGHT, "side-right");
        views.getStyleClass().add("side");
        setRight(right);
        WholeWidth whole = new WholeWidth(controls, right);
        whole.standOver(centre, this, LEFT + RIGHT + LEAST_CENTRE);
        whole.visibleProperty().bind(offer.visibleProperty().not());
        plots.offer(network, this::plot, Optional.of(whole::toggle));
        plots.offer(graph, this::plot, Optional.of(whole::toggle));
        network.onDoubleClick(whole::toggle);
        graph.onDoubleClick(whole::toggle);
        VBox.setVgrow(views, Priority.ALWAYS);
        setBottom(bar);
        wires.visibleProperty()
                .bind(network.visibleProperty().and(heightProperty().greaterThan(LOW)));
        network.setVisible(false);
    }

    /// What stands at the left in the place of the controls; the controls, if it is those.
    public void left(Region side) {
        if (getLeft() != side) {
            setLeft(null);
            setLeft(side);
        }
    }

    public Region controls() {
        return controls;
    }

    private VBox middle(Region notice, StackPane centre) {
        VBox.setVgrow(centre, Priority.ALWAYS);
        centre.setMinHeight(LOWEST_CENTRE);
        wires.managedProperty().bind(wires.visibleProperty());
        VBox middle = new VBox(notice, mistake, wires, centre, parts.told(), trouble, paused);
        middle.setAlignment(Pos.TOP_CENTER);
        middle.getStyleClass().add("centre");
        VBox.setMargin(paused, new Insets(0, 14, 18, 14));
        return middle;
    }

    private static void side(Region side, double width, String style) {
        side.setPrefWidth(width);
        side.setMinWidth(width);
        side.setMaxWidth(width);
        side.getStyleClass().addAll("side", style);
    }

    /// An edit that is a step of its own for undo.
    private void put(String text, Runnable begin, Runnable end) {
        begin.run();
        desk.edit(text);
        end.run();
    }

    public void show(ThemedState now) {
        screen = now;
        controls.show(now);
        String text = now.state().document().text();
        TrainingText program = TrainingText.of(text);
        views.show(program, now.theme());
        offer.show(program, desk);
        bar.setDisable(!desk.canTrain());
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
            forget();
            return;
        }
        if (frame.get() != shown) {
            shown = frame.get();
            paused.show(frame.get());
            desk.setup().ifPresent(setup -> pictures.show(wanted(frame.get(), setup)));
        }
        bar.show(frame.get(), now.numbers(), now.hidden());
    }

    /// There is no run: what is shown of the last one must not be taken for the next one's. Its
    /// pictures stay while another network is compiled, which takes but a moment.
    private void forget() {
        painted = null;
        bar.showNone();
        paused.setVisible(false);
        trouble.setVisible(false);
        MistakeNotice.tell(Optional.empty(), mistake);
        parts.forget();
        boolean trains = desk.canTrain();
        graph.setVisible(graph.isVisible() && trains);
        views.getContent().setVisible(trains);
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
        boolean moves = state != null && state.motion();
        Frame frame = shown;
        network.flow(moves && frame != null ? flow.at(frame, now) : OptionalDouble.empty());
    }

    private PictureBeat.Wanted wanted(Frame frame, TrainingSetup setup) {
        boolean asks = screen != null && !screen.hidden().isNothing();
        Shows shows = desk.showsGradients() && !asks ? Shows.GRADIENTS : Shows.WEIGHTS;
        return new PictureBeat.Wanted(
                frame.generation(), setup, frame, shows, views.axes(), unit.selected(), earlier());
    }

    private List<CurvesPicture.PlottedCurve> earlier() {
        return desk.comparison().kept().curves();
    }

    /// The network as it is seen: its layers, or its graph.
    private Optional<Figure> plot() {
        return pictures().flatMap(RunPictures.Shown::network).map(Figure::of).or(graph::plot);
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
        live.turn(now.frame().state() == Frame.RunState.PLAYING);
        views.getContent().setVisible(true);
        plots.show(colours.theme(), now.mistake());
        MistakeNotice.tell(now.mistake(), mistake);
        parts.show(now, colours);
        views.show(now, colours.theme(), colours.hidden());
        trouble.show(now.troubles());
    }

    /// The frame whose pictures are shown.
    Optional<Frame> painted() {
        return pictures().map(RunPictures.Shown::frame);
    }

    /// The pictures that are shown.
    Optional<RunPictures.Shown> pictures() {
        return Optional.ofNullable(painted);
    }
}
