package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/// Ten thousand texts of strangers in TeX, Python and Markdown: none becomes more than a text.
class HostileTextsTest {

    private static final int MANY = 10_000;

    private static final List<String> PIECES =
            List.of(
                    "\\input{/etc/passwd}",
                    "\\write18{rm}",
                    "\\end{document}",
                    "};",
                    "$",
                    "$$",
                    "{",
                    "}",
                    "%",
                    "#",
                    "&",
                    "_",
                    "^^M",
                    "~",
                    "\n",
                    "\n\n",
                    "\r",
                    "\0",
                    "\u2028",
                    "\ud800",
                    "\"",
                    "\\",
                    "\\\"",
                    "\\N",
                    "\"]; x [label=\"",
                    "<b>",
                    "'''",
                    "\"\"\"",
                    "\"); import os; os.system(\"x",
                    "\\u0022",
                    "<script>alert(1)</script>",
                    "![a](x)",
                    "[a](javascript:x)",
                    "<!--",
                    "*",
                    "`",
                    "|",
                    "a",
                    "1",
                    " ",
                    "ŷ",
                    "变量",
                    "import",
                    "None",
                    "torch",
                    "😀");

    private static List<String> texts(long seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int k = 0; k < MANY; k++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(6); piece >= 0; piece--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    /// What is left are letters, escaped signs, and the formulas that stand for signs of
    /// mathematics.
    @Test
    void in_tex_they_hold_no_command_and_stay_on_their_line() {
        Pattern harmless =
                Pattern.compile(
                        "(\\\\text(backslash|asciitilde|asciicircum)\\{\\}|\\\\[{}$&#%_]"
                                + "|\\$[\\^_]?(\\{[\\dx-]\\}|\\\\\\w+|[-']|\\{\\\\top\\})\\$|\\\\ldots\\{\\}"
                                + "|\\$\\\\(frac\\{1\\}\\{[24]\\}|hat\\{(\\w|\\\\\\w+)\\})\\$"
                                + "|[^\\\\{}$&#%_~^\\p{Cntrl}\\u2028\\u2029])*+");
        for (String text : texts(21)) {
            String tex = LatexText.of(text);
            assertTrue(harmless.matcher(tex).matches(), text + " became " + tex);
        }
    }

    @Test
    void in_python_they_read_back_as_they_were_in_ascii() {
        Pattern escape = Pattern.compile("\\\\U([0-9a-f]{8})");
        for (String text : texts(22)) {
            String quoted = Python.quoted(text);
            String inner = quoted.substring(1, quoted.length() - 1);
            assertTrue(inner.matches("([ !#-\\[\\]-~]|\\\\U[0-9a-f]{8})*"), text + ": " + quoted);
            StringBuilder back = new StringBuilder();
            var found = escape.matcher(inner);
            while (found.find()) {
                found.appendReplacement(back, "");
                back.appendCodePoint(Integer.parseInt(found.group(1), 16));
            }
            assertEquals(text, found.appendTail(back).toString());
        }
    }

    @Test
    void as_names_of_python_they_are_names_and_each_its_own() {
        Python python = new Python(TorchFunctions.names());
        Set<String> given = new HashSet<>();
        for (String text : new HashSet<>(texts(23))) {
            String name = python.name(text);
            assertTrue(name.matches("[A-Za-z_][A-Za-z0-9_]*"), text + ": " + name);
            assertFalse(Set.of("None", "import", "torch", "relu").contains(name), name);
            assertTrue(given.add(name), text + ": " + name);
            assertEquals(name, python.name(text));
        }
    }

    @Test
    void in_markdown_they_are_no_html_no_link_and_no_picture() {
        Parser parser = Parser.builder().build();
        for (String text : texts(25)) {
            String markdown = "**1** " + MarkdownWalk.escaped(text) + "\n";
            parser.parse(markdown)
                    .accept(
                            new AbstractVisitor() {
                                @Override
                                public void visit(HtmlBlock html) {
                                    throw new AssertionError(markdown);
                                }

                                @Override
                                public void visit(HtmlInline html) {
                                    throw new AssertionError(markdown);
                                }

                                @Override
                                public void visit(Link link) {
                                    throw new AssertionError(markdown);
                                }

                                @Override
                                public void visit(Image image) {
                                    throw new AssertionError(markdown);
                                }
                            });
        }
    }
}
