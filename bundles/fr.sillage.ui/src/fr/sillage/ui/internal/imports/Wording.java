package fr.sillage.ui.internal.imports;

import fr.sillage.api.Message;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.core.community.Communities;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.UserId;
import fr.sillage.core.extension.Extensions;
import fr.sillage.core.extension.ParameterDescriptor;
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.imports.Treatment;
import fr.sillage.core.text.Texts;
import fr.sillage.ui.internal.data.FieldWords;
import fr.sillage.ui.kit.Formats;
import fr.sillage.ui.kit.Html;
import fr.sillage.ui.kit.Messages;
import fr.sillage.ui.page.LiveExtensions;
import fr.sillage.ui.page.PageContext;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** The import pages' words in the reader's language. */
final class Wording {
    private final PageContext page;
    private final Messages own;
    private final Messages words;

    Wording(PageContext page) {
        this.page = page;
        own = Messages.of(Wording.class, page.locale());
        words = Messages.of(FieldWords.class, page.locale());
    }

    Locale locale() {
        return page.locale();
    }

    /** What the community has enabled: what people choose from. */
    Extensions enabled() {
        return LiveExtensions.of(page);
    }

    String own(String key, Object... arguments) {
        return own.get(key, arguments);
    }

    String text(Message message) {
        return page.service(Texts.class).text(message, locale());
    }

    String text(String contribution, String key) {
        return page.service(Texts.class).text(contribution, key, locale());
    }

    /** The reason, with the line where the reason itself does not carry it. */
    String reason(ImportException stopped) {
        String sentence = text(stopped.reason());
        if (stopped.line().isEmpty()
                || stopped.reason().arguments().contains(stopped.line().getAsLong())) {
            return sentence;
        }
        return own("failed.line", number(stopped.line().getAsLong()), sentence);
    }

    String type(Type type) {
        return FieldWords.type(words, type);
    }

    String privacy(Privacy privacy) {
        return FieldWords.privacy(words, privacy);
    }

    /** The colour of a privacy class, for {@link Html#tag}. */
    static String kind(Privacy privacy) {
        return switch (privacy) {
            case DIRECT_IDENTIFIER, SENSITIVE -> "danger";
            case QUASI_IDENTIFIER -> "warning";
            case OTHER -> "neutral";
        };
    }

    /** How many different values a column has, as a number alone. */
    String distinct(ColumnProfile profile) {
        return (profile.distinct() >= ColumnProfile.MOST_DISTINCT ? "≥ " : "") + number(profile.distinct());
    }

    /** What was recognised, in short: the source's name and the settings chosen from lists. */
    String recognised(ImportPlan plan) {
        return page.service(Extensions.class)
                .source(plan.source())
                .map(source -> {
                    String settings = source.settings().stream()
                            .filter(setting -> setting.kind() == ParameterDescriptor.Kind.CHOICE)
                            .flatMap(setting -> plan.settings().get(setting.name()).stream()
                                    .map(value -> setting(source.id(), setting.name(), value)))
                            .collect(Collectors.joining(", "));
                    return settings.isEmpty()
                            ? source.name(locale())
                            : own("recognised.settings", source.name(locale()), settings);
                })
                .orElse(plan.source());
    }

    /** A setting's value without its explanation in brackets, to stand within a sentence. */
    private String setting(String source, String name, String value) {
        String text = text(source, "parameter." + name + "." + value);
        int bracket = text.indexOf(" (");
        String brief = bracket > 0 ? text.substring(0, bracket) : text;
        boolean word = brief.chars().skip(1).noneMatch(c -> Character.isDigit(c) || Character.isUpperCase(c));
        return word ? brief.substring(0, 1).toLowerCase(locale()) + brief.substring(1) : brief;
    }

    String role(RoleId role) {
        return FieldWords.role(words, role);
    }

    String roles(Collection<RoleId> roles) {
        return roles.stream().map(this::role).sorted().collect(Collectors.joining(", "));
    }

    /** An anonymizer that is gone is shown by its id. */
    String treatment(Treatment treatment) {
        return treatment.keeps()
                ? own("treatment.keep")
                : page.service(Extensions.class)
                        .anonymizer(treatment.anonymizer())
                        .map(a -> a.name(locale()))
                        .orElse(treatment.anonymizer());
    }

    /** What a plan does to columns; those that are kept as they are go without saying. */
    String treated(ImportPlan plan) {
        String columns = plan.columns().stream()
                .filter(column -> !column.treatment().keeps())
                .map(column -> own("report.treated.column", column.column(), treatment(column.treatment())))
                .collect(Collectors.joining(", "));
        return columns.isEmpty() ? own("report.treated.none") : columns;
    }

    /** A source that is gone is shown by its id. */
    String source(String id) {
        return page.service(Extensions.class)
                .source(id)
                .map(source -> source.name(locale()))
                .orElse(id);
    }

    /** Of somebody who worked in the community. */
    String name(CommunityContext community, UserId user) {
        return page.service(Communities.class).nameOf(community, user).orElseGet(() -> own("nobody"));
    }

    /** Markup: whether a plan may be used. */
    String approval(SavedPlan plan) {
        return plan.approval()
                .map(approval -> Html.tag(own("plans.approved", when(approval.at())), "ok"))
                .orElseGet(() -> Html.tag(own("plans.waits"), "warning"));
    }

    /** Bytes in the unit that suits them. */
    String size(long bytes) {
        return Formats.size(bytes, locale());
    }

    String number(long value) {
        return Formats.number(value, locale());
    }

    String percent(double share) {
        return NumberFormat.getPercentInstance(locale()).format(share);
    }

    String when(Instant instant) {
        return Formats.time(instant, locale());
    }
}
