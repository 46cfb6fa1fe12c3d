package dev.backstep.export.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Programs;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.PaintedType;
import dev.backstep.paint.Theme;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A figure tells the smallest type that it is drawn in, be it of a formula that is made smaller to
/// fit.
class FigureTypeTest {

    private static final String LONG = "1" + " + 0.125".repeat(30);

    private static void assertTold(FigurePart part) {
        PaintedType type = PaintedType.empty();
        part.paint(type, Theme.LIGHT, 0, 0);
        double painted = type.seen().stream().mapToDouble(PaintedType.Seen::size).min().orElse(0);
        assertTrue(painted > 0 && painted < Explained.SMALLEST_TYPE / 2, "painted " + painted);
        assertEquals(painted, part.type(), 0.01);
    }

    @Test
    void a_part_tells_the_type_of_its_smallest_formula_wherever_that_stands() {
        FigurePart words = FigureText.words("sum", ColorRole.INK);
        FigurePart small = FigureText.formula(LONG, 20, ColorRole.INK, 300);
        assertTold(small);
        assertTold(FigureText.symbol(LONG, 20, ColorRole.INK, 300));
        assertTold(FigurePart.column(4, List.of(words, small)));
        assertTold(FigurePart.row(4, List.of(words, small)));
        assertTold(FigurePart.line(4, List.of(small, words)));
        assertTold(FigurePart.wrapped(4, 4, 310, List.of(words, small)));
        assertTold(words.with(small, 400));
        assertTold(words.withMiddle(small, 400));
        assertTold(small.lowered(4).atLeast(90).centred(400).onSoft(4, 420));
        assertTold(small.framed(ColorRole.INK, 400, 90));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Explained.PAGE, Explained.COLUMN})
    void a_step_tells_the_type_of_its_smallest_formula(double width) {
        Walkthrough w = walk();
        StepFigure figure =
                StepFigure.of(w, w.size() - 1, Numbers.DEFAULT, Bundle.ENGLISH, "", width);
        assertTrue(figure.smallestType() < Explained.SMALLEST_TYPE / 2, figure.title());
    }

    @Test
    void a_slide_tells_the_type_of_its_smallest_formula() {
        Walkthrough w = walk();
        int last = w.size() - 1;
        var places = Arrangements.in(SlideFigure.GRAPH, w, FormulaPainter::measure);
        SlideFigure slide =
                SlideFigure.of(
                        w, last, Numbers.DEFAULT, Bundle.ENGLISH, Diagrams.marked(w, places, last));
        assertTrue(slide.smallestType() < Explained.SMALLEST_TYPE / 2, slide.title());
    }

    @Test
    void nothing_of_a_step_with_long_names_runs_out_of_a_column() {
        Walkthrough w = walk();
        for (int step = 0; step < w.size(); step++) {
            StepFigure figure =
                    StepFigure.of(w, step, Numbers.DEFAULT, Bundle.ENGLISH, "", Explained.COLUMN);
            assertFalse(isPainted(figure, Explained.COLUMN), figure.title() + " " + step);
        }
    }

    /// Whether anything is painted right of a column.
    private static boolean isPainted(StepFigure figure, double column) {
        BufferedImage image =
                new BufferedImage(
                        (int) column + 400,
                        (int) figure.size().height(),
                        BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        figure.paint(g, Theme.LIGHT, 0, 0);
        g.dispose();
        int left = (int) column + 1;
        return Arrays.stream(
                        image.getRGB(
                                left,
                                0,
                                image.getWidth() - left,
                                image.getHeight(),
                                null,
                                0,
                                image.getWidth()))
                .anyMatch(pixel -> pixel != 0);
    }

    /// Its last step tells the path from L through all of the names.
    private static Walkthrough walk() {
        String name = "abcdefghijklmnopqrstuvwxyz_";
        StringBuilder program = new StringBuilder(name + "0 = 3\n");
        for (int k = 1; k < 10; k++) {
            program.append("%s%d = %s%d * (%d * %s0)\n".formatted(name, k, name, k - 1, k, name));
        }
        var model = Programs.model(program + "L = %s9\n".formatted(name));
        return Walkthroughs.of(model, Story.Grain.NODES);
    }
}
