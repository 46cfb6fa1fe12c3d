package dev.backstep.ui.calculus;

import dev.backstep.layout.Box;
import dev.backstep.paint.ColorRole;
import dev.backstep.paint.Theme;
import dev.backstep.paint.plot.BarsPainter;
import dev.backstep.paint.plot.BarsPicture;
import dev.backstep.ui.kit.PaintedRegion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Two counts compared at several places, as bars, with what each colour is below them.
final class BarsView extends VBox {

    static final List<ColorRole> INKS = List.of(ColorRole.UPSTREAM, ColorRole.VALUE);

    /// Counts up to here are written digit by digit.
    private static final BigInteger LONGEST = BigInteger.valueOf(999_999);

    /// @param counted what is counted
    /// @param first what the first colour is
    /// @param second what the second one is
    BarsView(
            List<BarsPicture.Bars> groups,
            Theme theme,
            double width,
            String counted,
            String first,
            String second) {
        super(6);
        BarsPicture picture = new BarsPicture(INKS, groups);
        PaintedRegion region = new PaintedRegion();
        region.setPrefSize(width, 190);
        region.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        region.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        region.show((g, w, h) -> BarsPainter.paint(g, theme, picture, new Box(0, 0, w, h)));
        Label one = new Label(first);
        one.getStyleClass().add("upstream");
        Label two = new Label(second);
        two.getStyleClass().add("value");
        HBox key = new HBox(12, new Label(counted), one, two);
        key.getStyleClass().add("hint");
        getChildren().addAll(region, key);
    }

    /// The bars of one place.
    static BarsPicture.Bars group(String tex, BigInteger first, BigInteger second) {
        return new BarsPicture.Bars(
                tex,
                List.of(first.doubleValue(), second.doubleValue()),
                List.of(count(first), count(second)));
    }

    /// `1,234`, from a million on `1.2·10⁶`.
    static String count(BigInteger n) {
        if (n.compareTo(LONGEST) <= 0) {
            return String.format(Locale.ROOT, "%,d", n);
        }
        BigDecimal rounded = new BigDecimal(n).round(new MathContext(2));
        int exponent = rounded.precision() - rounded.scale() - 1;
        String digits = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        StringBuilder raised = new StringBuilder();
        for (char digit : Integer.toString(exponent).toCharArray()) {
            raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return digits + "·10" + raised;
    }
}
