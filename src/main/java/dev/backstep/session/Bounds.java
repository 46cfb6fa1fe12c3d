package dev.backstep.session;

/// Where the window stood, in pixels of the desktop. Whether that is still on a screen is for the
/// window to see.
public record Bounds(double x, double y, double width, double height, boolean maximized) {

    /// Whether these are numbers that a window can have.
    public boolean isSane() {
        return within(x)
                && within(y)
                && within(width)
                && within(height)
                && width >= 100
                && height >= 100;
    }

    /// The same moved, and where needed shrunk, so that it lies inside `room`.
    public Bounds within(Bounds room) {
        double w = Math.min(width, room.width);
        double h = Math.min(height, room.height);
        return new Bounds(
                Math.clamp(x, room.x, room.x + room.width - w),
                Math.clamp(y, room.y, room.y + room.height - h),
                w,
                h,
                maximized);
    }

    private static boolean within(double pixels) {
        return Double.isFinite(pixels) && Math.abs(pixels) <= 100_000;
    }
}
