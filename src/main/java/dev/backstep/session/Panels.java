package dev.backstep.session;

/// The side panels: how wide, and whether they are shown.
///
/// @param left in pixels of the window, held between [#MIN] and [#MAX]
/// @param right likewise
public record Panels(double left, double right, boolean leftShown, boolean rightShown) {

    public static final double MIN = 160;
    public static final double MAX = 900;
    public static final Panels START = new Panels(280, 380, true, true);

    public Panels {
        left = width(left, 280);
        right = width(right, 380);
    }

    private static double width(double wanted, double otherwise) {
        return Double.isFinite(wanted) ? Math.clamp(wanted, MIN, MAX) : otherwise;
    }
}
