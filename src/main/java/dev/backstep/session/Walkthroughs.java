package dev.backstep.session;

import dev.backstep.data.Dataset;
import dev.backstep.graph.Node;
import dev.backstep.graph.Op;
import dev.backstep.lang.Model;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.tensor.Shape;
import dev.backstep.tensor.Strided;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.Batch;
import dev.backstep.train.Moment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/// The walkthroughs of programs, as the window and the commands show them.
public final class Walkthroughs {

    private Walkthroughs() {}

    /// Forward and backward; where the program trains, also the update of each parameter by the
    /// gradients of the mini-batch that is shown.
    ///
    /// A number that a formula writes out has no card of its own.
    public static Walkthrough of(Model model, Story.Grain grain) {
        return of(model, grain, false);
    }

    /// The same.
    ///
    /// @param literals whether a number that a formula writes out has a card of its own all the
    ///   same
    static Walkthrough of(Model model, Story.Grain grain, boolean literals) {
        Walkthrough w = gradients(model, grain, literals);
        return model.setup().map(r -> w.followedBy(r.optimiser())).orElse(w);
    }

    /// The same without the update that may follow.
    static Walkthrough gradients(Model model, Story.Grain grain, boolean literals) {
        return Walkthrough.of(
                model.graph(),
                model.output(),
                model.leaves(),
                grain,
                literals,
                model.pass(),
                model.setup().map(TrainingSetup::optimiser));
    }

    /// A moment of a training: the mini-batch that comes next, forward, backward, and its update,
    /// with the numbers that the training computes.
    ///
    /// @param model on that batch, see [#model]
    public static Walkthrough of(Model model, Moment moment, Story.Grain grain) {
        return of(model, moment, grain, false);
    }

    static Walkthrough of(Model model, Moment moment, Story.Grain grain, boolean literals) {
        return Walkthrough.of(
                        model.graph(),
                        model.output(),
                        moment.trace(),
                        grain,
                        literals,
                        model.pass())
                .followedBy(moment.optimiser(), moment.memory());
    }

    /// The program on the mini-batch of a moment, with the parameters before it.
    public static Model model(Model program, Moment moment) {
        Batch batch = moment.batch();
        return program.on(batch.network().samples(), batch.leaves());
    }

    /// The program on one sample of that batch, as [Model#onSample] says.
    static Model sample(Model program, Moment moment, int column) {
        Map<String, Tensor> values = values(moment, (_, samples) -> column(samples, column));
        return program.onSample(moment.batch().indices().size(), values);
    }

    /// The program on a sample that need not be in that batch: its own loss.
    ///
    /// @param index into the samples that the program trains on
    static Model beside(Model program, Moment moment, int index) {
        Dataset train = program.setup().orElseThrow().data().train();
        int x = moment.batch().network().x();
        int[] one = {index};
        return program.onSample(
                1,
                values(
                        moment,
                        (leaf, samples) -> {
                            Strided column = Strided.zeros(new Shape(samples.rows(), 1));
                            if (leaf == x) {
                                train.fill(one, 0, column, 0, samples.rows());
                            } else {
                                train.fillLabels(one, 0, column);
                            }
                            return column.toTensor();
                        }));
    }

    /// The leaves of a batch by name.
    ///
    /// @param samples takes a leaf of samples and its value, gives the one that stands in its place
    private static Map<String, Tensor> values(
            Moment moment, BiFunction<Integer, Tensor, Tensor> samples) {
        Batch batch = moment.batch();
        Map<String, Tensor> values = new HashMap<>();
        for (Node node : batch.network().graph().nodes()) {
            Tensor value = batch.leaves().get(node.id());
            if (value != null) {
                boolean data = node.op().equals(new Op.Leaf(Op.Role.DATA));
                values.put(
                        node.name().orElseThrow(), data ? samples.apply(node.id(), value) : value);
            }
        }
        return values;
    }

    private static Tensor column(Tensor samples, int column) {
        return Tensor.generate(
                new Shape(samples.rows(), 1), row -> samples.at(row * samples.cols() + column));
    }
}
