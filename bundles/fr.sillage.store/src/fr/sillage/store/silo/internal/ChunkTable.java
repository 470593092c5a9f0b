package fr.sillage.store.silo.internal;

import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.TableId;
import fr.sillage.store.database.internal.UuidConverter;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Chunks by plain JDBC: as entities they would be kept in memory until the commit. */
final class ChunkTable {
    private static final String READ =
            "SELECT CONTENT FROM CHUNK" + " WHERE TABLE_ID = ? AND COLUMN_NUMBER = ? AND KIND = ? AND NUMBER = ?";
    private static final String WRITE =
            "INSERT INTO CHUNK (TABLE_ID, COLUMN_NUMBER, KIND, NUMBER, CONTENT)" + " VALUES (?, ?, ?, ?, ?)";

    private static final String TABLES = "SELECT DISTINCT TABLE_ID FROM CHUNK";

    private static final String DELETE = "DELETE FROM CHUNK WHERE TABLE_ID = ?";

    /** The entity manager's, which closes it. */
    private final Connection connection;

    /** @param manager in a transaction, which the chunks belong to */
    ChunkTable(EntityManager manager) {
        connection = manager.unwrap(Connection.class);
    }

    Optional<byte[]> read(ChunkKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            name(statement, key);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getBytes(1)) : Optional.empty();
            }
        }
    }

    void write(ChunkKey key, byte[] chunk) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            name(statement, key);
            // as bytes it would first be written to the log's buffer as a whole, and then be taken apart into pages
            statement.setBinaryStream(5, new ByteArrayInputStream(chunk), chunk.length);
            statement.executeUpdate();
        }
    }

    void delete(TableId table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setBytes(1, UuidConverter.bytes(table.value()));
            statement.executeUpdate();
        }
    }

    List<UUID> tables() throws SQLException {
        List<UUID> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                tables.add(UuidConverter.uuid(result.getBytes(1)));
            }
        }
        return tables;
    }

    private static void name(PreparedStatement statement, ChunkKey key) throws SQLException {
        statement.setBytes(1, UuidConverter.bytes(key.table().value()));
        statement.setInt(2, key.column());
        statement.setString(
                3,
                switch (key.kind()) {
                    case VALUES -> "V";
                    case DICTIONARY -> "D";
                });
        statement.setInt(4, key.number());
    }
}
