package dev.backstep.ui.train;

import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.train.Frame;
import dev.backstep.train.Run;
import dev.backstep.train.Training;
import dev.backstep.train.TrainingState;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The run of the open document: begun when it is first asked for, adjusted or ended as the
/// document changes.
final class DocumentRun {

    private final Session session;
    private final Background background;
    private final Consumer<String> tell;
    private final Consumer<String> refuse;
    private final Comparison comparison;
    private final Runnable changed;
    private @Nullable TrainedNetwork network;
    private @Nullable Run run;
    private @Nullable TrainedNetwork left;
    private @Nullable Run leaving;

    /// Counts what was begun or ended, so that what comes of an older one is known.
    private long begun;

    /// The opening of the document that is trained.
    private int opening;

    /// Batches a second, of this run and of those to come.
    private double pace = Double.POSITIVE_INFINITY;

    /// What was commanded while the run was compiled.
    private final List<Function<Run, CompletableFuture<Frame>>> waiting = new ArrayList<>();

    /// @param comparison keeps the runs that end
    /// @param changed told when there is another run, or one has obeyed a command
    DocumentRun(
            Session session,
            Background background,
            Consumer<String> tell,
            Consumer<String> refuse,
            Comparison comparison,
            Runnable changed) {
        this.session = session;
        this.background = background;
        this.tell = tell;
        this.refuse = refuse;
        this.comparison = comparison;
        this.changed = changed;
    }

    /// What is trained; nothing before the run was first asked for.
    Optional<TrainedNetwork> network() {
        return Optional.ofNullable(network);
    }

    Optional<Run> run() {
        return Optional.ofNullable(run);
    }

    /// The newest frame of the run, if there is one; asks for a newer one.
    Optional<Frame> frame() {
        return run().map(Run::latest);
    }

    boolean isPlaying() {
        return frame().filter(f -> f.state() == Frame.RunState.PLAYING).isPresent();
    }

    double pace() {
        return pace;
    }

    void pace(double batchesPerSecond) {
        pace = batchesPerSecond;
        run().ifPresent(r -> r.pace(pace));
    }

    /// Follows the document, as far as it can be read.
    void follow(State state) {
        if (run == null || !state.isCurrent()) {
            return;
        }
        Optional<TrainedNetwork> now = wanted(state);
        if (now.isEmpty()) {
            end("run.gone", state);
        } else if (!now.get().isSame(network)) {
            end("run.other", state);
            begin(now.get());
        } else {
            now.get().optimiserIfOther(network).ifPresent(o -> adjust(now.get(), o));
            network = now.get();
        }
    }

    private void adjust(TrainedNetwork now, Optimiser other) {
        run().ifPresent(
                        r -> {
                            comparison.adjust(now.model().text(), r.latest().snapshot().epoch());
                            r.adjust(other);
                        });
    }

    /// What comes of the run from here on is another one, with the same settings.
    void restart() {
        TrainedNetwork same = network;
        Run now = run;
        if (same != null && now != null) {
            comparison.end(now.now());
            comparison.begin(same.model().text());
        }
    }

    private static Optional<TrainedNetwork> wanted(State state) {
        return state.program()
                .filter(_ -> state.isCurrent())
                .flatMap(g -> TrainedNetwork.of(g.model()));
    }

    /// That a run has ended needs telling only where its document is still open.
    private void end(String why, State state) {
        boolean told = isPlaying() && state.origin().opening() == opening;
        close();
        if (told) {
            tell.accept(Texts.of(why));
        }
        changed.run();
    }

    void close() {
        begun++;
        waiting.clear();
        run().ifPresent(
                        r -> {
                            comparison.end(r.now());
                            r.close();
                        });
        run = null;
        network = null;
    }

    /// Lets the run go on without ending it, for another window that takes it.
    void leave() {
        leaving = run;
        left = network;
        run = null;
        network = null;
        begun++;
    }

    /// Goes on with a run that another window has left; one that was still being compiled is
    /// compiled anew, and obeys what was commanded meanwhile.
    void take(DocumentRun other) {
        comparison.take(other.comparison);
        pace = other.pace;
        if (other.leaving != null && other.left != null) {
            begun++;
            run = other.leaving;
            network = other.left;
            other.leaving = null;
            follow(session.state());
            changed.run();
        } else if (other.left != null) {
            begin();
            other.waiting.forEach(this::command);
            other.waiting.clear();
        }
        other.left = null;
    }

    /// Gives the run a command; begins one, if the document can be trained and there is none.
    void command(Function<Run, CompletableFuture<Frame>> command) {
        if (run != null) {
            obey(run, command);
        } else {
            begin();
            if (network != null) {
                waiting.add(command);
            }
        }
    }

    /// Has a run begin, if the document can be trained and there is none. One that is still being
    /// compiled, and no longer wanted, takes no commands.
    void begin() {
        Optional<TrainedNetwork> wanted = wanted(session.state());
        if (run == null && wanted.filter(w -> !w.isSame(network)).isPresent()) {
            close();
            wanted.ifPresent(this::begin);
        }
    }

    private void obey(Run by, Function<Run, CompletableFuture<Frame>> command) {
        command.apply(by)
                .whenComplete((_, failure) -> Platform.runLater(() -> obeyed(by, failure)));
    }

    private void obeyed(Run by, @Nullable Throwable failure) {
        if (failure != null && by.equals(run)) {
            refuse.accept(String.valueOf(failure.getMessage()));
        }
        changed.run();
    }

    /// Compiles it in the background, to go on from where the last session left it, if that was the
    /// same program; a run that is no longer wanted by then is closed.
    private void begin(TrainedNetwork wanted) {
        network = wanted;
        opening = session.state().origin().opening();
        long mine = ++begun;
        Optional<TrainingState> left = session.state().trained();
        background.run(
                Background.Task.COMPILE,
                () -> made(wanted.setup(), left),
                made -> begun(made, mine),
                why -> {
                    if (mine == begun) {
                        close();
                    }
                    refuse.accept(why);
                });
    }

    private void begun(Run made, long number) {
        if (number != begun) {
            made.close();
            return;
        }
        run = made;
        made.pace(pace);
        network().ifPresent(n -> comparison.begin(n.model().text()));
        List<Function<Run, CompletableFuture<Frame>>> asked = List.copyOf(waiting);
        waiting.clear();
        follow(session.state());
        if (made.equals(run)) {
            asked.forEach(command -> obey(made, command));
        }
        changed.run();
    }

    private static Run made(TrainingSetup setup, Optional<TrainingState> left) {
        return left.isPresent() ? Run.of(Training.at(setup, left.get())) : Run.of(setup);
    }
}
