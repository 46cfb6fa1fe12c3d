package dev.backstep.lesson;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/// A piece of a line of a lesson's text.
public sealed interface Inline {

    record Words(String text) implements Inline {}

    record Emphasised(List<Inline> inside) implements Inline {
        public Emphasised {
            inside = List.copyOf(inside);
        }
    }

    record Strong(List<Inline> inside) implements Inline {
        public Strong {
            inside = List.copyOf(inside);
        }
    }

    /// Code in a line; often the name of a node.
    record Code(String text) implements Inline {}

    /// A formula in a line.
    ///
    /// @param displayed whether it is set with the room of a line of its own
    record Math(String tex, boolean displayed) implements Inline {}

    /// A link into the web.
    ///
    /// @param address `https://…` or `http://…`
    record WebLink(String address, List<Inline> inside) implements Inline {
        public WebLink {
            inside = List.copyOf(inside);
        }
    }

    /// A picture beside the lesson.
    ///
    /// @param address where it is read from
    /// @param description for who cannot see it
    record Image(URI address, String description) implements Inline {}

    /// The end of a line that is meant as such.
    record LineBreak() implements Inline {}

    /// The same as plain words; formulas as TeX.
    static String plain(List<Inline> line) {
        return line.stream().map(Inline::plain).collect(Collectors.joining());
    }

    /// The same with formulas between dollar signs.
    static String marked(List<Inline> line) {
        return line.stream()
                .map(
                        piece ->
                                piece instanceof Math(String tex, boolean _)
                                        ? "$" + tex + "$"
                                        : plain(piece))
                .collect(Collectors.joining());
    }

    private static String plain(Inline piece) {
        return switch (piece) {
            case Words(String text) -> text;
            case Emphasised(var inside) -> plain(inside);
            case Strong(var inside) -> plain(inside);
            case Code(String text) -> text;
            case Math(String tex, _) -> tex;
            case WebLink(_, var inside) -> plain(inside);
            case Image(_, String description) -> description;
            case LineBreak _ -> " ";
        };
    }
}
