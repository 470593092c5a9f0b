package fr.sillage.core.internal.imports;

import fr.sillage.api.JobControl;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ColumnPreview;
import fr.sillage.core.imports.ImportException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Treats a few values the way an import would, so that a person sees what comes of it. */
final class Previewer {
    private final Extensions extensions;
    private final Function<String, Pseudonymiser> pseudonymisers;

    Previewer(Extensions extensions, Function<String, Pseudonymiser> pseudonymisers) {
        this.extensions = extensions;
        this.pseudonymisers = pseudonymisers;
    }

    ColumnPreview preview(ColumnPlan column, Column.Texts values) {
        ColumnConverter.Converted typed = new ColumnConverter(column).convert(values);
        try {
            Anonymisation anonymisation = Anonymisation.of(List.of(column), extensions, pseudonymisers);
            List<Field> fields = anonymisation.fields();
            Optional<ColumnPreview.Stored> stored = fields.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ColumnPreview.Stored(fields.getFirst(), treated(anonymisation, typed)));
            return new ColumnPreview(stored, typed.bad(), Optional.empty());
        } catch (ImportException e) {
            return new ColumnPreview(Optional.empty(), typed.bad(), Optional.of(e.reason()));
        } catch (ExtensionException e) {
            return new ColumnPreview(
                    Optional.empty(),
                    typed.bad(),
                    Optional.of(Anonymisation.failed(column.field().name())));
        }
    }

    private static Column treated(Anonymisation anonymisation, ColumnConverter.Converted typed) {
        Batch batch = new Batch(List.of(hidden(typed)), new long[typed.column().size()], List.of());
        return anonymisation.apply(batch, JobControl.NONE).getFirst();
    }

    /** The column with the unreadable rows as missing ones. */
    private static Column hidden(ColumnConverter.Converted typed) {
        if (typed.bad().isEmpty()) {
            return typed.column();
        }
        return switch (typed.column()) {
            case Column.Texts texts -> texts;
            case Column.Longs longs -> new Column.Longs(longs.values(), or(longs.missing(), typed.bad()));
            case Column.Doubles doubles -> new Column.Doubles(doubles.values(), or(doubles.missing(), typed.bad()));
        };
    }

    private static BitSet or(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }
}
