package dev.backstep;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.backstep.explain.Explanation;
import dev.backstep.export.Derivation;
import dev.backstep.export.PyTorchScript;
import dev.backstep.graph.Detail;
import dev.backstep.graph.Folding;
import dev.backstep.lang.Model;
import dev.backstep.lang.ProgramText;
import dev.backstep.layout.Programs;
import dev.backstep.notation.Numbers;
import dev.backstep.optim.Biases;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import dev.backstep.train.Diagnosis;
import dev.backstep.train.Training;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Thousands of operations one after the other, in every shape that a program can write them in:
/// nothing that follows them may run out of stack.
class LongChainsTest {

    private static final int LONG = 5_000;

    /// `begin`, then each line made of the one before.
    private static String lines(String begin, String line, String end) {
        return begin
                + IntStream.range(1, LONG)
                        .mapToObj(i -> String.format(Locale.ROOT, line, i, i - 1))
                        .collect(Collectors.joining())
                + String.format(Locale.ROOT, end, LONG - 1);
    }

    private static String joined(String sign, IntFunction<String> operand) {
        return IntStream.range(0, LONG).mapToObj(operand).collect(Collectors.joining(sign));
    }

    static Stream<String> chains() {
        String train = "train sgd(rate=0.1, epochs=1, l2=0.01, clip=1)\n";
        String early = "set mistake = early_update\n" + train;
        String data =
                "data plane(samples=4, seed=1)\nparam w = [1, 2]\nyhat = w @ X\n"
                        + "s0 = mean(se(yhat, y))\n";
        return Stream.of(
                lines(data, "s%d = s%d + 1\n", "loss L = s%d\n") + "train sgd(rate=0.1, batch=4)\n",
                lines(data, "s%1$d = s%2$d + s%2$d\n", "loss L = s%d\n")
                        + "train sgd(rate=0.1, batch=4)\n",
                lines(
                                "param W = [1, 2; 3, 4]\na0 = W'\n",
                                "a%d = a%d'\n",
                                "loss L = sum(a%d @ W)\n")
                        + early,
                lines("param x = 0.5\na0 = sin(x)\n", "a%d = sin(a%d)\n", "loss L = a%d^2\n")
                        + train,
                lines("param x = 2\na0 = relu(x)\n", "a%d = relu(a%d)\n", "loss L = a%d\n") + train,
                lines("param W = [1, 2; 3, 4]\na0 = W'\n", "a%d = a%d'\n", "loss L = sum(a%d)\n")
                        + train,
                lines("param W = [1, 2; 3, 4]\na0 = W + 0\n", "a%d = a%d\n", "loss L = sum(a%d)\n")
                        + train,
                lines(
                                "param b = [1, 2]\na0 = b\n",
                                "a%d = reshape(a%d', 1, 2)\n",
                                "loss L = sum(ones(3, 2) + a%d)\n")
                        + train,
                lines(
                                "f(x) = {\na0 = sin(x)\n",
                                "a%d = sin(a%d)\n",
                                "a%d\n}\nparam x = 0.5\ny = f(x)\nloss L = y^2\n")
                        + train);
    }

    /// Statements with as many operands.
    static Stream<String> wide() {
        String train = "train sgd(rate=0.1, epochs=1, l2=0.01, clip=1)\n";
        return Stream.of(
                "param x = 0.5\nloss L = " + joined(" + ", _ -> "x") + "\n" + train,
                "param x = 1.0001\ny = " + joined(" * ", _ -> "x") + "\nloss L = y^2\n" + train,
                "param x = 1.0001\nloss L = " + joined(" - ", i -> "x*" + i) + "\n" + train,
                IntStream.range(0, LONG)
                                .mapToObj(i -> "param p" + i + " = " + i % 7 + "\n")
                                .collect(Collectors.joining())
                        + "loss L = "
                        + joined(" + ", i -> "p" + i + "^2")
                        + "\n"
                        + train);
    }

    private static Walkthrough told(Model model, Detail.Level level) {
        return Walkthrough.of(
                        model.graph(), model.output(), model.leaves(), Story.Grain.NODES, false)
                .followedBy(model.setup().orElseThrow().optimiser())
                .folded(Folding.of(model.groups(), Detail.of(level)));
    }

    @ParameterizedTest
    @MethodSource("chains")
    void every_step_can_be_explained(String program) {
        Model model = Programs.model(program);
        for (Detail.Level level : Detail.Level.values()) {
            if (level == Detail.Level.SCALARS) {
                continue;
            }
            Walkthrough w = told(model, level);
            int seed = w.story().seed();
            for (int step :
                    List.of(
                            0,
                            seed / 2,
                            seed - 1,
                            seed,
                            seed + 1,
                            w.size() / 2 + seed / 2,
                            w.size() - 1)) {
                int at = Math.clamp(step, 0, w.size() - 1);
                String title = Bundle.ENGLISH.say(Explanation.of(w, at, Numbers.DEFAULT).title());
                assertFalse(title.isEmpty());
                assertFalse(new Derivation(w, Numbers.DEFAULT).of(at).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"chains", "wide"})
    void it_trains_and_is_written(String program) {
        Model model = Programs.model(program);
        TrainingSetup setup = model.setup().orElseThrow();
        Diagnosis.of(setup);
        Training.of(setup).next();
        model.graph().nodes().stream()
                .filter(n -> n.isParameter())
                .limit(2)
                .forEach(n -> Biases.isBias(model.graph(), n.id()));
        if (!program.contains("set mistake")) {
            assertFalse(PyTorchScript.of(model).isEmpty());
        }
        assertFalse(ProgramText.of(model).isEmpty());
    }
}
