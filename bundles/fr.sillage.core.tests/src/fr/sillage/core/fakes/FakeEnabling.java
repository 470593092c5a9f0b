package fr.sillage.core.fakes;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.extension.CommunityExtensions;
import fr.sillage.core.extension.Extensions;
import java.util.List;

/** Every community has enabled the same. */
public record FakeEnabling(Extensions enabled) implements CommunityExtensions {
    @Override
    public Extensions in(CommunityContext context) {
        return enabled;
    }

    @Override
    public List<Choice> choices(CommunityContext context) {
        return List.of();
    }

    @Override
    public void enable(CommunityContext context, String bundle, boolean enable) {
        throw new UnsupportedOperationException("enable");
    }

    @Override
    public Runnable watch(Runnable changed) {
        return () -> {};
    }
}
