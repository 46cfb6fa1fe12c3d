package dev.backstep.export.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.export.figure.NodeTable.Kind;
import dev.backstep.layout.Programs;
import dev.backstep.layout.Size;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.PaintedType;
import dev.backstep.paint.Theme;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Story;
import dev.backstep.text.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// All numbers of a node have room on their sheet.
class TableFigureTest {

    private static final Bundle CHINESE = Bundle.in(Locale.SIMPLIFIED_CHINESE);

    private static TableFigure figure(
            String program, String name, Kind kind, Bundle language, double width) {
        var model = Programs.model(program);
        NodeTable told =
                NodeTable.of(
                                Walkthroughs.of(model, Story.Grain.NODES),
                                model.names().get(name),
                                kind)
                        .orElseThrow();
        return TableFigure.of(told, told.all(), Numbers.DEFAULT, language, width);
    }

    private static String normal(int rows, int cols) {
        return "A = normal(%d, %d, seed=1)\nloss L = sum(A * A)\n".formatted(rows, cols);
    }

    /// Wide ones go on below, long ones at the right, large ones make the sheet larger.
    @ParameterizedTest
    @CsvSource({"2, 3", "1, 1", "3, 60", "200, 1", "784, 1", "1, 784", "40, 40", "100, 100"})
    void every_shape_has_a_sheet_of_a_handy_form_in_type_that_can_be_read(int rows, int cols) {
        for (double width : new double[] {Explained.COLUMN, Explained.PAGE}) {
            TableFigure figure = figure(normal(rows, cols), "A", Kind.VALUE, Bundle.ENGLISH, width);
            Size size = figure.size();
            String at = rows + "×" + cols + " at " + width + ": " + size;
            assertTrue(size.width() >= width, at);
            assertTrue(size.height() < Math.max(1200, 1.7 * size.width()), at);
            assertTrue(rows * cols > 100 || size.width() == width, at);
            PaintedType type = PaintedType.empty();
            figure.paint(type, Theme.LIGHT, 0, 0);
            type.seen().stream()
                    .filter(seen -> !seen.formula())
                    .forEach(
                            seen ->
                                    assertTrue(
                                            seen.size() >= Explained.SMALLEST_TYPE - 1e-6,
                                            seen + " of " + at));
        }
    }

    @Test
    void it_is_called_by_its_node() {
        assertEquals(
                "The gradient of A",
                figure(normal(2, 2), "A", Kind.GRADIENT, Bundle.ENGLISH, Explained.PAGE).title());
        assertEquals(
                "A 的值", figure(normal(2, 2), "A", Kind.VALUE, CHINESE, Explained.PAGE).title());
    }

    @ParameterizedTest
    @EnumSource
    void tables_are_drawn(Theme theme) throws IOException {
        String network = Files.readString(Path.of("samples/13-mlp-3-layers.bs"));
        FigureGallery.draw(
                figure(network, "W2", Kind.GRADIENT, Bundle.ENGLISH, Explained.PAGE),
                "table-13-W2-gradient",
                theme);
        FigureGallery.draw(
                figure(normal(12, 30), "A", Kind.VALUE, Bundle.ENGLISH, Explained.PAGE),
                "table-wide",
                theme);
        FigureGallery.draw(
                figure(normal(120, 1), "A", Kind.VALUE, CHINESE, Explained.COLUMN),
                "table-long-zh",
                theme);
    }
}
