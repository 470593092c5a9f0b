package fr.sillage.ui.internal.data;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.imports.Treatment;
import fr.sillage.ui.kit.Formats;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.page.PageContext;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of the data pages in the reader's language. */
final class DataWording {
    private static final double LEAST_PERCENT = 0.005;

    private final Messages messages;
    private final Locale locale;
    private final Extensions extensions;

    DataWording(Locale locale, Extensions extensions) {
        this.messages = Messages.of(DataWording.class, locale);
        this.locale = locale;
        this.extensions = extensions;
    }

    static DataWording of(PageContext page) {
        return new DataWording(page.locale(), page.service(Extensions.class));
    }

    Locale locale() {
        return locale;
    }

    String get(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    String number(long value) {
        return Formats.number(value, locale);
    }

    String time(Instant instant) {
        return Formats.time(instant, locale);
    }

    /** Whole percents; what is more than nothing is not written as nothing. */
    String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        return share > 0 && share < LEAST_PERCENT ? get("share.least", format.format(0.01)) : format.format(share);
    }

    /** Less than a share, in whole percents. */
    String below(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        return get("share.least", format.format(Math.max(0.01, share)));
    }

    /** @param month such as {@code 2026-03} */
    String month(String month) {
        return DateTimeFormatter.ofPattern("MMM yyyy", locale).format(YearMonth.parse(month));
    }

    String type(Field field) {
        return FieldWords.type(messages, field.type());
    }

    /** Some types, in the order in which they are told apart. */
    String types(Set<Type> types) {
        return types.stream()
                .sorted()
                .map(type -> FieldWords.type(messages, type))
                .collect(Collectors.joining(", "));
    }

    String roles(Field field) {
        return field.roles().stream()
                .map(role -> FieldWords.role(messages, role))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    String role(RoleId role) {
        return FieldWords.role(messages, role);
    }

    String privacy(Field field) {
        return FieldWords.privacy(messages, field.privacy());
    }

    String treatment(Treatment treatment) {
        return treatment.keeps()
                ? get("treatment.keep")
                : name(extensions.anonymizer(treatment.anonymizer()), treatment.anonymizer());
    }

    /** The name of the source that read a file; its id where it is no longer installed. */
    String source(String id) {
        return name(extensions.source(id), id);
    }

    private String name(Optional<? extends Contribution> contribution, String id) {
        return contribution.map(c -> c.name(locale)).orElse(id);
    }

    /** Things one after the other. */
    String list(List<String> things) {
        return String.join(", ", things);
    }
}
