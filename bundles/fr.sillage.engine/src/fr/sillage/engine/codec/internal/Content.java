package fr.sillage.engine.codec.internal;

import java.util.Objects;

/**
 * What a chunk holds, before it is framed or after its frame was checked.
 *
 * @param codec how the bytes are laid out
 * @param count rows, or texts of a dictionary
 * @param bytes laid out by the codec; treat as immutable
 */
public record Content(Codec codec, int count, byte[] bytes) {
    public Content {
        Objects.requireNonNull(codec);
        Objects.requireNonNull(bytes);
    }
}
