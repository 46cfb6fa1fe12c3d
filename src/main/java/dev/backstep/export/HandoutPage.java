package dev.backstep.export;

import dev.backstep.export.figure.Explained.Noted;
import dev.backstep.layout.Diagram;
import dev.backstep.paint.Fonts;
import dev.backstep.paint.FormulaPainter;
import dev.backstep.paint.Glyphs;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a handout says at one stop. It may take more than one sheet of paper.
///
/// @param mistake what is said of the one that the numbers of the picture are computed with
/// @param picture of the graph, if there is one
public record HandoutPage(
        List<Piece> title, Optional<Noted> mistake, Optional<Diagram> picture, List<Block> blocks) {

    public HandoutPage {
        title = List.copyOf(title);
        blocks = List.copyOf(blocks);
    }

    /// The first letter on it that no font has.
    OptionalInt missing() {
        IntStream words =
                Stream.concat(titled(), blocks.stream()).flatMapToInt(HandoutPage::lacking);
        IntStream cards =
                picture.stream().map(PictureLimits::missing).flatMapToInt(OptionalInt::stream);
        return IntStream.concat(words, cards).findFirst();
    }

    private Stream<Block> titled() {
        return Stream.of(new Block.Paragraph(title, "", 0));
    }

    private static IntStream lacking(Block block) {
        return switch (block) {
            case Block.Paragraph p -> p.runs().stream().flatMapToInt(r -> r.missing().stream());
            case Block.Displayed d -> FormulaPainter.missing(d.tex()).stream();
            case Block.Listing l -> Glyphs.missing(l.text(), Fonts.NUMBERS.at(1)).stream();
        };
    }

    /// A piece of a line.
    public sealed interface Piece {

        /// The first letter of it that no font has.
        default OptionalInt missing() {
            return switch (this) {
                case Words(String text, boolean _, boolean code) ->
                        Glyphs.missing(text, (code ? Fonts.NUMBERS : Fonts.WORDS).at(1));
                case Formula(String tex) -> FormulaPainter.missing(tex);
            };
        }

        /// @param code whether it is set as the program is
        record Words(String text, boolean strong, boolean code) implements Piece {}

        record Formula(String tex) implements Piece {}
    }

    /// Something below something else.
    public sealed interface Block {

        /// What stands before its first line, such as a bullet; may be empty.
        String mark();

        /// How many lists and quotations it is inside.
        int depth();

        record Paragraph(List<Piece> runs, String mark, int depth) implements Block {
            public Paragraph {
                runs = List.copyOf(runs);
            }
        }

        /// A formula on a line of its own, and the pieces that it may be divided into.
        record Displayed(String tex, List<String> pieces, String mark, int depth) implements Block {
            public Displayed {
                pieces = List.copyOf(pieces);
            }
        }

        /// Lines as they are.
        record Listing(String text, String mark, int depth) implements Block {}
    }
}
