package dev.backstep.export;

/// Sizes on paper. A pixel of CSS, of SVG and of a picture in PDF is 1/96 inch.
public final class Millimetres {

    /// The narrowest and the widest picture that can be asked for.
    public static final double LEAST = 10;

    public static final double MOST = 1000;

    /// The columns of most journals: one, and both.
    public static final double COLUMN = 84;

    public static final double BOTH_COLUMNS = 174;

    /// The smallest type on paper, 6 points, in pixels.
    public static final double LEAST_TYPE = 8;

    /// Points a pixel.
    static final double POINTS = 0.75;

    /// The pixels of PNG an inch.
    static final double DOTS = 300;

    private static final double INCH = 25.4;
    private static final double PIXELS = 96;

    private Millimetres() {}

    /// That many millimetres in pixels of CSS.
    public static double pixels(double mm) {
        return mm / INCH * PIXELS;
    }

    /// That many pixels of CSS in millimetres.
    static double of(double pixels) {
        return pixels / PIXELS * INCH;
    }

    /// The dots of a PNG a metre.
    static int dotsAMetre() {
        return (int) Math.round(DOTS / INCH * 1000);
    }

    /// That many millimetres in dots of a PNG.
    static long dots(double mm) {
        return Math.round(mm / INCH * DOTS);
    }
}
