package dev.backstep.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.compile.kernel.PlainKernels;
import dev.backstep.compile.kernel.VectorKernels;
import dev.backstep.data.CsvFiles;
import dev.backstep.data.Datasets;
import dev.backstep.graph.Op;
import dev.backstep.lang.Language;
import dev.backstep.lang.ReadResult;
import dev.backstep.optim.Optimiser;
import dev.backstep.optim.TrainingSetup;
import dev.backstep.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Training where the Vector API is missing, or where the run is over before it is fast.
class PlainPathTest {

    /// 40 steps, so that what differs in the last digit has not grown: the loops add in different
    /// orders.
    @ParameterizedTest
    @EnumSource(Nets.Head.class)
    void trains_as_the_loops_on_vectors_do(Nets.Head head) {
        boolean classes = head == Nets.Head.SOFTMAX_CE || head == Nets.Head.CE_LOGITS;
        Datasets set =
                classes
                        ? Datasets.BLOBS
                        : head == Nets.Head.LINEAR_SE ? Datasets.WAVE : Datasets.SPIRAL;
        int[] sizes = {2, 8, 8, classes ? 5 : 1};
        Optimiser momentum = new Optimiser.Sgd(0.03, 0.9, 1e-3);
        TrainingSetup setup = Runs.setup(set, 200, sizes, Op.Unary.TANH, head, momentum, 32);
        Training vectors = Training.of(setup);
        Training plain = Training.of(setup, new PlainKernels());
        for (int k = 0; k < 40; k++) {
            vectors.next();
            plain.next();
            assertEquals(plain.loss(), vectors.loss(), 1e-12, head + ", batch " + k);
        }
        plain.parameters()
                .forEach((name, value) -> Same.close(value, vectors.parameters().get(name), name));
    }

    @Test
    void a_short_run_is_done_on_the_plain_path_and_a_long_one_is_not() {
        TrainingSetup r = Runs.small(Optimiser.Adam.of(0.01));
        TrainingSetup shortly =
                new TrainingSetup(r.network(), r.data(), r.optimiser(), r.batch(), 100, r.seed());
        assertEquals(
                trained(Training.of(shortly, new PlainKernels())), trained(Training.of(shortly)));
        assertEquals(trained(Training.of(r, new VectorKernels())), trained(Training.of(r)));
        assertNotEquals(trained(Training.of(r)), trained(Training.of(shortly)));
    }

    private static Map<String, Tensor> trained(Training training) {
        assertTrue(training.batches(200));
        return training.parameters();
    }

    /// What the samples come to is tested on plain loops, since all of them are short.
    @Test
    void a_sample_comes_to_the_same_on_vectors() throws IOException {
        String text = Files.readString(Path.of("samples", "16-minibatch-sgd.bs"));
        ReadResult.Ok read = (ReadResult.Ok) Language.read(text, CsvFiles.in(Path.of("samples")));
        TrainingSetup setup = read.model().setup().orElseThrow();
        Training training = Training.of(setup, new VectorKernels());
        while (training.epochs() < setup.epochs()) {
            assertTrue(training.next());
        }
        Evaluation reached = training.evaluate(setup.data().test());
        assertTrue(reached.accuracy().orElseThrow() >= 0.97, reached.toString());
    }
}
