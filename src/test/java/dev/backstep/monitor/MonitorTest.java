package dev.backstep.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Box;
import dev.backstep.layout.Point;
import dev.backstep.monitor.Monitor.SampleAt;
import dev.backstep.paint.plot.BoundaryPicture;
import dev.backstep.paint.plot.BoundaryPicture.ManyClasses;
import dev.backstep.paint.plot.BoundaryPicture.NumberCurve;
import dev.backstep.paint.plot.BoundaryPicture.NumberMap;
import dev.backstep.paint.plot.BoundaryPicture.Sample;
import dev.backstep.paint.plot.BoundaryPicture.TwoClasses;
import dev.backstep.paint.plot.NetworkPicture;
import dev.backstep.paint.plot.NetworkPicture.Shows;
import dev.backstep.text.Bundle;
import dev.backstep.train.Grid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MonitorTest {

    private static final String NET =
            """
            data moons(samples=100, noise=0.1, seed=4)
            yhat = mlp(X, [5, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.5, batch=10)
            """;

    @Test
    void a_network_shows_its_own_numbers() {
        Watched w = Watched.of(NET, 3);
        NetworkPicture picture = w.network(Shows.WEIGHTS);
        assertEquals(
                List.of("X", "a^{[1]}", "\\hat{y}"),
                picture.columns().stream().map(NetworkPicture.UnitColumn::tex).toList());
        assertEquals(
                List.of("W^{[1]}, b^{[1]}", "W^{[2]}, b^{[2]}"),
                picture.layers().stream().map(NetworkPicture.Weights::tex).toList());
        var now = w.frame().snapshot();
        var first = picture.layers().getFirst();
        for (int to = 0; to < 5; to++) {
            for (int from = 0; from < 2; from++) {
                assertEquals(now.parameters().get("W1").at(to, from), first.values().at(from, to));
                assertEquals(
                        now.gradients().get("W1").at(to, from), first.gradients().at(from, to));
            }
            assertEquals(
                    now.parameters().get("b1").at(to),
                    picture.columns().get(1).units().get(to).bias().orElseThrow().value());
        }
        assertEquals(now.layers().getFirst().gradient(), first.norm().getAsDouble());
        assertTrue(picture.columns().getFirst().units().get(0).bias().isEmpty());
    }

    /// The plane of the picture ends where the outermost cells do, half a cell beyond the grid.
    @Test
    void a_cell_of_the_map_lies_around_the_point_it_was_evaluated_at() {
        Watched w = Watched.of(NET, 1);
        BoundaryPicture picture = w.boundary();
        Box map = new Box(0, 0, 400, 400);
        Grid grid = w.maps().grid();
        Point corner = picture.plane().in(map, grid.x(0), grid.y(0));
        assertEquals(5, corner.x(), 1e-9);
        assertEquals(5, corner.y(), 1e-9);
    }

    @Test
    void samples_are_those_of_the_data_with_what_is_wrong_and_in_the_batch() {
        Watched w = Watched.of(NET, 2);
        List<Sample> samples = w.boundary().samples();
        assertEquals(100, samples.size());
        assertEquals(20, samples.stream().filter(Sample::test).count());
        assertEquals(10, samples.stream().filter(Sample::inBatch).count());
        assertEquals(w.train().wrong().size(), samples.stream().filter(Sample::wrong).count());
        var x = w.setup().data().train().x();
        assertEquals(x.at(0, 7), samples.get(7).x());
        assertEquals(x.at(1, 7), samples.get(7).y());
        assertEquals(new SampleAt(false, 79), w.monitor().sample(79));
        assertEquals(new SampleAt(true, 3), w.monitor().sample(83));
    }

    @Test
    void losses_are_those_of_the_history_and_a_failure_is_marked_at_its_batch() {
        Watched w =
                Watched.of(
                        """
                        data wave(samples=400, seed=23)
                        yhat = mlp(X, [8, 1], tanh, linear)
                        loss L = mean(se(yhat, y))
                        train sgd(rate=3, batch=32)
                        """,
                        50);
        var picture = w.monitor().losses(w.frame(), List.of());
        var failure = w.frame().snapshot().failure().orElseThrow();
        assertEquals(
                failure.epoch() - 1 + (failure.batch() - 1) / 10.0,
                picture.failure().orElseThrow().epoch());
        assertTrue(picture.failure().get().words().endsWith("is not finite"));
        assertEquals(Optional.empty(), w.monitor().accuracy(w.frame().history()));
        assertEquals(Optional.empty(), w.monitor().confusion(w.train()));
        Watched good = Watched.of(NET, 4);
        var curves = good.monitor().losses(good.frame(), List.of()).curves();
        assertEquals(List.of("train", "test"), curves.stream().map(c -> c.name()).toList());
        assertEquals(List.of(0.0, 1.0, 2.0, 3.0, 4.0), curves.getFirst().x());
        assertEquals(good.frame().snapshot().epochLoss(), curves.getFirst().y().getLast());
    }

    @Test
    void a_layer_tells_how_many_of_its_units_are_dead() {
        Watched w =
                Watched.of(
                        """
                        data xor(samples=60, seed=1)
                        param W1 = [1, 1; 1, -1; 1, 0]
                        param b1 = [-90; -90; 0]
                        Z1 = W1 @ X + b1
                        a1 = relu(Z1)
                        param W2 = [1, 1, 1]
                        yhat = sigmoid(W2 @ a1)
                        loss L = mean(bce(yhat, y))
                        train sgd(rate=0.01, batch=12)
                        """,
                        1);
        var first = w.monitor().activations(w.frame().snapshot()).orElseThrow().histograms();
        assertEquals("2 of 3 dead", first.getFirst().note());
        assertEquals("a^{[1]}", first.getFirst().tex());
        var weights = w.monitor().weights(w.frame().snapshot()).orElseThrow().histograms();
        assertTrue(weights.getFirst().note().startsWith("‖ΔW‖/‖W‖ "), weights.getFirst().note());
    }

    @Test
    void scores_are_shown_as_the_probabilities_that_the_loss_makes_of_them() {
        Watched two =
                Watched.of(
                        """
                        data gauss(samples=100, seed=2)
                        z = mlp(X, [3, 1], tanh, linear)
                        loss L = mean(bce_logits(z, y))
                        train sgd(rate=1, batch=10)
                        """,
                        9);
        var field = (TwoClasses) two.boundary().field();
        double z = two.maps().responses().output(0)[0];
        assertEquals(1 / (1 + Math.exp(-z)), field.answer().at(0, 0), 1e-15);
        Watched five =
                Watched.of(
                        """
                        data blobs(classes=5, samples=100, seed=2)
                        z = mlp(X, [6, 5], tanh, linear)
                        loss L = mean(ce_logits(z, y))
                        train sgd(rate=1, batch=10)
                        """,
                        9);
        var many = (ManyClasses) five.boundary().field();
        assertEquals(1, many.answers().stream().mapToDouble(a -> a.at(3, 5)).sum(), 1e-12);
        assertEquals("class 4", five.boundary().classes().getLast());
        assertEquals(
                80,
                (int)
                        IntStream.range(0, 25)
                                .mapToDouble(
                                        k ->
                                                five.monitor()
                                                        .confusion(five.train())
                                                        .orElseThrow()
                                                        .counts()
                                                        .at(k % 5, k / 5))
                                .sum());
    }

    @Test
    void one_feature_is_a_curve_and_numbers_of_two_are_a_map() {
        Watched one =
                Watched.of(
                        """
                        data points([0, 1; 1, 3; 2, 2])
                        yhat = mlp(X, [3, 1], tanh, linear)
                        loss L = mean(se(yhat, y))
                        train sgd(rate=0.1, batch=3)
                        """,
                        5);
        var curve = (NumberCurve) one.boundary().field();
        assertEquals(160, curve.x().size());
        assertTrue(one.boundary().samples().stream().anyMatch(s -> s.x() == 1 && s.y() == 3));
        assertTrue(one.boundary().plane().top() > 3);
        Watched plane =
                Watched.of(
                        """
                        data plane(samples=50, seed=17)
                        yhat = mlp(X, [1], tanh, linear)
                        loss L = mean(se(yhat, y))
                        train sgd(rate=0.01)
                        """,
                        1);
        assertTrue(plane.boundary().field() instanceof NumberMap);
    }

    @Test
    void a_program_that_is_not_made_of_layers_has_no_picture_of_them() {
        Watched w =
                Watched.of(
                        """
                        data gauss(samples=40, seed=2)
                        param w = [1, 2]
                        yhat = sigmoid(w @ X + (w @ X)^2)
                        loss L = mean(bce(yhat, y))
                        train sgd(rate=0.1)
                        """,
                        1);
        assertFalse(w.monitor().isLayered());
        assertEquals(
                Optional.empty(),
                w.monitor().network(w.frame().snapshot(), w.maps(), Shows.WEIGHTS));
        assertTrue(w.boundary().samples().size() == 40);
    }

    @Test
    void words_are_those_of_the_language() {
        Watched w = Watched.of(NET, 1, Bundle.in(Locale.SIMPLIFIED_CHINESE));
        assertEquals("损失", w.monitor().losses(w.frame(), List.of()).yName());
        assertEquals("类别 1", w.boundary().classes().getLast());
    }
}
