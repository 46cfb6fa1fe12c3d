package dev.backstep.cli;

import dev.backstep.export.Figure;
import dev.backstep.export.Png;
import dev.backstep.monitor.Monitor;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.paint.Theme;
import dev.backstep.text.Bundle;
import dev.backstep.train.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/// The sheet of `--picture`: the network and the views of its training.
final class TrainingPicture {

    private static final int WIDTH = 1600;
    private static final Png.Picture LOOK =
            Png.Picture.of(Theme.LIGHT, 1).withWidth(OptionalInt.of(WIDTH));

    private final String name;
    private final PictureFile file;
    private final String title;
    private final TrainingSetup setup;

    private TrainingPicture(String name, PictureFile file, String title, TrainingSetup setup) {
        this.name = name;
        this.file = file;
        this.title = title;
        this.setup = setup;
    }

    /// @throws CommandFailure if it cannot be written: better before a long training than after it
    static TrainingPicture of(String name, ProgramArgument program, TrainingSetup setup) {
        System.setProperty("java.awt.headless", "true");
        PictureFile file = PictureFile.of("--picture", name, program.file(), List.of());
        return new TrainingPicture(name, file, title(program.file()), setup);
    }

    /// What a program is called by its file.
    static String title(String program) {
        Path last = Path.of(program).getFileName();
        return program.equals("-") || last == null ? "standard input" : last.toString();
    }

    /// Draws the training as it is at its end; says so.
    ///
    /// @throws CommandFailure if that cannot be
    String draw(Played played) {
        Monitor monitor = Monitor.of(setup, Bundle.ENGLISH);
        Figure sheet =
                new TrainingPlots(setup, monitor, played).sheet(title, told(played.training()));
        file.write(sheet, LOOK);
        return "saved " + name + "\n";
    }

    private static String told(Training training) {
        RunSummary reached = RunSummary.of(training);
        String epochs = PlainText.count(reached.epoch(), "epoch", "epochs");
        String stopped =
                training.failure()
                        .map(f -> "  stopped in epoch " + f.epoch() + ", batch " + f.batch())
                        .orElse("");
        return epochs + (reached.epoch() == 0 ? "" : "  " + reached.words()) + stopped;
    }
}
