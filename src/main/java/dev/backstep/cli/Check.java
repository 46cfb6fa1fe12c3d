package dev.backstep.cli;

import dev.backstep.explain.CheckWords;
import dev.backstep.graph.Node;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Differences;
import dev.backstep.story.Story;
import dev.backstep.text.Bundle;
import dev.backstep.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `backstep check FILE`: every leaf's gradient against central differences; 1 where one is off. At
/// a kink any gradient between the slopes on both sides is right; one that cannot be compared, for
/// instance an infinite one, is said to be so.
@Command(
        name = "check",
        description =
                "Compare every leaf's gradient with central differences; exit 1 if one is off.",
        mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {

    /// Enough to see a small difference, and no noise of rounding.
    private static final Numbers DIGITS = new Numbers(6);

    @Mixin private final ShownArgument program = new ShownArgument();

    private final Streams streams;

    Check(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Evaluated run = program.evaluate(streams, Story.Grain.NODES);
        MistakeNote.print(run.w(), streams.out());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("leaf", "compared", "largest error", ""));
        List<Message> off = new ArrayList<>();
        boolean ok = true;
        int leaves = 0;
        for (Node node : run.model().graph().nodes()) {
            if (node.isLeafWithGradient()) {
                Differences found = Differences.of(run.w(), node.id());
                ok &= found.ok();
                leaves++;
                CheckWords.off(run.w(), node.id(), found, DIGITS).ifPresent(off::add);
                rows.add(
                        List.of(
                                node.name().orElse("node " + node.id()),
                                found.compared() + " of " + node.shape().size(),
                                error(found),
                                Bundle.ENGLISH.say(found.words())));
            }
        }
        streams.out().print(PlainText.table(rows));
        for (Message gradient : off) {
            streams.out().print(Bundle.ENGLISH.say(gradient) + "\n");
        }
        if (!off.isEmpty() && run.w().mistaken().isPresent()) {
            streams.out()
                    .print(Bundle.ENGLISH.say(CheckWords.count(off.size(), leaves, true)) + "\n");
        }
        return ok ? 0 : 1;
    }

    private static String error(Differences found) {
        return found.compared() == 0 ? "-" : String.format(Locale.ROOT, "%.1e", found.error());
    }
}
