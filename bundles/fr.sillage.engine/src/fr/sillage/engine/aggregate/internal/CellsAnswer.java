package fr.sillage.engine.aggregate.internal;

import fr.sillage.api.query.Cell;
import fr.sillage.api.query.Cells;
import fr.sillage.api.query.Key;
import fr.sillage.api.query.Link;
import fr.sillage.api.query.Measure;
import fr.sillage.api.query.Region;
import fr.sillage.api.query.Unit;
import fr.sillage.engine.cell.internal.Family;
import fr.sillage.engine.key.internal.Categories;
import fr.sillage.engine.key.internal.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Makes an answer of what was counted.
 *
 * @param above by how much the codes of regions are above those of categories
 * @param subjectKnown whether a column names the person
 */
record CellsAnswer(
        List<Key> by,
        List<Measure> measures,
        List<Link> links,
        Unit unit,
        List<Categories> categories,
        int above,
        boolean subjectKnown) {
    Cells of(Counted counted, Amounts amounts) {
        List<Labels> labels = labels(counted);
        List<Cell> cells = new ArrayList<>();
        for (int f = 0; f < counted.filled().families().size(); f++) {
            Family family = counted.filled().families().get(f);
            long[] rows = counted.rows().get(f);
            long[] persons = counted.persons().get(f);
            for (int group = 0; group < family.size(); group++) {
                if (rows[group] > 0) {
                    cells.add(
                            new Cell(region(family, group, labels), rows[group], persons[group], amounts.of(f, group)));
                }
            }
        }
        return new Cells(
                by,
                measures,
                links,
                unit,
                labels.stream().map(Labels::texts).toList(),
                cells,
                subjectKnown,
                outside(Region.MISSING, counted.missing()),
                outside(Region.EXCLUDED, counted.excluded()));
    }

    /** A category all of whose rows lack another key has no cell: nothing may be said about it. */
    private List<Labels> labels(Counted counted) {
        Family cells = counted.filled().families().getFirst();
        long[] rows = counted.rows().getFirst();
        List<Labels> labels = new ArrayList<>();
        for (int key = 0; key < categories.size(); key++) {
            boolean[] occurs = new boolean[categories.get(key).highest() + above + 1];
            for (int cell = 0; cell < cells.size(); cell++) {
                occurs[cells.codes()[cell][key]] |= rows[cell] > 0;
            }
            labels.add(categories.get(key).labels(code -> occurs[code + above]));
        }
        return labels;
    }

    private Region region(Family family, int group, List<Labels> labels) {
        Integer[] codes = new Integer[categories.size()];
        Arrays.fill(codes, Region.ALL);
        for (int i = 0; i < family.kept().length; i++) {
            int key = family.kept()[i];
            int code = family.codes()[group][i] - above;
            codes[key] = code == 0 ? Region.ALL : labels.get(key).places()[code];
        }
        return new Region(Arrays.asList(codes));
    }

    private Cell outside(int code, Counted.Outside of) {
        return new Cell(
                new Region(Collections.nCopies(categories.size(), code)),
                of.rows(),
                subjectKnown ? of.persons() : of.rows());
    }
}
