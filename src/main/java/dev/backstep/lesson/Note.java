package dev.backstep.lesson;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/// The lecturer's own: a block quote that begins with `note:`.
record Note(List<TextBlock> blocks) {

    private static final Pattern START =
            Pattern.compile("\\s*(?:note|备注)\\s*[:：]\\s*", Pattern.CASE_INSENSITIVE);

    static Optional<Note> of(BlockQuote quote, Prose prose) {
        if (!(quote.getFirstChild() instanceof Paragraph first)
                || !(first.getFirstChild() instanceof Text text)) {
            return Optional.empty();
        }
        Matcher start = START.matcher(text.getLiteral());
        if (!start.lookingAt()) {
            return Optional.empty();
        }
        text.setLiteral(text.getLiteral().substring(start.end()));
        return Optional.of(new Note(blocks(quote, prose)));
    }

    private static List<TextBlock> blocks(Node quote, Prose prose) {
        return prose.inside(quote);
    }
}
