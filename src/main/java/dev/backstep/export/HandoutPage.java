package dev.backstep.export;

import dev.backstep.export.figure.Explained.Noted;
import dev.backstep.layout.Diagram;
import java.util.List;
import java.util.Optional;

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

    /// A piece of a line.
    public sealed interface Piece {

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
