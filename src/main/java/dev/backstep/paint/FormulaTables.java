package dev.backstep.paint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.scilab.forge.jlatexmath.DefaultTeXFont;
import org.scilab.forge.jlatexmath.Glue;
import org.scilab.forge.jlatexmath.SymbolAtom;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Has JLaTeXMath read its tables (metrics of fonts, symbols, settings: half a megabyte of XML)
/// with [PlainXml]. In a process that has just started, Java's own reader takes longer for them
/// than all the rest of a small picture does.
public final class FormulaTables {

    private static final String READER = "javax.xml.parsers.DocumentBuilderFactory";

    private FormulaTables() {}

    /// Reads them, once. To be called before anything else of JLaTeXMath; looks for no font. A
    /// reader that the user has named stays.
    public static void load() {
        Loaded.once();
    }

    private static final class Loaded {

        static {
            if (System.getProperty(READER) == null) {
                read();
            }
        }

        static void once() {}
    }

    private static void read() {
        System.setProperty(READER, Factory.class.getName());
        try {
            TeXFormula.registerFonts(false); // else AWT looks for all fonts of the system
            var _ = new TeXFormula();
            var _ = new DefaultTeXFont(1);
            var _ = SymbolAtom.symbols;
            var _ = new Glue(0, 0, 0, "");
        } finally {
            System.clearProperty(READER);
        }
    }

    /// Found by its name.
    public static final class Factory extends DocumentBuilderFactory {

        @Override
        public DocumentBuilder newDocumentBuilder() {
            return new TableReader();
        }

        @Override
        public void setAttribute(String name, Object value) {
            throw new IllegalArgumentException(name);
        }

        @Override
        public Object getAttribute(String name) {
            throw new IllegalArgumentException(name);
        }

        @Override
        public void setFeature(String name, boolean value) throws ParserConfigurationException {
            throw new ParserConfigurationException(name);
        }

        @Override
        public boolean getFeature(String name) {
            return false;
        }
    }

    private static final class TableReader extends DocumentBuilder {

        @Override
        public Document parse(InputStream in) throws SAXException, IOException {
            return PlainXml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }

        @Override
        public Document parse(InputSource in) throws SAXException, IOException {
            return parse(in.getByteStream());
        }

        @Override
        public boolean isNamespaceAware() {
            return false;
        }

        @Override
        public boolean isValidating() {
            return false;
        }

        @Override
        public void setEntityResolver(@Nullable EntityResolver none) {}

        @Override
        public void setErrorHandler(@Nullable ErrorHandler none) {}

        @Override
        public Document newDocument() {
            throw new UnsupportedOperationException();
        }

        @Override
        public DOMImplementation getDOMImplementation() {
            throw new UnsupportedOperationException();
        }
    }
}
