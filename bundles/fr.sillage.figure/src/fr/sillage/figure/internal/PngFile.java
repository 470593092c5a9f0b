package fr.sillage.figure.internal;

import fr.sillage.figure.FigureColors;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** A scene as PNG, with its resolution: a document shows it in the size of the screen and prints it sharply. */
final class PngFile {
    private static final double PIXELS_PER_METRE = 96 / 0.0254;

    private final Graphics2D graphics;
    private final Type type = Type.get();

    private PngFile(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /** @param scale pixels of the image in a pixel of the scene */
    static byte[] write(Scene scene, int scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(scene.width() * scale),
                (int) Math.ceil(scene.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setColor(new Color(FigureColors.SURFACE));
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(scale, scale);
            graphics.setStroke(new BasicStroke(1));
            PngFile file = new PngFile(graphics);
            scene.shapes().forEach(file::paint);
        } finally {
            graphics.dispose();
        }
        return encoded(image, scale);
    }

    private void paint(Shape shape) {
        switch (shape) {
            case Shape.Box box -> {
                graphics.setColor(new Color(box.rgb()));
                graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
            }
            case Shape.Stroke stroke -> {
                graphics.setColor(new Color(stroke.rgb()));
                graphics.draw(new Line2D.Double(stroke.x1(), stroke.y1(), stroke.x2(), stroke.y2()));
            }
            case Shape.Text text -> text(text);
        }
    }

    private void text(Shape.Text text) {
        if (text.text().isBlank()) {
            return;
        }
        Font font = type.font(text.text(), text.size(), text.strong());
        TextLayout layout = new TextLayout(text.text(), font, graphics.getFontRenderContext());
        double before = switch (text.anchor()) {
            case START -> 0;
            case MIDDLE -> layout.getAdvance() / 2.0;
            case END -> layout.getAdvance();
        };
        graphics.setColor(new Color(text.rgb()));
        layout.draw(graphics, (float) (text.x() - before), (float) text.baseline());
    }

    private static byte[] encoded(BufferedImage image, int scale) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            resolution(metadata, scale);
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static void resolution(IIOMetadata metadata, int scale) throws IIOInvalidTreeException {
        IIOMetadataNode physical = new IIOMetadataNode("pHYs");
        String perMetre = String.valueOf(Math.round(PIXELS_PER_METRE * scale));
        physical.setAttribute("pixelsPerUnitXAxis", perMetre);
        physical.setAttribute("pixelsPerUnitYAxis", perMetre);
        physical.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(physical);
        metadata.mergeTree("javax_imageio_png_1.0", root);
    }
}
