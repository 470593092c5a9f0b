package fr.sillage.platform.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.platform.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;

/** The schemas of the extension points are written for a stranger, and true. */
class SchemasTest {
    private static final String DRAFT = """
            <schema targetNamespace="org.example">
               <annotation>
                  <appinfo><meta.schema plugin="org.example" id="points" name="Points"/></appinfo>
                  <documentation>[Enter description of this extension point.]</documentation>
               </annotation>
               <element name="extension">
                  <annotation><documentation>One.</documentation></annotation>
                  <complexType>
                     <sequence><element ref="thing"/></sequence>
                     <attribute name="point" type="string" use="required"/>
                  </complexType>
               </element>
               <element name="thing"><complexType>
                  <attribute name="id" type="string" use="required">
                     <annotation><documentation> </documentation></annotation>
                  </attribute>
               </complexType></element>
               <annotation>
                  <appinfo><meta.section type="since"/></appinfo>
                  <documentation>1</documentation>
               </annotation>
            </schema>
            """;

    private final Map<String, PointSchema> schemas = schemas();

    @TestFactory
    Stream<DynamicTest> everySchemaIsComplete() {
        return schemas.values().stream()
                .map(schema -> DynamicTest.dynamicTest(
                        schema.id(), () -> assertEquals(List.of(), schema.gaps(), schema.id())));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleKeepsItsSchema() {
        return schemas.values().stream()
                .map(schema -> DynamicTest.dynamicTest(
                        schema.id(),
                        () -> assertEquals(
                                List.of(), schema.faults(schema.example().orElseThrow()), schema.id())));
    }

    @Test
    void everyPointHasASchemaAndEveryContributionOfOursKeepsIt() {
        List<String> faults = new ArrayList<>();
        int contributions = 0;
        for (Path bundle : Checkout.bundles()) {
            Path plugin = bundle.resolve("plugin.xml");
            if (!Files.exists(plugin)) {
                continue;
            }
            Element root = Xml.parse(Checkout.text(plugin));
            for (Element point : Xml.children(root, "extension-point")) {
                if (!schemas.containsKey(bundle.getFileName() + "." + point.getAttribute("id"))) {
                    faults.add(bundle.getFileName() + ": no schema of the point " + point.getAttribute("id"));
                }
            }
            for (Element extension : Xml.children(root, "extension")) {
                PointSchema schema = schemas.get(extension.getAttribute("point"));
                if (schema != null) {
                    contributions++;
                    schema.faults(extension).forEach(f -> faults.add(bundle.getFileName() + ": " + f));
                }
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(contributions >= 5, "only " + contributions + " contributions were looked at");
    }

    @Test
    void whatADraftLacksIsFound() {
        assertEquals(
                List.of(
                        "a placeholder of the tool is left",
                        "no section examples",
                        "no section apiinfo",
                        "no section implementation",
                        "its example does not contribute to it",
                        "attribute extension.point is not described",
                        "element thing is not described",
                        "attribute thing.id is not described"),
                PointSchema.parse(DRAFT).gaps());
    }

    @Test
    void whatAContributionSaysWronglyIsFound() {
        assertEquals(
                List.of(
                        "attribute thing.nam is not in the schema",
                        "attribute thing.id is missing",
                        "element other does not belong into extension",
                        "element other is not in the schema"),
                PointSchema.parse(DRAFT)
                        .faults(Xml.parse(
                                "<extension point='org.example.points'><thing nam='x'/><other/></extension>")));
    }

    private static Map<String, PointSchema> schemas() {
        Map<String, PointSchema> all = new TreeMap<>();
        for (Path file : Checkout.files("schema", ".exsd")) {
            PointSchema schema = PointSchema.read(file);
            all.put(schema.id(), schema);
        }
        assertTrue(all.keySet()
                .containsAll(List.of(
                        "fr.sillage.core.dataSources",
                        "fr.sillage.core.anonymizers",
                        "fr.sillage.core.analysisViews",
                        "fr.sillage.ui.pages")));
        return all;
    }
}
