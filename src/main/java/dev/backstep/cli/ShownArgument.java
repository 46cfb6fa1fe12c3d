package dev.backstep.cli;

import dev.backstep.lang.Model;
import dev.backstep.story.Story;
import dev.backstep.train.Moment;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/// What a command shows: a program, what `--set` changes about it, and the moment of its training
/// that `--after` asks for.
final class ShownArgument {

    @Mixin private final ProgramArgument program = new ProgramArgument();
    @Mixin private final AfterOption after = new AfterOption();

    String file() {
        return program.file();
    }

    /// The program as it is trained.
    ///
    /// @throws CommandFailure if the file or a `--set` is wrong
    Model modelToTrain(Streams streams) {
        return program.modelToTrain(streams);
    }

    AfterOption after() {
        return after;
    }

    /// @throws CommandFailure if the file or an option is wrong
    Evaluated evaluate(Streams streams, Story.Grain grain) {
        if (!after.isGiven()) {
            return Evaluated.of(program.model(streams), grain);
        }
        Model model = program.modelToTrain(streams);
        Optional<Moment> moment = after.moment(model, streams);
        return moment.map(m -> Evaluated.at(m, model, grain)).orElseThrow();
    }
}
