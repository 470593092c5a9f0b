package fr.sillage.core.gate;

/**
 * What may be published.
 *
 * @param threshold fewest distinct persons that a cell must hold to be shown; 1 hides nothing
 */
public record PublicationRule(int threshold) {
    public PublicationRule {
        if (threshold < 1) {
            throw new IllegalArgumentException("threshold " + threshold);
        }
    }
}
