package dev.backstep.train;

import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A training on a thread of its own, to be played with: play, pause, a batch, an epoch, back to an
/// earlier epoch, another learning rate, another weight.
///
/// Others never touch the training. They look at the newest [Frame], an immutable object behind one
/// volatile field, and give commands, which are carried out between two batches in the order in
/// which they were given. Each answers with a frame of the moment after it; what is wrong with it
/// is in the future that it gives. The loop takes no lock but to answer; if nobody looks it makes
/// no frame and allocates nothing.
///
/// It goes on over the number of epochs that the program plans, until it is paused or a number is
/// not finite.
public final class Run {

    /// Frames of a large network take at most one part in so many of the time that it trains.
    private static final long SHARE = 10;

    private record Question<T>(Function<Playback, T> ask, CompletableFuture<T> answer) {
        void put(Playback playback) {
            try {
                answer.complete(ask.apply(playback));
            } catch (RuntimeException | Error wrong) {
                answer.completeExceptionally(wrong);
            }
        }
    }

    private final Playback playback;
    private final Thread thread;
    private final ConcurrentLinkedQueue<Question<?>> questions = new ConcurrentLinkedQueue<>();
    private final List<CompletableFuture<Frame>> settling = new ArrayList<>();
    private boolean stale;
    private long nextFrame = System.nanoTime();
    private volatile Frame latest;
    private volatile boolean wanted;
    private volatile boolean closing;
    private volatile boolean ended;
    private volatile @Nullable Throwable wrong;

    private Run(Playback playback) {
        this.playback = playback;
        this.latest = playback.frame(false);
        this.thread = Thread.ofPlatform().daemon().name("training").unstarted(this::loop);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    /// A run that is paused before its first batch. Compiles the network, which takes a moment.
    ///
    /// @throws IllegalArgumentException if the network does not fit the data
    public static Run of(TrainingSetup setup) {
        return of(Training.of(setup));
    }

    /// A run that goes on from `training`, which belongs to it from here on.
    public static Run of(Training training) {
        Run run = new Run(new Playback(training, true, _ -> true));
        run.thread.start();
        return run;
    }

    /// A run whose every batch is followed: `goesOn` looks at the training after each, on the run's
    /// own thread, which waits for it; if it says no, the run pauses. What goes wrong on that
    /// thread is told by [#join].
    ///
    /// @param keeps whether the epochs are recorded; if not, nothing is measured, [#seek] goes back
    ///   to the beginning alone, and no time is taken for it
    public static Run followed(Training training, boolean keeps, Predicate<Training> goesOn) {
        Run run = new Run(new Playback(training, keeps, goesOn));
        run.thread.setUncaughtExceptionHandler((_, e) -> run.wrong = e);
        run.thread.start();
        return run;
    }

    /// The newest frame there is; asks for a newer one, which comes with the next batch.
    public Frame latest() {
        wanted = true;
        LockSupport.unpark(thread);
        return latest;
    }

    /// Trains until it is paused.
    public CompletableFuture<Frame> play() {
        return command(p -> p.playUntil(Long.MAX_VALUE));
    }

    public CompletableFuture<Frame> pause() {
        return command(Playback::pause);
    }

    /// Trains for so many batches more; asked twice at once, for twice as many.
    public CompletableFuture<Frame> batches(long count) {
        return command(p -> p.playBatches(count));
    }

    /// Trains to the end of the epoch under way and for `count` − 1 epochs more; asked twice at
    /// once, for twice as many.
    public CompletableFuture<Frame> epochs(int count) {
        return command(p -> p.playEpochs(count));
    }

    /// Goes back before the first batch, and forgets all that came after: another generation. Rate,
    /// penalty and clipping stay as they were adjusted.
    public CompletableFuture<Frame> reset() {
        return command(Playback::reset);
    }

    /// Begins another training, such as the same with another seed: another generation. If it
    /// cannot be compiled, the run goes on as it is.
    public CompletableFuture<Frame> reset(TrainingSetup setup) {
        return command(p -> p.reset(setup));
    }

    /// How many batches a second it does, infinite for as many as it can.
    public CompletableFuture<Frame> pace(double batchesPerSecond) {
        return command(p -> p.pace(batchesPerSecond));
    }

    /// Another learning rate, penalty or clipping from the next batch on. An optimiser of another
    /// kind needs another run.
    public CompletableFuture<Frame> adjust(Optimiser changed) {
        return command(p -> p.recorded().adjust(changed));
    }

    /// Gives one element of a parameter, counted row by row, another value from the next batch on.
    public CompletableFuture<Frame> edit(String parameter, int element, double value) {
        return command(p -> p.recorded().edit(parameter, element, value));
    }

    /// Pauses and goes to the moment after `epoch` complete ones; 0 is the beginning. The epochs
    /// after it can still be gone to until the next batch, which begins another course from here,
    /// with rate, penalty and clipping as they are now.
    public CompletableFuture<Frame> seek(int epoch) {
        return command(p -> p.seek(epoch));
    }

    /// A training of one's own as this one was after `epoch` complete ones: its next batch is the
    /// one that was done then. The run itself goes on.
    public CompletableFuture<Training> at(int epoch) {
        return put(p -> p.recorded().at(epoch));
    }

    /// Asks something of the training between two batches, such as a copy of it. Only looks: what
    /// changes it is a command.
    public <T> CompletableFuture<T> ask(Function<Training, T> question) {
        return put(p -> question.apply(p.training()));
    }

    /// A frame of this moment, after all commands given before.
    public CompletableFuture<Frame> now() {
        return put(_ -> publish());
    }

    /// A frame of the moment when it no longer plays, and is measured.
    public CompletableFuture<Frame> settled() {
        CompletableFuture<Frame> settled = new CompletableFuture<>();
        put(_ -> ended ? settled.complete(latest) : settling.add(settled));
        return settled;
    }

    /// Has it end after the batch under way. What was asked is still answered, and what is asked
    /// later too, by whoever asks.
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
    }

