package dev.backstep.ui;

import dev.backstep.ui.train.TrainDesk;
import java.util.List;

/// What commands do with the run of a training.
final class TrainCommands {

    private static final int MANY = 10;

    private TrainCommands() {}

    static List<Command> of(TrainDesk desk) {
        return List.of(
                Command.of("command.train.play", "Space", desk::togglePlay, _ -> desk.canTrain()),
                Command.of("command.train.batch", "Right", desk::batch, _ -> desk.canTrain()),
                Command.of(
                        "command.train.epoch",
                        "Shift+Right",
                        () -> desk.epochs(1),
                        _ -> desk.canTrain()),
                Command.of(
                        "command.train.epochs",
                        "Alt+Right",
                        () -> desk.epochs(MANY),
                        _ -> desk.canTrain()),
                Command.of("command.train.reset", "R", desk::reset, _ -> desk.canTrain()),
                Command.of("command.train.reseed", "Shift+R", desk::reseed, _ -> desk.canTrain()),
                Command.of("command.train.open", "B", desk::openBatch, _ -> desk.canTrain()),
                Command.of("command.train.write", "", desk::writeWeights, _ -> desk.canTrain()),
                Command.of("command.train.faster", "Period", desk::faster, _ -> desk.canTrain()),
                Command.of("command.train.slower", "Comma", desk::slower, _ -> desk.canTrain()),
                Command.of("command.train.weights", "W", desk::showWeights, _ -> desk.canTrain()),
                Command.of(
                        "command.train.gradients", "G", desk::showGradients, _ -> desk.canTrain()));
    }
}
