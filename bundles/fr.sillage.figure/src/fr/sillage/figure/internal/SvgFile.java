package fr.sillage.figure.internal;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A scene as SVG 1.1: texts stay texts, and hints are shown by a browser when the mouse rests on what they belong to. */
final class SvgFile {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String FAMILIES = "'" + Type.FAMILY + "', 'Source Sans Pro', Arial, Helvetica, sans-serif";
    /** What no XML document may hold, however it is written. */
    private static final String FORBIDDEN =
            "[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]";

    private final XMLStreamWriter xml;

    private SvgFile(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] write(Scene scene) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new SvgFile(xml).write(scene, xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("no figure can be written", e);
        }
        return out.toByteArray();
    }

    private void write(Scene scene, XMLStreamWriter out) throws XMLStreamException {
        out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        out.writeStartElement("svg");
        out.writeDefaultNamespace(NAMESPACE);
        attribute("width", number(scene.width()));
        attribute("height", number(scene.height()));
        attribute("viewBox", "0 0 " + number(scene.width()) + " " + number(scene.height()));
        attribute("role", "img");
        attribute("font-family", FAMILIES);
        element("title", scene.title());
        element("desc", scene.description());
        box(new Shape.Box(0, 0, scene.width(), scene.height(), fr.sillage.figure.FigureColors.SURFACE, ""));
        for (Shape shape : scene.shapes()) {
            switch (shape) {
                case Shape.Box box -> box(box);
                case Shape.Stroke stroke -> stroke(stroke);
                case Shape.Text text -> text(text);
            }
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void box(Shape.Box box) throws XMLStreamException {
        xml.writeStartElement("rect");
        attribute("x", number(box.x()));
        attribute("y", number(box.y()));
        attribute("width", number(box.width()));
        attribute("height", number(box.height()));
        attribute("fill", color(box.rgb()));
        hint(box.hint());
        xml.writeEndElement();
    }

    private void stroke(Shape.Stroke stroke) throws XMLStreamException {
        xml.writeStartElement("line");
        attribute("x1", number(stroke.x1()));
        attribute("y1", number(stroke.y1()));
        attribute("x2", number(stroke.x2()));
        attribute("y2", number(stroke.y2()));
        attribute("stroke", color(stroke.rgb()));
        xml.writeEndElement();
    }

    private void text(Shape.Text text) throws XMLStreamException {
        xml.writeStartElement("text");
        attribute("x", number(text.x()));
        attribute("y", number(text.baseline()));
        attribute("font-size", number(text.size()));
        if (text.strong()) {
            attribute("font-weight", "600");
        }
        attribute("fill", color(text.rgb()));
        if (text.anchor() != Shape.Anchor.START) {
            attribute("text-anchor", text.anchor().name().toLowerCase(Locale.ROOT));
        }
        xml.writeCharacters(allowed(text.text()));
        hint(text.hint());
        xml.writeEndElement();
    }

    private void hint(String hint) throws XMLStreamException {
        if (!hint.isEmpty()) {
            element("title", hint);
        }
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }

    private static String allowed(String text) {
        return text.replaceAll(FORBIDDEN, "\uFFFD");
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String color(int rgb) {
        return String.format(Locale.ROOT, "#%06X", rgb);
    }
}
