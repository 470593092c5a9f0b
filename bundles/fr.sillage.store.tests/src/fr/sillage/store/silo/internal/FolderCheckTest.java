package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.sillage.api.data.Column;
import fr.sillage.core.check.CheckException;
import fr.sillage.core.check.Checked;
import fr.sillage.core.check.Problem;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.TableWriter;
import fr.sillage.store.check.internal.DataFolderCheck;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.internal.TestHome;
import fr.sillage.store.platform.internal.DerbyPlatformDatabase;
import fr.sillage.store.platform.internal.DerbyPlatformStore;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCheckTest {
    private static final Community LYON = new Community(CommunityId.random(), "Lyon", 5);
    private static final Community LILLE = new Community(CommunityId.random(), "Lille", 5);

    @TempDir
    Path folder;

    private TestHome home;
    private Path secret;

    @BeforeEach
    void make() throws IOException {
        home = TestHome.in(folder);
        secret = Files.writeString(folder.resolve("secret"), TestHome.SECRET);
        platform(LYON, LILLE);
        for (Community community : List.of(LYON, LILLE)) {
            silo(community, store -> store.create(community.id()));
            silo(community, store -> imported(store, community));
        }
    }

    private void platform(Community... communities) {
        DerbyPlatformDatabase database = new DerbyPlatformDatabase(home);
        try {
            DerbyPlatformStore store = new DerbyPlatformStore(database);
            List.of(communities).forEach(store::addCommunity);
        } finally {
            database.close();
        }
    }

    /** What is done to an open store. */
    private interface Work {
        void with(DerbySiloStore store);
    }

    private void silo(Community community, Work work) {
        DerbySiloStore store = new DerbySiloStore(home);
        try {
            work.with(store);
        } finally {
            store.close();
        }
    }

    private static void imported(DerbySiloStore store, Community community) {
        DataSet dataSet = TestImport.dataSet("stages");
        try (SiloTransaction transaction =
                store.open(TestContext.of(community.id())).begin()) {
            TableWriter writer = new TableWriter(transaction.chunks(), dataSet.table(), dataSet.fields());
            int rows = (int) dataSet.rows();
            String[] persons = TestImport.identifiers().toArray(String[]::new);
            writer.append(List.of(
                    new Column.Texts(persons),
                    new Column.Texts(persons),
                    new Column.Doubles(new double[rows], new BitSet())));
            writer.finish();
            transaction.add(dataSet);
            transaction.commit();
        }
    }

    private List<Checked> check() {
        List<Checked> told = new ArrayList<>();
        try {
            new DataFolderCheck().check(folder, Optional.of(secret), told::add);
        } catch (CheckException e) {
            throw new AssertionError(e);
        }
        return told;
    }

    private Checked check(Community community) {
        return check().stream()
                .filter(part -> part.name().equals(community.id().value().toString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Problem.Kind> kinds(Checked part) {
        return part.problems().stream().map(Problem::kind).distinct().toList();
    }

    private Path siloFolder(Community community) {
        return home.silos().resolve(community.id().value().toString());
    }

    private Path largestFile(Community community) throws IOException {
        try (Stream<Path> files = Files.walk(siloFolder(community).resolve("database/seg0"))) {
            return files.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    @Test
    void allIsReadWhereAllIsSound() {
        List<Checked> told = check();

        assertEquals(3, told.size());
        assertEquals(Checked.PLATFORM, told.getFirst().name());
        for (Checked part : told) {
            assertEquals(List.of(), part.problems());
            assertFalse(part.older());
        }
        assertEquals(200, told.getLast().rows());
        assertEquals(3, told.getLast().chunks());
    }

    @Test
    void chunksThatAreMissingDamagedOrNobodysAreNamed() {
        silo(LYON, store -> {
            DataSet damaged = TestImport.store(store.open(TestContext.of(LYON.id())), "damaged");
            try (SiloTransaction transaction =
                    store.open(TestContext.of(LYON.id())).begin()) {
                transaction.chunks().write(TestImport.chunk(TestImport.dataSet("nobody's"), 0), new byte[] {1});
                transaction.commit();
            }
            assertEquals("damaged", damaged.name());
        });

        Checked lyon = check(LYON);

        assertEquals(List.of(Problem.Kind.CHUNK, Problem.Kind.ORPHANS), kinds(lyon));
        assertEquals(3, lyon.chunks(), "what is sound is read all the same");
        assertEquals(List.of(), check(LILLE).problems());
    }

    @Test
    void flippedBitsAreFoundAndOtherSilosAreNotAffected() throws IOException {
        Path file = largestFile(LYON);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            for (long at = 64; at < bytes.length(); at += 4096) {
                bytes.seek(at);
                int value = bytes.read();
                bytes.seek(at);
                bytes.write(value ^ 0x10);
            }
        }

        assertFalse(check(LYON).problems().isEmpty());
        assertEquals(List.of(), check(LILLE).problems());
    }

    @Test
    void aTruncatedFileIsFound() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(largestFile(LYON).toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2);
        }

        assertFalse(check(LYON).problems().isEmpty());
        assertEquals(List.of(), check(LILLE).problems());
    }

    @Test
    void filesSwappedBetweenSilosAreFound() throws IOException {
        swap(siloFolder(LYON).resolve("database"), siloFolder(LILLE).resolve("database"));
        assertEquals(List.of(Problem.Kind.CLOSED), kinds(check(LYON)));
        assertEquals(List.of(Problem.Kind.CLOSED), kinds(check(LILLE)));

        swap(siloFolder(LYON).resolve("keys"), siloFolder(LILLE).resolve("keys"));
        assertEquals(List.of(Problem.Kind.KEYS), kinds(check(LYON)), "keys are wrapped with the silo's name");

        swap(siloFolder(LYON).resolve("keys"), siloFolder(LILLE).resolve("keys"));
        swap(siloFolder(LYON).resolve("database"), siloFolder(LILLE).resolve("database"));
        assertEquals(List.of(), check(LYON).problems(), "as before");
    }

    private void swap(Path one, Path other) throws IOException {
        Path aside = folder.resolve("aside");
        Files.move(one, aside);
        Files.move(other, one);
        Files.move(aside, other);
    }

    @Test
    void communitiesAndSilosThatHaveLostOneAnotherAreTold() throws IOException {
        Community lens = new Community(CommunityId.random(), "Lens", 5);
        platform(lens);
        Community nobody = new Community(CommunityId.random(), "nobody", 5);
        silo(nobody, store -> store.create(nobody.id()));

        assertEquals(List.of(Problem.Kind.NO_SILO), kinds(check(lens)));
        assertEquals(List.of(Problem.Kind.NO_COMMUNITY), kinds(check(nobody)));
    }

    @Test
    void aNewerFormatIsNamedAndAnOlderOneIsNotMigrated() {
        format(LYON, 1);
        assertTrue(check(LYON).older());
        assertTrue(check(LYON).older(), "still");
        format(LILLE, 99);
        assertEquals(
                List.of(new Problem(Problem.Kind.NEWER, "99 > " + DerbySilo.SCHEMA.latest())),
                check(LILLE).problems());
    }

    private void format(Community community, int number) {
        EncryptedDatabase database = EncryptedDatabase.open(
                siloFolder(community),
                DerbySiloStore.name(community.id()),
                EncryptedDatabase.keys(siloFolder(community), DerbySiloStore.name(community.id()), home.secret()),
                DerbySilo.SCHEMA);
        database.inTransaction(m -> m.createNativeQuery("UPDATE SCHEMA_VERSION SET VERSION = " + number)
                .executeUpdate());
        database.close();
    }

    @Test
    void anotherSecretOpensNothing() throws IOException {
        Files.writeString(secret, "another secret, long enough to pass for one");

        assertEquals(
                "KEYS KEYS KEYS",
                check().stream()
                        .flatMap(part -> part.problems().stream())
                        .map(problem -> problem.kind().name())
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void withoutAFolderOrASecretNothingIsChecked(@TempDir Path empty) throws IOException {
        assertEquals(
                CheckException.Reason.NO_FOLDER,
                assertThrows(
                                CheckException.class,
                                () -> new DataFolderCheck().check(empty, Optional.of(secret), part -> {}))
                        .reason());
        Files.delete(secret);
        assertEquals(
                CheckException.Reason.NO_SECRET,
                assertThrows(
                                CheckException.class,
                                () -> new DataFolderCheck().check(folder, Optional.of(secret), part -> {}))
                        .reason());
        assertFalse(Files.exists(secret), "a check makes no secret");
    }
}
