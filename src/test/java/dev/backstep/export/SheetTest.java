package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.explain.Conventions;
import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Programs;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Theme;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static final Bundle CHINESE = Bundle.in(Locale.CHINESE);
    private static final Walkthrough W =
            Programs.read("param x = [1; 2]\na = norm(x)\nb = max(a, 2)\nL = relu(b)\n");
    private static final Diagram DIAGRAM = diagram();

    private static Diagram diagram() {
        var places = Arrangements.of(W, FormulaPainter::measure, Map.of(), Optional.empty());
        return Diagrams.at(W, places, W.story().seed() + 2, DiagramOptions.PLAIN);
    }

    private static Sheet sheet(Bundle language, String caption) {
        return new Sheet(
                DIAGRAM, Theme.LIGHT, true, "L", caption, Conventions.of(W.graph()), language);
    }

    private static List<String> said(Bundle language) {
        return Conventions.of(W.graph()).stream().map(language::say).toList();
    }

    @Test
    void conventions_are_said_in_each_language() {
        assertEquals(
                List.of(
                        "the gradient of a norm at 0 is 0",
                        "a tie of max or min: half to each side",
                        "relu′(0) = ½"),
                said(Bundle.ENGLISH));
        assertEquals(
                List.of("范数在 0 处的梯度取 0", "max 或 min 两边相等时，梯度各分一半", "relu′(0) = ½"), said(CHINESE));
    }

    private static BufferedImage picture(Bundle language) {
        return Png.image(
                DIAGRAM,
                Png.Picture.of(Theme.LIGHT, 1)
                        .withWidth(OptionalInt.of(1400))
                        .withLegend("L", Conventions.of(W.graph()))
                        .withCaption("反向传播：梯度从输出一步一步传回每个参数")
                        .withLanguage(language));
    }

    @Test
    void the_legend_is_drawn_in_each_language() throws IOException {
        BufferedImage chinese = picture(CHINESE);
        Path gallery = Files.createDirectories(Path.of("target/gallery"));
        ImageIO.write(chinese, "png", gallery.resolve("legend-zh.png").toFile());
        BufferedImage english = picture(Bundle.ENGLISH);
        long differing = 0;
        for (int y = 0; y < Math.min(english.getHeight(), chinese.getHeight()); y++) {
            for (int x = 0; x < english.getWidth(); x++) {
                differing += english.getRGB(x, y) == chinese.getRGB(x, y) ? 0 : 1;
            }
        }
        assertTrue(differing > 1000, differing + " pixels");
    }

    /// A line takes as many signs as fit, spaces or not.
    @Test
    void a_caption_without_spaces_is_broken_into_lines() {
        double one = sheet(CHINESE, "梯度").size().height();
        double many = sheet(CHINESE, "梯度从输出传回参数，".repeat(30)).size().height();
        assertTrue(many > one + 60, many + " and " + one);
        assertEquals(
                sheet(CHINESE, "梯度").size().width(),
                sheet(CHINESE, "梯度从".repeat(90)).size().width());
    }
}
