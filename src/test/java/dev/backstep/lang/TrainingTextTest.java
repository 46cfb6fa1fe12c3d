package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.data.Dataset;
import dev.backstep.data.Datasets;
import dev.backstep.optim.TrainingSetup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingTextTest {

    private static final String PROGRAM =
            """
            # two moons
            data moons(samples = 300, noise=0.1,  # how far they stray
                       seed=42)
            yhat = mlp(X, [6, 1], tanh, sigmoid)   # the net
            loss L = mean(bce(yhat, y))
            train adam(rate=1e-2, batch=16, beta1=0.8, epochs=7)
            """;

    @Test
    void the_lines_are_read_as_they_stand() {
        TrainingText read = TrainingText.of(PROGRAM);
        assertEquals(300, read.data().orElseThrow().number("samples").orElseThrow());
        assertEquals("1e-2", read.train().orElseThrow().value("rate").orElseThrow());
        assertEquals(List.of(6, 1), read.net().orElseThrow().units());
        assertEquals("tanh", read.net().orElseThrow().hidden());
    }

    @Test
    void an_edit_changes_only_the_characters_of_what_changes() {
        assertEquals(
                PROGRAM.replace("rate=1e-2", "rate=0.3"),
                TrainingText.of(PROGRAM).withTrain("rate", "0.3"));
        assertEquals(
                PROGRAM.replace("[6, 1]", "[8, 4, 1]"),
                TrainingText.of(PROGRAM).withLayers(List.of(8, 4, 1)));
        assertEquals(PROGRAM.replace("tanh", "relu"), TrainingText.of(PROGRAM).withHidden("relu"));
    }

    @Test
    void another_optimiser_keeps_the_keys_that_both_take() {
        String changed = TrainingText.of(PROGRAM).withOptimiser("sgd");
        assertTrue(changed.contains("train sgd(rate=1e-2, batch=16, epochs=7)\n"), changed);
        reads(changed);
    }

    @Test
    void every_data_set_gives_a_program_that_can_be_read() {
        for (Datasets set : Datasets.values()) {
            String changed = TrainingText.of(PROGRAM).withData(set);
            reads(changed);
            for (Datasets next : Datasets.values()) {
                reads(TrainingText.of(changed).withData(next));
            }
        }
    }

    @Test
    void logits_stay_logits_when_the_task_changes() {
        String logits = PROGRAM.replace("sigmoid", "linear").replace("bce(", "bce_logits(");
        String classes = TrainingText.of(logits).withData(Datasets.BLOBS);
        assertTrue(classes.contains("mean(ce_logits(yhat, y))"), classes);
        assertTrue(classes.contains("mlp(X, [6, 5], tanh, linear)"), classes);
        reads(classes);
    }

    @Test
    void more_classes_widen_the_last_layer() {
        String blobs = TrainingText.of(PROGRAM).withData(Datasets.BLOBS);
        String more = TrainingText.of(blobs).withData("classes", "7");
        assertTrue(more.contains("[6, 7]"), more);
        reads(more);
    }

    @Test
    void a_seed_is_added_behind_the_activations_or_replaced() {
        String one = TrainingText.of(PROGRAM).withNetSeed(3);
        assertTrue(one.contains("tanh, sigmoid, seed=3)"), one);
        assertTrue(TrainingText.of(one).withNetSeed(4).contains("tanh, sigmoid, seed=4)"));
    }

    @Test
    void all_seeds_of_initialisers_become_others() {
        String written =
                "param W1 = xavier(4, 2, seed=1)\nparam W2 = he(1, 4, seed = 2)\nparam b = 0\n";
        assertEquals(
                "param W1 = xavier(4, 2, seed=3)\nparam W2 = he(1, 4, seed = 4)\nparam b = 0\n",
                TrainingText.of(written).withNextSeeds());
    }

    @Test
    void samples_are_typed_in_moved_and_taken_out() {
        PointsText two =
                new PointsText(List.of(), 0)
                        .with(new PointsText.LabelledPoint(0.123456, -1, 0))
                        .with(new PointsText.LabelledPoint(2, 3, 1));
        String typed = TrainingText.of(PROGRAM).withPoints(two);
        assertTrue(typed.contains("data points([0.1235, -1, 0; 2, 3, 1], seed=42)"), typed);
        reads(typed);
        PointsText read = TrainingText.of(typed).points().orElseThrow();
        assertEquals(new PointsText.LabelledPoint(5, 6, 1), read.moved(1, 5, 6).points().get(1));
        assertEquals(List.of(read.points().get(1)), read.without(List.of(0)).points());
    }

    @Test
    void a_network_is_added_to_every_data_set_that_has_none() {
        for (Datasets set : Datasets.values()) {
            for (String rest : List.of("", "\n# nothing yet", "\ntrain sgd(rate=0.5, batch=8)\n")) {
                TrainingText bare = TrainingText.of("data " + set.word() + "()" + rest);
                assertTrue(bare.canHaveNetwork(), bare::text);
                String whole = bare.withNetwork();
                reads(whole);
                assertTrue(TrainingText.of(whole).train().isPresent(), whole);
                assertFalse(TrainingText.of(whole).canHaveNetwork(), whole);
            }
        }
        assertFalse(TrainingText.of("").canHaveNetwork());
        assertFalse(TrainingText.of("data moons()\nparam W = [1, 2]\n").canHaveNetwork());
    }

    @Test
    void an_edit_leaves_the_digits_of_other_points() {
        String typed = "data points([0.123456789, 1e-7, 0; 2, 3, 1])\n";
        PointsText read = TrainingText.of(typed).points().orElseThrow();
        assertEquals(
                "data points([0.123456789, 1e-7, 0; 5.123, 6, 1])\n",
                TrainingText.of(typed).withPoints(read.moved(1, 5.12345, 6)));
    }

    @Test
    void labels_that_are_no_single_1_among_0s_are_not_taken_for_classes() {
        String numbers = "data points([0, 1, 0.2, 0.3, 0.5; 2, 3, 1, 0, 0], labels=3)\n";
        assertTrue(TrainingText.of(numbers).points().isEmpty());
        String two = "data points([0, 1, 1, 1, 0; 2, 3, 1, 0, 0], labels=3)\n";
        assertTrue(TrainingText.of(two).points().isEmpty());
    }

    @Test
    void numbers_to_be_learnt_stay_numbers_whatever_they_are() {
        PointsText read =
                TrainingText.of("data points([0, 1, 0.5])\n")
                        .points()
                        .orElseThrow()
                        .with(new PointsText.LabelledPoint(1, 1, 3));
        assertEquals(0, read.classes());
        assertEquals(7, read.labelled(List.of(0), 7).points().getFirst().label());
        assertEquals(0, read.labelled(List.of(0), 7).classes());
    }

    @Test
    void another_label_for_some_points_widens_the_classes() {
        PointsText read =
                TrainingText.of("data points([0, 1, 0; 1, 1, 1])\n").points().orElseThrow();
        assertEquals(3, read.labelled(List.of(1), 2).classes());
        assertEquals(0, read.labelled(List.of(1), 0).classes());
    }

    /// 300 samples of two moons, a fifth of them held back: the same, typed in.
    @Test
    void samples_of_two_features_become_points_of_ones_own() {
        String typed = TrainingText.of(PROGRAM).withOwnPoints(present(PROGRAM));
        TrainingText read = TrainingText.of(typed);
        assertEquals(300, read.points().orElseThrow().points().size());
        assertEquals(0.2, read.dataNumber("test"));
        assertEquals(60, present(typed).orElseThrow().test().samples());
    }

    @Test
    void where_they_cannot_be_typed_a_few_points_of_two_classes_are_a_start() {
        String many = PROGRAM.replace("samples = 300", "samples = 501");
        for (Optional<Dataset.Split> present : List.of(present(many), present(""))) {
            String typed = TrainingText.of(many).withOwnPoints(present);
            assertEquals(6, TrainingText.of(typed).points().orElseThrow().points().size());
            reads(typed);
        }
    }

    private static Optional<Dataset.Split> present(String text) {
        return Language.read(text) instanceof ReadResult.Ok(Model model)
                ? model.setup().map(TrainingSetup::data)
                : Optional.empty();
    }

    @Test
    void a_third_class_widens_labels_and_network() {
        PointsText three =
                new PointsText(List.of(), 0)
                        .with(new PointsText.LabelledPoint(0, 0, 0))
                        .with(new PointsText.LabelledPoint(1, 1, 1))
                        .with(new PointsText.LabelledPoint(2, 2, 2));
        String typed = TrainingText.of(PROGRAM).withPoints(three);
        assertTrue(typed.contains("0, 0, 1, 0, 0; 1, 1, 0, 1, 0; 2, 2, 0, 0, 1]"), typed);
        assertTrue(typed.contains("labels=3") && typed.contains("[6, 3]"), typed);
        reads(typed);
        assertEquals(three, TrainingText.of(typed).points().orElseThrow());
    }

    @Test
    void a_program_without_the_lines_is_offered_them() {
        reads(TrainingText.START);
        String bare = "# note\nx = 1\nloss L = x^2\n";
        assertEquals(bare + "train sgd(rate=0.1)\n", TrainingText.of(bare).withTrainLine());
        assertTrue(
                TrainingText.of(bare)
                        .withData(Datasets.XOR)
                        .startsWith("# note\ndata xor()\nx = 1\n"));
    }

    @Test
    void text_that_does_not_parse_is_left_as_it_is() {
        String broken = "data moons(\ntrain sgd(rate=)\nyhat = mlp(X, [1";
        TrainingText read = TrainingText.of(broken);
        assertEquals(broken, read.withTrain("rate", "1"));
        assertEquals(broken, read.withLayers(List.of(2)));
    }

    private static void reads(String text) {
        assertInstanceOf(ReadResult.Ok.class, Language.read(text), text);
    }
}
