package dev.backstep.session;

import dev.backstep.lang.Model;
import dev.backstep.train.Moment;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// A mini-batch of a training as it is stepped through: with the parameters before it, and the
/// numbers that the training computes, to the last bit.
///
/// @param moment the moment of the training before the batch
/// @param sample if one sample of the batch is shown alone, which of its columns
public record OpenedBatch(Moment moment, OptionalInt sample, ShownProgram shown) {

    /// The next batch of a training of the program that is open. For a background thread: it
    /// evaluates. For [Action.OpenBatch], which drops it if the text is another one by then;
    /// nothing if it is so already.
    public static Optional<OpenedBatch> of(State state, Moment moment) {
        return state.program()
                .map(p -> of(p.model(), moment, state.view()))
                .filter(_ -> state.isCurrent());
    }

    /// One sample of the batch alone: its loss divided by the samples of the batch, so that its
    /// gradients are its parts of the batch's, which are their sum. It moves nothing by itself, so
    /// there is no update.
    ///
    /// @param column which sample of the batch; another number opens nothing
    public static Optional<OpenedBatch> sample(State state, Moment moment, int column) {
        boolean there =
                state.isCurrent()
                        && moment.batch().network().data().isPresent()
                        && column >= 0
                        && column < moment.batch().indices().size();
        return state.program()
                .filter(_ -> there)
                .map(p -> sample(p.model(), moment, column, state.view()));
    }

    private static OpenedBatch of(Model program, Moment moment, View view) {
        ShownProgram shown =
                ShownProgram.at(program, moment, view.grain(), view.preferences().literals());
        return new OpenedBatch(moment, OptionalInt.empty(), shown.prepared());
    }

    private static OpenedBatch sample(Model program, Moment moment, int column, View view) {
        Model model = Walkthroughs.sample(program, moment, column);
        ShownProgram shown =
                ShownProgram.gradients(model, view.grain(), view.preferences().literals());
        return new OpenedBatch(moment, OptionalInt.of(column), shown);
    }

    /// Its epoch, from 1.
    public int epoch() {
        return moment.batch().epoch();
    }

    /// Which batch of its epoch it is, from 1, of [#batches].
    public int number() {
        return moment.batch().number();
    }

    /// Batches an epoch.
    public int batches() {
        return moment.batches();
    }

    OpenedBatch with(UnaryOperator<ShownProgram> change) {
        return new OpenedBatch(moment, sample, change.apply(shown));
    }
}
