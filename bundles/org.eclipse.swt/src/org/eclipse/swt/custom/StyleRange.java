package org.eclipse.swt.custom;

import org.eclipse.swt.graphics.TextStyle;

/** SWT's class, which RAP lacks: only what SWTChart needs to link. */
public class StyleRange extends TextStyle {

    public int start;
    public int length;
}
