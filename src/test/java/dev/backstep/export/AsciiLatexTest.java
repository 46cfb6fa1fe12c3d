package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.backstep.lang.Language;
import dev.backstep.lang.Model;
import dev.backstep.lang.ReadResult;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Size;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written for LaTeX of a program in ASCII is ASCII, so that any LaTeX reads it.
class AsciiLatexTest {

    private static final Size ROOM = new Size(1240, 820);

    /// Of longer stories as many steps are drawn, evenly spread.
    private static final int MOST = 60;

    private static final Pattern COMMENT = Pattern.compile("#[^\n]*");

    static Stream<Path> samples() throws IOException {
        return Files.list(Path.of("samples"))
                .filter(f -> f.toString().endsWith(".bs"))
                .filter(f -> isAscii(text(f)))
                .sorted();
    }

    /// A program, with comments in ASCII.
    private static String text(Path file) {
        try {
            return COMMENT.matcher(Files.readString(file))
                    .replaceAll(c -> Matcher.quoteReplacement(c.group().replaceAll("[^ -~]", "-")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    private static Walkthrough walkthrough(String program) {
        Model m = assertInstanceOf(ReadResult.Ok.class, Language.read(program)).model();
        return Walkthrough.of(m.graph(), m.output(), m.leaves(), Story.Grain.NODES);
    }

    private static String written(Consumer<PrintWriter> text) {
        StringWriter all = new StringWriter();
        text.accept(new PrintWriter(all));
        return all.toString();
    }

    private static void assertAscii(String text) {
        assertEquals(
                List.of(),
                text.codePoints()
                        .filter(c -> c > 126)
                        .distinct()
                        .mapToObj(Character::toString)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_step_of_a_sample_is_ascii(Path file) {
        Walkthrough w = walkthrough(text(file));
        assertAscii(written(new LatexWalk(w, Numbers.DEFAULT)::all));
        Diagrams pictures = new Diagrams(w, Arrangements.in(ROOM, w, FormulaPainter::measure));
        int steps = Math.min(w.size(), MOST);
        for (int i = 0; i < steps; i++) {
            int step = (int) ((long) i * w.size() / steps);
            assertAscii(written(new TikzGraph(pictures.at(step, DiagramOptions.PLAIN))::write));
        }
    }

    /// The signs of pills, cards and titles that a program of a few lines brings about.
    @Test
    void names_and_signs_of_formulas_are_ascii() {
        Walkthrough w =
                walkthrough(
                        """
                        ## Half of it
                        param theta = normal(60, 50, seed=1)
                        param sigma_1 = [1; 2]
                        const y = [0.2; 0.7]
                        yhat = sigmoid(sigma_1)
                        thetahat = softmax(yhat) * 1e-9
                        q = gelu(thetahat) + relu(yhat) * clip(sigma_1, low=-1, high=1)
                        loss L = mean(bce(yhat, y)) + sum(theta)^2 + norm(q) + log(sum(q))
                        """);
        assertAscii(written(new LatexWalk(w, Numbers.DEFAULT)::all));
        Diagrams pictures = new Diagrams(w, Arrangements.in(ROOM, w, FormulaPainter::measure));
        for (int step = 0; step < w.size(); step++) {
            assertAscii(written(new TikzGraph(pictures.at(step, DiagramOptions.PLAIN))::write));
        }
    }

    /// What is no formula stays what it is.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ŷ is σ of z₁ | $\\hat{y}$ is $\\sigma$ of z$_{1}$",
                "θ̂ ≈ ½ ⊙ Σ | $\\hat{\\theta}$ $\\approx$ $\\frac{1}{2}$ $\\odot$ $\\Sigma$",
                "forêt, σειρά, tŷ, 权重 | forêt, σειρά, tŷ, 权重",
                "the sigmoid’s σ′(z) | the sigmoid's $\\sigma$$'$(z)",
            })
    void letters_and_signs(String text, String tex) {
        assertEquals(tex, LatexText.of(text));
    }
}
