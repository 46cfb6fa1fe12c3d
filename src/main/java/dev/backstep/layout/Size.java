package dev.backstep.layout;

/// How wide and how high something is, in the units of a picture.
public record Size(double width, double height) {

    /// Width and height exchanged.
    Size turned() {
        return new Size(height, width);
    }
}
