package dev.backstep.lang;

/// The characters of a text from `start` up to, not including, `end`.
public record Span(int start, int end) {}
