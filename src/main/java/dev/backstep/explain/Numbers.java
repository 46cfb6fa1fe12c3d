package dev.backstep.explain;

import java.math.BigDecimal;
import java.math.MathContext;

/// How numbers are shown: to `digits` significant digits, with a real minus sign, without trailing zeros.
///
/// From 10⁶ up and below 10⁻⁴ in powers of ten. `NaN` and `∞` are shown as such.
///
/// @param digits from 1 to 17
public record Numbers(int digits) {

    public static final Numbers DEFAULT = new Numbers(4);

    /// All the digits that tell one double from the next.
    public static final Numbers FULL = new Numbers(17);

    /// For plain text: `−0.25`, `1.5·10⁻⁷`.
    public String plain(double x) {
        return text(x, "∞", "·10", false);
    }

    /// For a formula: `-0.25`, `1.5\cdot10^{-7}`.
    public String tex(double x) {
        return text(x, "\\infty", "\\cdot10", true);
    }

    private String text(double x, String infinity, String times, boolean tex) {
        if (Double.isNaN(x)) {
            return tex ? "\\mathrm{NaN}" : "NaN";
        }
        String minus = tex ? "-" : "−";
        String sign = x < 0 ? minus : "";
        if (Double.isInfinite(x)) {
            return sign + infinity;
        }
        if (x == 0) {
            return "0";
        }
        BigDecimal rounded = rounded(Math.abs(x));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return sign + rounded.stripTrailingZeros().toPlainString();
        }
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return sign + mantissa + times + (tex ? "^{" + exponent + "}" : superscript(exponent));
    }

    private BigDecimal rounded(double x) {
        BigDecimal shortest = new BigDecimal(Double.toString(x));
        return digits >= 17 ? shortest : shortest.round(new MathContext(digits));
    }

    private static String superscript(int exponent) {
        StringBuilder out = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            out.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return out.toString();
    }
}
