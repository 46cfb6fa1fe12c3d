package dev.backstep.export.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.lang.Model;
import dev.backstep.layout.Programs;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.Theme;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each step of each sample has room on its sheet, whatever the width.
class StepFigureTest {

    /// Steps that are laid out of a long program; the others are like them.
    private static final int MOST = 12;

    private static Walkthrough read(Path program) throws IOException {
        Model model = Programs.model(Files.readString(program));
        return Walkthroughs.of(model, Story.Grain.NODES);
    }

    private static StepFigure figure(Walkthrough w, int step, Bundle language, double width) {
        return StepFigure.of(w, step, Numbers.DEFAULT, language, "", width);
    }

    @ParameterizedTest
    @MethodSource("dev.backstep.layout.Programs#samples")
    void no_part_is_wider_than_the_sheet(Path sample) throws IOException {
        Walkthrough w = read(sample);
        Bundle chinese = Bundle.in(Locale.SIMPLIFIED_CHINESE);
        int apart = Math.max(1, w.size() / MOST);
        for (int step = 0; step < w.size(); step += apart) {
            for (double width : List.of(Explained.COLUMN, 540.0, Explained.PAGE)) {
                for (Bundle language : List.of(Bundle.ENGLISH, chinese)) {
                    if (language == chinese && width != Explained.COLUMN) {
                        continue;
                    }
                    StepFigure figure = figure(w, step, language, width);
                    String at = sample + ", step " + step + " at " + width;
                    assertTrue(figure.contentWidth() <= width + 0.5, at + figure.contentWidth());
                    assertEquals(width, figure.size().width(), at);
                    assertTrue(figure.size().height() > 60, at);
                }
            }
        }
    }

    /// Nothing is drawn in the margin, of 24 units less what smoothing colours.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "04-x2-plus-2xy",
                "09-matmul",
                "15-softmax-ce-5",
                "16-minibatch-sgd",
                "12-relu"
            })
    void nothing_is_drawn_beyond_what_it_takes(String sample) throws IOException {
        Walkthrough w = read(Path.of("samples", sample + ".bs"));
        for (int step = 0; step < w.size(); step++) {
            StepFigure figure = figure(w, step, Bundle.ENGLISH, Explained.COLUMN);
            BufferedImage image = FigureGallery.painted(figure, Theme.LIGHT, 1);
            int paper = image.getRGB(0, 0);
            for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                    boolean margin =
                            x < 21
                                    || y < 21
                                    || x > image.getWidth() - 22
                                    || y > image.getHeight() - 20;
                    if (margin) {
                        assertEquals(paper, image.getRGB(x, y), sample + " step " + step);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void figures_of_steps_are_drawn(Theme theme) throws IOException {
        draw("04-x2-plus-2xy", 8, theme, Explained.PAGE);
        draw("04-x2-plus-2xy", 6, theme, Explained.COLUMN);
        draw("15-softmax-ce-5", 8, theme, Explained.PAGE);
        draw("16-minibatch-sgd", 15, theme, Explained.PAGE);
        draw("16-minibatch-sgd", 17, theme, Explained.PAGE);
        draw("11-sigmoid", 1, theme, Explained.COLUMN);
    }

    private static void draw(String sample, int step, Theme theme, double width)
            throws IOException {
        Walkthrough w = read(Path.of("samples", sample + ".bs"));
        StepFigure figure = figure(w, step, Bundle.ENGLISH, width);
        assertFalse(figure.title().isEmpty());
        FigureGallery.draw(figure, "step-%s-%d-%d".formatted(sample, step, (int) width), theme);
    }
}
