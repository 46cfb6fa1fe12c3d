package dev.backstep.ui.train;

import dev.backstep.graph.Graph;
import dev.backstep.graph.Op;
import dev.backstep.lang.TrainingText;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.train.Frame;
import dev.backstep.train.NetworkShape;
import dev.backstep.train.Run;
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

/// The run that belongs to the open document.
///
/// It is begun when it is first asked for, goes on whatever the window is used for, and follows the
/// document: another rate, penalty or clipping adjusts it, another network or other data end it and
/// begin another one, paused. Its commands are carried out by the thread of the run; whoever wants
/// to know how it stands looks at [#frame] on a beat of their own.
public final class TrainDesk {

    /// Batches a second, from one that can be followed to as many as the machine does.
    static final List<Double> PACES =
            List.of(1.0, 5.0, 25.0, 100.0, 1000.0, Double.POSITIVE_INFINITY);

    /// Who looks at the run, and at what it is that changes by hand.
    interface Watcher {

        /// The run, the pace, or what the wires show is another one now.
        void changed();
    }

    private final Session session;
    private final Background background;
    private final Consumer<String> tell;
    private final Consumer<String> refuse;
    private final List<Watcher> watchers = new ArrayList<>();
    private @Nullable TrainedNetwork network;
    private @Nullable Run run;
    private boolean compiling;
    private final List<Command> waiting = new ArrayList<>();
    private long begun;
    private double pace = Double.POSITIVE_INFINITY;
    private boolean gradients;

    /// @param tell takes a sentence about what has happened
    /// @param refuse takes a sentence about what could not be done
    public TrainDesk(
            Session session,
            Background background,
            Consumer<String> tell,
            Consumer<String> refuse) {
        this.session = session;
        this.background = background;
        this.tell = tell;
        this.refuse = refuse;
    }

    void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    private void changed() {
        watchers.forEach(Watcher::changed);
    }

    /// Follows the document, as far as it can be read.
    public void show(State state) {
        if (run == null || !state.isCurrent()) {
            return;
        }
        Optional<TrainedNetwork> now = state.program().flatMap(g -> TrainedNetwork.of(g.model()));
        if (now.isEmpty()) {
            end("run.gone");
        } else if (!now.get().isSame(network)) {
            end("run.other");
            begin(now.get());
        } else {
            now.get().optimiserIfOther(network).ifPresent(run::adjust);
            network = now.get();
        }
    }

    private void end(String why) {
        boolean played = isPlaying();
        close();
        if (played) {
            tell.accept(Texts.of(why));
        }
        changed();
    }

    /// Ends the run: the window closes, or another one takes its place.
    public void close() {
        begun++;
        compiling = false;
        waiting.clear();
        if (run != null) {
            run.close();
        }
        run = null;
        network = null;
    }

    /// Has a run begin, if the document can be trained and there is none. What is being compiled is
    /// waited for, and what could not be is not tried again until a command asks for it.
    void begin() {
        if (run == null) {
            current().filter(n -> !n.isSame(network)).ifPresent(this::begin);
        }
    }

    /// What the document asks to be trained, if it can be read.
    private Optional<TrainedNetwork> current() {
        State state = session.state();
        return state.program()
                .filter(_ -> state.isCurrent())
                .flatMap(g -> TrainedNetwork.of(g.model()));
    }

    /// Compiles it in the background; a run that is no longer wanted by then is closed.
    private void begin(TrainedNetwork wanted) {
        close();
        network = wanted;
        compiling = true;
        long mine = begun;
        background.run(
                Background.Task.COMPILE,
                () -> Run.of(wanted.setup()),
                made -> {
                    if (mine == begun) {
                        compiling = false;
                        run = made;
                        made.pace(pace);
                        List<Command> asked = List.copyOf(waiting);
                        waiting.clear();
                        show(session.state());
                        if (run == made) {
                            asked.forEach(this::command);
                        }
                        changed();
                    } else {
                        made.close();
                    }
                },
                why -> {
                    if (mine == begun) {
                        compiling = false;
                        waiting.clear();
                    }
                    refuse.accept(why);
                });
    }

    /// Whether the document says how it is to be trained.
    public boolean canTrain() {
        return session.state().program().flatMap(g -> g.model().setup()).isPresent();
    }

