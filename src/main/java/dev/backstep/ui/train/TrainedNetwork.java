package dev.backstep.ui.train;

import dev.backstep.graph.Mistake;
import dev.backstep.graph.Op;
import dev.backstep.lang.Model;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Tensor;
import dev.backstep.train.NetworkShape;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a program asks to be trained.
///
/// @param setup made once: it keeps the samples
/// @param shape its layers, if it is made of layers
record TrainedNetwork(Model model, TrainingSetup setup, Optional<NetworkShape> shape) {

    static Optional<TrainedNetwork> of(Model model) {
        return model.setup().map(s -> new TrainedNetwork(model, s, shape(s)));
    }

    private static Optional<NetworkShape> shape(TrainingSetup setup) {
        return NetworkShape.of(setup.network().apply(setup.size()));
    }

    /// Whether a run of `other` is a run of this, but for what can be adjusted on the way: the same
    /// graph, first weights, samples, batches, and kind of optimiser.
    boolean isSame(@Nullable TrainedNetwork other) {
        return other != null
                && model.graph().equals(other.model.graph())
                && model.output() == other.model.output()
                && model.mistake().equals(other.model.mistake())
                && leaves(model).equals(leaves(other.model))
                && setup.batch() == other.setup.batch()
                && setup.seed() == other.setup.seed()
                && setup.optimiser().getClass() == other.setup.optimiser().getClass()
                && setup.optimiser().states() == other.setup.optimiser().states()
                && (!isEarly()
                        || setup.optimiser()
                                .withRate(1)
                                .equals(other.setup.optimiser().withRate(1)))
                && model.learning()
                        .map(l -> l.data())
                        .equals(other.model.learning().map(l -> l.data()));
    }

    /// Whether the step of the optimiser is compiled into the backward pass.
    private boolean isEarly() {
        return model.mistake().equals(Optional.of(Mistake.EARLY_UPDATE));
    }

    /// The optimiser, if that of `other` is another one.
    Optional<Optimiser> optimiserIfOther(@Nullable TrainedNetwork other) {
        return Optional.of(setup.optimiser())
                .filter(o -> other != null && !o.equals(other.setup.optimiser()));
    }

    private static Map<Integer, Tensor> leaves(Model model) {
        return model.leaves().entrySet().stream()
                .filter(l -> !model.graph().node(l.getKey()).op().equals(new Op.Leaf(Op.Role.DATA)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
