package dev.backstep.train;

import dev.backstep.compile.Parameters;
import dev.backstep.compile.Program;
import dev.backstep.graph.Slip.Carried;
import dev.backstep.optim.Network;
import dev.backstep.optim.Quantity;
import dev.backstep.optim.StepGraph;
import dev.backstep.tensor.Strided;
import dev.backstep.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The leaves of a compiled network that a mistake carries over from one step of training to the
/// next: what is left of gradients, what the optimiser remembers, its settings. None where no such
/// mistake is made.
final class CarriedLeaves {

    private record Place(Strided view, Carried of, Parameters.Place parameter) {}

    private final List<Place> places = new ArrayList<>();

    CarriedLeaves(Network network, Program program, Parameters parameters) {
        program.carried()
                .forEach(
                        (leaf, of) -> {
                            String name = network.graph().node(of.parameter()).name().orElseThrow();
                            places.add(new Place(program.view(leaf), of, parameters.place(name)));
                        });
    }

    /// Gives all of them the values they have before the next step.
    void fill(OptimiserState state) {
        for (Place place : places) {
            place.view().set(value(place, state));
        }
    }

    private static Tensor value(Place place, OptimiserState state) {
        Parameters.Place p = place.parameter();
        if (place.of().quantity().equals(Carried.LEFT_OVER)) {
            return Strided.of(state.left(), p.at(), p.shape()).toTensor();
        }
        Tensor none = Tensor.full(p.shape(), 0);
        StepGraph.Before before =
                new StepGraph.Before(none, none, state.states(p), state.steps() + 1, Double.NaN);
        return StepGraph.given(state.optimiser(), Quantity.valueOf(place.of().quantity()), before);
    }
}
