package dev.backstep.session;

import dev.backstep.lang.Model;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.train.Moment;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A mini-batch of a training as it is stepped through: with the parameters before it, and the
/// numbers that the training computes, to the last bit.
///
/// @param moment the moment of the training before the batch
/// @param part which samples are shown
public record OpenedBatch(Moment moment, Part part, ShownProgram shown) {

    /// The samples of a batch that are shown.
    public sealed interface Part {}

    /// All of them.
    public record Whole() implements Part {}

    /// One of them alone.
    ///
    /// @param column which one, from 0
    public record OneOf(int column) implements Part {}

    /// A sample that is not in the batch.
    ///
    /// @param index into the samples trained on
    public record Beside(int index) implements Part {}

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

    /// A sample that need not be in the batch, with the parameters before it: the gradients of its
    /// own loss. It moves nothing, so there is no update.
    ///
    /// @param index into the samples trained on; another number opens nothing
    public static Optional<OpenedBatch> beside(State state, Moment moment, int index) {
        return state.program()
                .filter(_ -> state.isCurrent())
                .map(ShownProgram::model)
                .filter(m -> isSample(m, index))
                .map(
                        m ->
                                of(
                                        Walkthroughs.beside(m, moment, index),
                                        moment,
                                        new Beside(index),
                                        state.view()));
    }

    private static boolean isSample(Model program, int index) {
        return program.setup()
                .filter(TrainingSetup::hasSamples)
                .filter(s -> index >= 0 && index < s.data().train().samples())
                .isPresent();
    }

    private static OpenedBatch of(Model program, Moment moment, View view) {
        ShownProgram shown =
                ShownProgram.at(program, moment, view.grain(), view.preferences().literals());
        return new OpenedBatch(moment, new Whole(), shown.prepared());
    }

    private static OpenedBatch sample(Model program, Moment moment, int column, View view) {
        Model model = Walkthroughs.sample(program, moment, column);
        return of(model, moment, new OneOf(column), view);
    }

    private static OpenedBatch of(Model model, Moment moment, Part part, View view) {
        ShownProgram shown =
                ShownProgram.gradients(model, view.grain(), view.preferences().literals());
        return new OpenedBatch(moment, part, shown);
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
        return new OpenedBatch(moment, part, change.apply(shown));
    }
}
