package fr.sillage.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.Values;
import fr.sillage.api.analysis.Figure;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.TableColumn.Kind;
import fr.sillage.api.published.Precision;
import fr.sillage.api.published.Provenance;
import fr.sillage.api.published.Published;
import fr.sillage.api.published.PublishedTable;
import fr.sillage.api.published.PublishedValue;
import fr.sillage.api.query.Unit;
import fr.sillage.api.seal.PublicationSeal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Figures as files, read back. */
class FigureExportTest {
    private static final Figure FIGURE =
            new Figure("shares", Figure.Kind.STACKED_SHARES, "counts", "row", "column", "rows", "margins");
    private static final String HOSTILE = "</text><script>alert(1)</script>&\u0000\u202E\"'";
    private static final Caption CAPTION = new Caption(
            "Croisement : région et <module>",
            List.of("13 529 inscriptions", "Filtre : présentation sauf 2013B"),
            "Part de chaque module",
            "Source : OULAD · seuil de publication : 5 personnes");

    private final List<List<PublishedValue>> counts = new ArrayList<>();
    private final List<List<PublishedValue>> margins = new ArrayList<>();

    @Test
    void theSvgIsWellFormedAndSaysAllThatTheScreenSays() throws Exception {
        cell("Wales", "AAA", number(12));
        cell("Wales", "BBB", number(36));
        margin("Wales", number(48));
        cell("Scotland", "AAA", PublishedValue.Withheld.INSTANCE);
        cell("Scotland", "BBB", number(60));
        margin("Scotland", number(80));
        cell("North", "AAA", PublishedValue.Withheld.INSTANCE);
        cell("North", "BBB", number(7));
        margin("North", PublishedValue.Withheld.INSTANCE);

        Document svg = parse(export(Locale.FRENCH, new FigureOrder(List.of("Wales"), List.of("BBB", "AAA")))
                .svg());

        List<String> texts = texts(svg, "text");
        assertTrue(
                texts.containsAll(List.of(
                        "Croisement : région et <module>",
                        "Filtre : présentation sauf 2013B",
                        "Part de chaque module",
                        "Source : OULAD · seuil de publication : 5 personnes",
                        "AAA",
                        "BBB",
                        "masqué",
                        "total masqué, parts inconnues",
                        "Scotland",
                        "North",
                        "25 %")),
                texts.toString());
        assertTrue(texts.indexOf("Wales") < texts.indexOf("Scotland"), "the order asked for");
        assertTrue(texts.indexOf("BBB") < texts.indexOf("AAA"), "the order asked for");
        List<String> hints = texts(svg, "title");
        assertTrue(hints.contains("Wales · BBB : 75,0 %"), hints.toString());
        assertTrue(hints.contains("Scotland · masqué : 25,0 %"), hints.toString());
        assertFalse(hints.stream().anyMatch(hint -> hint.startsWith("North ·")), "no share of a hidden total");
        Set<String> fills = attributes(svg, "rect", "fill");
        assertTrue(fills.containsAll(Set.of("#0B3C5D", "#3A8FC4", "#EEF1F4")), fills.toString());
        assertTrue(attributes(svg, "line", "stroke").contains("#B8C0CB"), "hatching");
    }

    @Test
    void partsAreAsLongAsTheirShares() throws Exception {
        cell("Wales", "AAA", number(25));
        cell("Wales", "BBB", number(75));
        margin("Wales", number(100));

        Document svg = parse(export(Locale.ENGLISH, FigureOrder.OF_THE_TABLE).svg());

        double first = 1 + width(svg, "Wales · AAA: 25.0%");
        double second = 1 + width(svg, "Wales · BBB: 75.0%");
        assertEquals(3, second / first, 0.01);
    }

    @Test
    void textsFromOutsideAreTexts() throws Exception {
        cell(HOSTILE, HOSTILE, number(12));
        margin(HOSTILE, number(12));

        Document svg = parse(export(Locale.FRENCH, FigureOrder.OF_THE_TABLE).svg());

        assertEquals(0, svg.getElementsByTagName("script").getLength());
        Set<String> elements = new HashSet<>();
        NodeList all = svg.getElementsByTagName("*");
        IntStream.range(0, all.getLength())
                .forEach(i -> elements.add(all.item(i).getNodeName()));
        assertEquals(Set.of("svg", "title", "desc", "rect", "line", "text"), elements);
        assertTrue(texts(svg, "text").stream().anyMatch(text -> text.startsWith("</text><script>")));
        assertTrue(export(Locale.FRENCH, FigureOrder.OF_THE_TABLE).png().length > 0);
    }

