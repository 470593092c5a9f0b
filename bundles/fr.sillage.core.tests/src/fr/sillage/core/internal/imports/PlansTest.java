package fr.sillage.core.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.core.community.AccessDeniedException;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Profile;
import fr.sillage.core.fakes.Members;
import fr.sillage.core.fakes.RowsSource;
import fr.sillage.core.imports.ColumnPlan;
import fr.sillage.core.imports.ImportException;
import fr.sillage.core.imports.ImportPlan;
import fr.sillage.core.imports.ImportRequest;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.imports.Target;
import fr.sillage.core.imports.Treatment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlansTest extends PlansFixture {
    @Test
    void anAnalystImportsByAnApprovedPlanOnly() throws ImportException {
        CommunityContext analyst = Members.beside(manager, Profile.ANALYST);
        CommunityContext officer = Members.beside(manager, Profile.OFFICER);
        ImportPlan plan = plan("people", "mail", "score");
        ImportRequest request = new ImportRequest(plan, Target.NEW, false);
        List<List<String>> rows = List.of(List.of("a@b.org", "1"));
        ImportPipeline pipeline = pipeline(plan.names(), rows);

        assertEquals(
                "plan.unapproved",
                refusal(() -> pipeline.run(analyst, UUID.randomUUID(), RowsSource.FILE, request, JobControl.NONE)));
        SavedPlan drawn = plans().save(analyst, plan, Target.NEW);
        assertEquals(Optional.empty(), drawn.approval());
        assertThrows(AccessDeniedException.class, () -> plans().approve(analyst, drawn));
        assertEquals(
                "plan.unapproved",
                refusal(() -> pipeline.run(analyst, UUID.randomUUID(), RowsSource.FILE, request, JobControl.NONE)));
        plans().approve(officer, drawn);

        assertEquals(
                1,
                pipeline.run(analyst, UUID.randomUUID(), RowsSource.FILE, request, JobControl.NONE)
                        .stored());
        assertThrows(
                AccessDeniedException.class,
                () -> pipeline.run(officer, UUID.randomUUID(), RowsSource.FILE, request, JobControl.NONE),
                "who approves does not import");
        plans().remove(officer, drawn.id());
        assertEquals("plan.gone", refusal(() -> plans().approve(officer, drawn)));
    }

    @Test
    void whatWasChangedSinceItWasShownIsNotApproved() throws ImportException {
        CommunityContext analyst = Members.beside(manager, Profile.ANALYST);
        CommunityContext officer = Members.beside(manager, Profile.OFFICER);
        ImportPlan plan = plan("people", "mail", "score");
        SavedPlan shown = plans().save(analyst, plan, Target.NEW);
        ColumnPlan score = plan.columns().getLast();
        ImportPlan changed = with(
                plan, new ColumnPlan(score.field().withPrivacy(Privacy.SENSITIVE), score.format(), score.treatment()));
        SavedPlan now = plans().save(analyst, changed, Target.NEW);

        assertEquals(shown.id(), now.id());
        assertEquals("plan.changed", refusal(() -> plans().approve(officer, shown)));
        assertEquals(Optional.empty(), plans().all(officer).getFirst().approval());

        plans().approve(officer, now);
        assertTrue(plans().allows(analyst, changed));
    }

    @Test
    void anApprovalCoversWhatIsDoneToPersonsDataAndNoMore() {
        CommunityContext analyst = Members.beside(manager, Profile.ANALYST);
        ImportPlan plan = plan("people", "mail", "score");
        plans().save(manager, plan, Target.NEW);
        ColumnPlan score = plan.columns().getLast();
        ColumnPlan decimal =
                new ColumnPlan(score.field().withType(Type.DECIMAL), ValueFormat.of(Type.DECIMAL), Treatment.KEEP);
        ColumnPlan harmless =
                new ColumnPlan(score.field().withPrivacy(Privacy.SENSITIVE), score.format(), Treatment.KEEP);

        assertTrue(plans().allows(analyst, with(plan, decimal)), "another type");
        assertEquals(false, plans().allows(analyst, with(plan, harmless)), "another privacy class");
        assertEquals(
                false,
                plans().allows(
                                analyst,
                                with(
                                        plan,
                                        new ColumnPlan(
                                                score.field(), score.format(), new Treatment("x", Values.NONE)))),
                "another treatment");
        assertEquals(false, plans().allows(analyst, plan("people", "mail", "score", "note")), "a further column");
        assertEquals(
                Optional.empty(),
                plans().save(analyst, with(plan, harmless), Target.NEW).approval(),
                "changed by an analyst it is to be approved again");
        assertEquals(1, plans().all(analyst).size(), "in the place of the one for the same kind of file");
        assertEquals(
                "people",
                plans().fitting(analyst, SOURCE, plan.names()).orElseThrow().name());
    }
}
