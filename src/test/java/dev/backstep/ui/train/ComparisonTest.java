package dev.backstep.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Language;
import dev.backstep.lang.ReadResult;
import dev.backstep.train.Frame;
import dev.backstep.train.Run;
import dev.backstep.ui.train.Comparison.Underway;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final String PROGRAM =
            """
            data xor(samples=20, seed=1)
            yhat = mlp(X, [2, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.03, batch=10)
            """;

    private int told;
    private final Comparison comparison = new Comparison(() -> told++);

    @BeforeEach
    void speak_english() {
        Locale.setDefault(Locale.ENGLISH);
        comparison.document(0);
    }

    private static Frame after(int epochs) {
        ReadResult.Ok read = (ReadResult.Ok) Language.read(PROGRAM);
        Run run = Run.of(read.model().setup().orElseThrow());
        try {
            if (epochs > 0) {
                run.epochs(epochs);
            }
            return run.settled().join();
        } finally {
            run.close();
        }
    }

    private Underway run(int number, String began, String now, int adjusted) {
        return new Underway(number, 0, began, now, adjusted, false);
    }

    private List<String> names() {
        return comparison.kept().runs().stream().map(KeptRun::name).toList();
    }

    @Test
    void a_run_is_named_by_what_differs_from_the_one_before() {
        Frame last = after(1);
        String faster = PROGRAM.replace("0.03", "0.3");
        comparison.keep(run(1, PROGRAM, PROGRAM, -1), last);
        comparison.keep(run(2, faster, faster, -1), last);
        comparison.keep(run(3, faster, faster, -1), last);
        comparison.keep(run(4, faster, PROGRAM, 12), last);
        assertEquals(
                List.of(
                        "run 1",
                        "rate 0.03 → 0.3",
                        "run 3, same settings",
                        "run 4, same settings, rate 0.3 → 0.03 by epoch 12"),
                names());
        assertEquals(4, told);
    }

    @Test
    void weights_set_by_hand_are_told() {
        comparison.keep(run(1, PROGRAM, PROGRAM, -1).withEdit(), after(1));
        assertEquals(List.of("run 1, weights set by hand"), names());
    }

    @Test
    void what_came_to_no_end_of_an_epoch_is_not_kept() {
        comparison.keep(run(1, PROGRAM, PROGRAM, -1), after(0));
        assertEquals(List.of(), names());
        assertEquals(0, told);
    }

    /// A run whose last frame comes when another document is open belongs to none of its curves.
    @Test
    void another_document_forgets_them_and_takes_none_of_the_old_one() {
        Frame last = after(1);
        comparison.keep(run(1, PROGRAM, PROGRAM, -1), last);
        comparison.document(1);
        assertEquals(List.of(), names());
        comparison.keep(run(2, PROGRAM, PROGRAM, -1), last);
        assertEquals(List.of(), names());
    }

    @Test
    void the_oldest_go_first_unless_they_are_pinned() {
        Frame last = after(1);
        KeptRuns runs = KeptRuns.NONE;
        for (int k = 1; k <= KeptRuns.MOST; k++) {
            runs = runs.with(KeptRun.of(k, "run " + k, PROGRAM, last));
        }
        runs = runs.with(1, r -> r.withPinned(true));
        KeptRuns more = runs.with(KeptRun.of(21, "run 21", PROGRAM, last));
        assertEquals(KeptRuns.MOST, more.runs().size());
        assertTrue(more.run(1).isPresent());
        assertTrue(more.run(2).isEmpty());
        for (int k = 1; k <= KeptRuns.MOST; k++) {
            runs = runs.with(k, r -> r.withPinned(true));
        }
        assertEquals(runs, runs.with(KeptRun.of(21, "run 21", PROGRAM, last)));
    }

    @Test
    void a_hidden_run_has_no_curve_but_its_figures() {
        KeptRuns runs = KeptRuns.NONE.with(KeptRun.of(1, "run 1", PROGRAM, after(2)));
        assertEquals(1, runs.curves().size());
        assertEquals(2, runs.runs().getFirst().figures().epochs());
        KeptRuns hidden = runs.with(1, r -> r.withHidden(true));
        assertEquals(0, hidden.curves().size());
        assertEquals(runs.csv(), hidden.csv());
    }

    /// Epoch 0 has no loss of its own, epochs 1 and 2 have.
    @Test
    void the_table_has_a_row_for_each_epoch_of_each_run() {
        Frame last = after(2);
        KeptRuns runs = KeptRuns.NONE.with(KeptRun.of(1, "a \"b\", c", PROGRAM, last));
        List<String> lines = runs.csv().lines().toList();
        assertEquals(
                "run,name,epoch,loss,train_loss,train_accuracy,test_loss,test_accuracy",
                lines.getFirst());
        assertEquals(1 + last.history().size(), lines.size());
        assertTrue(
                IntStream.range(1, lines.size())
                        .allMatch(
                                k ->
                                        lines.get(k)
                                                .startsWith(
                                                        "1,\"a \"\"b\"\", c\","
                                                                + last.history().epoch(k - 1)
                                                                + ",")),
                lines.toString());
    }
}
