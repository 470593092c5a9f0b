package fr.sillage.platform.schema;

import fr.sillage.platform.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Element;

/**
 * The schema of an extension point, as it is written for those who contribute.
 *
 * @param text the whole file
 * @param documentation what stands at its head
 * @param sections the texts of the named sections at its end
 */
record PointSchema(
        String id, String text, String documentation, Map<String, String> sections, Map<String, Contributed> elements) {
    /** Sections without which a stranger does not get far: since when, how, what of, and where to look. */
    private static final List<String> SECTIONS = List.of("since", "examples", "apiinfo", "implementation");

    /** An element that a contribution may hold. */
    record Contributed(String documentation, Map<String, Attribute> attributes, Set<String> children) {}

    /** An attribute of it. */
    record Attribute(String documentation, boolean required, Set<String> values) {}

    static PointSchema read(Path file) {
        String text = Checkout.text(file);
        return parse(text);
    }

    static PointSchema parse(String text) {
        Element root = Xml.parse(text);
        String id = "";
        String documentation = "";
        Map<String, String> sections = new TreeMap<>();
        for (Element annotation : Xml.children(root, "annotation")) {
            String said = documentation(annotation);
            for (Element info : Xml.children(annotation, "appinfo")) {
                for (Element meta : Xml.children(info, "meta.schema")) {
                    id = meta.getAttribute("plugin") + "." + meta.getAttribute("id");
                    documentation = said;
                }
                Xml.children(info, "meta.section").forEach(s -> sections.put(s.getAttribute("type"), said));
            }
        }
        Map<String, Contributed> elements = new LinkedHashMap<>();
        Xml.children(root, "element").forEach(e -> elements.put(e.getAttribute("name"), contributed(e)));
        return new PointSchema(id, text, documentation, sections, elements);
    }

    private static Contributed contributed(Element element) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        Set<String> children = new TreeSet<>();
        for (Element type : Xml.children(element, "complexType")) {
            for (Element attribute : Xml.children(type, "attribute")) {
                attributes.put(
                        attribute.getAttribute("name"),
                        new Attribute(
                                annotated(attribute),
                                attribute.getAttribute("use").equals("required"),
                                values(attribute)));
            }
            Xml.descendants(type, "element").forEach(child -> children.add(child.getAttribute("ref")));
        }
        return new Contributed(annotated(element), attributes, children);
    }

    private static Set<String> values(Element attribute) {
        Set<String> values = new TreeSet<>();
        Xml.descendants(attribute, "enumeration").forEach(e -> values.add(e.getAttribute("value")));
        return values;
    }

    private static String annotated(Element element) {
        return Xml.children(element, "annotation").stream()
                .findFirst()
                .map(PointSchema::documentation)
                .orElse("");
    }

    private static String documentation(Element annotation) {
        return Xml.children(annotation, "documentation").stream()
                .findFirst()
                .map(Element::getTextContent)
                .orElse("")
                .strip();
    }

    /** What a stranger would miss. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (text.contains("[Enter ")) {
            gaps.add("a placeholder of the tool is left");
        }
        if (documentation.isEmpty()) {
            gaps.add("it does not say what it is for");
        }
        for (String section : SECTIONS) {
            if (sections.getOrDefault(section, "").isEmpty()) {
                gaps.add("no section " + section);
            }
        }
        String example = sections.getOrDefault("examples", "");
        if (!example.contains("<extension point=\"" + id + "\">")) {
            gaps.add("its example does not contribute to it");
        }
        elements.forEach((name, element) -> {
            if (element.documentation().isEmpty()) {
                gaps.add("element " + name + " is not described");
            }
            element.attributes().forEach((attribute, described) -> {
                if (described.documentation().isEmpty()) {
                    gaps.add("attribute " + name + "." + attribute + " is not described");
                }
            });
        });
        return gaps;
    }

    /** The example as somebody would copy it. */
    Optional<Element> example() {
        String example = sections.getOrDefault("examples", "");
        int start = example.indexOf("<extension");
        int end = example.indexOf("</extension>");
        return start < 0 || end < start
                ? Optional.empty()
                : Optional.of(Xml.parse(example.substring(start, end) + "</extension>"));
    }

    /** What an extension says that the schema does not know, or does not say though it must. */
    List<String> faults(Element extension) {
        List<String> faults = new ArrayList<>();
        check(extension, "extension", faults);
        return faults;
    }

    private void check(Element element, String name, List<String> faults) {
        Contributed known = elements.get(name);
        if (known == null) {
            faults.add("element " + name + " is not in the schema");
            return;
        }
        for (String attribute : Xml.attributes(element)) {
            Attribute described = known.attributes().get(attribute);
            if (described == null) {
                faults.add("attribute " + name + "." + attribute + " is not in the schema");
            } else if (!described.values().isEmpty() && !described.values().contains(element.getAttribute(attribute))) {
                faults.add("attribute " + name + "." + attribute + " has an unknown value");
            }
        }
        known.attributes().forEach((attribute, described) -> {
            if (described.required() && !element.hasAttribute(attribute)) {
                faults.add("attribute " + name + "." + attribute + " is missing");
            }
        });
        for (Element child : Xml.children(element)) {
            if (!known.children().contains(child.getTagName())) {
                faults.add("element " + child.getTagName() + " does not belong into " + name);
            }
            check(child, child.getTagName(), faults);
        }
    }
}
