package dev.backstep.cli;

import dev.backstep.calculus.Collapse;
import dev.backstep.calculus.NodeJacobian;
import dev.backstep.calculus.NodeJacobian.Question;
import dev.backstep.calculus.ToldJacobian;
import dev.backstep.export.Figure;
import dev.backstep.export.figure.JacobianFigure;
import dev.backstep.lang.Nearest;
import dev.backstep.lang.Spelling;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The two nodes of `--view jacobian`.
final class JacobianOption {

    /// The most names that a message lists.
    private static final int MOST_LISTED = 40;

    @Option(
            names = "--of",
            paramLabel = "NODE",
            description =
                    "With --view jacobian: what is differentiated. A name, or, of a node without"
                            + " one, its number as trace --json has it.")
    private @Nullable String of;

    @Option(
            names = "--by",
            paramLabel = "NODE",
            description = "With --view jacobian: what it is differentiated by.")
    private @Nullable String by;

    boolean isGiven() {
        return of != null || by != null;
    }

    /// The figure of their Jacobian, laid out for a width.
    ///
    /// @throws CommandFailure if one of the nodes is missing or unknown, or the Jacobian has too
    ///   many elements
    DoubleFunction<Figure> figure(Evaluated run) {
        Walkthrough w = run.w().rightly();
        NodeJacobian jacobian = NodeJacobian.of(w, question(run));
        var told = new ToldJacobian(w, Collapse.of(w, jacobian), Numbers.DEFAULT);
        boolean mistaken = run.w().mistaken().isPresent();
        return width -> Figure.of(JacobianFigure.of(told, mistaken, Bundle.ENGLISH, width));
    }

    private Question.Possible question(Evaluated run) {
        String first = of;
        String second = by;
        if (first == null || second == null) {
            throw new CommandFailure(
                    "--view jacobian: give both nodes, as in --of "
                            + (run.output().isEmpty() ? "L" : run.output())
                            + " --by x");
        }
        int z = node("--of", first, run);
        int x = node("--by", second, run);
        return switch (NodeJacobian.ordered(run.w(), z, x)) {
            case Question.Possible possible -> possible;
            case Question.Refused(var why) ->
                    throw new CommandFailure(
                            "--of "
                                    + ProgramArgument.shown(first)
                                    + " --by "
                                    + ProgramArgument.shown(second)
                                    + ": "
                                    + Bundle.ENGLISH.say(why));
        };
    }

    private static int node(String option, String typed, Evaluated run) {
        Map<String, Integer> names = run.model().names();
        String name = Spelling.name(typed.strip());
        Integer node = names.get(name);
        if (node != null) {
            return node;
        }
        int size = run.model().graph().size();
        if (name.matches("\\d{1,9}") && Integer.parseInt(name) < size) {
            return Integer.parseInt(name);
        }
        String hint =
                Bundle.ENGLISH.say(
                        Nearest.hint(name, names.keySet())
                                .orElse(Nearest.known(first(names.keySet()))));
        throw new CommandFailure(
                option
                        + " "
                        + ProgramArgument.shown(typed)
                        + ": there is no node of that name ("
                        + hint
                        + ")");
    }

    private static List<String> first(Collection<String> names) {
        List<String> shown = new ArrayList<>(names.stream().limit(MOST_LISTED).toList());
        if (names.size() > MOST_LISTED) {
            shown.add("…");
        }
        return shown;
    }
}
