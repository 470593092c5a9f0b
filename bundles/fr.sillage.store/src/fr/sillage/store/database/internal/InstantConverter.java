package fr.sillage.store.database.internal;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since 1970: a time stamp without a zone is an hour wrong in autumn. */
@Converter
public class InstantConverter implements AttributeConverter<Instant, Long> {
    @Override
    public Long convertToDatabaseColumn(Instant value) {
        return value == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, value);
    }

    @Override
    public Instant convertToEntityAttribute(Long value) {
        return value == null ? null : Instant.EPOCH.plus(value, ChronoUnit.MICROS);
    }
}
