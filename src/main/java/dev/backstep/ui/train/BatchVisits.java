package dev.backstep.ui.train;

import dev.backstep.session.Action;
import dev.backstep.session.OpenedBatch;
import dev.backstep.session.Session;
import dev.backstep.session.ShownProgram;
import dev.backstep.session.State;
import dev.backstep.session.Unfolding;
import dev.backstep.story.Walkthrough;
import dev.backstep.train.Failure;
import dev.backstep.train.Moment;
import dev.backstep.train.Run;
import dev.backstep.train.Training;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// The way from the run into its next batch, to be stepped through in the graph, and back.
final class BatchVisits {

    private final TrainDesk desk;
    private final Session session;
    private final Background background;
    private final Consumer<String> tell;
    private final Consumer<String> refuse;

    /// Whether the run was playing when the batch was opened.
    private boolean resumes;

    /// The weights of the layer that is asked for, until a batch is opened.
    private Optional<String> at = Optional.empty();

    BatchVisits(
            TrainDesk desk,
            Session session,
            Background background,
            Consumer<String> tell,
            Consumer<String> refuse) {
        this.desk = desk;
        this.session = session;
        this.background = background;
        this.tell = tell;
        this.refuse = refuse;
    }

    void batch() {
        open(Training::moment, OpenedBatch::of);
    }

    /// A sample of the batch that comes next, or of the last one, which is ringed on the boundary,
    /// with its part of the gradients; any other one by itself.
    ///
    /// @param index into the samples trained on
    void sample(int index) {
        open(
                training -> {
                    Moment next = training.moment();
                    if (next.batch().indices().contains(index)) {
                        return next;
                    }
                    Moment last = training.before().moment();
                    return last.batch().indices().contains(index) ? last : next;
                },
                (state, moment) -> {
                    int column = moment.batch().indices().indexOf(index);
                    return column >= 0
                            ? OpenedBatch.sample(state, moment, column)
                            : OpenedBatch.beside(state, moment, index);
                });
    }

    /// The next batch, where its gradient shrinks most on its way down to a layer; says why.
    ///
    /// @param weight the name of the weights of the layer
    void layer(String weight) {
        at = Optional.of(weight);
        open(Training::moment, OpenedBatch::of);
    }

    private void open(
            Function<Training, Moment> which,
            BiFunction<State, Moment, Optional<OpenedBatch>> view) {
        resumes = desk.isPlaying();
        desk.run().ifPresent(run -> open(run, which, view));
    }

    private void open(
            Run run,
            Function<Training, Moment> which,
            BiFunction<State, Moment, Optional<OpenedBatch>> view) {
        Optional<String> weight = at;
        at = Optional.empty();
        Optional<Failure> failure = run.latest().snapshot().failure();
        run.pause();
        CompletableFuture<Moment> moment = run.ask(which);
        State state = session.state();
        background.run(
                Background.Task.COMPILE,
                () -> view.apply(state, moment.join()),
                opened -> opened.ifPresent(batch -> opened(batch, failure, weight)),
                refuse);
    }

    /// A batch that broke off opens where it did.
    private void opened(OpenedBatch batch, Optional<Failure> failure, Optional<String> weight) {
        session.dispatch(new Action.OpenBatch(batch));
        failure.ifPresent(f -> goTo(f.node()));
        if (failure.isEmpty()) {
            weight.ifPresent(this::goToGradient);
        }
    }

    /// To a node of the batch, which may be drawn as its numbers.
    private void goTo(int node) {
        session.state()
                .good()
                .map(g -> g.shown(node).getLast())
                .ifPresent(at -> session.dispatch(new Action.GoToNode(at)));
    }

    /// To the step of the backward pass at which the gradient shrinks most.
    private void goToGradient(String weight) {
        State state = session.state();
        if (state.batch().isEmpty() || state.good().isEmpty()) {
            return;
        }
        ShownProgram shown = state.good().get();
        Walkthrough w = shown.walkthrough();
        GradientFlow.of(w, weight, desk.shape().isPresent())
                .ifPresent(
                        flow -> {
                            new Unfolding(shown)
                                    .revealing(flow.node())
                                    .ifPresent(session::dispatch);
                            session.dispatch(new Action.Go(seed()));
                            session.dispatch(new Action.GoToNode(flow.node()));
                            session.dispatch(new Action.Select(OptionalInt.of(flow.node())));
                            tell.accept(Texts.of(flow.told()));
                        });
    }

    private int seed() {
        return session.state().good().map(g -> g.walkthrough().story().seed()).orElse(0);
    }

    void end() {
        session.dispatch(new Action.CloseBatch());
        if (resumes) {
            resumes = false;
            desk.play();
        }
    }
}
