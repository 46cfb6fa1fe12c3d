package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.export.Png;
import dev.backstep.paint.Theme;
import dev.backstep.session.Action;
import dev.backstep.store.Log;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Background.Task;
import dev.backstep.ui.kit.Failures;
import dev.backstep.ui.kit.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever fails in the background, the window says so, and goes on.
class BackgroundTest {

    private static final String PROGRAM = "x = 1\ny = 4\nL = x^2 + 2*x*y\n";

    @RegisterExtension final WindowHarness at = new WindowHarness();

    @TempDir Path folder;

    private volatile Supplier<? extends Throwable> failure = () -> null;
    private volatile Task failing = Task.READ;

    private void failAt(Task task, Supplier<? extends Throwable> with) {
        failing = task;
        failure = with;
        at.background =
                new Background(
                        new Failures(new Log(folder.resolve("backstep.log"))),
                        begun -> {
                            if (begun == failing) {
                                BackgroundTest.<RuntimeException>raise(failure.get());
                            }
                        });
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void raise(Throwable failure) throws E {
        if (failure != null) {
            throw (E) failure;
        }
    }

    static Stream<Supplier<? extends Throwable>> failures() {
        return Stream.of(
                OutOfMemoryError::new,
                StackOverflowError::new,
                () -> new IllegalStateException("injected"),
                () -> new AssertionError("injected"),
                () -> new UnsupportedOperationException("injected"),
                () -> new IOException("injected"));
    }

    private Label working() {
        return (Label) at.one(".working");
    }

    /// Longer than what is read at once.
    private static String longProgram() {
        return PROGRAM + "# a remark\n".repeat(500);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void reading(Supplier<? extends Throwable> with) throws Exception {
        failAt(Task.READ, () -> null);
        at.open(PROGRAM);
        failure = with;
        at.dispatch(Action.Type.of(PROGRAM, longProgram()));
        at.await(() -> !at.state().unread());
        at.pulse();
        assertFalse(working().isVisible());
        String told = Texts.of(at.state().problems().getFirst().message());
        assertTrue(
                WindowHarness.texts(at.one(".side-left")).stream().anyMatch(t -> t.contains(told)));
        failure = () -> null;
        at.dispatch(Action.Type.of(longProgram(), longProgram() + "# on\n"));
        at.await(() -> !at.state().unread());
        assertEquals(List.of(), at.state().problems());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void laying_out(Supplier<? extends Throwable> with) throws Exception {
        failAt(Task.LAY_OUT, () -> null);
        at.open(PROGRAM);
        failure = with;
        String other = "a = 2\nL = a^3\n";
        at.dispatch(Action.Type.of(PROGRAM, other));
        at.await(() -> !working().getText().equals(Texts.of("working")));
        assertTrue(working().isVisible());
        failure = () -> null;
        at.dispatch(Action.Type.of(other, other + "M = L + 1\n"));
        at.await(() -> !working().isVisible());
        assertEquals(
                at.state().good().orElseThrow().walkthrough().drawn().vertexSet().size(),
                at.graph().diagram().orElseThrow().cards().size());
    }

    @Test
    void laying_out_a_graph_too_large_for_a_moment() throws Exception {
        failAt(Task.LAY_OUT, () -> null);
        at.open(PROGRAM);
        failure = OutOfMemoryError::new;
        StringBuilder chain = new StringBuilder("a0 = 1\n");
        IntStream.range(1, 90).forEach(i -> chain.append("a%d = sin(a%d)\n".formatted(i, i - 1)));
        at.dispatch(Action.Type.of(PROGRAM, chain.toString()));
        at.await(() -> working().getText().equals(Texts.of("failure.memory")));
        assertTrue(working().isVisible());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void checking(Supplier<? extends Throwable> with) throws Exception {
        failAt(Task.CHECK, with);
        at.open(PROGRAM);
        at.await(() -> at.one(".badge").getStyleClass().contains("bad"));
        failure = () -> null;
        at.dispatch(Action.Type.of(PROGRAM, PROGRAM.replace("4", "5")));
        at.await(() -> at.one(".badge").getStyleClass().contains("good"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void exporting(Supplier<? extends Throwable> with) throws Exception {
        failAt(Task.EXPORT, with);
        at.open(PROGRAM);
        Path file = folder.resolve("step.png");
        export(file);
        at.await(() -> at.window().notices().getStyleClass().contains("bad"));
        assertFalse(Files.exists(file));
        failure = () -> null;
        export(file);
        at.await(() -> at.window().notices().getText().equals("step.png is written."));
        assertTrue(Files.exists(file));
    }

    private void export(Path file) throws Exception {
        at.on(
                () ->
                        at.window()
                                .files()
                                .pictures()
                                .write(
                                        at.graph().diagram().orElseThrow(),
                                        Png.Picture.of(Theme.LIGHT, 1),
                                        file));
    }

    /// Each kind of work ends in exactly one call.
    @ParameterizedTest
    @EnumSource
    void every_kind_of_work_ends_once(Task task) throws Exception {
        for (Supplier<? extends Throwable> with : failures().toList()) {
            failAt(task, with);
            List<String> ends = new ArrayList<>();
            at.on(
                    () -> {
                        at.background.run(task, () -> 1, _ -> ends.add("done"), ends::add);
                        at.background.now(task, () -> 1, _ -> ends.add("done"), ends::add);
                        return true;
                    });
            at.await(() -> ends.size() == 2);
            assertEquals(ends.getFirst(), ends.getLast());
            assertFalse(ends.contains("done"));
        }
    }

    /// What is told is told by panes: a failure there is one of the work.
    @Test
    void a_result_that_cannot_be_shown_is_a_failure() throws Exception {
        failAt(Task.CHECK, () -> null);
        List<String> ends = new ArrayList<>();
        at.on(
                () -> {
                    at.background.run(
                            Task.CHECK,
                            () -> 1,
                            _ -> {
                                throw new StackOverflowError();
                            },
                            ends::add);
                    return true;
                });
        at.await(() -> !ends.isEmpty());
        assertEquals(List.of(Texts.of("failure.depth")), ends);
        assertTrue(Files.readString(folder.resolve("backstep.log")).contains("StackOverflowError"));
    }
}
