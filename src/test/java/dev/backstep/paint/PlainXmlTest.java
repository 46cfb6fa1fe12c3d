package dev.backstep.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scilab.forge.jlatexmath.DefaultTeXFont;
import org.scilab.forge.jlatexmath.cyrillic.CyrillicRegistration;
import org.scilab.forge.jlatexmath.greek.GreekRegistration;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

class PlainXmlTest {

    /// Every table of JLaTeXMath, as Java's own reader reads it.
    @ParameterizedTest
    @ValueSource(
            classes = {DefaultTeXFont.class, GreekRegistration.class, CyrillicRegistration.class})
    void reads_the_tables_of_formulas(Class<?> of) throws Exception {
        URI jar = of.getProtectionDomain().getCodeSource().getLocation().toURI();
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar));
                Stream<Path> all = Files.walk(files.getPath("/org"))) {
            List<Path> tables = all.filter(f -> f.toString().endsWith(".xml")).toList();
            assertTrue(tables.size() > 5, tables.toString());
            for (Path table : tables) {
                String text = Files.readString(table);
                Element expected = javas(text);
                assertEquals(
                        outline(expected),
                        outline(PlainXml.read(text).getDocumentElement()),
                        table.toString());
            }
        }
    }

    @Test
    void reads_spellings_of_characters() throws Exception {
        String text =
                "<?xml version='1.0'?><!-- <no/> --><a b='&lt;&amp;&#65;&#x42;' c = \"it's\n>\"><d/>text</a>";
        assertEquals(outline(javas(text)), outline(PlainXml.read(text).getDocumentElement()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a",
                "<a b",
                "<a b='",
                "<a b=''",
                "<a>",
                "</a><b/>",
                "<a b='&other;'/>",
                "<a b='&amp'/>",
                "<!DOCTYPE a><a/>",
                "<a><![CDATA[x]]></a>",
                "<!-- <a/>"
            })
    void refuses_what_is_not_plain(String text) {
        assertThrows(SAXException.class, () -> PlainXml.read(text));
    }

    @Test
    void takes_the_place_of_javas_reader_for_formulas_only() {
        FormulaPainter.measure("x");
        assertNull(System.getProperty("javax.xml.parsers.DocumentBuilderFactory"));
    }

    private static Element javas(String text) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    /// An element with all that is in it, a line each.
    private static String outline(Element element) {
        StringBuilder out = new StringBuilder();
        outline(element, "", out);
        return out.toString();
    }

    private static void outline(Element element, String indent, StringBuilder out) {
        Map<String, String> attributes = new TreeMap<>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            String name = all.item(i).getNodeName();
            attributes.put(name, element.getAttribute(name));
        }
        out.append(indent).append(element.getTagName()).append(attributes).append('\n');
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element child) {
                outline(child, indent + " ", out);
            }
        }
    }
}
