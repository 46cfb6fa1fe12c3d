package dev.backstep.monitor;

import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.paint.plot.NetworkPicture;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.text.Bundle;
import dev.backstep.train.Frame;
import dev.backstep.train.Grid;
import dev.backstep.train.Predictions;
import dev.backstep.train.Predictor;
import dev.backstep.train.Run;
import java.util.Optional;

/// A run after so many epochs, evaluated.
record Watched(TrainingSetup setup, Monitor monitor, Frame frame, Mapped maps, Predictions train) {

    static Watched of(String program, int epochs, Bundle texts) {
        if (!(Language.read(program) instanceof ReadResult.Ok(Model model))) {
            throw new AssertionError(program);
        }
        TrainingSetup setup = model.setup().orElseThrow();
        Monitor monitor = Monitor.of(setup, texts);
        Run run = Run.of(setup);
        run.epochs(epochs).join();
        Frame frame = run.settled().join();
        run.close();
        Predictor predictor = Predictor.of(setup);
        Grid grid = monitor.grid(0, 1, 40).orElseThrow();
        var values = frame.snapshot().parameters();
        return new Watched(
                setup,
                monitor,
                frame,
                new Mapped(grid, predictor.responses(values, grid)),
                predictor.predictions(values, setup.data().train()));
    }

    static Watched of(String program, int epochs) {
        return of(program, epochs, Bundle.ENGLISH);
    }

    BoundaryPicture boundary() {
        return monitor.boundary(
                maps, Optional.of(train), Optional.empty(), frame.snapshot().lastBatch());
    }

    NetworkPicture network(Shows shows) {
        return monitor.network(frame.snapshot(), maps, shows).orElseThrow();
    }
}
