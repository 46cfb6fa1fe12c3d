package dev.backstep.layout;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.story.Walkthrough;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is known of a way before anything is laid out.
class SketchTest {

    private static final List<Size> ROOMS = List.of(new Size(620, 460), new Size(1240, 820));

    /// The most cards for which every way is laid out here.
    private static final int SMALL = 60;

    /// By how much rows may be larger than was thought.
    private static final double OF_ROWS = 1.35;

    @ParameterizedTest
    @MethodSource("dev.backstep.layout.Programs#samples")
    void no_picture_is_much_larger_than_was_thought_possible(Path sample) {
        for (Detail.Level level : List.of(Detail.Level.STATEMENTS, Detail.Level.OPERATIONS)) {
            Walkthrough w = Programs.read(sample, level);
            if (w.drawn().vertexSet().size() <= SMALL) {
                ROOMS.forEach(room -> check(w, room));
            }
        }
    }

    private static void check(Walkthrough w, Size room) {
        Placing placing =
                new Placing(w.drawn(), w.output(), w.labels(), Sizes::guessed, () -> false);
        Sketch sketch = placing.sketch(room);
        ways(w, sketch)
                .forEach(
                        way -> {
                            Placement placed = placing.placed(way, Optional.of(room));
                            Box all = placed.with(Map.of()).bounds();
                            boolean flat = way.form() == Strategy.Form.FLAT;
                            double most = sketch.most(way) * (flat ? 1 : OF_ROWS);
                            double scale = TypeSize.scale(all, room);
                            // rows that there are not are not laid out either
                            assertTrue(most == 0 || scale <= most, way + ": " + scale / most);
                        });
    }

    private static Stream<Strategy> ways(Walkthrough w, Sketch sketch) {
        int cards = w.drawn().vertexSet().size();
        boolean framed = !Frames.groups(w.drawn()).isEmpty();
        return Stream.concat(
                Stream.of(Strategy.flat(Gaps.USUAL)),
                Stream.of(Gaps.USUAL, Gaps.TIGHT)
                        .flatMap(
                                g -> Strategy.others(g, cards, framed, sketch.isWhole()).stream()));
    }
}
