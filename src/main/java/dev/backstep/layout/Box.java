package dev.backstep.layout;

/// A rectangle, given by its upper left corner and its size, in the units of a picture.
public record Box(double x, double y, double width, double height) {

    public static Box at(Point corner, Size size) {
        return new Box(corner.x(), corner.y(), size.width(), size.height());
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Size size() {
        return new Size(width, height);
    }

    public Point center() {
        return new Point(x + width / 2, y + height / 2);
    }

    public boolean contains(Point p) {
        return p.x() >= x && p.x() <= right() && p.y() >= y && p.y() <= bottom();
    }

    /// Whether all of another box is inside.
    boolean holds(Box other) {
        return other.x >= x
                && other.y >= y
                && other.right() <= right()
                && other.bottom() <= bottom();
    }

    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /// The smallest box around both.
    public Box union(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(
                left,
                top,
                Math.max(right(), other.right()) - left,
                Math.max(bottom(), other.bottom()) - top);
    }

    /// Mirrored at the diagonal.
    Box turned() {
        return new Box(y, x, height, width);
    }

    Box plus(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    /// This box with a margin all around.
    public Box grown(double margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }
}
