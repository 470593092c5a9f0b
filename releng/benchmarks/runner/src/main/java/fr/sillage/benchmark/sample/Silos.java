package fr.sillage.benchmark.sample;

import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Right;
import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloException;
import fr.sillage.core.silo.SiloStore;
import java.util.UUID;

/** An encrypted silo of a community with one member. */
public final class Silos {
    private static final CommunityId COMMUNITY = new CommunityId(new UUID(0, 1));

    private Silos() {}

    /** The silo of the benchmark, made where it is not there. */
    public static Silo open(SiloStore store) {
        try {
            store.create(COMMUNITY);
        } catch (SiloException e) {
            // from an earlier run; whatever else hinders, the opening tells
        }
        return store.open(member());
    }

    /** A member who may do everything. */
    public static CommunityContext member() {
        return new Member(
                new Community(COMMUNITY, "benchmark", Community.DEFAULT_THRESHOLD),
                new Account(UserId.random(), "benchmark", "Benchmark", false));
    }

    private record Member(Community community, Account account) implements CommunityContext {
        @Override
        public boolean may(Right right) {
            return true;
        }

        @Override
        public void require(Right right) {
            // everything is allowed
        }
    }
}
