package dev.backstep.cli;

import dev.backstep.story.Story;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `backstep eval FILE`: every named value and gradient.
@Command(
        name = "eval",
        description = "Print every named value and gradient.",
        mixinStandardHelpOptions = true)
final class Eval implements Callable<Integer> {

    @Mixin private final ShownArgument program = new ShownArgument();

    @Option(names = "--json", description = "Print one JSON object; numbers read back exactly.")
    private boolean json;

    private final Streams streams;

    Eval(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Evaluated run = program.evaluate(streams, Story.Grain.NODES);
        MistakeNote.print(run.w(), streams.err());
        if (json) {
            run.report().eval(streams.out());
        } else {
            streams.out().print(table(run));
        }
        return 0;
    }

    private static String table(Evaluated run) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("name", "value", "gradient of " + run.output()));
        run.model()
                .names()
                .forEach(
                        (name, id) ->
                                rows.add(
                                        List.of(
                                                name,
                                                PlainText.value(value(run, id)),
                                                run.w()
                                                        .gradient(id)
                                                        .map(g -> PlainText.value(unsigned(g)))
                                                        .orElse("–"))));
        return PlainText.table(rows);
    }

    /// A value, with −0 if its sign decides another one.
    private static Tensor value(Evaluated run, int node) {
        Tensor value = run.w().value(node);
        return run.w().signedZeros().contains(node) ? value : unsigned(value);
    }

    private static Tensor unsigned(Tensor t) {
        return t.map(x -> x + 0.0);
    }
}
