package dev.backstep.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backstep.paint.Fonts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// Texts of strangers in files that others read: none becomes more than a text.
class HostileNamesTest {

    private static final List<String> PIECES =
            List.of(
                    "<script>alert(1)</script>",
                    "]]>",
                    "<![CDATA[",
                    "&",
                    "&amp;",
                    "&#0;",
                    "\"",
                    "'",
                    "<!--",
                    "-->",
                    "<?xml ?>",
                    "onload=",
                    "javascript:",
                    "\0",
                    "\u0001",
                    "\ud800",
                    "\udfff",
                    "\u202e",
                    "\ufffe",
                    "\n",
                    "\t",
                    "权",
                    "½",
                    "ŷ",
                    "é",
                    "e\u0301",
                    "😀",
                    "(",
                    ")",
                    "\\",
                    "%",
                    "a",
                    "1",
                    " ",
                    "${x}",
                    "../",
                    "<svg onload='x'>",
                    "';--",
                    "العربية");

    private static final Set<String> ELEMENTS = Set.of("svg", "title", "defs", "g", "path", "rect");

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int pieces = 1 + random.nextInt(5);
        for (int k = 0; k < pieces; k++) {
            name.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return name.toString();
    }

    private static Drawing drawing(String name) {
        return new Drawing(
                new Png.PixelSize(200, 40),
                g -> {
                    g.setFont(Fonts.WORDS.at(12));
                    g.drawString(name, 4f, 20f);
                });
    }

    @Test
    void ten_thousand_names_are_no_more_than_text_in_svg() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder parser = factory.newDocumentBuilder();
        Random random = new Random(11);
        for (int run = 0; run < 10_000; run++) {
            String name = name(random);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Svg.write(drawing(name), name, out);
            Element root =
                    parser.parse(new ByteArrayInputStream(out.toByteArray())).getDocumentElement();
            String why = "run " + run + ": " + out.toString(StandardCharsets.UTF_8);
            assertHarmless(root, why);
            NodeList title = root.getElementsByTagName("title");
            assertEquals(1, title.getLength(), why);
            assertEquals(Svg.allowed(name), title.item(0).getTextContent(), why);
        }
    }

    private static void assertHarmless(Element element, String why) {
        assertTrue(ELEMENTS.contains(element.getTagName()), why);
        for (int k = 0; k < element.getAttributes().getLength(); k++) {
            String attribute = element.getAttributes().item(k).getNodeName();
            assertFalse(attribute.startsWith("on") || attribute.endsWith("href"), why);
        }
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element child) {
                assertHarmless(child, why);
            }
        }
    }

    @Test
    void names_leave_a_pdf_whole() throws IOException {
        Random random = new Random(12);
        for (int run = 0; run < 100; run++) {
            String name = name(random);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Pdf.write(drawing(name), name, out);
            try (PDDocument read = Loader.loadPDF(out.toByteArray())) {
                assertEquals(1, read.getNumberOfPages());
            }
        }
    }
}
