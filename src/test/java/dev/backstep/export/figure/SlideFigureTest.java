package dev.backstep.export.figure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.graph.Detail;
import dev.backstep.layout.Arrangement;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Programs;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Theme;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every step has room on its slide.
class SlideFigureTest {

    private static SlideFigure slide(Walkthrough w, Arrangement a, int step, Bundle language) {
        return SlideFigure.of(w, step, Numbers.DEFAULT, language, Diagrams.marked(w, a, step));
    }

    private static Arrangement arranged(Walkthrough w) {
        return Arrangements.in(SlideFigure.GRAPH, w, FormulaPainter::measure);
    }

    @ParameterizedTest
    @MethodSource("dev.backstep.layout.Programs#samples")
    void no_step_is_wider_than_its_slide_or_shrunk_to_what_cannot_be_read(Path sample) {
        Walkthrough w = Programs.read(sample, Detail.Level.STATEMENTS);
        Arrangement a = arranged(w);
        for (Bundle language : List.of(Bundle.ENGLISH, Bundle.in(Locale.SIMPLIFIED_CHINESE))) {
            for (int step = 0; step < w.size(); step++) {
                SlideFigure slide = slide(w, a, step, language);
                String where = sample + " step " + step + ": " + slide.stripWidth();
                assertTrue(slide.stripWidth() <= slide.size().width() + 0.5, where);
                assertTrue(slide.smallestType() > 3, where + " type " + slide.smallestType());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void pictures(Theme theme) throws IOException {
        draw("04-x2-plus-2xy", 8, theme);
        draw("13-mlp-3-layers", 16, theme);
        draw("16-minibatch-sgd", 16, theme);
    }

    private static void draw(String sample, int step, Theme theme) throws IOException {
        Walkthrough w = Programs.read(Path.of("samples", sample + ".bs"), Detail.Level.OPERATIONS);
        SlideFigure slide = slide(w, arranged(w), step, Bundle.ENGLISH);
        FigureGallery.draw(slide, "slide-" + sample, theme);
    }
}
