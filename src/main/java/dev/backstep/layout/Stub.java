package dev.backstep.layout;

/// One end of a wire that is too long to be drawn whole: a short piece of it, and a tag that names
/// the card at which the wire begins.
///
/// @param source the card at which the wire begins
/// @param name TeX of what that card is called
/// @param tag where the name stands
/// @param piece what is drawn of the wire: from the tag to the card that uses it, or from the
///   source to the tag
public record Stub(int source, String name, Box tag, Route piece) {

    Stub plus(double dx, double dy) {
        return new Stub(source, name, tag.plus(dx, dy), piece.plus(dx, dy));
    }
}
