package dev.backstep.paint;

import java.awt.Graphics2D;

/// A picture that fills the place it is given.
@FunctionalInterface
public interface Painting {

    /// Paints from the origin.
    void paint(Graphics2D g, double width, double height);
}
