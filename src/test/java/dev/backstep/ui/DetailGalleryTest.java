package dev.backstep.ui;

import dev.backstep.graph.Detail;
import dev.backstep.layout.Legible;
import dev.backstep.layout.Programs;
import dev.backstep.session.Action;
import dev.backstep.session.State;
import dev.backstep.session.ThemeChoice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of large graphs at each level of detail, to look at, in `target/gallery`.
class DetailGalleryTest {

    private static final String NET =
            """
            data circle(samples=200, noise=0.1, seed=1)
            yhat = mlp(X, [20, 15, 10, 1], tanh, sigmoid)
            loss L = mean(bce(yhat, y))
            train sgd(rate=0.1, batch=16, epochs=10)
            """;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private final Shots shots = new Shots(at);

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void graphs_at_their_levels(ThemeChoice colours) throws Exception {
        shots.in(colours);
        levels("mlp", sample("13-mlp-3-layers.bs"), colours, List.of(Detail.Level.values()));
        levels("lstm", sample("30-lstm.bs"), colours, Legible.LEVELS);
        levels("attention", sample("27-attention.bs"), colours, Legible.LEVELS);
        levels("net-20-15-10", NET, colours, Legible.LEVELS);
        at.dispatch(new Action.Draw(Optional.of(Detail.OPERATIONS)));
        at.await(() -> at.graph().arrangement().isPresent());
        zoomOut();
        shots.take("detail-net-far-out");
        openedMatrix(colours);
        open(Programs.scalars(296, 1), colours);
        shots.take("detail-300-nodes");
    }

    /// Everything so small that groups are blocks.
    private void zoomOut() throws Exception {
        at.on(
                () -> {
                    at.graph().fit();
                    at.graph().zoom(0.12 / at.graph().scale());
                    return true;
                });
    }

    private void openedMatrix(ThemeChoice colours) throws Exception {
        open(sample("09-matmul.bs"), colours);
        Detail opened = Detail.OPERATIONS.open(Detail.tensor("z"));
        at.dispatch(new Action.Draw(Optional.of(opened)));
        at.await(() -> at.graph().arrangement().isPresent());
        int seed = at.state().good().orElseThrow().walkthrough().story().seed();
        at.dispatch(new Action.Go(seed + 6));
        shots.take("detail-opened-matrix");
        at.on(
                () -> {
                    at.graph().fit();
                    return true;
                });
        shots.take("detail-opened-matrix-whole");
    }

    private void levels(String name, String text, ThemeChoice colours, List<Detail.Level> levels)
            throws Exception {
        open(text, colours);
        shots.take("detail-" + name + "-opened");
        for (Detail.Level level : levels) {
            at.dispatch(new Action.Draw(Optional.of(Detail.of(level))));
            at.await(() -> at.graph().arrangement().isPresent());
            int seed = at.state().good().orElseThrow().walkthrough().story().seed();
            at.dispatch(new Action.Go(seed + 2));
            shots.take("detail-" + name + "-" + level.word());
        }
    }

    private void open(String text, ThemeChoice colours) throws Exception {
        at.open(State.of(Optional.empty(), text), 1440, 900);
        at.prefer(p -> p.withTheme(colours));
    }

    private static String sample(String file) {
        return new SampleProgram(file).text();
    }
}
