package dev.backstep.train;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/// A training on a thread of its own.
///
/// Others never touch the training: they read the newest [Snapshot], an immutable object behind one
/// volatile field, and put questions that are answered between two batches. The loop takes no lock
/// but to answer; where nobody looks it makes no snapshot.
public final class Run {

    private record Question<T>(Function<Training, T> ask, CompletableFuture<T> answer) {
        void put(Training training) {
            try {
                answer.complete(ask.apply(training));
            } catch (RuntimeException | Error wrong) {
                answer.completeExceptionally(wrong);
            }
        }
    }

    private final Training training;
    private final int epochs;
    private final Thread thread;
    private final ConcurrentLinkedQueue<Question<?>> questions = new ConcurrentLinkedQueue<>();
    private volatile Snapshot latest;
    private volatile boolean wanted;
    private volatile boolean stopping;
    private volatile boolean ended;

    private Run(Training training, int epochs) {
        this.training = training;
        this.epochs = epochs;
        this.latest = training.snapshot();
        this.thread = Thread.ofPlatform().daemon().name("training").unstarted(this::loop);
    }

    /// Starts training until `epochs` are completed, a number is not finite, or it is stopped. From
    /// here on `training` belongs to the run, until it has ended.
    public static Run start(Training training, int epochs) {
        Run run = new Run(training, epochs);
        run.thread.start();
        return run;
    }

    /// The newest snapshot there is; asks for a newer one, which comes with the next batch.
    public Snapshot latest() {
        wanted = true;
        return latest;
    }

    /// Asks something of the training between two batches, such as a copy or another learning rate.
    public <T> CompletableFuture<T> ask(Function<Training, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        questions.add(new Question<>(question, answer));
        if (ended) {
            answerAll();
        }
        return answer;
    }

    /// Has it end after the batch under way.
    public void stop() {
        stopping = true;
    }

    public boolean isRunning() {
        return !ended;
    }

    /// Waits for the end and hands the training back.
    public Training join() throws InterruptedException {
        thread.join();
        return training;
    }

    private void loop() {
        try {
            training.openSecondCore();
            while (!stopping && training.epochs() < epochs && training.next()) {
                if (!questions.isEmpty()) {
                    answerAll();
                }
                if (wanted) {
                    wanted = false;
                    latest = training.snapshot();
                }
            }
        } finally {
            end();
        }
    }

    private void end() {
        try {
            training.closeSecondCore();
            training.check();
            latest = training.snapshot();
        } finally {
            ended = true;
            answerAll();
        }
    }

    private synchronized void answerAll() {
        Question<?> question = questions.poll();
        while (question != null) {
            question.put(training);
            question = questions.poll();
        }
    }
}
