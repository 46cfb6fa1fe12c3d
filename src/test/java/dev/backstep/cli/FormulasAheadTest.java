package dev.backstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// What could not be loaded ahead.
class FormulasAheadTest {

    private static final String LESSON = "# A\n\n## B\n\n```backstep\nx = 3\nL = x^2\n```\n";
    private static final String TRAINED =
            """
            data moons(samples=60, noise=0.1, seed=4)
            yhat = mlp(X, [4, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.5, batch=10, epochs=1)
            """;

    @TempDir private Path folder;

    /// Java tells it only once: whoever does not ask for it sees but what comes of it.
    @ParameterizedTest
    @CsvSource({
        "a.bs, a.png, --step=last",
        "a.bs, a.svg, --step=all",
        "a.bs, a.gif, --width=100",
        "a.bs, a.html, --step=first",
        "a.bs, a.png, --view=loss",
        "a.bs, a.png, --view=step",
        "a.md, a.pdf, ''"
    })
    void every_picture_tells_first_why_it_failed(String file, String out, String option)
            throws IOException {
        Files.writeString(folder.resolve("a.bs"), TRAINED);
        Files.writeString(folder.resolve("a.md"), LESSON);
        var why = new ExceptionInInitializerError("no fonts");
        var ahead = new FormulasAhead(CompletableFuture.failedFuture(why));
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        Streams streams = new Streams(new ByteArrayInputStream(new byte[0]), nowhere, nowhere);
        List<Throwable> told = new ArrayList<>();
        List<String> args =
                new ArrayList<>(
                        List.of(
                                folder.resolve(file).toString(),
                                "-o",
                                folder.resolve(out).toString()));
        if (!option.isEmpty()) {
            args.add(option);
        }
        try {
            new CommandLine(new Render(streams, ahead)).execute(args.toArray(String[]::new));
        } catch (ExceptionInInitializerError e) {
            told.add(e);
        }
        assertEquals(1, told.size());
        assertSame(why, told.getFirst());
    }
}