    /// Waits for the end after [#close] and hands the training over. If something went wrong on the
    /// thread of a run that is followed, it goes wrong here.
    public Training join() throws InterruptedException {
        thread.join();
        switch (wrong) {
            case null -> {
                return playback.training();
            }
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            default -> throw new IllegalStateException(wrong);
        }
    }

    private CompletableFuture<Frame> command(Consumer<Playback> command) {
        return put(
                p -> {
                    command.accept(p);
                    return publish();
                });
    }

    private <T> CompletableFuture<T> put(Function<Playback, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        questions.add(new Question<>(question, answer));
        LockSupport.unpark(thread);
        if (ended) {
            answerAll();
        }
        return answer;
    }

    private void loop() {
        try {
            while (!closing) {
                if (!questions.isEmpty()) {
                    answerAll();
                }
                long wait = playback.isPlaying() ? playback.untilNextBatch() : Long.MAX_VALUE;
                if (wait == 0) {
                    playback.advance();
                    stale = true;
                } else if (!playback.isPlaying()) {
                    settle();
                }
                if (wanted && stale && (wait > 0 || System.nanoTime() - nextFrame >= 0)) {
                    publish();
                }
                if (wait > 0 && questions.isEmpty() && !closing) {
                    LockSupport.parkNanos(this, wait);
                }
            }
        } finally {
            end();
        }
    }

    private void settle() {
        if (!playback.recorded().isMeasuredNow()) {
            playback.recorded().measure();
            stale = true;
        }
        if (!settling.isEmpty()) {
            Frame settled = publish();
            settling.forEach(f -> f.complete(settled));
            settling.clear();
        }
    }

    private void end() {
        try {
            playback.pause();
        } finally {
            ended = true;
            last();
        }
    }

    private synchronized void last() {
        try {
            answerAll();
            Frame last = publish();
            settling.forEach(f -> f.complete(last));
        } finally {
            settling.forEach(f -> f.completeExceptionally(new IllegalStateException("it ended")));
        }
    }

    private synchronized void answerAll() {
        Question<?> question = questions.poll();
        while (question != null) {
            question.put(playback);
            question = questions.poll();
        }
    }

    private Frame publish() {
        wanted = false;
        stale = false;
        long start = System.nanoTime();
        Frame made = playback.frame(ended);
        latest = made;
        long end = System.nanoTime();
        nextFrame = end + SHARE * (end - start);
        return made;
    }
}
