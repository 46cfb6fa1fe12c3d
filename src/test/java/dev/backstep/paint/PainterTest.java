package dev.backstep.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.layout.Arrangements;
import dev.backstep.layout.Box;
import dev.backstep.layout.Diagram;
import dev.backstep.layout.DiagramOptions;
import dev.backstep.layout.Diagrams;
import dev.backstep.layout.Point;
import dev.backstep.layout.Programs;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PainterTest {

    private static Diagram backward() {
        Walkthrough w = Programs.read(Programs.SAMPLE);
        var places = Arrangements.of(w, FormulaPainter::measure, Map.of(), Optional.empty());
        return Diagrams.at(w, places, w.story().seed() + 2, DiagramOptions.PLAIN);
    }

    private static BufferedImage painted(Painter painter, Diagram diagram) {
        Box b = diagram.bounds().grown(20);
        var image =
                new BufferedImage(
                        (int) b.width(), (int) b.height(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.translate(-b.x(), -b.y());
        painter.paper(g, b);
        painter.diagram(g, diagram, b);
        g.dispose();
        return image;
    }

    private static long pixels(BufferedImage image, int rgb) {
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == (rgb & 0xFFFFFF) ? 1 : 0;
            }
        }
        return count;
    }

    @ParameterizedTest
    @EnumSource
    void a_step_backward_has_the_colours_of_its_roles(Theme theme) {
        BufferedImage image = painted(Painter.exact(theme), backward());
        for (ColorRole ink :
                new ColorRole[] {
                    ColorRole.PAPER,
                    ColorRole.CARD,
                    ColorRole.UPSTREAM,
                    ColorRole.DOWNSTREAM,
                    ColorRole.VALUE
                }) {
            assertTrue(pixels(image, theme.color(ink).getRGB()) > 3, ink + " is missing");
        }
    }

    @Test
    void print_is_black_white_and_grey() {
        BufferedImage image = painted(Painter.exact(Theme.PRINT), backward());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                int red = rgb >> 16 & 255;
                int blue = rgb & 255;
                assertTrue(Math.abs(red - blue) <= 1 && Math.abs(red - (rgb >> 8 & 255)) <= 1);
            }
        }
    }

    @Test
    void a_painter_that_remembers_paints_the_same_the_second_time() {
        Painter painter = Painter.onScreen(Theme.LIGHT);
        BufferedImage first = painted(painter, backward());
        BufferedImage second = painted(painter, backward());
        for (int y = 0; y < first.getHeight(); y++) {
            for (int x = 0; x < first.getWidth(); x++) {
                assertEquals(first.getRGB(x, y), second.getRGB(x, y));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\\",
                "{",
                "}",
                "_",
                "a_b_c",
                "\\nosuchcommand",
                "名前",
                "x^",
                "&&",
                "#",
                "$",
                "😀",
                "%x",
                "α",
                "ŷ"
            })
    void what_is_no_tex_is_drawn_as_text(String name) {
        assertTrue(FormulaPainter.measure(name).height() > 0);
        var image = new BufferedImage(100, 40, BufferedImage.TYPE_INT_ARGB);
        FormulaPainter.draw(image.createGraphics(), name, 0, 0, 20, Color.BLACK);
    }

    @Test
    void a_heat_table_knows_which_cell_is_where() {
        HeatTable table =
                new HeatTable(
                        6,
                        32,
                        (row, col) -> row - col,
                        x -> "" + x,
                        ColorRole.UPSTREAM,
                        8,
                        5,
                        Bundle.ENGLISH);
        assertEquals("first 5 of 32 columns", table.note());
        assertEquals(Optional.of(new HeatTable.Cell(3, 4)), table.at(table.box(3, 4).center()));
        assertEquals(Optional.empty(), table.at(new Point(1, 1)));
        assertEquals(Optional.empty(), table.at(table.box(5, 5).center()));
        assertTrue(table.size().width() > table.box(5, 4).right());
        var image = new BufferedImage(600, 400, BufferedImage.TYPE_INT_ARGB);
        table.paint(image.createGraphics(), Theme.DARK, HeatTable.Lit.row(2));
        assertTrue(pixels(image, Theme.DARK.color(ColorRole.UPSTREAM).getRGB()) > 100);
    }
}
