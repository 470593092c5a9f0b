package fr.sillage.core.internal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.Values;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Type;
import fr.sillage.api.source.Detection;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ExtensionFault.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Each method of each contract: what it throws and what makes no sense. */
abstract class ContributionsFixture {
    static final Contribution BY = new Contribution() {
        @Override
        public String id() {
            return "test";
        }

        @Override
        public String bundle() {
            return "test.bundle";
        }

        @Override
        public String name(Locale locale) {
            return "test";
        }
    };

    static final Field FIELD = new Field("a", Type.TEXT, Set.of(), Privacy.OTHER);
    static final Column IN = texts("x", "y");
    final ExtensionGuard guard = new ExtensionGuard();

    @AfterEach
    void close() {
        guard.close();
    }

    DynamicTest fault(String name, Kind kind, Executable call) {
        return DynamicTest.dynamicTest(name, () -> {
            int before = guard.faults().size();
            assertThrows(ExtensionException.class, call);
            assertEquals(before + 1, guard.faults().size());
            assertEquals(kind, guard.faults().getFirst().kind());
        });
    }

    static Detection of(double confidence) {
        return new Detection(confidence, List.of(), Values.NONE, List.of());
    }

    static Column texts(String... values) {
        return new Column.Texts(values);
    }

    static IllegalStateException bug() {
        return new IllegalStateException("a bug");
    }
}
