package dev.backstep.layout;

/// A place in a picture, in units of its own (a card's text is 14 units high); y grows downward.
public record Point(double x, double y) {

    /// Mirrored at the diagonal.
    Point turned() {
        return new Point(y, x);
    }

    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }
}
