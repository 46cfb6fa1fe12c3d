package dev.backstep.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/// CommonMark with formulas: `$…$` in a line, `$$…$$` in a line or over several.
///
/// As Pandoc has it, a `$` begins a formula only if no space follows it, and ends one only if no
/// space stands before it and no digit behind, so that `$5 and $6` are sums of money. Inside a
/// formula no sign is one of Markdown's.
final class Markdown {

    /// Containers deeper than that are read as text.
    private static final int DEEPEST = 40;

    /// Text with more marks of emphasis, links and pictures, each of which may lie in the one
    /// before, is read as it stands.
    private static final int MOST_MARKS = 2_000;

    private static final Parser PARSER =
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .maxOpenBlockParsers(DEEPEST)
                    .inlineParserFactory(Markdown::inlines)
                    .customBlockParserFactory(new Displays())
                    .customInlineContentParserFactory(new FormulaFactory())
                    .build();

    private Markdown() {}

    /// Front matter, as other tools keep it at the beginning, is passed over; all else stays where
    /// it stands.
    static Node parse(String text) {
        int end = FrontMatter.end(text);
        StringBuilder passed = new StringBuilder(text);
        for (int k = 0; k < end; k++) {
            if (passed.charAt(k) != '\r' && passed.charAt(k) != '\n') {
                passed.setCharAt(k, ' ');
            }
        }
        return PARSER.parse(passed.toString());
    }

    private static InlineParser inlines(InlineParserContext context) {
        InlineParser usual = new InlineParserImpl(context);
        return (lines, node) -> {
            String text = lines.getContent();
            if (text.chars().filter(c -> "*_[".indexOf(c) >= 0).count() <= MOST_MARKS) {
                usual.parse(lines, node);
            } else {
                Text plain = new Text(text);
                plain.setSourceSpans(lines.getSourceSpans());
                node.appendChild(plain);
            }
        };
    }

    /// A formula in a line.
    static final class FormulaNode extends CustomNode {

        private final String tex;
        private final boolean displayed;

        private FormulaNode(String tex, boolean displayed) {
            this.tex = tex;
            this.displayed = displayed;
        }

        String tex() {
            return tex;
        }

        /// Whether it is set as on a line of its own.
        boolean isDisplayed() {
            return displayed;
        }
    }

    /// A formula over lines of its own.
    static final class FormulaBlock extends CustomBlock {

        private final List<String> lines = new ArrayList<>();
        private boolean closed;

        String tex() {
            return String.join("\n", lines).strip();
        }

        /// Whether `$$` ends it; else it goes on to the end of what it stands in.
        boolean isClosed() {
            return closed;
        }
    }

    private static final class FormulaFactory implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return new FormulaParser();
        }
    }

    /// The formulas of one text. Where one `$` has no end, no later one has, so that a text is
    /// looked through once for each kind and not once for each sign.
    private static final class FormulaParser implements InlineContentParser {

        private boolean noneEnds;
        private boolean noneDisplayedEnds;

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            Position begin = scanner.position();
            int signs = scanner.matchMultiple('$');
            boolean displayed = signs >= 2;
            if (displayed && noneDisplayedEnds) {
                return asText(scanner, begin, signs);
            }
            if (!displayed && (noneEnds || Character.isWhitespace(scanner.peekCodePoint()))) {
                return ParsedInline.none();
            }
            Position start = scanner.position();
            if (!toEnd(scanner, displayed)) {
                noneDisplayedEnds |= displayed;
                noneEnds |= !displayed;
                return displayed ? asText(scanner, begin, signs) : ParsedInline.none();
            }
            String all = scanner.getSource(start, scanner.position()).getContent();
            String tex = all.substring(0, all.length() - (displayed ? 2 : 1));
            return tex.isBlank()
                    ? ParsedInline.none()
                    : ParsedInline.of(new FormulaNode(tex.strip(), displayed), scanner.position());
        }

        /// All of a run of `$` but the last, which may begin a formula in the line.
        private static ParsedInline asText(Scanner scanner, Position begin, int signs) {
            scanner.setPosition(begin);
            for (int k = 1; k < signs; k++) {
                scanner.next();
            }
            return ParsedInline.of(new Text("$".repeat(signs - 1)), scanner.position());
        }

        /// Moves behind the next sign that ends a formula, if there is one.
        private static boolean toEnd(Scanner scanner, boolean displayed) {
            boolean spaced = false;
            while (scanner.hasNext()) {
                char c = scanner.peek();
                scanner.next();
                if (c == '\\') {
                    scanner.next();
                } else if (c == '$' && ends(scanner, displayed, spaced)) {
                    return true;
                }
                spaced = Character.isWhitespace(c);
            }
            return false;
        }

        /// Whether the `$` just read, with the next one, ends a formula.
        private static boolean ends(Scanner scanner, boolean displayed, boolean spaced) {
            return displayed
                    ? scanner.next('$')
                    : !spaced && !Character.isDigit(scanner.peekCodePoint());
        }
    }

    private static final class Displays extends AbstractBlockParserFactory {

        /// A line that begins with `$$`, unless its formula ends in it and other text follows.
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser before) {
            CharSequence line = state.getLine().getContent();
            int from = state.getNextNonSpaceIndex();
            String rest = line.subSequence(from, line.length()).toString().strip();
            int end = rest.indexOf("$$", 2);
            boolean begins =
                    rest.startsWith("$$") && (end < 0 || end > 2 && end == rest.length() - 2);
            return begins && state.getIndent() < Parsing.CODE_INDENT
                    ? BlockStart.of(new DisplayParser()).atIndex(from + 2)
                    : BlockStart.none();
        }
    }

    private static final class DisplayParser extends AbstractBlockParser {

        private final FormulaBlock block = new FormulaBlock();

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            return block.closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
        }

        @Override
        public void addLine(SourceLine line) {
            String content = line.getContent().toString().stripTrailing();
            if (block.closed) {
                return;
            }
            block.closed = content.endsWith("$$");
            block.lines.add(block.closed ? content.substring(0, content.length() - 2) : content);
        }
    }

    /// Constants of CommonMark.
    private static final class Parsing {

        /// Lines indented by so many spaces are code.
        private static final int CODE_INDENT = 4;
    }
}
