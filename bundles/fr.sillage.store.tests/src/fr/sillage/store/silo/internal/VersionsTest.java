package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.community.UserId;
import fr.sillage.core.imports.KeyReplacement;
import fr.sillage.core.imports.SavedPlan;
import fr.sillage.core.imports.Target;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.core.silo.StaleDataSetException;
import fr.sillage.engine.TableId;
import fr.sillage.store.internal.TestHome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
    private static final CommunityId LYON = CommunityId.random();
    private static final Instant TIME = Instant.parse("2026-11-02T08:00:00.000001Z");

    @TempDir
    Path data;

    private DerbySiloStore store;

    @BeforeEach
    void open() {
        store = new DerbySiloStore(TestHome.in(data));
        store.create(LYON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Silo lyon() {
        return store.open(TestContext.of(LYON));
    }

    private static DataSet next(DataSet before) {
        List<Field> fields = List.of(new Field(
                "column of version " + (before.version() + 1), Type.INTEGER, Set.of(RoleId.MEASURE), Privacy.OTHER));
        return new DataSet(
                before.id(),
                before.name(),
                before.version() + 1,
                TableId.random(),
                fields,
                before.version(),
                TIME,
                "by others");
    }

    private DataSet replace(DataSet before) {
        DataSet after = next(before);
        try (SiloTransaction transaction = lyon().begin()) {
            transaction.chunks().write(TestImport.chunk(after, 0), new byte[] {1});
            transaction.replace(before, after);
            transaction.commit();
        }
        return after;
    }

    private Optional<DataSet> undo(DataSet present) {
        try (SiloTransaction transaction = lyon().begin()) {
            Optional<DataSet> before = transaction.undo(present);
            transaction.commit();
            return before;
        }
    }

    private boolean hasChunks(DataSet version) {
        return lyon().chunks().read(TestImport.chunk(version, 0)).isPresent();
    }

    @Test
    void theVersionBeforeIsKeptAndComesBack() {
        DataSet first = TestImport.store(lyon(), "stages");
        DataSet second = replace(first);
        store.close();
        store = new DerbySiloStore(TestHome.in(data));
        assertEquals(List.of(second), lyon().dataSets());
        assertEquals(List.of(first), lyon().earlier(first.id()));

        assertEquals(Optional.of(first), undo(second));

        assertEquals(List.of(first), lyon().dataSets());
        assertEquals(List.of(), lyon().earlier(first.id()));
        assertTrue(hasChunks(first));
        assertFalse(hasChunks(second), "what was taken back is deleted");
        assertEquals(Optional.empty(), undo(first));
        assertEquals(List.of(), lyon().dataSets());
        assertFalse(hasChunks(first));
    }

    @Test
    void versionsLongGoneAreDeleted() {
        DataSet first = TestImport.store(lyon(), "stages");
        DataSet second = replace(first);
        DataSet third = replace(second);
        DataSet fourth = replace(third);
        DataSet fifth = replace(fourth);
        DataSet sixth = replace(fifth);

        assertEquals(4, SiloTransaction.KEPT_VERSIONS);
        assertEquals(List.of(fifth, fourth, third, second), lyon().earlier(first.id()));
        assertEquals(List.of(sixth), lyon().dataSets());
        assertFalse(hasChunks(first));
        assertTrue(hasChunks(second));
    }

    @Test
    void anyVersionThatIsKeptComesBackAndAllLaterOnesAreDeleted() {
        DataSet first = TestImport.store(lyon(), "stages");
        DataSet second = replace(first);
        DataSet third = replace(second);
        DataSet fourth = replace(third);

        rollBack(fourth, second);

        assertEquals(List.of(second), lyon().dataSets());
        assertEquals(List.of(first), lyon().earlier(first.id()));
        assertTrue(hasChunks(first));
        assertTrue(hasChunks(second));
        assertFalse(hasChunks(third));
        assertFalse(hasChunks(fourth));
        assertThrows(StaleDataSetException.class, () -> rollBack(fourth, first), "somebody else was faster");
        assertThrows(StaleDataSetException.class, () -> rollBack(second, third), "not kept");
        assertEquals(List.of(second), lyon().dataSets());
        DataSet again = replace(second);
        assertEquals(List.of(second, first), lyon().earlier(first.id()));
        store.close();
        store = new DerbySiloStore(TestHome.in(data));
        rollBack(again, first);
        assertEquals(List.of(first), lyon().dataSets());
        assertEquals(List.of(), lyon().earlier(first.id()));
    }

    private void rollBack(DataSet present, DataSet earlier) {
        try (SiloTransaction transaction = lyon().begin()) {
            transaction.rollBack(present, earlier);
            transaction.commit();
        }
    }

    @Test
    void whatAReplacementByKeyDidIsKept() {
        DataSet dataSet = TestImport.store(lyon(), "stages");
        KeyReplacement replacement = new KeyReplacement(List.of("person", "session « été »"), 3, 2, 5, 1L << 40, 7);
        ImportRecord record = TestImport.record(next(dataSet), TIME, replacement);
        try (SiloTransaction transaction = lyon().begin()) {
            transaction.add(record, List.of());
            transaction.commit();
        }
        assertTrue(lyon().imports().contains(record));
        assertEquals(Optional.of(replacement), record.byKey());
    }

    @Test
    void twoThatGoOnFromTheSameVersionAreNotBothTaken() {
        DataSet first = TestImport.store(lyon(), "stages");
        DataSet second = replace(first);

        try (SiloTransaction late = lyon().begin()) {
            assertThrows(StaleDataSetException.class, () -> late.replace(first, next(first)));
        }
        try (SiloTransaction late = lyon().begin()) {
            assertThrows(StaleDataSetException.class, () -> late.undo(first));
        }
        assertEquals(List.of(second), lyon().dataSets());
        assertTrue(hasChunks(first), "nothing was deleted");
    }

    @Test
    void closedWithoutCommitAnUndoChangesNothing() {
        DataSet first = TestImport.store(lyon(), "stages");
        DataSet second = replace(first);
        try (SiloTransaction transaction = lyon().begin()) {
            transaction.undo(second);
        }
        assertEquals(List.of(second), lyon().dataSets());
        assertTrue(hasChunks(second));
    }

    @Test
    void anImportRemembersThatItWasTakenBack() {
        DataSet dataSet = TestImport.store(lyon(), "stages");
        ImportRecord done = lyon().imports().getFirst();
        ImportRecord.Undone undone = new ImportRecord.Undone(UserId.random(), TIME);
        try (SiloTransaction transaction = lyon().begin()) {
            transaction.undone(done.id(), undone);
            transaction.commit();
        }
        assertEquals(Optional.of(undone), lyon().imports().getFirst().undone());
        assertEquals(TestImport.rejects(), lyon().rejects(done.id()));
        assertEquals(dataSet.id(), lyon().imports().getFirst().dataSet());
    }

    @Test
    void plansAreKeptChangedAndForgotten() {
        DataSet dataSet = TestImport.store(lyon(), "stages");
        SavedPlan plan = new SavedPlan(
                UUID.randomUUID(),
                "stages",
                TestImport.plan(),
                Target.byKey(dataSet.id(), List.of("person", "session")),
                UserId.random(),
                TIME,
                Optional.empty());
        lyon().save(plan);
        assertEquals(List.of(plan), lyon().plans());
        SavedPlan approved = plan.approved(UserId.random(), TIME);
        lyon().save(approved);
        assertEquals(List.of(approved), lyon().plans());
        SavedPlan other = new SavedPlan(
                UUID.randomUUID(), "stages", plan.plan(), Target.NEW, plan.drawnBy(), TIME, Optional.empty());
        assertThrows(DuplicateNameException.class, () -> lyon().save(other));

        lyon().removePlan(plan.id());
        lyon().removePlan(plan.id());

        assertEquals(List.of(), lyon().plans());
    }
}
