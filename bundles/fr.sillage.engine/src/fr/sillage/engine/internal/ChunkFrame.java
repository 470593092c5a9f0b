package fr.sillage.engine.internal;

import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.CorruptChunkException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * What stands around the content of every chunk: magic, format number, length of the content, checksum over content
 * and name (so that a chunk found under another name is noticed), the content deflated.
 */
public final class ChunkFrame {
    private static final int MAGIC = 0x534C4743;
    private static final short FORMAT = 1;
    private static final int HEADER = 4 + 2 + 4 + 4;
    private static final int LONGEST = 1 << 30;

    private ChunkFrame() {}

    public static byte[] wrap(ChunkKey key, byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 2 + HEADER);
            out.writeBytes(ByteBuffer.allocate(HEADER).putInt(MAGIC).putShort(FORMAT).putInt(content.length)
                    .putInt(checksum(key, content)).array());
            byte[] buffer = new byte[65_536];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** @throws CorruptChunkException where it is damaged, of another format or another chunk's */
    public static byte[] unwrap(ChunkKey key, byte[] chunk) {
        if (chunk.length < HEADER) {
            throw new CorruptChunkException(key, "too short");
        }
        ByteBuffer header = ByteBuffer.wrap(chunk, 0, HEADER);
        if (header.getInt() != MAGIC) {
            throw new CorruptChunkException(key, "not a chunk");
        }
        short format = header.getShort();
        if (format != FORMAT) {
            throw new CorruptChunkException(key, "format " + format + ", known is " + FORMAT);
        }
        int length = header.getInt();
        int checksum = header.getInt();
        if (length < 0 || length > LONGEST) {
            throw new CorruptChunkException(key, "impossible length");
        }
        byte[] content = inflate(key, chunk, length);
        if (checksum(key, content) != checksum) {
            throw new CorruptChunkException(key, "checksum does not match");
        }
        return content;
    }

    private static byte[] inflate(ChunkKey key, byte[] chunk, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk, HEADER, chunk.length - HEADER);
            byte[] content = new byte[length];
            int done = 0;
            while (done < length) {
                int more = inflater.inflate(content, done, length - done);
                if (more == 0) {
                    throw new CorruptChunkException(key, "truncated");
                }
                done += more;
            }
            return content;
        } catch (DataFormatException e) {
            throw new CorruptChunkException(key, "cannot be inflated");
        } finally {
            inflater.end();
        }
    }

    private static int checksum(ChunkKey key, byte[] content) {
        CRC32C crc = new CRC32C();
        ByteBuffer name = ByteBuffer.allocate(16 + 4 + 1 + 4)
                .putLong(key.table().value().getMostSignificantBits())
                .putLong(key.table().value().getLeastSignificantBits())
                .putInt(key.column()).put((byte) key.kind().ordinal()).putInt(key.number()).flip();
        crc.update(name);
        crc.update(content);
        return (int) crc.getValue();
    }
}
