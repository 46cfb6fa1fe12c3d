package dev.backstep.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.session.Action;
import dev.backstep.session.LessonMove;
import dev.backstep.session.LessonSource;
import dev.backstep.session.Mode;
import dev.backstep.ui.graph.Spots;
import dev.backstep.ui.kit.RegionType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing presented is set smaller than 20 points on a screen 1,080 pixels high, nor smaller than
/// the same share of any other screen.
class PresentLegibleTest {

    /// The most steps of a sample that are looked at, from the first to the last.
    private static final int MOST = 10;

    @RegisterExtension final WindowHarness at = new WindowHarness();

    private final Projector projector = new Projector(at);
    private final SmallType small = new SmallType(at, projector);

    static Stream<String> samples() {
        return SampleProgram.all().stream().map(SampleProgram::file);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void in_all_of(String sample) throws Exception {
        projector.present(new SampleProgram(sample).text(), 1920, 1080);
        int steps = at.state().steps();
        assertTrue(steps > 1);
        List<String> found = new ArrayList<>();
        int looks = Math.min(MOST, steps);
        for (int k = 0; k < looks; k++) {
            int step = k * (steps - 1) / (looks - 1);
            at.dispatch(new Action.Go(step));
            projector.layOut();
            small.on(1080).forEach(s -> found.add("step " + step + ": " + s));
            at.on(() -> Spots.underTheMap(projector.graph()))
                    .forEach(c -> found.add("step " + step + ": the map covers card " + c));
        }
        assertEquals(List.of(), found, sample);
        projector.resize(1280, 720);
        assertEquals(List.of(), small.on(720), sample);
        projector.resize(3840, 2160);
        assertEquals(List.of(), small.on(2160), sample);
    }

    @Test
    void large_matrices_are_cut_and_it_is_said() throws Exception {
        projector.present(new SampleProgram("16-minibatch-sgd.bs").text(), 1920, 1080);
        int seed = at.state().good().orElseThrow().walkthrough().story().seed();
        List<String> told = new ArrayList<>();
        for (int step = seed; step < at.state().steps(); step++) {
            at.dispatch(new Action.Go(step));
            projector.layOut();
            told.addAll(WindowHarness.texts(at.one(".step-strip")));
        }
        assertTrue(told.stream().anyMatch(t -> t.matches("first 6×\\d of 8×32")), told::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lecture-3", "training"})
    void at_every_stop_of(String lesson) throws Exception {
        projector.present(new LessonSource.Bundled(lesson), 1920, 1080);
        List<String> found = new ArrayList<>();
        int stops = at.state().lesson().orElseThrow().lesson().stops().size();
        for (int stop = 0; stop < stops; stop++) {
            String where = "stop " + (stop + 1);
            at.dispatch(new Action.InLesson(new LessonMove.To(stop)));
            for (int height : List.of(1080, 720, 2160)) {
                projector.resize(height * 16 / 9.0, height);
                small.on(height).forEach(s -> found.add(where + ": " + s));
            }
            at.robot.push(KeyCode.G);
            projector.settle();
            small.on(2160).forEach(s -> found.add(where + ", its text: " + s));
            at.robot.push(KeyCode.G);
        }
        assertEquals(List.of(), found);
    }

    /// Axes, keys, losses, the network's own numbers: two classes, several, numbers to be learnt, a
    /// network that shows as its graph.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "16-minibatch-sgd.bs",
                "20-spiral.bs",
                "21-blobs-5-classes.bs",
                "23-wave.bs",
                "24-vanishing-sigmoid.bs",
                "35-mazur.bs"
            })
    void a_training_of(String sample) throws Exception {
        projector.present(new SampleProgram(sample).text(), 1920, 1080);
        at.dispatch(new Action.Switch(Mode.TRAIN));
        at.robot.push(KeyCode.RIGHT);
        projector.settle();
        List<String> found = new ArrayList<>();
        for (int height : List.of(1080, 720, 2160)) {
            projector.resize(height * 16 / 9.0, height);
            small.on(height).forEach(s -> found.add(height + ": " + s));
        }
        assertEquals(List.of(), found);
        assertTrue(at.all(n -> !RegionType.of(n).isEmpty()).count() >= 2, "nothing is painted");
    }

    /// The notes beside the picture take a third of a small screen: the tables of the step then
    /// show less, or give way to the formula, but never cover the sentence or leave the strip.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "13-mlp-3-layers.bs",
                "16-minibatch-sgd.bs",
                "27-attention.bs",
                "30-lstm.bs"
            })
    void nothing_overlaps_beside_the_notes_of(String sample) throws Exception {
        projector.present(new SampleProgram(sample).text(), 1280, 720);
        at.robot.push(KeyCode.N);
        List<String> found = new ArrayList<>();
        for (double width : List.of(1280.0, 1152.0)) {
            projector.resize(width, 720);
            for (int k = 0; k < MOST; k++) {
                int step = k * (at.state().steps() - 1) / (MOST - 1);
                at.dispatch(new Action.Go(step));
                projector.layOut();
                at.on(() -> overlapping()).forEach(o -> found.add(width + ", " + step + ": " + o));
            }
        }
        assertEquals(List.of(), found);
    }

    private List<String> overlapping() {
        HBox strip = (HBox) at.one(".present .step-strip");
        double text = strip.getChildren().getFirst().getBoundsInParent().getMaxX();
        Pane content = (Pane) strip.getChildren().getLast();
        return content.getChildren().stream()
                .flatMap(
                        n -> {
                            Bounds b = strip.sceneToLocal(n.localToScene(n.getLayoutBounds()));
                            return b.getMinX() < text - 0.5 || b.getMaxX() > strip.getWidth() + 0.5
                                    ? Stream.of(n + " from " + b.getMinX() + " to " + b.getMaxX())
                                    : Stream.empty();
                        })
                .toList();
    }
}
