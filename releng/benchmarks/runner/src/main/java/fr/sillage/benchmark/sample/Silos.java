package fr.sillage.benchmark.sample;

import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.RoleId;
import fr.sillage.api.data.Type;
import fr.sillage.core.community.Account;
import fr.sillage.core.community.Community;
import fr.sillage.core.community.CommunityContext;
import fr.sillage.core.community.CommunityId;
import fr.sillage.core.community.Right;
import fr.sillage.core.community.UserId;
import fr.sillage.core.silo.DataSet;
import fr.sillage.core.silo.DataSetId;
import fr.sillage.core.silo.Silo;
import fr.sillage.core.silo.SiloException;
import fr.sillage.core.silo.SiloStore;
import fr.sillage.core.silo.SiloTransaction;
import fr.sillage.engine.TableId;
import fr.sillage.engine.TableWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The registrations in an encrypted silo, with pseudonyms in the place of the addresses. */
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

    public static List<Field> fields() {
        return List.of(
                new Field("email", Type.CATEGORY, Set.of(RoleId.SUBJECT), Privacy.OTHER),
                field("academie", Type.CATEGORY),
                field("corps", Type.CATEGORY),
                field("fonction", Type.CATEGORY),
                field("module", Type.CATEGORY),
                field("session", Type.CATEGORY),
                field("modalite", Type.CATEGORY),
                field("date", Type.DATE),
                field("note", Type.INTEGER),
                field("heures", Type.DECIMAL),
                field("commentaire", Type.TEXT));
    }

    private static Field field(String name, Type type) {
        return new Field(name, type, Set.of(), Privacy.OTHER);
    }

    /** Writes the data as one import does, without reading a file. */
    public static DataSet store(Silo silo, Registrations data) {
        Pseudonymiser pseudonyms = silo.pseudonymiser("email");
        try (SiloTransaction transaction = silo.begin()) {
            TableId table = TableId.random();
            TableWriter writer = new TableWriter(transaction.chunks(), table, fields());
            for (int batch = 0; batch < data.batches(); batch++) {
                List<Column> columns = new ArrayList<>(data.batch(batch));
                String[] emails = ((Column.Texts) columns.getFirst()).values();
                columns.set(
                        0,
                        new Column.Texts(
                                Arrays.stream(emails).map(pseudonyms::pseudonym).toArray(String[]::new)));
                writer.append(columns);
            }
            DataSet dataSet = new DataSet(
                    DataSetId.random(), "registrations", 1, table, fields(), writer.finish(), Instant.now(), "");
            transaction.add(dataSet);
            transaction.commit();
            return dataSet;
        }
    }
}
