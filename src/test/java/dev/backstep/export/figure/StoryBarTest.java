package dev.backstep.export.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.backstep.layout.Box;
import dev.backstep.layout.Programs;
import dev.backstep.paint.Theme;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Story;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The stretches of a story are told apart below a slide.
class StoryBarTest {

    /// x² forward, L and x backward, one update.
    private static final String PROGRAM =
            "param x = 3\nL = (x - 1)^2\ntrain sgd(rate=0.1, epochs=1)\n";

    private static Story story() {
        return Walkthroughs.of(Programs.model(PROGRAM), Story.Grain.NODES).story();
    }

    private static BufferedImage drawn(Story story, int step, Theme theme) {
        BufferedImage image = new BufferedImage(100 * story.size(), 10, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), 10);
        new StoryBar(story, step, new Box(0, 0, image.getWidth(), 10)).paint(g, theme);
        g.dispose();
        return image;
    }

    /// The colours of the lower edge between two steps.
    private static Set<Integer> colors(BufferedImage image, int from, int to) {
        Set<Integer> colors = new LinkedHashSet<>();
        for (int x = 100 * from; x < 100 * to; x++) {
            colors.add(image.getRGB(x, 9));
        }
        return colors;
    }

    @ParameterizedTest
    @EnumSource
    void forward_backward_and_updates_are_told_apart(Theme theme) {
        Story story = story();
        BufferedImage all = drawn(story, story.size() - 1, theme);
        Set<Integer> forward = colors(all, 0, story.seed() - 1);
        Set<Integer> backward = colors(all, story.seed(), story.updates() - 1);
        Set<Integer> updates = colors(all, story.updates(), story.size());
        assertNotEquals(forward, backward);
        assertNotEquals(backward, updates);
        assertNotEquals(updates, forward);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_told_yet_is_told_apart_from_what_is(Theme theme) {
        Story story = story();
        BufferedImage begun = drawn(story, story.seed() - 1, theme);
        BufferedImage all = drawn(story, story.size() - 1, theme);
        Set<Integer> untold = colors(begun, story.seed(), story.updates() - 1);
        assertEquals(1, untold.size());
        assertNotEquals(untold, colors(all, story.seed(), story.updates() - 1));
    }

    @Test
    void in_print_paper_stands_between_the_stretches() {
        Story story = story();
        BufferedImage all = drawn(story, story.size() - 1, Theme.PRINT);
        assertEquals(Color.WHITE.getRGB(), all.getRGB(100 * story.seed() - 2, 5));
        assertEquals(Color.WHITE.getRGB(), all.getRGB(100 * story.updates() - 2, 5));
    }
}
