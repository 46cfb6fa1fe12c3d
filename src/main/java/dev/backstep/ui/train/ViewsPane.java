package dev.backstep.ui.train;

import dev.backstep.export.Figure;
import dev.backstep.lang.TrainingText;
import dev.backstep.layout.Box;
import dev.backstep.monitor.Monitor.SampleAt;
import dev.backstep.paint.Painting;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.paint.plot.ConfusionPainter;
import dev.backstep.paint.plot.CurvesPicture;
import dev.backstep.paint.plot.HistogramsPainter;
import dev.backstep.paint.plot.HistogramsPicture;
import dev.backstep.story.Hidden;
import dev.backstep.train.Frame;
import dev.backstep.ui.kit.Texts;
import dev.backstep.ui.kit.Tips;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The right side while a network is trained: how well it does, and how its gradients flow.
final class ViewsPane extends ScrollPane {

    private static final double SMOOTHEST = 0.97;

    /// Nanoseconds.
    private static final long BETWEEN_READINGS = 120_000_000;

    private final PlotPanel boundary = new PlotPanel("view.boundary").square(26);
    private final ToggleButton logarithmic = new ToggleButton(Texts.of("view.log"));
    private final PlotPanel losses = new PlotPanel("view.loss", logarithmic).high(150);
    private final PlotPanel accuracy = new PlotPanel("view.accuracy").high(120);
    private final CurvesPanel lossCurves = new CurvesPanel(losses, this::look);
    private final CurvesPanel accuracyCurves = new CurvesPanel(accuracy, this::look);
    private final PlotPanel gradients = new PlotPanel("view.gradients").high(110);
    private final AxesChooser axes;
    private final StripsPanel strips;
    private final PlotPanel weights = new PlotPanel("view.weights").high(110);
    private final PlotPanel activations = new PlotPanel("view.activations").high(110);
    private final PlotPanel confusion = new PlotPanel("view.confusion").square(0);
    private final PointsEditor points;
    private final SamplePick pick;
    private boolean typed;

    /// When the curves were shown last, in nanoseconds.
    private long read;

    private Theme theme = Theme.LIGHT;
    private CurveLook look = CurveLook.START;
    private Optional<CurvesPicture> loss = Optional.empty();
    private Optional<CurvesPicture> right = Optional.empty();

    /// @param edit takes the text of the program after a change
    /// @param sample takes a sample that is clicked, to be opened
    /// @param runs the runs that have ended, below the curves
    /// @param epochs what a click on the loss offers, from the epoch
    /// @param layers gets the layer whose gradients were clicked, counted from 0
    /// @param axesChanged told when other features are to span the plane
    ViewsPane(
            Consumer<String> edit,
            Consumer<SampleAt> sample,
            PlotDesk actions,
            RunsPane runs,
            DoubleFunction<List<MenuItem>> epochs,
            IntConsumer layers,
            Runnable axesChanged) {
        axes = new AxesChooser(axesChanged);
        strips = new StripsPanel(gradients, layers);
        points = new PointsEditor(boundary.picture(), edit);
        pick = new SamplePick(boundary.picture(), s -> picked(s, sample));
        boundary.enlargesOn(e -> !typed && !pick.isOn(e));
        VBox map = new VBox(6, boundary, axes, points.chooser());
        VBox body =
                new VBox(
                        14,
                        map,
                        losses,
                        runs,
                        accuracy,
                        gradients,
                        weights,
                        activations,
                        confusion);
        body.getStyleClass().add("side-body");
        List.of(boundary, losses, accuracy, gradients, weights, activations, confusion)
                .forEach(panel -> panel.with(actions));
        offerLooks(epochs);
        setContent(body);
        setFitToWidth(true);
        vbarPolicyProperty()
                .bind(
                        Bindings.when(body.visibleProperty())
                                .then(ScrollBarPolicy.AS_NEEDED)
                                .otherwise(ScrollBarPolicy.NEVER));
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setAccessibleText(Texts.of("train.views"));
    }

