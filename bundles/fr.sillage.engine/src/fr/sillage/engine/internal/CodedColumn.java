package fr.sillage.engine.internal;

import java.util.List;

/**
 * A whole column as categories.
 *
 * @param codes for each row a position in the labels, -1 where missing
 * @param labels the categories that occur, each once
 */
public record CodedColumn(int[] codes, List<String> labels) {}
