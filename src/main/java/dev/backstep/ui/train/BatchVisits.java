package dev.backstep.ui.train;

import dev.backstep.session.Action;
import dev.backstep.session.OpenedBatch;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.train.Failure;
import dev.backstep.train.Moment;
import dev.backstep.train.Run;
import dev.backstep.train.Training;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Texts;
import java.util.Optional;
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

    /// A sample of the batch that comes next, or of the last one: that is ringed on the boundary.
    ///
    /// @param index into the samples trained on
    void sample(int index) {
        open(
                training -> {
                    Moment next = training.moment();
                    return next.batch().indices().contains(index)
                            ? next
                            : training.before().moment();
                },
                (state, moment) ->
                        OpenedBatch.sample(
                                state, moment, moment.batch().indices().indexOf(index)));
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
        Optional<Failure> failure = run.latest().snapshot().failure();
        run.pause();
        CompletableFuture<Moment> moment = run.ask(which);
        State state = session.state();
        background.run(
                Background.Task.COMPILE,
                () -> view.apply(state, moment.join()),
                opened ->
                        opened.ifPresentOrElse(
                                batch -> opened(batch, failure),
                                () -> tell.accept(Texts.of("run.not.in.batch"))),
                refuse);
    }

    /// A batch that broke off opens where it did.
    private void opened(OpenedBatch batch, Optional<Failure> failure) {
        session.dispatch(new Action.OpenBatch(batch));
        failure.ifPresent(f -> session.dispatch(new Action.GoToNode(f.node())));
    }

    void end() {
        session.dispatch(new Action.CloseBatch());
        if (resumes) {
            resumes = false;
            desk.play();
        }
    }
}
