package dev.backstep.lesson;

import java.util.List;

/// A block of a lesson's text.
public sealed interface TextBlock {

    record Paragraph(List<Inline> words) implements TextBlock {
        public Paragraph {
            words = List.copyOf(words);
        }
    }

    /// A heading inside a stop.
    ///
    /// @param level 3 to 6
    record Subheading(int level, List<Inline> words) implements TextBlock {
        public Subheading {
            words = List.copyOf(words);
        }
    }

    /// A formula on a line of its own, or on several if its line is too short for it.
    record Displayed(String tex) implements TextBlock {

        /// What stands between its `\quad`s and `\qquad`s, where a line may end.
        public List<String> pieces() {
            return Tex.pieces(tex);
        }
    }

    /// A list.
    ///
    /// @param first the number of its first item; 0 or more in a numbered list, −1 with bullets
    record Items(int first, List<List<TextBlock>> items) implements TextBlock {
        public Items {
            items = items.stream().map(List::copyOf).toList();
        }

        public boolean isNumbered() {
            return first >= 0;
        }
    }

    /// Code that is shown, not run.
    record Listing(String text) implements TextBlock {}

    record Quoted(List<TextBlock> blocks) implements TextBlock {
        public Quoted {
            blocks = List.copyOf(blocks);
        }
    }

    /// A line across.
    record Rule() implements TextBlock {}

    /// A question, asked at this place.
    record Asked(LessonQuestion question) implements TextBlock {}
}
