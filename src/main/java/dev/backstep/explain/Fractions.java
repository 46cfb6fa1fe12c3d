package dev.backstep.explain;

/// Fractions in TeX.
public final class Fractions {

    private static final String FRACTION = "\\frac{";

    private Fractions() {}

    /// A fraction with its numerator before its denominator, in letters of full size.
    public static String onOneLine(String tex) {
        if (!tex.startsWith(FRACTION)) {
            return tex;
        }
        int middle = closing(tex, FRACTION.length());
        int end = middle + 1 < tex.length() ? closing(tex, middle + 2) : tex.length();
        return end == tex.length() - 1 && tex.charAt(middle + 1) == '{'
                ? tex.substring(FRACTION.length(), middle) + "/" + tex.substring(middle + 2, end)
                : tex;
    }

    /// Where the brace closes that is open at a place; the end where it never does.
    private static int closing(String tex, int from) {
        int depth = 1;
        for (int i = from; i < tex.length(); i++) {
            depth += tex.charAt(i) == '{' ? 1 : tex.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tex.length();
    }
}
