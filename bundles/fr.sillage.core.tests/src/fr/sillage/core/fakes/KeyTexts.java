package fr.sillage.core.fakes;

import fr.sillage.api.MessageKey;
import fr.sillage.api.data.RowKind;
import fr.sillage.api.published.PublishedFinding;
import fr.sillage.core.text.Templates;
import fr.sillage.core.text.TextKeeper;
import fr.sillage.core.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keys and arguments in the place of sentences. */
public final class KeyTexts implements Texts, TextKeeper {
    private final Set<MessageKey> asked = new TreeSet<>(java.util.Comparator.comparing(MessageKey::toString));

    /** What was asked for so far. */
    public Set<MessageKey> asked() {
        return Set.copyOf(asked);
    }

    @Override
    public String text(MessageKey key, List<Object> arguments, Locale locale) {
        asked.add(key);
        return arguments.isEmpty() ? key.key() : key.key() + arguments;
    }

    @Override
    public List<Run> runs(PublishedFinding finding, Locale locale) {
        return List.of(new Run(finding.key().key(), false));
    }

    @Override
    public String rows(RowKind kind, Locale locale) {
        return "rows";
    }

    @Override
    public Texts speakingOf(RowKind kind) {
        return this;
    }

    @Override
    public Templates templates(Collection<String> contributions) {
        return new Templates(Map.of());
    }

    @Override
    public Texts texts(Templates templates) {
        return this;
    }
}