    /// Whether there is something that a training could move.
    boolean hasParameters() {
        return session.state()
                .program()
                .filter(_ -> session.state().isCurrent())
                .filter(p -> hasParameters(p.model().graph()))
                .isPresent();
    }

    private static boolean hasParameters(Graph graph) {
        return graph.nodes().stream().anyMatch(n -> n.op().equals(new Op.Leaf(Op.Role.PARAM)));
    }

    /// What is trained; nothing before the run was first asked for.
    Optional<TrainedNetwork> network() {
        return Optional.ofNullable(network);
    }

    /// The newest frame of the run, if there is one; asks for a newer one.
    Optional<Frame> frame() {
        return Optional.ofNullable(run).map(Run::latest);
    }

    public boolean isPlaying() {
        return frame().filter(f -> f.state() == Frame.State.PLAYING).isPresent();
    }

    public void togglePlay() {
        if (isPlaying()) {
            command(Run::pause);
        } else {
            command(Run::play);
        }
    }

    public void batch() {
        command(r -> r.batches(1));
    }

    public void epochs(int count) {
        command(r -> r.epochs(count));
    }

    /// Begins again with the same first weights.
    public void reset() {
        command(Run::reset);
    }

    /// Begins again with other first weights: those of the next seed, which is put into the text.
    public void reseed() {
        TrainingText text = TrainingText.of(session.state().document().text());
        String changed =
                text.net()
                        .map(n -> text.withNetSeed(n.seed().orElse(1) + 1))
                        .orElseGet(() -> text.withNextSeeds());
        edit(changed);
    }

    /// Opens a program as a copy in no file.
    void copy(String title, String text) {
        session.dispatch(new Action.Copy(title, text));
    }

    /// Puts a changed text into the document.
    void edit(String text) {
        String before = session.state().document().text();
        if (!text.equals(before)) {
            session.dispatch(Action.Type.of(before, text));
        }
    }

    /// Goes back to an epoch that is recorded.
    void seek(int epoch) {
        command(r -> r.seek(epoch));
    }

    /// Gives an element of a parameter another value, unless the run that it was seen in has ended.
    ///
    /// @param seen the generation of that run
    void edit(long seen, String parameter, int element, double value) {
        if (frame().filter(f -> f.generation() == seen).isPresent()) {
            command(r -> r.edit(parameter, element, value));
        }
    }

    double pace() {
        return pace;
    }

    void pace(double batchesPerSecond) {
        pace = batchesPerSecond;
        command(r -> r.pace(batchesPerSecond));
        changed();
    }

    public void faster() {
        int at = PACES.indexOf(pace);
        pace(PACES.get(Math.min(at + 1, PACES.size() - 1)));
    }

    public void slower() {
        int at = PACES.indexOf(pace);
        pace(PACES.get(Math.max(at - 1, 0)));
    }

    public void showWeights() {
        gradients = false;
        changed();
    }

    public void showGradients() {
        gradients = true;
        changed();
    }

    boolean showsGradients() {
        return gradients;
    }

    /// Pauses and shows the batch that comes next in the graph, to be stepped through.
    public void openBatch() {
        // follows with the session's action
    }

    /// What the run is told to do.
    private interface Command extends Function<Run, CompletableFuture<Frame>> {}

    /// Tells the run to do something, at once or as soon as it is compiled.
    private void command(Command command) {
        if (run == null) {
            current().filter(n -> !compiling || !n.isSame(network)).ifPresent(this::begin);
        }
        if (compiling) {
            waiting.add(command);
        }
        if (run != null) {
            command.apply(run)
                    .whenComplete(
                            (_, failure) ->
                                    Platform.runLater(
                                            () -> {
                                                if (failure != null) {
                                                    refuse.accept(
                                                            String.valueOf(failure.getMessage()));
                                                }
                                                changed();
                                            }));
        }
    }

    /// The layers of what is trained, if it is made of layers.
    Optional<NetworkShape> shape() {
        return network().flatMap(TrainedNetwork::shape);
    }

    Optional<TrainingSetup> setup() {
        return network().map(TrainedNetwork::setup);
    }
}
