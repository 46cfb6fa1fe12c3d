package dev.backstep.ui.train;

import dev.backstep.notation.Numbers;
import dev.backstep.text.Message;
import dev.backstep.train.Layer;
import dev.backstep.train.NetworkShape;
import java.util.List;
import java.util.Optional;

/// Where the gradient of a batch shrank most on its way from one layer to the one before, and why.
///
/// Between ∂L/∂Z of a layer and that of the layer above lie the weights above, transposed, and the
/// slope of the activation between them: ∂L/∂Z = f′(Z) ⊙ Wᵀ·∂L/∂Z above.
///
/// @param layer where it arrived, counted from 0
/// @param from ‖∂L/∂Z‖ of the layer above
/// @param to ‖∂L/∂Z‖ of this layer
record GradientFlow(int layer, double from, double to, Message why) {

    private static final Numbers NUMBERS = new Numbers(2);

    /// @param reports how the layers did on the batch, first to last
    /// @return empty if the gradient shrank nowhere
    static Optional<GradientFlow> of(NetworkShape shape, List<Layer.Report> reports) {
        Optional<GradientFlow> most = Optional.empty();
        double least = 1;
        for (int k = 0; k + 1 < Math.min(reports.size(), shape.layers().size()); k++) {
            double above = reports.get(k + 1).upstream();
            double here = reports.get(k).upstream();
            double share = here / above;
            if (share < least) {
                least = share;
                Message why = why(shape.layers().get(k), reports.get(k), reports.get(k + 1));
                most = Optional.of(new GradientFlow(k, above, here, why));
            }
        }
        return most;
    }

    private static Message why(NetworkShape.Units units, Layer.Report here, Layer.Report above) {
        String function = units.function().orElse("");
        if (isMost(here.dead(), here)) {
            return Message.of("flow.dead").with("count", here.dead()).with("units", here.units());
        }
        if (isMost(here.saturated(), here)) {
            return Message.of("flow.saturated")
                    .with("count", here.saturated())
                    .with("units", here.units())
                    .with("function", function);
        }
        return function.equals("sigmoid")
                ? Message.of("flow.sigmoid")
                : Message.of("flow.weights")
                        .with("weight", above.weight())
                        .with("norm", NUMBERS.plain(above.norm()));
    }

    /// Fewer than half of the units do not explain what becomes of the whole gradient.
    private static boolean isMost(int count, Layer.Report layer) {
        return 2 * count >= layer.units();
    }

    /// `In the last batch the gradient shrank most from layer 3 to layer 2: …`
    Message told() {
        return Message.of("flow.most")
                .with("above", layer + 2)
                .with("layer", layer + 1)
                .with("from", NUMBERS.plain(from))
                .with("to", NUMBERS.plain(to))
                .with("why", why);
    }
}
