package dev.backstep.cli;

import dev.backstep.cli.Program.Evaluated;
import dev.backstep.export.JsonReport;
import dev.backstep.graph.Story;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `backstep trace FILE`: every step from the first value to the last gradient.
@Command(name = "trace", description = "Print every step, forward and backward.", mixinStandardHelpOptions = true)
final class Steps implements Callable<Integer> {

    @Mixin
    private final Program program = new Program();

    @Option(names = "--edges", description = "One backward step an edge instead of one a node.")
    private boolean edges;

    @Option(names = "--json", description = "Print one JSON object; numbers read back exactly.")
    private boolean json;

    private final Streams streams;

    Steps(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Evaluated run = program.evaluate(streams);
        Story.Grain grain = edges ? Story.Grain.EDGES : Story.Grain.NODES;
        Story story = Story.of(run.model().graph(), run.adjoint(), grain);
        Sentences sentences = new Sentences(run, story);
        if (json) {
            new JsonReport(run.model().names(), run.output(), run.adjoint(), run.trace())
                    .steps(story, sentences::at, streams.out());
            return 0;
        }
        int width = Integer.toString(story.size() - 1).length();
        for (int i = 0; i < story.size() && !streams.out().checkError(); i++) {
            streams.out().print(("%" + width + "d  %s\n").formatted(i, sentences.at(i)));
        }
        return 0;
    }
}
