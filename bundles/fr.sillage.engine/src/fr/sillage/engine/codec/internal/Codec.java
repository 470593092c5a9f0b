package fr.sillage.engine.codec.internal;

import java.util.Arrays;
import java.util.Optional;

/** How the content of a chunk is laid out; the id stands in its header and never changes its meaning. */
public enum Codec {
    CODES(1),
    LONGS(2),
    DOUBLES(3),
    DICTIONARY(4),
    DOUBLES_CODED(5),
    CODES_PACKED(6),
    LONGS_PACKED(7);

    private final byte id;

    Codec(int id) {
        this.id = (byte) id;
    }

    byte id() {
        return id;
    }

    /** Whether it leaves deflating nothing to do. */
    boolean packs() {
        return this == CODES_PACKED || this == LONGS_PACKED;
    }

    static Optional<Codec> of(byte id) {
        return Arrays.stream(values()).filter(codec -> codec.id == id).findFirst();
    }
}
