package fr.sillage.ui.internal.imports;

import fr.sillage.api.Message;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Privacy;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ColumnPreview;
import fr.sillage.core.imports.ColumnProfile;
import fr.sillage.core.imports.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** A plan while a person changes it, with what the file holds and what comes of it. */
final class PlanModel {
    private final PlanDraft draft;
    private final Sample sample;
    private final BiFunction<ColumnPlan, Column.Texts, ColumnPreview> previewer;
    private final ShownValues shown;
    private final Map<Integer, ColumnPreview> previews = new HashMap<>();
    private List<ColumnProfile> profiles = List.of();

    /** @param previewer treats values the way an import would */
    PlanModel(
            PlanDraft draft,
            Sample sample,
            BiFunction<ColumnPlan, Column.Texts, ColumnPreview> previewer,
            ShownValues shown) {
        this.draft = draft;
        this.sample = sample;
        this.previewer = previewer;
        this.shown = shown;
    }

    PlanDraft draft() {
        return draft;
    }

    Sample sample() {
        return sample;
    }

    /** To be called after a column was changed. */
    void changed(int index) {
        previews.remove(index);
    }

    void profiled(List<ColumnProfile> seen) {
        profiles = seen;
    }

    /** Rows of the file, once it was read to its end. */
    OptionalLong rows() {
        return profiles.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(profiles.getFirst().rows());
    }

    Optional<ColumnProfile> profile(int index) {
        String name = draft.column(index).column();
        return profiles.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The columns that would be stored. */
    List<KeyModel.Candidate> stored() {
        return IntStream.range(0, draft.columns().size())
                .boxed()
                .flatMap(i -> preview(i).stored().map(s -> new KeyModel.Candidate(i, s.field())).stream())
                .toList();
    }

    List<String> texts(int index) {
        return java.util.Arrays.stream(sample.columns().get(index).values())
                .filter(text -> text != null && !text.isBlank())
                .toList();
    }

    ColumnPreview preview(int index) {
        return previews.computeIfAbsent(
                index, i -> previewer.apply(draft.column(i), sample.columns().get(i)));
    }

    /** Why the import would refuse the column as it is planned. */
    Optional<Message> refusal(int index) {
        return preview(index).refusal();
    }

    /** Whether an import would refuse none of the columns. */
    boolean sound() {
        for (int i = 0; i < draft.columns().size(); i++) {
            if (refusal(i).isPresent()) {
                return false;
            }
        }
        return true;
    }

    /** A row to show as an example: the first in which the column has a value. */
    private Optional<Integer> exampleRow(int index) {
        Column.Texts column = sample.columns().get(index);
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    Optional<String> example(int index) {
        return exampleRow(index).map(row -> before(index, row));
    }

    /** What is stored of the example; empty where nothing is. */
    Optional<String> exampleStored(int index) {
        return exampleRow(index).flatMap(row -> after(index, row));
    }

    /** A value as it stands in the file; masked where it names a person. */
    String before(int index, int row) {
        String text = sample.columns().get(index).values()[row];
        if (text == null) {
            return "";
        }
        return draft.column(index).field().privacy() == Privacy.DIRECT_IDENTIFIER ? Masks.mask(text) : text;
    }

    /** A value as it would be stored; empty where it is missing, left out or cannot be read. */
    Optional<String> after(int index, int row) {
        return preview(index)
                .stored()
                .flatMap(s -> shown.text(s.values(), s.field().type(), row));
    }
}
