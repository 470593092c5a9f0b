package fr.sillage.store.silo.internal;

import fr.sillage.engine.ChunkKey;
import fr.sillage.store.database.internal.UuidConverter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Chunks by plain JDBC: as entities they would be kept in memory until the commit. */
final class ChunkTable {
    private static final String READ = "SELECT CONTENT FROM CHUNK"
            + " WHERE TABLE_ID = ? AND COLUMN_NUMBER = ? AND KIND = ? AND NUMBER = ?";
    private static final String WRITE = "INSERT INTO CHUNK (TABLE_ID, COLUMN_NUMBER, KIND, NUMBER, CONTENT)"
            + " VALUES (?, ?, ?, ?, ?)";

    private ChunkTable() {
    }

    static Optional<byte[]> read(Connection connection, ChunkKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            name(statement, key);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getBytes(1)) : Optional.empty();
            }
        }
    }

    static PreparedStatement writer(Connection connection) throws SQLException {
        return connection.prepareStatement(WRITE);
    }

    static void write(PreparedStatement writer, ChunkKey key, byte[] chunk) throws SQLException {
        name(writer, key);
        writer.setBytes(5, chunk);
        writer.executeUpdate();
    }

    private static void name(PreparedStatement statement, ChunkKey key) throws SQLException {
        statement.setBytes(1, UuidConverter.bytes(key.table().value()));
        statement.setInt(2, key.column());
        statement.setString(3, switch (key.kind()) {
            case VALUES -> "V";
            case DICTIONARY -> "D";
        });
        statement.setInt(4, key.number());
    }
}
