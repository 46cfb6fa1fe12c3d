package dev.backstep.cli;

import dev.backstep.explain.MistakeWords;
import dev.backstep.export.Figure;
import dev.backstep.export.TrainingSheet;
import dev.backstep.monitor.Mapped;
import dev.backstep.monitor.Monitor;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.paint.plot.CurvesPicture.PlottedCurve;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.tensor.Tensor;
import dev.backstep.text.Bundle;
import dev.backstep.train.Grid;
import dev.backstep.train.Predictions;
import dev.backstep.train.Predictor;
import dev.backstep.train.RightRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The pictures of a training that was played, its epochs kept.
record TrainingPlots(TrainingSetup setup, Monitor monitor, Played played) {

    private static final int TILE = 48;
    private static final int MAP = 120;

    /// All that there is on one sheet, with the network and the boundary as they are at the end.
    ///
    /// @param name of the program
    /// @param told how it went
    Figure sheet(String name, String told) {
        boolean finite = played.training().check();
        return noted(
                TrainingSheet.of(
                        name,
                        told,
                        finite ? network() : Optional.empty(),
                        Stream.of(
                                        finite ? boundary(List.of()) : Optional.<Figure>empty(),
                                        Optional.of(losses()),
                                        accuracy(),
                                        gradients())
                                .flatMap(Optional::stream)
                                .toList()));
    }

    /// Empty if the network is not made of layers, or there is nothing to draw it over.
    Optional<Figure> network() {
        return maps(TILE)
                .flatMap(m -> monitor.network(played.frame().snapshot(), m, Shows.WEIGHTS))
                .map(Figure::of);
    }

    /// Empty for a program without features to draw over.
    ///
    /// @param batch the samples that get a ring, as indices into those trained on
    Optional<Figure> boundary(List<Integer> batch) {
        Map<String, Tensor> values = played.training().parameters();
        return maps(MAP)
                .map(
                        m -> {
                            Predictor predictor = Predictor.of(setup);
                            Predictions train = predictor.predictions(values, setup.data().train());
                            Optional<Predictions> test =
                                    Optional.of(setup.data().test())
                                            .filter(d -> d.samples() > 0)
                                            .map(d -> predictor.predictions(values, d));
                            return Figure.of(monitor.boundary(m, Optional.of(train), test, batch));
                        });
    }

    Figure losses() {
        List<PlottedCurve> beside = right().map(monitor::right).stream().toList();
        return Figure.of(monitor.losses(played.frame(), beside));
    }

    /// The run without the mistake, as far as this one came; nothing if it has none.
    private Optional<RightRun> right() {
        Optional<RightRun> right = RightRun.of(setup);
        right.ifPresent(r -> r.follow(played.training().epochs(), Long.MAX_VALUE));
        return right;
    }

    /// A plot that says which mistake it is trained with, if it is.
    Figure noted(Figure plot) {
        return setup.mistake()
                .map(
                        m ->
                                plot.noting(
                                        Bundle.ENGLISH.say(MistakeWords.on(m)),
                                        Bundle.ENGLISH.say(MistakeWords.does(m))))
                .orElse(plot);
    }

    /// Empty if numbers are learnt.
    Optional<Figure> accuracy() {
        return monitor.accuracy(played.frame().history()).map(Figure::of);
    }

    /// Empty for a program without layers.
    Optional<Figure> gradients() {
        return monitor.gradients(played.frame().history()).map(Figure::of);
    }

    private Optional<Mapped> maps(int side) {
        return monitor.grid(0, 1, side)
                .map(
                        (Grid grid) ->
                                new Mapped(
                                        grid,
                                        Predictor.of(setup)
                                                .responses(played.training().parameters(), grid)));
    }
}
