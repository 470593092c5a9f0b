package org.eclipse.swt.graphics;

import fr.sillage.swt.support.ChartSupport;

/** SWT's class, which RAP lacks: draws titles with style ranges as plain text. */
public class TextLayout {

    private final Device device;
    private String text = "";
    private boolean disposed;

    public TextLayout(Device device) {
        this.device = device;
    }

    public void setText(String text) {
        this.text = text;
    }

    public void setStyle(TextStyle style, int start, int end) {
        // plain text only
    }

    public Rectangle getBounds() {
        Point size = ChartSupport.textExtent(device.getSystemFont(), text);
        return new Rectangle(0, 0, size.x, size.y);
    }

    public void draw(GC gc, int x, int y) {
        gc.drawText(text, x, y, true);
    }

    public boolean isDisposed() {
        return disposed;
    }

    public void dispose() {
        disposed = true;
    }
}
