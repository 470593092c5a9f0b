package fr.sillage.engine.codec.internal;

import fr.sillage.engine.ChunkKey;
import fr.sillage.engine.CorruptChunkException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * What stands around the content of every chunk. Header, big-endian: magic (4 bytes), format number (2), codec (1),
 * packing (1), count (4), length of the content (4), length of the payload (4), CRC32C (4); then the payload, which is
 * the content as it is or deflated, whichever is shorter.
 *
 * <p>The checksum covers the chunk's key, the header before it and the payload: a chunk that was damaged anywhere, or
 * that stands where another one belongs, is noticed before a byte of it is used. It guards against accidents; against
 * forgery there is the store's encryption.
 */
public final class ChunkFrame {
    /** Since 2 numbers may be packed; a chunk in which none are is of 1 as before. */
    static final short FORMAT = 2;

    private static final short FIRST_FORMAT = 1;

    private static final int MAGIC = 0x534C4743;
    private static final int FORMAT_END = 4 + 2;
    private static final int CHECKED_HEADER = FORMAT_END + 1 + 1 + 4 + 4 + 4;
    private static final int HEADER = CHECKED_HEADER + 4;
    private static final byte STORED = 0;
    private static final byte DEFLATED = 1;

    private ChunkFrame() {}

    public static byte[] wrap(ChunkKey key, Content content) {
        byte[] bytes = content.bytes();
        byte[] shorter = content.codec().packs() ? bytes : deflate(bytes);
        boolean helps = shorter.length < bytes.length;
        byte[] payload = helps ? shorter : bytes;
        ByteBuffer out = ByteBuffer.allocate(HEADER + payload.length);
        out.putInt(MAGIC)
                .putShort(content.codec().packs() ? FORMAT : FIRST_FORMAT)
                .put(content.codec().id())
                .put(helps ? DEFLATED : STORED)
                .putInt(content.count())
                .putInt(bytes.length)
                .putInt(payload.length);
        out.position(HEADER).put(payload);
        out.putInt(CHECKED_HEADER, checksum(key, out.array()));
        return out.array();
    }

    /** @throws CorruptChunkException where it is damaged, of another format or another chunk's */
    public static Content unwrap(ChunkKey key, byte[] chunk) {
        require(chunk.length >= FORMAT_END, key, "truncated");
        ByteBuffer in = ByteBuffer.wrap(chunk);
        require(in.getInt() == MAGIC, key, "not a chunk");
        short format = in.getShort();
        require(
                format >= FIRST_FORMAT && format <= FORMAT,
                key,
                "format " + format + ", this version reads up to " + FORMAT);
        require(chunk.length >= HEADER, key, "truncated");
        byte codec = in.get();
        byte packing = in.get();
        int count = in.getInt();
        int length = in.getInt();
        int payload = in.getInt();
        require(payload == chunk.length - HEADER, key, "length " + chunk.length + " is not the written one");
        require(in.getInt() == checksum(key, chunk), key, "checksum does not match");
        require(count >= 0 && length >= 0, key, "impossible length");
        return new Content(
                Codec.of(codec).orElseThrow(() -> new CorruptChunkException(key, "codec " + codec)),
                count,
                switch (packing) {
                    case STORED -> stored(key, chunk, length);
                    case DEFLATED -> inflated(key, chunk, length);
                    default -> throw new CorruptChunkException(key, "packing " + packing);
                });
    }

    /** The bytes deflated, or as many of them as show that it does not help. */
    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setStrategy(DeflatedLength.strategy(bytes));
            deflater.setInput(bytes);
            deflater.finish();
            byte[] out = new byte[bytes.length];
            int done = 0;
            while (!deflater.finished() && done < out.length) {
                done += deflater.deflate(out, done, out.length - done);
            }
            return Arrays.copyOf(out, done);
        } finally {
            deflater.end();
        }
    }

    private static byte[] stored(ChunkKey key, byte[] chunk, int length) {
        require(length == chunk.length - HEADER, key, "content does not fit its length");
        return Arrays.copyOfRange(chunk, HEADER, chunk.length);
    }

    private static byte[] inflated(ChunkKey key, byte[] chunk, int length) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk, HEADER, chunk.length - HEADER);
            byte[] content = new byte[length];
            int done = 0;
            while (done < length) {
                int more = inflater.inflate(content, done, length - done);
                require(more > 0, key, "content does not fit its length");
                done += more;
            }
            return content;
        } catch (DataFormatException e) {
            throw new CorruptChunkException(key, "cannot be inflated");
        } finally {
            inflater.end();
        }
    }

    private static int checksum(ChunkKey key, byte[] chunk) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(16 + 4 + 1 + 4)
                .putLong(key.table().value().getMostSignificantBits())
                .putLong(key.table().value().getLeastSignificantBits())
                .putInt(key.column())
                .put(kind(key))
                .putInt(key.number())
                .flip());
        crc.update(chunk, 0, CHECKED_HEADER);
        crc.update(chunk, HEADER, chunk.length - HEADER);
        return (int) crc.getValue();
    }

    /** Part of the format: not to depend on the order in which the kinds are declared. */
    private static byte kind(ChunkKey key) {
        return switch (key.kind()) {
            case VALUES -> 0;
            case DICTIONARY -> 1;
        };
    }

    private static void require(boolean condition, ChunkKey key, String what) {
        if (!condition) {
            throw new CorruptChunkException(key, what);
        }
    }
}
