package dev.backstep.ui.kit;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Everything that the window does off its own thread goes through here: so it ends in a result or
/// in a sentence that says why there is none, whatever was thrown. Nothing else in the window
/// starts a thread.
public final class Background {

    /// The kinds of work. Each has a thread of its own, and is done in the order it was asked for;
    /// but a layout does not wait for those before it, which nobody waits for any more.
    public enum Task {
        READ,
        LESSON,
        MOMENT,
        LOOK,
        TABLE,
        LAY_OUT,
        CHECK,
        COMPILE,
        JACOBIAN,
        PATHS,
        PREDICT,
        EXPORT
    }

    private static final long IDLE_SECONDS = 10;

    private final Failures failures;
    private final Consumer<Task> begun;
    private final Function<Task, Executor> threads;
    private final Executor window;
    private final Map<Task, Executor> started = new EnumMap<>(Task.class);

    public Background(Failures failures) {
        this(failures, task -> {});
    }

    /// @param begun runs before each piece of work, on its thread; what it throws is a failure of
    ///   the work
    public Background(Failures failures, Consumer<Task> begun) {
        this(failures, begun, Background::threads, Platform::runLater);
    }

    /// @param threads what a kind of work runs on
    /// @param window runs on the thread of the window
    public Background(
            Failures failures,
            Consumer<Task> begun,
            Function<Task, Executor> threads,
            Executor window) {
        this.failures = failures;
        this.begun = begun;
        this.threads = threads;
        this.window = window;
    }

    /// Works in the background. Then, on the thread of the window, exactly one of `done` and
    /// `failed` runs to its end.
    ///
    /// @param failed gets a sentence
    public <T> void run(
            Task task, Callable<? extends T> work, Consumer<T> done, Consumer<String> failed) {
        started.computeIfAbsent(task, threads)
                .execute(() -> window.execute(ended(task, work, done, failed)));
    }

    /// Works at once, with the same ends: for what takes but a moment, on the thread of the window.
    public <T> void now(
            Task task, Callable<? extends T> work, Consumer<T> done, Consumer<String> failed) {
        ended(task, work, done, failed).run();
    }

    /// What is to be told of work: its result or its failure.
    @SuppressWarnings("CatchingUnchecked") // whatever it is, it is told
    private <T> Runnable ended(
            Task task, Callable<? extends T> work, Consumer<T> done, Consumer<String> failed) {
        try {
            begun.accept(task);
            T result = work.call();
            return () -> tell(result, done, failed);
        } catch (Exception | Error failure) {
            String sentence = failures.told(failure);
            return () -> failed.accept(sentence);
        }
    }

    private <T> void tell(T result, Consumer<T> done, Consumer<String> failed) {
        try {
            done.accept(result);
        } catch (RuntimeException | Error failure) {
            failed.accept(failures.told(failure));
        }
    }

    private static Executor threads(Task task) {
        String name = task.name().toLowerCase(Locale.ROOT);
        ThreadFactory factory = Thread.ofPlatform().daemon().name(name).factory();
        return task == Task.LAY_OUT ? Executors.newCachedThreadPool(factory) : oneThread(factory);
    }

    /// One thread, which ends when nothing was asked of it for a while, so that what nobody uses
    /// any more is freed.
    private static Executor oneThread(ThreadFactory factory) {
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(
                        1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    /// Begins what the window will need, before there is one. What goes wrong is thrown at whoever
    /// joins.
    public static <T> CompletableFuture<T> ahead(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work);
    }

    /// Begins something that has no result. What goes wrong is for the handler of uncaught
    /// exceptions.
    public static void begin(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }

    /// Has the thread of the window do something after a while. Other than a transition, waiting
    /// draws no frames.
    public static void later(long milliseconds, Runnable work) {
        CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS, Platform::runLater)
                .execute(work);
    }
}
