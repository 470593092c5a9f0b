package fr.sillage.store.silo.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.core.community.CommunityId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.NotWritableException;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloException;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.core.silo.SpooledFile;
import fr.sillage.store.internal.TestHome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A data folder in which no file can be made any more while the store is open. Rights do not hinder whoever runs tests
 * as root: a file stands in the place of the folder instead.
 */
class UnwritableFolderTest {
    private static final CommunityId LYON = CommunityId.random();

    @TempDir
    Path folder;

    private DerbySiloStore store;
    private Silo silo;

    @BeforeEach
    void open() {
        store = new DerbySiloStore(TestHome.in(folder));
        store.create(LYON);
        silo = store.open(TestContext.of(LYON));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path inSilo(String name) {
        return folder.resolve("silos").resolve(LYON.value().toString()).resolve(name);
    }

    private static Path away(Path place) {
        return place.resolveSibling(place.getFileName() + ".away");
    }

    private static void hinder(Path place) throws IOException {
        Files.move(place, away(place));
        Files.createFile(place);
    }

    private static void free(Path place) throws IOException {
        Files.delete(place);
        Files.move(away(place), place);
    }

    /** It is opened again for whoever comes after a pause. */
    @Test
    void anImportThatCannotOpenTheDatabaseLosesNothingAndTheNextOneWorks() throws IOException {
        DataSet kept = TestImport.store(silo, "kept");
        byte[] chunk = silo.chunks().read(TestImport.chunk(kept, 0)).orElseThrow();
        store.rest(Duration.ZERO);
        Path database = inSilo("database");
        hinder(database);

        SiloException failure = assertThrows(SiloException.class, () -> TestImport.store(silo, "next"));

        assertInstanceOf(NotWritableException.class, failure.getCause());
        free(database);
        assertEquals(List.of(kept), silo.dataSets(), "in the same process, once it can be written again");
        assertArrayEquals(chunk, silo.chunks().read(TestImport.chunk(kept, 0)).orElseThrow());
        DataSet next = TestImport.store(silo, "next");
        assertEquals(List.of(kept, next), silo.dataSets());
    }

    /** Its log goes on in the files that are open. */
    @Test
    void anImportIntoTheOpenDatabaseIsWholeEvenWhereNoFileCanBeMade() throws IOException {
        Path log = inSilo("database").resolve("log");
        hinder(log);
        DataSet large = TestImport.dataSet("large");
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        try (SiloTransaction transaction = silo.begin()) {
            for (int number = 0; number < 8; number++) { // more than a file of the log holds
                transaction.chunks().write(TestImport.chunk(large, number), noise);
            }
            transaction.add(large);
            transaction.commit();
        }
        free(log);
        store.rest(Duration.ZERO);

        assertEquals(List.of(large), silo.dataSets());
        assertArrayEquals(noise, silo.chunks().read(TestImport.chunk(large, 7)).orElseThrow());
    }

    @Test
    void anUploadSaysSoAndTheNextOneWorks() throws IOException {
        receive().close();
        Path spool = inSilo("spool");
        hinder(spool);

        assertThrows(NotWritableException.class, this::receive);

        free(spool);
        assertEquals(3, receive().size().orElseThrow());
    }

    private SpooledFile receive() throws IOException {
        return silo.spool().receive("small.csv", new ByteArrayInputStream(new byte[3]), 10);
    }
}
