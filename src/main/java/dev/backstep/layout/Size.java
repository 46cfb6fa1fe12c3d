package dev.backstep.layout;

/// A width and a height, in the units of a picture.
public record Size(double width, double height) {}
