package dev.backstep.paint;

import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.Attr;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Comment;
import org.w3c.dom.DOMConfiguration;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.DocumentType;
import org.w3c.dom.Element;
import org.w3c.dom.EntityReference;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;
import org.w3c.dom.Text;

/// A document to be read: its elements, and nothing else of what a document of the DOM offers.
final class PlainDocument extends IIOMetadataNode implements Document {

    @Override
    public Element getDocumentElement() {
        return (Element) getFirstChild();
    }

    private static UnsupportedOperationException none() {
        return new UnsupportedOperationException("a plain document has elements only");
    }

    @Override
    public DocumentType getDoctype() {
        throw none();
    }

    @Override
    public DOMImplementation getImplementation() {
        throw none();
    }

    @Override
    public Element createElement(String name) {
        throw none();
    }

    @Override
    public DocumentFragment createDocumentFragment() {
        throw none();
    }

    @Override
    public Text createTextNode(String data) {
        throw none();
    }

    @Override
    public Comment createComment(String data) {
        throw none();
    }

    @Override
    public CDATASection createCDATASection(String data) {
        throw none();
    }

    @Override
    public ProcessingInstruction createProcessingInstruction(String target, String data) {
        throw none();
    }

    @Override
    public Attr createAttribute(String name) {
        throw none();
    }

    @Override
    public EntityReference createEntityReference(String name) {
        throw none();
    }

    @Override
    public Node importNode(Node node, boolean deep) {
        throw none();
    }

    @Override
    public Element createElementNS(String space, String name) {
        throw none();
    }

    @Override
    public Attr createAttributeNS(String space, String name) {
        throw none();
    }

    @Override
    public Element getElementById(String id) {
        throw none();
    }

    @Override
    public String getInputEncoding() {
        throw none();
    }

    @Override
    public String getXmlEncoding() {
        throw none();
    }

    @Override
    public boolean getXmlStandalone() {
        throw none();
    }

    @Override
    public void setXmlStandalone(boolean is) {
        throw none();
    }

    @Override
    public String getXmlVersion() {
        throw none();
    }

    @Override
    public void setXmlVersion(String version) {
        throw none();
    }

    @Override
    public boolean getStrictErrorChecking() {
        throw none();
    }

    @Override
    public void setStrictErrorChecking(boolean is) {
        throw none();
    }

    @Override
    public String getDocumentURI() {
        throw none();
    }

    @Override
    public void setDocumentURI(String address) {
        throw none();
    }

    @Override
    public Node adoptNode(Node node) {
        throw none();
    }

    @Override
    public DOMConfiguration getDomConfig() {
        throw none();
    }

    @Override
    public void normalizeDocument() {
        throw none();
    }

    @Override
    public Node renameNode(Node node, String space, String name) {
        throw none();
    }
}
