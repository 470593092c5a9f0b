package fr.sillage.core.internal.imports;

import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.api.source.ProposedField;
import fr.sillage.core.imports.FormatFit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** A field by its values alone, for columns that no source knows. */
final class FieldGuess {
    private FieldGuess() {}

    static ProposedField of(String name, Column.Texts values) {
        List<String> texts =
                Arrays.stream(values.values()).filter(Objects::nonNull).toList();
        ValueFormat format = texts.isEmpty()
                ? ValueFormat.of(Type.CATEGORY)
                : Stream.of(Type.INTEGER, Type.DECIMAL, Type.DATE, Type.TIMESTAMP)
                        .flatMap(type -> ValueFormat.usual(type).stream())
                        .filter(candidate -> FormatFit.share(candidate, texts) == 1)
                        .findFirst()
                        .orElse(ValueFormat.of(Type.CATEGORY));
        RoleId role = switch (format.type()) {
            case CATEGORY -> RoleId.CATEGORY;
            case TEXT -> RoleId.TEXT;
            case INTEGER, DECIMAL -> RoleId.MEASURE;
            case DATE, TIMESTAMP -> RoleId.TIME;
        };
        return new ProposedField(new Field(name, format.type(), Set.of(role), Privacy.OTHER), format);
    }
}
