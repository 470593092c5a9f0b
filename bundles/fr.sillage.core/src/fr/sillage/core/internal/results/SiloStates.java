package fr.sillage.core.internal.results;

import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.Right;
import fr.sillage.core.json.Json;
import fr.sillage.core.results.AnalysisState;
import fr.sillage.core.results.AnalysisStates;
import fr.sillage.core.silo.PageState;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.silo.StateStore;
import fr.sillage.core.time.Retention;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;

/**
 * States in the silo. The id is random rather than made of the state: filters have few values, and whoever reads an
 * address could try them all. What nobody opened for a year is removed.
 */
@Component
@Provides
@Instantiate
public class SiloStates implements AnalysisStates {
    static final Duration KEPT = Duration.ofDays(365);

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 12;

    private final SiloStore silos;
    private final InstantSource clock;
    private final Retention retention;
    private final SecureRandom random = new SecureRandom();

    public SiloStates(@Requires SiloStore silos) {
        this(silos, InstantSource.system(), Retention.ofThisProcess());
    }

    SiloStates(SiloStore silos, InstantSource clock, Retention retention) {
        this.silos = silos;
        this.clock = clock;
        this.retention = retention;
    }

    @Override
    public String keep(CommunityContext context, AnalysisState state) {
        context.require(Right.RUN_ANALYSES);
        StateStore states = silos.open(context).states();
        String content = Json.write(StateText.of(state));
        Instant now = clock.instant();
        PageState fresh = new PageState(id(), digest(content), content, now);
        PageState kept = states.keep(fresh);
        if (kept.id().equals(fresh.id())) {
            retention.before(KEPT).ifPresent(states::removeUnused);
        }
        return kept.id();
    }

    @Override
    public Optional<AnalysisState> find(CommunityContext context, String id) {
        context.require(Right.RUN_ANALYSES);
        return silos.open(context)
                .states()
                .find(id, clock.instant())
                .map(kept -> Json.read(kept.content(), StateText.class).state());
    }

    private String id() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    private static String digest(String content) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
