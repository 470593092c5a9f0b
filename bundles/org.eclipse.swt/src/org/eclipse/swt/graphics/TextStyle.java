package org.eclipse.swt.graphics;

/** SWT's class, which RAP lacks: only what SWTChart needs to link. */
public class TextStyle {

    public Font font;
    public Color foreground;
    public Color background;
}