    private void offerLooks(DoubleFunction<List<MenuItem>> epochs) {
        lossCurves.offer(epochs);
        logarithmic.getStyleClass().add("small");
        logarithmic.setOnAction(_ -> look(l -> l.withLogarithmic(logarithmic.isSelected())));
        losses.getChildren().add(smoothing());
    }

    /// A sample that is trained on is where the other features are held, if they are held at one.
    private void picked(SampleAt s, Consumer<SampleAt> open) {
        if (axes.holdsSample() && !s.test()) {
            axes.hold(s.index());
        } else {
            open.accept(s);
        }
    }

    /// The features that are to span the plane.
    AxesChooser.Axes axes() {
        return axes.axes();
    }

    /// Shows whether the samples of the program can be edited.
    void show(TrainingText program, Theme colours) {
        points.show(program, colours);
        typed = program.points().isPresent();
    }

    private Node smoothing() {
        Slider slider = new Slider(0, SMOOTHEST, 0);
        slider.setAccessibleText(Texts.of("view.smoothing"));
        slider.valueProperty()
                .addListener((_, _, v) -> look(l -> l.withSmoothing(v.doubleValue())));
        Label name = new Label(Texts.of("view.smoothing"));
        name.getStyleClass().add("setting");
        HBox row = new HBox(8, name, slider);
        row.getStyleClass().add("leaf-row");
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(slider, Priority.ALWAYS);
        Tips.text(row, "view.smoothing.tip");
        return row;
    }

    private void look(UnaryOperator<CurveLook> change) {
        CurveLook now = change.apply(look);
        if (!now.equals(look)) {
            look = now;
            curves();
        }
    }

    private void curves() {
        lossCurves.show(loss, look, theme);
        accuracyCurves.show(right, look, theme);
    }

    /// Shows a frame: the boundary each time, what is read more slowly a few times a second while
    /// the run plays.
    ///
    /// @param hidden what must not be read from the numbers of the run
    void show(RunPictures.Shown now, Theme colours, Hidden hidden) {
        theme = colours;
        axes.show(now.features(), now.samples());
        boundary.setVisible(now.boundary().isPresent());
        now.boundary()
                .ifPresent(
                        p -> {
                            points.show(p, now.held(), theme);
                            pick(p, now);
                            boundary.heading(p.classes().isEmpty() ? "view.fit" : "view.boundary");
                            boundary.exports(() -> Figure.of(p));
                        });
        boolean plays = now.frame().state() == Frame.RunState.PLAYING;
        long time = System.nanoTime();
        if (!plays || time - read > BETWEEN_READINGS) {
            read = time;
            showRead(now, hidden);
        }
    }

    private void showRead(RunPictures.Shown now, Hidden hidden) {
        loss = Optional.of(now.losses()).filter(_ -> hidden.values().isEmpty());
        right = now.accuracy();
        curves();
        strips.show(now.gradients().filter(_ -> hidden.isNothing()), now.frame().history(), theme);
        show(weights, now.weights(), this::histograms, Figure::of);
        show(activations, now.activations(), this::histograms, Figure::of);
        show(
                confusion,
                now.confusion(),
                p -> (g, w, h) -> ConfusionPainter.paint(g, theme, p, box(w, h)),
                Figure::of);
    }

    /// Typed samples are edited by clicks, others are opened.
    private void pick(BoundaryPicture picture, RunPictures.Shown now) {
        if (typed) {
            pick.off();
        } else {
            pick.show(picture, now.monitor()::sample);
        }
    }

    private Painting histograms(HistogramsPicture p) {
        return (g, w, h) -> HistogramsPainter.paint(g, theme, p, box(w, h));
    }

    private static <P> void show(
            PlotPanel panel,
            Optional<P> picture,
            Function<P, Painting> painting,
            Function<P, Figure> plot) {
        panel.setVisible(picture.isPresent());
        picture.ifPresent(p -> panel.show(painting.apply(p), () -> plot.apply(p)));
    }

    private static Box box(double width, double height) {
        return new Box(0, 0, width, height);
    }
}
