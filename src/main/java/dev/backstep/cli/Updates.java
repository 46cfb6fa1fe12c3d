package dev.backstep.cli;

import dev.backstep.cli.Program.Evaluated;
import dev.backstep.explain.Numbers;
import dev.backstep.export.Update;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Optimiser;
import dev.backstep.train.Recipe;
import dev.backstep.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The step that training would take on the mini-batch that is shown, a parameter at a time. It
/// comes after the backward pass, never during it.
final class Updates {

    private Updates() {}

    /// In the order of the graph, of all parameters that have a gradient. Nothing where the program
    /// has no `train` line, where `--set` has put other samples in the place of the batch, and
    /// where the loss is not finite.
    static List<Update> of(Evaluated run) {
        Optional<Recipe> recipe = run.model().recipe();
        if (recipe.isEmpty()) {
            return List.of();
        }
        Training training = Training.of(recipe.get());
        boolean shown = training.upcoming().leaves().equals(run.model().leaves());
        if (!shown || !training.next()) {
            return List.of();
        }
        Map<String, Tensor> after = training.parameters();
        List<Update> updates = new ArrayList<>();
        for (Node node : run.model().graph().nodes()) {
            Tensor value = after.get(node.name().orElse(""));
            boolean parameter = node.op() instanceof Op.Leaf(Op.Role role) && role == Op.Role.PARAM;
            if (parameter && value != null && run.w().gradient(node.id()).isPresent()) {
                Optimiser optimiser = training.optimiser();
                String text = sentence(run, node.id(), value, optimiser);
                updates.add(new Update(node.id(), word(optimiser), value, text));
            }
        }
        return updates;
    }

    private static String word(Optimiser optimiser) {
        return switch (optimiser) {
            case Optimiser.Sgd _ -> "sgd";
            case Optimiser.Adam _ -> "adam";
        };
    }

    private static String sentence(Evaluated run, int node, Tensor after, Optimiser optimiser) {
        String name = run.w().labels().words(node);
        String gradient = "∂" + run.w().labels().words(run.model().output()) + "/∂" + name;
        String rate = Numbers.DEFAULT.plain(optimiser.rate());
        String result = Numbers.DEFAULT.brief(after);
        return switch (optimiser) {
            case Optimiser.Sgd(double _, double _, double l2) when l2 == 0 ->
                    name
                            + " goes against its gradient: "
                            + (name + " − " + rate + " · " + gradient)
                            + (after.shape().isScalar() ? numbers(run, node, rate) : "")
                            + (" = " + result + ".");
            case Optimiser.Sgd _, Optimiser.Adam _ ->
                    name
                            + " takes its first step of "
                            + (word(optimiser) + " at the rate " + rate)
                            + (", against its gradient " + gradient)
                            + (": " + result + ".");
        };
    }

    private static String numbers(Evaluated run, int node, String rate) {
        double gradient = run.w().gradient(node).orElseThrow().at(0, 0);
        String shown = Numbers.DEFAULT.plain(gradient);
        return " = "
                + Numbers.DEFAULT.plain(run.w().value(node).at(0, 0))
                + (" − " + rate + " · ")
                + (gradient < 0 ? "(" + shown + ")" : shown);
    }
}