    @Test
    void everyCategoryIsNamedUpToTheMostThatAreDrawn() throws Exception {
        for (int row = 0; row < 20; row++) {
            for (int column = 0; column < 20; column++) {
                cell("Site " + row, "Course " + column, number(10));
            }
            margin("Site " + row, number(200));
        }

        List<String> texts =
                texts(parse(export(Locale.ENGLISH, FigureOrder.OF_THE_TABLE).svg()), "text");

        IntStream.range(0, 20).forEach(i -> assertTrue(texts.contains("Site " + i), "Site " + i));
        assertTrue(texts.contains("Others (15)"), texts.toString());
        assertTrue(texts.stream().anyMatch(text -> text.startsWith("Others: Course 5, ")), texts.toString());
    }

    @Test
    void thePngHasTwoPixelsForOneAndTheColoursOfTheScreen() throws Exception {
        cell("Wales", "AAA", number(12));
        cell("Wales", "BBB", number(36));
        margin("Wales", number(60));
        FigureExport export = export(Locale.FRENCH, FigureOrder.OF_THE_TABLE);
        Element svg = parse(export.svg()).getDocumentElement();

        byte[] png = export.png();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

        assertEquals(2 * Integer.parseInt(svg.getAttribute("width")), image.getWidth());
        assertEquals(2 * Integer.parseInt(svg.getAttribute("height")), image.getHeight());
        Set<Integer> colors = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colors.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        assertTrue(
                colors.containsAll(Set.of(
                        FigureColors.SURFACE,
                        FigureColors.SERIES.get(0),
                        FigureColors.SERIES.get(1),
                        FigureColors.HIDDEN,
                        FigureColors.INK)),
                "colours of the figure");
        assertFalse(colors.contains(FigureColors.SERIES.get(2)), "a colour of no part");
        assertEquals(192, dotsPerInch(png), 0.1);
    }

    private static double dotsPerInch(byte[] png) throws Exception {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in);
            Element tree = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            Element physical = (Element) tree.getElementsByTagName("pHYs").item(0);
            return Double.parseDouble(physical.getAttribute("pixelsPerUnitXAxis")) * 0.0254;
        } finally {
            reader.dispose();
        }
    }

    private static Document parse(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static List<String> texts(Document svg, String element) {
        NodeList nodes = svg.getElementsByTagName(element);
        return IntStream.range(0, nodes.getLength())
                // which of the spaces that do not break stands before the sign depends on the Java version
                .mapToObj(i -> nodes.item(i).getFirstChild().getNodeValue().replaceAll("[\u00A0\u202F]", " "))
                .toList();
    }

    private static Set<String> attributes(Document svg, String element, String attribute) {
        NodeList nodes = svg.getElementsByTagName(element);
        Set<String> values = new HashSet<>();
        IntStream.range(0, nodes.getLength())
                .forEach(i -> values.add(((Element) nodes.item(i)).getAttribute(attribute)));
        return values;
    }

    private static double width(Document svg, String hint) {
        NodeList titles = svg.getElementsByTagName("title");
        return IntStream.range(0, titles.getLength())
                .mapToObj(titles::item)
                .filter(title -> title.getTextContent().equals(hint))
                .mapToDouble(title -> Double.parseDouble(((Element) title.getParentNode()).getAttribute("width")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + hint));
    }

    private FigureExport export(Locale locale, FigureOrder order) {
        return new FigureExport(published(), FIGURE, order, CAPTION, UnaryOperator.identity(), locale);
    }

    private void cell(String row, String column, PublishedValue rows) {
        counts.add(List.of(new PublishedValue.Label(row), new PublishedValue.Label(column), rows));
    }

    private void margin(String category, PublishedValue rows) {
        margins.add(List.of(new PublishedValue.Term("row"), new PublishedValue.Label(category), rows));
    }

    private static PublishedValue number(double value) {
        return new PublishedValue.Number(value, Precision.EXACT);
    }

    private Published published() {
        return Published.seal(
                new PublicationSeal(),
                List.of(
                        new PublishedTable(
                                "counts",
                                List.of(
                                        new TableColumn("row", Kind.LABEL),
                                        new TableColumn("column", Kind.LABEL),
                                        new TableColumn("rows", Kind.INTEGER)),
                                counts),
                        new PublishedTable(
                                "margins",
                                List.of(
                                        new TableColumn("axis", Kind.TERM),
                                        new TableColumn("category", Kind.LABEL),
                                        new TableColumn("rows", Kind.INTEGER)),
                                margins)),
                List.of(FIGURE),
                List.of(),
                new Provenance("test", Values.NONE, List.of(), 5, Unit.ROW, 0));
    }
}
