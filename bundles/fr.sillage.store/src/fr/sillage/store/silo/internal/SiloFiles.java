package fr.sillage.store.silo.internal;

import fr.sillage.core.silo.SiloSpace;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.StoreException;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** What the files of a silo's database take. */
final class SiloFiles {
    private static final String FREE = "SELECT SUM(s.NUMFREEPAGES * s.PAGESIZE) FROM SYS.SYSTABLES t, SYS.SYSSCHEMAS m,"
            + " TABLE (SYSCS_DIAG.SPACE_TABLE(m.SCHEMANAME, t.TABLENAME)) s"
            + " WHERE t.SCHEMAID = m.SCHEMAID AND t.TABLETYPE = 'T'";

    private SiloFiles() {}

    /** @param folder of the silo */
    static SiloSpace space(Path folder, SiloAccess access) {
        return new SiloSpace(bytes(folder), access.ask(SiloFiles::free));
    }

    static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder.resolve(EncryptedDatabase.DATABASE))) {
            return files.mapToLong(SiloFiles::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
            return 0; // the database deletes files meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long free(EntityManager manager) {
        try (Statement statement = manager.unwrap(Connection.class).createStatement();
                ResultSet result = statement.executeQuery(FREE)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw StoreException.because("the free space of a database cannot be told", e);
        }
    }
}
