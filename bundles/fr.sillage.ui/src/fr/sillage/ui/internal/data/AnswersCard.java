package fr.sillage.ui.internal.data;

import fr.sillage.core.silo.DataSet;
import fr.sillage.ui.internal.data.Answer.Obstacle;
import fr.sillage.ui.kit.Kit;
import fr.sillage.ui.kit.TestIds;
import fr.sillage.ui.page.LiveExtensions;
import fr.sillage.ui.page.PageContext;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** What a data set can answer, and why it cannot answer the rest. */
final class AnswersCard {
    private static final int LEAST_TEXT = 300;

    private final PageContext page;
    private final DataWording words;
    private final DataSet dataSet;
    private final Runnable resized;

    AnswersCard(PageContext page, DataWording words, DataSet dataSet, Runnable resized) {
        this.page = page;
        this.words = words;
        this.dataSet = dataSet;
        this.resized = resized;
    }

    /** Follows what comes and goes while the page is open. */
    void show(Composite parent) {
        Composite card = Kit.card(parent, 2);
        card.setLayoutData(Kit.wide());
        TestIds.set(card, "data.answers");
        fill(card);
        LiveExtensions.follow(card, page, () -> {
            Stream.of(card.getChildren()).forEach(Control::dispose);
            fill(card);
            resized.run();
        });
    }

    private void fill(Composite card) {
        List<Answer> answers = LiveExtensions.of(page).analyses().stream()
                .map(analysis -> Answer.of(analysis, dataSet.fields()))
                .toList();
        Label title = Kit.label(card, words.get("answers.title"), "section", SWT.NONE);
        title.setLayoutData(across());
        if (answers.stream().noneMatch(Answer::isPossible)) {
            Kit.label(card, words.get("answers.none"), "secondary", SWT.WRAP).setLayoutData(across());
        }
        answers.stream().filter(Answer::isPossible).forEach(answer -> possible(card, answer));
        answers.stream().filter(answer -> !answer.isPossible()).forEach(answer -> impossible(card, answer));
    }

    private void possible(Composite card, Answer answer) {
        text(card, answer.analysis().description(words.locale()), "");
        var open = Kit.secondary(
                card,
                answer.analysis().name(words.locale()),
                () -> page.open(
                        "analysis", answer.analysis().id() + "|" + dataSet.id().value()));
        ((GridData) open.getLayoutData()).horizontalAlignment = SWT.FILL;
        TestIds.set(open, "open." + answer.analysis().alias());
    }

    private void impossible(Composite card, Answer answer) {
        String reason = reason(answer.obstacle().orElseThrow(), words);
        text(card, words.get("answers.not", answer.analysis().name(words.locale()), reason), "small")
                .setLayoutData(across());
    }

    /** Why an analysis cannot be run. */
    static String reason(Obstacle obstacle, DataWording words) {
        return switch (obstacle) {
            case Obstacle.Role role -> words.get("obstacle.role", words.role(role.role()));
            case Obstacle.Types types -> words.get("obstacle.types", words.types(types.types()));
            case Obstacle.Columns columns -> words.get("obstacle.columns", columns.needed(), columns.there());
            case Obstacle.MoreData more -> words.get("obstacle.data", more.slots());
        };
    }

    private static Label text(Composite card, String text, String variant) {
        Label label = Kit.label(card, text, variant, SWT.WRAP);
        GridData wide = Kit.wide();
        wide.widthHint = LEAST_TEXT;
        label.setLayoutData(wide);
        return label;
    }

    private static GridData across() {
        GridData across = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        across.widthHint = LEAST_TEXT;
        return across;
    }
}
