package fr.sillage.engine.table.internal;

import fr.sillage.engine.MemoryBudget;
import java.security.SecureRandom;

/** Numbers of the texts of a key's column, from 1. Knows texts by a hash alone. Used by one thread. */
final class KeyTexts implements AutoCloseable {
    private final HashCodes codes;
    private final TextHash hash;
    private final RecentTexts recent = new RecentTexts();

    KeyTexts(MemoryBudget budget) {
        codes = new HashCodes(budget);
        SecureRandom random = new SecureRandom();
        hash = new TextHash(random.nextLong(), random.nextLong());
    }

    /** @return 0 where the text is new and the memory for it is missing */
    int add(String text) {
        int known = recent.find(text);
        if (known != 0) {
            return known;
        }
        int code = find(text);
        if (code == 0) {
            code = codes.add(hash.low(), hash.high());
        }
        if (code != 0) {
            recent.put(text, code);
        }
        return code;
    }

    /** @return 0 where the text is not known */
    int find(String text) {
        hash.hash(text);
        if (!hash.isPlain()) {
            hash.hash(DictionaryBuffer.readBack(text)); // as it will be read when it is stored
        }
        return codes.find(hash.low(), hash.high());
    }

    int size() {
        return codes.size();
    }

    @Override
    public void close() {
        codes.close();
    }
}
