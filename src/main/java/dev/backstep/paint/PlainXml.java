package dev.backstep.paint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.imageio.metadata.IIOMetadataNode;
import org.xml.sax.SAXException;

/// Reads XML that is made of elements and their attributes. Text and comments are left out; what
/// has a document type, a section of character data or an entity of its own is refused.
final class PlainXml {

    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private final String text;
    private final PlainDocument document = new PlainDocument();
    private final Deque<IIOMetadataNode> open = new ArrayDeque<>();
    private int at;

    private PlainXml(String text) {
        this.text = text;
        open.push(document);
    }

    /// @throws SAXException if it is something else
    static PlainDocument read(String text) throws SAXException {
        PlainXml xml = new PlainXml(text);
        xml.read();
        return xml.document;
    }

    private void read() throws SAXException {
        for (at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
            if (text.startsWith("<!--", at)) {
                skip("-->");
            } else if (text.startsWith("<?", at)) {
                skip("?>");
            } else if (text.startsWith("</", at)) {
                skip(">");
                close();
            } else {
                element();
            }
        }
        if (open.size() != 1) {
            throw new SAXException("an element is not closed");
        }
    }

    private void close() throws SAXException {
        if (open.size() == 1) {
            throw new SAXException("nothing is open at " + at);
        }
        open.pop();
    }

    private void skip(String end) throws SAXException {
        at = after(end, at);
    }

    private int after(String end, int from) throws SAXException {
        int found = text.indexOf(end, from);
        if (found < 0) {
            throw new SAXException("no " + end);
        }
        return found + end.length();
    }

    private void element() throws SAXException {
        at++;
        IIOMetadataNode element = new IIOMetadataNode(name());
        open.element().appendChild(element);
        spaces();
        while (next() != '>' && next() != '/') {
            attribute(element);
            spaces();
        }
        if (next() == '>') {
            open.push(element);
        }
        skip(">");
    }

    private void attribute(IIOMetadataNode element) throws SAXException {
        String name = name();
        spaces();
        if (next() != '=') {
            throw new SAXException("no value of " + name);
        }
        at++;
        spaces();
        String quote = String.valueOf(next());
        int end = after(quote, at + 1);
        element.setAttribute(name, spelt(text.substring(at + 1, end - 1)));
        at = end;
    }

    private String name() throws SAXException {
        int start = at;
        while (isOfName(next())) {
            at++;
        }
        if (at == start) {
            throw new SAXException("no name at " + at);
        }
        return text.substring(start, at);
    }

    /// Asks first about what names are mostly made of: half a megabyte is read before it is
    /// compiled.
    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || Character.isLetterOrDigit(c) || "_-.:".indexOf(c) >= 0;
    }

    private void spaces() throws SAXException {
        while (next() <= ' ') {
            at++;
        }
    }

    private char next() throws SAXException {
        if (at >= text.length()) {
            throw new SAXException("it ends too early");
        }
        return text.charAt(at);
    }

    /// A value as it is meant: `&lt;` is `<`, `&#8741;` is `∥`, and a line break is a space.
    private static String spelt(String value) throws SAXException {
        if (value.indexOf('&') < 0 && value.indexOf('\n') < 0) {
            return value;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int to = value.indexOf('&'); to >= 0; to = value.indexOf('&', from)) {
            int end = value.indexOf(';', to);
            if (end < 0) {
                throw new SAXException("no ; in " + value);
            }
            out.append(value, from, to).append(entity(value.substring(to + 1, end)));
            from = end + 1;
        }
        return out.append(value, from, value.length()).toString().replace('\n', ' ');
    }

    private static String entity(String name) throws SAXException {
        if (name.startsWith("#x")) {
            return Character.toString(Integer.parseInt(name, 2, name.length(), 16));
        }
        if (name.startsWith("#")) {
            return Character.toString(Integer.parseInt(name, 1, name.length(), 10));
        }
        String character = ENTITIES.get(name);
        if (character == null) {
            throw new SAXException("no entity " + name);
        }
        return character;
    }
}
