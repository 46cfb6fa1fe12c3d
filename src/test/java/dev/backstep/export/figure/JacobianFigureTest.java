package dev.backstep.export.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.calculus.Collapse;
import dev.backstep.calculus.NodeJacobian;
import dev.backstep.calculus.NodeJacobian.Question;
import dev.backstep.calculus.ToldJacobian;
import dev.backstep.layout.Programs;
import dev.backstep.notation.Numbers;
import dev.backstep.paint.PaintedType;
import dev.backstep.paint.Theme;
import dev.backstep.session.Walkthroughs;
import dev.backstep.story.Story;
import dev.backstep.story.Walkthrough;
import dev.backstep.text.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A Jacobian and its rule have room on their sheet.
class JacobianFigureTest {

    private static final Bundle CHINESE = Bundle.in(Locale.SIMPLIFIED_CHINESE);

    /// @param nodes the names of both
    private static JacobianFigure figure(String sample, String nodes, Bundle language, double width)
            throws IOException {
        var model = Programs.model(Files.readString(Path.of("samples", sample + ".bs")));
        Walkthrough w = Walkthroughs.of(model, Story.Grain.NODES);
        String[] both = nodes.split("/");
        var question =
                (Question.Possible)
                        NodeJacobian.ordered(
                                w, model.names().get(both[0]), model.names().get(both[1]));
        Collapse collapse = Collapse.of(w, NodeJacobian.of(w, question));
        var told = new ToldJacobian(w, collapse, Numbers.DEFAULT);
        return JacobianFigure.of(told, true, language, width);
    }

    /// One with few columns is as wide as it may be, one with many as wide as its table.
    @ParameterizedTest
    @CsvSource({
        "07-jacobian, z/x",
        "09-matmul, z/x",
        "09-matmul, L/w",
        "09-matmul, x/w",
        "13-mlp-3-layers, a2/W2",
        "15-softmax-ce-5, yhat/z",
        "15-softmax-ce-5, fused/z"
    })
    void it_is_no_wider_than_its_widest_part_and_its_type_can_be_read(String sample, String nodes)
            throws IOException {
        for (double width : new double[] {Explained.COLUMN, Explained.PAGE}) {
            for (Bundle language : new Bundle[] {Bundle.ENGLISH, CHINESE}) {
                JacobianFigure figure = figure(sample, nodes, language, width);
                assertTrue(figure.size().width() >= width);
                PaintedType type = PaintedType.empty();
                figure.paint(type, Theme.LIGHT, 0, 0);
                type.seen().stream()
                        .filter(seen -> !seen.formula())
                        .forEach(
                                seen ->
                                        assertTrue(
                                                seen.size() >= Explained.SMALLEST_TYPE - 1e-6,
                                                seen + " of " + nodes + " at " + width));
            }
        }
        JacobianFigure page = figure(sample, nodes, Bundle.ENGLISH, Explained.PAGE);
        assertTrue(page.size().width() < 1.2 * Explained.PAGE, page.size().toString());
    }

    @Test
    void it_is_called_by_its_nodes() throws IOException {
        JacobianFigure figure = figure("07-jacobian", "z/x", Bundle.ENGLISH, Explained.PAGE);
        assertEquals("The Jacobian of z by x", figure.title());
    }

    @ParameterizedTest
    @EnumSource
    void jacobians_are_drawn(Theme theme) throws IOException {
        FigureGallery.draw(
                figure("09-matmul", "z/x", Bundle.ENGLISH, Explained.PAGE),
                "jacobian-09-matmul",
                theme);
        FigureGallery.draw(
                figure("15-softmax-ce-5", "yhat/z", CHINESE, Explained.COLUMN),
                "jacobian-15-softmax-zh",
                theme);
    }
}
