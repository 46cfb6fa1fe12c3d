package dev.backstep.cli;

import dev.backstep.export.JsonReport;
import dev.backstep.graph.Detail;
import dev.backstep.story.Step;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `backstep trace FILE`: every step from the first value to the last gradient, and of a program
/// with a `train` line the update of each parameter.
@Command(
        name = "trace",
        description = "Print every step, forward, backward and update.",
        mixinStandardHelpOptions = true)
final class Steps implements Callable<Integer> {

    @Mixin private final ShownArgument program = new ShownArgument();

    @Mixin private final DetailOption detail = new DetailOption();

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
        Evaluated run = program.evaluate(streams, edges ? Story.Grain.EDGES : Story.Grain.NODES);
        MistakeNote.print(run.w(), streams.err());
        Walkthrough w = detail.of(run.w(), run.model(), Detail.Level.OPERATIONS);
        JsonReport report = report(run, w);
        if (json) {
            report.steps(streams.out());
            return 0;
        }
        int width = Integer.toString(w.size() - 1).length();
        for (int i = 0; i < w.size() && !streams.out().checkError(); i++) {
            String index = " ".repeat(width - Integer.toString(i).length()) + i;
            String told = report.sentence(i);
            streams.out().print(index + "  " + arrow(w.step(i)) + " " + told + "\n");
        }
        return 0;
    }

    static JsonReport report(Evaluated run, Walkthrough w) {
        return JsonReport.of(run.model(), w, run.output());
    }

    private static String arrow(Step step) {
        return switch (step) {
            case Step.Forward _ -> "→";
            case Step.Seed _, Step.Backward _ -> "←";
            case Step.ParameterUpdate _ -> "↻";
        };
    }
}
