package fr.sillage.figure.internal;

import java.util.List;
import java.util.Objects;

/**
 * A figure as it is drawn: what all files are made of.
 *
 * @param width in pixels, like the height
 * @param title read out instead of the drawing, with the description
 * @param shapes later ones lie over earlier ones
 */
record Scene(double width, double height, String title, String description, List<Shape> shapes) {
    Scene {
        Objects.requireNonNull(title);
        Objects.requireNonNull(description);
        shapes = List.copyOf(shapes);
    }
}
