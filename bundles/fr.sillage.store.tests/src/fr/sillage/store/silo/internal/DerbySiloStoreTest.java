package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.ImportRecord;
import fr.sillage.core.silo.ShownResult;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloException;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.core.silo.SpooledFile;
import fr.sillage.store.internal.TestHome;
import fr.sillage.store.keys.internal.MasterSecret;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerbySiloStoreTest {
    private static final CommunityId LYON = CommunityId.random();
    private static final CommunityId LILLE = CommunityId.random();

    @TempDir
    Path folder;

    private TestHome home;
    private DerbySiloStore store;

    @BeforeEach
    void open() {
        home = TestHome.in(folder);
        store = new DerbySiloStore(home);
        store.create(LYON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Silo lyon() {
        return store.open(TestContext.of(LYON));
    }

    @Test
    void keepsResultsOfEachMember() {
        UserId reader = UserId.random();
        DataSetId data = DataSetId.random();
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        ShownResult shown = new ShownResult(UUID.randomUUID(), reader, data, 1, now, "{}");
        lyon().results().add(shown);
        store.close();
        store = new DerbySiloStore(home);

        assertEquals(List.of(shown), lyon().results().shown(reader, data));
        assertEquals(List.of(), lyon().results().shown(UserId.random(), data));
        assertEquals(List.of(), lyon().results().shown(reader, DataSetId.random()));
    }

    @Test
    void keepsDataSetsImportsAndChunksOverARestart() {
        DataSet second = TestImport.store(lyon(), "second");
        DataSet first = TestImport.store(lyon(), "first");
        byte[] chunk = lyon().chunks().read(TestImport.chunk(first, 2)).orElseThrow();
        ImportRecord last = TestImport.record(first, Instant.parse("2026-11-02T08:00:00Z"));
        try (SiloTransaction transaction = lyon().begin()) {
            transaction.add(last, TestImport.rejects());
            transaction.commit();
        }
        store.close();
        store = new DerbySiloStore(home);
        assertEquals(List.of(first, second), lyon().dataSets());
        assertEquals(Optional.of(second), lyon().dataSet(second.id()));
        assertEquals(3, lyon().imports().size());
        assertEquals(last, lyon().imports().getFirst());
        assertEquals(TestImport.rejects(), lyon().rejects(last.id()));
        assertArrayEquals(
                chunk, lyon().chunks().read(TestImport.chunk(first, 2)).orElseThrow());
        assertTrue(lyon().chunks().read(TestImport.chunk(first, 3)).isEmpty());
    }

    @Test
    void closedWithoutCommitLeavesTheSiloAsItWas() {
        DataSet kept = TestImport.store(lyon(), "kept");
        DataSet lost = TestImport.dataSet("lost");
        try (SiloTransaction transaction = lyon().begin()) {
            TestImport.write(lyon(), transaction, lost, 3);
        }
        assertEquals(List.of(kept), lyon().dataSets());
        assertEquals(1, lyon().imports().size());
        assertTrue(lyon().chunks().read(TestImport.chunk(lost, 0)).isEmpty());
    }

    @Test
    void nobodyWaitsForAnImport() {
        DataSet kept = TestImport.store(lyon(), "kept");
        try (SiloTransaction transaction = lyon().begin()) {
            TestImport.write(lyon(), transaction, TestImport.dataSet("coming"), 3);
            assertEquals(List.of(kept), lyon().dataSets());
            assertTrue(lyon().chunks().read(TestImport.chunk(kept, 1)).isPresent());
            transaction.commit();
            assertThrows(IllegalStateException.class, transaction::commit);
        }
        assertEquals(2, lyon().dataSets().size());
    }

    @Test
    void dataSetNamesAreUnique() {
        TestImport.store(lyon(), "taken");
        try (SiloTransaction transaction = lyon().begin()) {
            assertThrows(DuplicateNameException.class, () -> transaction.add(TestImport.dataSet("taken")));
        }
        try (SiloTransaction slow = lyon().begin()) {
            slow.add(TestImport.dataSet("wanted twice"));
            TestImport.store(lyon(), "wanted twice");
            assertThrows(DuplicateNameException.class, slow::commit);
        }
        assertEquals(2, lyon().dataSets().size());
    }

    @Test
    void twoSilosKnowTheSamePersonByDifferentKeys() {
        store.create(LILLE);
        Silo lille = store.open(TestContext.of(LILLE));
        String person = "ada@example.org";
        String key = lyon().pseudonymiser("email").pseudonym(person);
        assertEquals(32, key.length());
        assertEquals(key, lyon().pseudonymiser("email").pseudonym(" ADA@example.org "));
        assertNotEquals(key, lille.pseudonymiser("email").pseudonym(person));
        assertNotEquals(key, lyon().pseudonymiser("login").pseudonym(person));
    }

    @Test
    void aContextOpensItsOwnSiloAlone() {
        store.create(LILLE);
        TestImport.store(lyon(), "of Lyon");
        Silo lille = store.open(TestContext.of(LILLE));
        assertEquals(LILLE, lille.community());
        assertTrue(lille.dataSets().isEmpty());
        CommunityId none = CommunityId.random();
        assertEquals(
                "there is no silo " + none.value(),
                assertThrows(SiloException.class, () -> store.open(TestContext.of(none)))
                        .getMessage());
        assertThrows(SiloException.class, () -> store.create(LYON));
    }

    @Test
    void keysOfAnotherSiloAreRefused() throws Exception {
        store.create(LILLE);
        Path keys = home.silos().resolve(LILLE.value().toString()).resolve("keys");
        Files.delete(keys);
        Files.copy(home.silos().resolve(LYON.value().toString()).resolve("keys"), keys);
        assertThrows(SiloException.class, () -> store.open(TestContext.of(LILLE)));
    }

    @Test
    void anotherMasterSecretIsRefused() {
        TestHome other = new TestHome(folder, MasterSecret.of("another secret, as long as the first one"));
        try (DerbySiloStore stranger = new DerbySiloStore(other)) {
            String message = assertThrows(SiloException.class, () -> stranger.open(TestContext.of(LYON)))
                    .getMessage();
            assertTrue(message.startsWith("the master secret is not the one"), message);
        }
    }

    @Test
    void restsWhenUnusedAndWakesAgain() {
        Silo silo = lyon();
        DataSet kept = TestImport.store(silo, "kept");
        store.rest(Duration.ofMinutes(DerbySiloStore.IDLE_MINUTES));
        assertTrue(store.isOpen(LYON));
        try (SiloTransaction transaction = silo.begin()) {
            store.rest(Duration.ZERO);
            assertTrue(store.isOpen(LYON));
        }
        store.rest(Duration.ZERO);
        assertFalse(store.isOpen(LYON));
        assertEquals(List.of(kept), silo.dataSets());
        assertTrue(store.isOpen(LYON));
    }

    @Test
    void isEncryptedWithAesAndHoldsNoIdentifierInClear() throws Exception {
        Silo silo = lyon();
        try (SpooledFile file = silo.spool().receive("f.csv", new ByteArrayInputStream(TestImport.file()), 1 << 20)) {
            try (InputStream in = file.open()) {
                assertArrayEquals(TestImport.file(), in.readAllBytes());
            }
            TestImport.store(silo, "pseudonymised");
            assertEquals(List.of(), TextScan.filesWith(TestImport.identifiers(), folder));
        }
        store.close();
        Path database = home.silos().resolve(LYON.value().toString()).resolve("database");
        assertTrue(Files.readString(database.resolve("service.properties")).contains("derby.encryptionBlockSize=16"));
        assertEquals(List.of(), TextScan.filesWith(TestImport.identifiers(), folder));
        Path log = Path.of(System.getProperty("derby.stream.error.file"));
        if (Files.exists(log)) {
            assertEquals(List.of(), TextScan.filesWith(TestImport.identifiers(), log));
        }
        Path clear = Files.write(folder.resolve("clear"), TestImport.file());
        assertEquals(List.of(clear), TextScan.filesWith(TestImport.identifiers(), folder));
    }
}
