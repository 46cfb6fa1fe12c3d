package dev.backstep.cli;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the commands print for the sample, kept under `src/test/resources` and rewritten by
/// `-Dgolden=update`.
class GoldenTest {

    private static final String SAMPLE = "samples/04-x2-plus-2xy.bs";

    @ParameterizedTest
    @CsvSource({
        "eval.txt, eval",
        "eval.json, eval --json",
        "trace.txt, trace",
        "trace.json, trace --json",
        "trace-edges.txt, trace --edges",
        "trace-edges.json, trace --edges --json"
    })
    void the_sample_prints_what_it_printed_before(String golden, String command) throws Exception {
        Ran.command((command + " " + SAMPLE).split(" ")).assertGolden(golden, out -> out);
    }
}
