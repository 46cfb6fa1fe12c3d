package dev.backstep.ui.calculus;

import dev.backstep.explain.ClosedForm;
import dev.backstep.explain.Formulas;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.text.Message;
import dev.backstep.ui.kit.FormulaView;
import dev.backstep.ui.kit.Texts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

/// The first lines of a derivative written out as one formula, and how many operations it has.
final class ClosedFormView extends VBox {

    private static final int LINES = 4;
    private static final int PIECES = 400;
    private static final double SIZE = 15;

    ClosedFormView(ShownSheet shown, ClosedForm form, double width) {
        super(4);
        String name =
                Formulas.partial(
                        form.w().labels().tex(form.of()), form.w().labels().tex(form.by()));
        for (String line : lines(name + " = ", form.beginning(PIECES), width)) {
            FormulaView view = new FormulaView(SIZE, ColorRole.INK);
            view.show(line, shown.theme());
            getChildren().add(view);
        }
        getChildren()
                .add(
                        SheetTexts.hint(
                                Texts.of(
                                        Message.of("closed.told")
                                                .with("n", BarsView.count(form.operations()))
                                                .with(
                                                        "shared",
                                                        BarsView.count(
                                                                BigInteger.valueOf(
                                                                        form.shared()))))));
    }

    /// As many pieces a line as fit.
    private static List<String> lines(String begins, List<String> pieces, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(begins);
        for (String piece : pieces) {
            String longer = line + " " + piece;
            if (FormulaPainter.measure(longer, SIZE).width() <= width || line.isEmpty()) {
                line.append(' ').append(piece);
            } else if (lines.size() == LINES - 1) {
                return ended(lines, line + " \\ldots");
            } else {
                lines.add(line.toString());
                line = new StringBuilder("\\quad " + piece);
            }
        }
        return ended(lines, line.toString());
    }

    private static List<String> ended(List<String> lines, String last) {
        lines.add(last);
        return lines;
    }
}
