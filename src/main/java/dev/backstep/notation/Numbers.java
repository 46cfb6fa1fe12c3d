package dev.backstep.notation;

import dev.backstep.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How numbers are shown: to `digits` significant digits, with a real minus sign, without trailing
/// zeros.
///
/// Digits before the decimal point are never rounded away: 16384 is no 16380. From 10⁶ up and below
/// 10⁻⁴ in powers of ten. `NaN` and `∞` are shown as such.
///
/// @param digits from 1 to 17
/// @param signedZero whether −0 is shown as `−0`, for where its sign decides; else as `0`
public record Numbers(int digits, boolean signedZero) {

    public Numbers(int digits) {
        this(digits, false);
    }

    public static final Numbers DEFAULT = new Numbers(4);

    /// All the digits that tell one double from the next.
    public static final Numbers FULL = new Numbers(17);

    /// The largest matrix that is written out in a formula, in elements.
    public static final int LARGEST = 9;

    /// The largest matrix that is written out in a sentence.
    public static final int LARGEST_IN_TEXT = 4;

    /// The same numbers, −0 shown as such or not.
    public Numbers withSignedZero(boolean signed) {
        return signed == signedZero ? this : new Numbers(digits, signed);
    }

    /// For plain text: `−0.25`, `1.5·10⁻⁷`.
    public String plain(double x) {
        return text(x, "∞", "·10", false);
    }

    /// For a formula: `-0.25`, `1.5\cdot10^{-7}`.
    public String tex(double x) {
        return text(x, "\\infty", "\\cdot10", true);
    }

    /// For plain text: a number, `[1, 2; 3, 4]`, or `6×32` where that would be too long to read.
    public String plain(Tensor t) {
        if (t.shape().isScalar()) {
            return plain(t.item());
        }
        return t.size() > LARGEST_IN_TEXT
                ? t.shape().toString()
                : "[" + rows(t, this::plain, ", ", "; ") + "]";
    }

    /// Where there is room for a number only: of a matrix its shape.
    public String brief(Tensor t) {
        return t.shape().isScalar() ? plain(t.item()) : t.shape().toString();
    }

    /// For a formula: a number, a matrix in brackets, or `[6\times32]`.
    public String tex(Tensor t) {
        if (t.shape().isScalar()) {
            return tex(t.item());
        }
        return t.size() > LARGEST
                ? "[" + t.rows() + "\\times " + t.cols() + "]"
                : "\\begin{bmatrix}" + rows(t, this::tex, " & ", " \\\\ ") + "\\end{bmatrix}";
    }

    private static String rows(Tensor t, DoubleFunction<String> number, String column, String row) {
        return IntStream.range(0, t.rows())
                .mapToObj(
                        i ->
                                IntStream.range(0, t.cols())
                                        .mapToObj(j -> number.apply(t.at(i, j)))
                                        .collect(Collectors.joining(column)))
                .collect(Collectors.joining(row));
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
            return signedZero && 1 / x < 0 ? minus + "0" : "0";
        }
        if (Math.abs(x) < 1e6 && x == Math.rint(x)) {
            return sign + (long) Math.abs(x);
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
        int whole = x < 1e6 ? shortest.precision() - shortest.scale() : 0;
        return digits >= 17 ? shortest : shortest.round(new MathContext(Math.max(digits, whole)));
    }

    private static String superscript(int exponent) {
        StringBuilder out = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            out.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return out.toString();
    }
}
