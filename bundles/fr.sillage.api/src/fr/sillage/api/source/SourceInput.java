package fr.sillage.api.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Bytes to read; can be opened again. A source never learns where they lie. */
public interface SourceInput {
    /** Name as the person knows it, without folders; a hint at the most. */
    String name();

    /** Bytes in all, for progress. */
    OptionalLong size();

    InputStream open() throws IOException;
}
