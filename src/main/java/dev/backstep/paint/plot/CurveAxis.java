package dev.backstep.paint.plot;

import dev.backstep.notation.Numbers;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// An axis with numbers as they are written everywhere here. A logarithmic one is given logarithms
/// and shows what they are of.
final class CurveAxis extends NumberAxis {

    private static final long serialVersionUID = 1;

    /// What the numbers are.
    enum Form {
        PLAIN,
        LOGARITHMS,
        PERCENT
    }

    private static final Numbers NUMBERS = new Numbers(3);

    private final Form form;

    CurveAxis(Form form) {
        this.form = form;
    }

    @Override
    protected List<NumberTick> refreshTicksHorizontal(
            Graphics2D g, Rectangle2D area, RectangleEdge edge) {
        return ticks((int) (area.getWidth() / 70), TextAnchor.TOP_CENTER);
    }

    @Override
    protected List<NumberTick> refreshTicksVertical(
            Graphics2D g, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor =
                edge == RectangleEdge.LEFT ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
        return ticks((int) (area.getHeight() / 30), anchor);
    }

    private List<NumberTick> ticks(int most, TextAnchor anchor) {
        List<NumberTick> ticks = new ArrayList<>();
        for (double at : places(Math.max(2, most))) {
            ticks.add(new NumberTick(TickType.MAJOR, at, text(at), anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }

    private List<Double> places(int most) {
        double low = getRange().getLowerBound();
        double high = getRange().getUpperBound();
        if (form != Form.LOGARITHMS) {
            return Ticks.of(low, high, most);
        }
        List<Double> ladder = ladder(low, high, 1, 2, 5);
        if (ladder.size() > most) {
            return Ticks.of(low, high, most).stream().filter(t -> t == Math.rint(t)).toList();
        }
        return ladder.size() >= 2
                ? ladder
                : Ticks.of(Math.pow(10, low), Math.pow(10, high), most).stream()
                        .filter(t -> t > 0)
                        .map(Math::log10)
                        .toList();
    }

    /// The logarithms, from `low` to `high`, of these digits times powers of ten.
    private static List<Double> ladder(double low, double high, int... digits) {
        List<Double> ladder = new ArrayList<>();
        for (int power = (int) Math.floor(low); power <= high; power++) {
            for (int digit : digits) {
                double at = power + Math.log10(digit);
                if (at >= low && at <= high) {
                    ladder.add(at);
                }
            }
        }
        return ladder;
    }

    private String text(double at) {
        return switch (form) {
            case PLAIN -> NUMBERS.plain(at);
            case PERCENT -> NUMBERS.plain(Math.rint(1000 * at) / 10) + " %";
            case LOGARITHMS ->
                    NUMBERS.plain(
                            Double.parseDouble(
                                    String.format(Locale.ROOT, "%.6e", Math.pow(10, at))));
        };
    }
}
