package dev.backstep.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.Session;
import dev.backstep.session.State;
import dev.backstep.store.Log;
import dev.backstep.train.Run;
import dev.backstep.ui.kit.Background;
import dev.backstep.ui.kit.Failures;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A run that changes hands, as it does when the window is made anew in another language.
class DocumentRunTest {

    private static final String PROGRAM =
            """
            data xor(samples=20, seed=1)
            yhat = mlp(X, [2, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.03, batch=10)
            """;

    private final Queue<Runnable> compiling = new ArrayDeque<>();
    private final List<String> refused = new ArrayList<>();
    private final Session session = new Session(State.of(Optional.empty(), PROGRAM));
    private final DocumentRun before = run();
    private final DocumentRun after = run();

    private DocumentRun run() {
        Background background =
                new Background(
                        new Failures(new Log(Path.of("target/runs.log"))),
                        _ -> {},
                        _ -> compiling::add,
                        Runnable::run);
        return new DocumentRun(
                session, background, _ -> {}, refused::add, new Comparison(() -> {}), () -> {});
    }

    private void compile() {
        while (!compiling.isEmpty()) {
            compiling.remove().run();
        }
    }

    @AfterEach
    void end() {
        before.close();
        after.close();
        assertEquals(List.of(), refused);
    }

    @Test
    void it_goes_on() {
        before.command(r -> r.epochs(1));
        compile();
        Run run = before.run().orElseThrow();
        before.leave();
        after.take(before);
        assertEquals(Optional.of(run), after.run());
        assertTrue(before.run().isEmpty());
    }

    @Test
    void one_that_is_still_compiled_begins_and_obeys_all_the_same() {
        before.command(r -> r.epochs(2));
        before.command(r -> r.epochs(1));
        before.leave();
        after.take(before);
        compile();
        assertTrue(before.run().isEmpty());
        assertEquals(3, after.run().orElseThrow().settled().join().snapshot().epoch());
    }

    @Test
    void none_is_begun_where_there_was_none() {
        before.leave();
        after.take(before);
        compile();
        assertTrue(after.run().isEmpty());
    }

    /// As when two pages of a lesson are turned in a row.
    @Test
    void a_command_is_for_the_program_that_is_open_when_it_is_given() {
        before.command(r -> r.epochs(1));
        String other = PROGRAM.replace("[2, 1]", "[3, 1]");
        session.dispatch(Action.Type.of(PROGRAM, other));
        before.command(r -> r.epochs(3));
        compile();
        assertEquals(other, before.network().orElseThrow().model().text());
        assertEquals(3, before.run().orElseThrow().settled().join().snapshot().epoch());
    }
}
