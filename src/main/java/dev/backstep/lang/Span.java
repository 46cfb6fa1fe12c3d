package dev.backstep.lang;

/// The characters of a text from `start` up to, not including, `end`.
public record Span(int start, int end) {

    /// The same characters after `by` more have come before them.
    Span moved(int by) {
        return new Span(start + by, end + by);
    }

    /// Whether the other characters are among these.
    boolean holds(Span other) {
        return start <= other.start && other.end <= end;
    }
}
