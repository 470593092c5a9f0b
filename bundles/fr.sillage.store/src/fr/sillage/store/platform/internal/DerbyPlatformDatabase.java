package fr.sillage.store.platform.internal;

import fr.sillage.core.community.DuplicateNameException;
import fr.sillage.store.database.internal.EncryptedDatabase;
import fr.sillage.store.database.internal.InstantConverter;
import fr.sillage.store.database.internal.Schema;
import fr.sillage.store.database.internal.StoreException;
import fr.sillage.store.database.internal.UuidConverter;
import fr.sillage.store.internal.DataHome;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.felix.ipojo.annotations.Component;
import org.apache.felix.ipojo.annotations.Instantiate;
import org.apache.felix.ipojo.annotations.Invalidate;
import org.apache.felix.ipojo.annotations.Provides;
import org.apache.felix.ipojo.annotations.Requires;
import org.apache.felix.ipojo.annotations.Validate;

/** The platform database in Derby; made at the first start. */
@Component
@Provides(specifications = PlatformDatabase.class)
@Instantiate
public class DerbyPlatformDatabase implements PlatformDatabase, AutoCloseable {
    static final Schema SCHEMA = new Schema(
            "platform",
            3,
            List.of(
                    AccountEntity.class,
                    CommunityEntity.class,
                    MembershipEntity.class,
                    JobEntity.class,
                    SettingEntity.class,
                    ExtensionChoiceEntity.class,
                    UuidConverter.class,
                    InstantConverter.class));
    static final String NAME = "platform";
    private static final String TAKEN = "23505";

    @Requires
    private DataHome home;

    private EncryptedDatabase database;

    /** For the component container, which sets the home and starts it. */
    public DerbyPlatformDatabase() {}

    /** One that is open already. */
    public DerbyPlatformDatabase(DataHome home) {
        this.home = home;
        start();
    }

    @Validate
    public final void start() {
        if (!EncryptedDatabase.exists(home.platform())) {
            EncryptedDatabase.create(home.platform(), NAME, home.secret());
        }
        database = EncryptedDatabase.open(
                home.platform(), NAME, EncryptedDatabase.keys(home.platform(), NAME, home.secret()), SCHEMA);
    }

    @Override
    @Invalidate
    public final void close() {
        database.close();
    }

    @Override
    public void copyTo(Path target) {
        database.copyTo(target);
    }

    @Override
    public <R> R ask(Function<EntityManager, R> work) {
        try {
            return database.inTransaction(work);
        } catch (RuntimeException e) {
            if (StoreException.hasState(e, TAKEN)) {
                throw new DuplicateNameException();
            }
            throw StoreException.because("the platform database failed", e);
        }
    }
}
