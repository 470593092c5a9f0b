package fr.sillage.engine.codec.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts in UTF-8, each after its length in bytes. */
public final class DictionaryCodec {
    private DictionaryCodec() {}

    public static Content encode(List<String> texts) {
        List<byte[]> encoded = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        int length =
                encoded.stream().mapToInt(bytes -> Integer.BYTES + bytes.length).reduce(0, Math::addExact);
        ByteBuffer out = ByteBuffer.allocate(length);
        encoded.forEach(bytes -> out.putInt(bytes.length).put(bytes));
        return new Content(Codec.DICTIONARY, texts.size(), out.array());
    }

    public static List<String> decode(Content content) throws MalformedContentException {
        ByteBuffer in = ContentBytes.of(content, Codec.DICTIONARY);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < content.count(); i++) {
            ContentBytes.require(in, Integer.BYTES);
            int length = in.getInt();
            ContentBytes.require(in, length);
            texts.add(new String(content.bytes(), in.position(), length, StandardCharsets.UTF_8));
            in.position(in.position() + length);
        }
        ContentBytes.requireLast(in, 0);
        return texts;
    }
}
