package dev.backstep.cli;

import dev.backstep.calculus.Collapse;
import dev.backstep.calculus.NodeJacobian;
import dev.backstep.calculus.NodeJacobian.Question;
import dev.backstep.calculus.ToldJacobian;
import dev.backstep.export.Figure;
import dev.backstep.export.figure.JacobianFigure;
import dev.backstep.export.figure.TableFigure;
import dev.backstep.notation.Numbers;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The two nodes of `--view jacobian`, and the one of `--view table`.
final class NodesOption {

    @Option(
            names = "--of",
            paramLabel = "NODE",
            description =
                    "With --view jacobian: what is differentiated. A name, or, of a node without"
                            + " one, its number as trace --json has it. With --view table: whose"
                            + " numbers; dL/dW are those of its gradient, W[0:50, :] the first 50"
                            + " rows.")
    private @Nullable String of;

    @Option(
            names = "--by",
            paramLabel = "NODE",
            description = "With --view jacobian: what it is differentiated by.")
    private @Nullable String by;

    /// @throws CommandFailure if one is given that does not go with the view
    void check(String view) {
        if (view.equals("jacobian") || of == null && by == null) {
            return;
        }
        if (by != null || !view.equals("table")) {
            throw new CommandFailure(
                    "--of and --by go with --view jacobian, --of alone with --view table");
        }
    }

    /// The figure of all numbers of the one, laid out for a width.
    ///
    /// @throws CommandFailure if the node is missing or unknown, or has too many numbers
    DoubleFunction<Figure> table(Evaluated run) {
        String asked = of;
        if (asked == null) {
            throw new CommandFailure(
                    "--view table: give the node, as in --of x, or --of d"
                            + output(run)
                            + "/dx for its gradient");
        }
        AskedTable table = AskedTable.of(asked, run);
        return width ->
                Figure.of(
                        TableFigure.of(
                                table.told(),
                                table.shown(),
                                Numbers.DEFAULT,
                                Bundle.ENGLISH,
                                width));
    }

    private static String output(Evaluated run) {
        return run.output().isEmpty() ? "L" : run.output();
    }

    /// The figure of their Jacobian, laid out for a width.
    ///
    /// @throws CommandFailure if one of the nodes is missing or unknown, or the Jacobian has too
    ///   many elements
    DoubleFunction<Figure> jacobian(Evaluated run) {
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
                    "--view jacobian: give both nodes, as in --of " + output(run) + " --by x");
        }
        int z = NodeByName.find("--of", first, first, run);
        int x = NodeByName.find("--by", second, second, run);
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
}
