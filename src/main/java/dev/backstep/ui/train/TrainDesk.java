package dev.backstep.ui.train;

import dev.backstep.graph.Node;
import dev.backstep.lang.TrainingText;
import dev.backstep.lesson.Scene;
import dev.backstep.monitor.Monitor.SampleAt;
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
    private final BatchVisits visits;
    private final TrainedWeights weights;
    private final List<Watcher> watchers = new ArrayList<>();
    private final DocumentRun run;
    private final Comparison comparison;
    private final Consumer<String> tell;
    private boolean gradients;

    /// @param tell takes a sentence about what has happened
    /// @param refuse takes a sentence about what could not be done
    public TrainDesk(
            Session session,
            Background background,
            Consumer<String> tell,
            Consumer<String> refuse) {
        this.session = session;
        this.tell = tell;
        this.comparison = new Comparison(this::changed);
        this.run = new DocumentRun(session, background, tell, refuse, comparison, this::changed);
        this.visits = new BatchVisits(this, session, background, tell, refuse);
        this.weights = new TrainedWeights(session, this::edit, refuse);
    }

    void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    private void changed() {
        watchers.forEach(Watcher::changed);
    }

    /// Follows the document, as far as it can be read.
    public void show(State state) {
        comparison.document(state.origin().opening());
        run.follow(state);
    }

    /// Ends the run: the window closes, or another one takes its place.
    public void close() {
        run.close();
    }

    /// Lets the run go without ending it, for a desk that takes it over.
    public void leave() {
        run.leave();
    }

    /// Goes on with the run that another desk has left, and with all that its curves remember.
    public void takeOver(TrainDesk other) {
        gradients = other.gradients;
        run.take(other.run);
    }

    /// The runs that have ended.
    Comparison comparison() {
        return comparison;
    }

    /// Has a run begin, if the document can be trained and there is none.
    void begin() {
        run.begin();
    }

    /// Whether the document says how it is to be trained.
    public boolean canTrain() {
        return session.state().program().flatMap(g -> g.model().setup()).isPresent();
    }

    /// Whether the document could be read as it is.
    boolean isCurrent() {
        return session.state().isCurrent();
    }

    /// Whether there is something that a training could move.
    boolean hasParameters() {
        return session.state().program().filter(_ -> isCurrent()).stream()
                .flatMap(p -> p.model().graph().nodes().stream())
                .anyMatch(Node::isParameter);
    }

    /// The newest frame of the run, if there is one; asks for a newer one.
    Optional<Frame> frame() {
        return run.frame();
    }

    public boolean isPlaying() {
        return run.isPlaying();
    }

    public void togglePlay() {
        if (isPlaying()) {
            command(Run::pause);
            keep();
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
        run.restart();
        session.dispatch(new Action.KeepTrained(Optional.empty()));
        run.network().ifPresent(n -> command(r -> r.reset(n.setup())));
    }

    /// Has the training begin anew and come to a moment, as a lesson shows it.
    public void trainTo(Scene.After moment) {
        run.begin();
        reset();
        epochs(moment.epochs());
        if (moment.batches() > 0) {
            command(r -> r.batches(moment.batches()));
        }
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
            comparison.edit();
            command(r -> r.edit(parameter, element, value));
        }
    }

    double pace() {
        return run.pace();
    }

    void pace(double batchesPerSecond) {
        run.pace(batchesPerSecond);
        changed();
    }

    public void faster() {
        int at = PACES.indexOf(pace());
        pace(PACES.get(Math.min(at + 1, PACES.size() - 1)));
    }

    public void slower() {
        int at = PACES.indexOf(pace());
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
        visits.batch();
    }

    /// The same for one sample alone; one that is held back has no gradient to step through.
    void openSample(SampleAt sample) {
        if (sample.test()) {
            tell.accept(Texts.of("run.test.sample"));
        } else {
            visits.sample(sample.index());
        }
    }

    /// The next batch, where its gradient shrinks most on its way down to a layer; says why.
    ///
    /// @param layer counted from 0
    void openLayer(int layer) {
        frame().map(f -> f.snapshot().layers())
                .filter(all -> layer < all.size())
                .ifPresent(all -> visits.layer(all.get(layer).weight()));
    }

    /// Back from the batch that was opened: the training goes on as if nobody had looked.
    public void closeBatch() {
        visits.end();
    }

    /// Puts the weights that the run has reached into the text, in the place of its initialisers.
    public void writeWeights() {
        frame().ifPresent(f -> weights.write(f.snapshot().parameters()));
    }

    /// Remembers how far the run has come, for the next session.
    public void keep() {
        run().ifPresent(weights::keep);
    }

    /// The same, before the window is gone: waits for the batch under way.
    public void keepNow() {
        run().ifPresent(weights::keepNow);
    }

    Optional<Run> run() {
        return run.run();
    }

    void play() {
        command(Run::play);
    }

    private void command(Function<Run, CompletableFuture<Frame>> command) {
        run.command(command);
    }

    /// The layers of what is trained, if it is made of layers.
    Optional<NetworkShape> shape() {
        return run.network().flatMap(TrainedNetwork::shape);
    }

    Optional<TrainingSetup> setup() {
        return run.network().map(TrainedNetwork::setup);
    }
}
