package dev.backstep.lang;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.backstep.graph.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What stands behind another `#` of a title is the note of the section, as behind a statement.
class SectionTitlesTest {

    private static List<Group> groups(String title) {
        String text = title + "\nx = 2\ny = x^2\n##\nL = y + 1\n";
        ReadResult read = Language.read(text);
        return assertInstanceOf(ReadResult.Ok.class, read).model().groups();
    }

    private static void check(String line, String title, String note) {
        Group section = groups(line).getFirst();
        assertEquals(Group.Kind.SECTION, section.kind());
        assertEquals(title, section.name(), line);
        assertEquals(title, section.title(), line);
        assertEquals(note, section.note(), line);
    }

    @Test
    void a_comment_behind_a_title_is_the_note_of_the_section() {
        check("## Forward", "Forward", "");
        check("## Forward # the first half", "Forward", "the first half");
        check("  ##Forward#the first half", "Forward", "the first half");
        check("## Forward ## the first # half", "Forward", "the first # half");
        check("## Forward ##", "Forward", "");
    }

    /// A comment alone behind the sign of a section ends the one before, and begins none.
    @Test
    void without_a_title_none_begins() {
        assertEquals(
                List.of(),
                groups("## # why").stream().filter(g -> g.kind() == Group.Kind.SECTION).toList());
    }

    @Test
    void the_note_has_the_colour_of_a_comment() {
        List<Coloring.Piece> pieces = Coloring.of("## Forward # half\n");
        assertEquals(
                List.of(
                        new Coloring.Piece(new Span(0, 11), Coloring.Kind.TITLE),
                        new Coloring.Piece(new Span(11, 17), Coloring.Kind.COMMENT)),
                pieces);
    }
}
