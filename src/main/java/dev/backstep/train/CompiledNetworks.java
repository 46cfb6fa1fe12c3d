package dev.backstep.train;

import dev.backstep.compile.Parameters;
import dev.backstep.compile.kernel.Kernels;
import dev.backstep.optim.Network;
import dev.backstep.optim.TrainingSetup;
import org.jspecify.annotations.Nullable;

/// The networks of a run over the same parameters: one for whole batches, one for the last and
/// smaller batch of an epoch.
final class CompiledNetworks {

    private final TrainingSetup setup;
    private final Parameters parameters;
    private final Kernels kernels;
    private final CompiledNetwork whole;
    private @Nullable CompiledNetwork rest;

    /// @param network that of a whole batch
    CompiledNetworks(TrainingSetup setup, Network network, Parameters parameters, Kernels kernels) {
        this.setup = setup;
        this.parameters = parameters;
        this.kernels = kernels;
        this.whole = new CompiledNetwork(network, parameters, kernels);
    }

    CompiledNetwork whole() {
        return whole;
    }

    /// The one for so many samples, compiled when it is first needed.
    CompiledNetwork of(int samples) {
        if (samples == setup.size()) {
            return whole;
        }
        if (rest == null) {
            rest = another(samples);
        }
        return rest;
    }

    /// One that shares nothing but the parameters with those that train.
    CompiledNetwork another(int samples) {
        return new CompiledNetwork(setup.network().apply(samples), parameters, kernels);
    }
}
