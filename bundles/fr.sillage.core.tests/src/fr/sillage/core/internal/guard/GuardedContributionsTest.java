package fr.sillage.core.internal.guard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Figure;
import fr.sillage.api.analysis.Table;
import fr.sillage.api.analysis.TableColumn;
import fr.sillage.api.analysis.Value;
import fr.sillage.api.anonymizer.Anonymizer;
import fr.sillage.api.anonymizer.AnonymizerContext;
import fr.sillage.api.anonymizer.Pseudonymiser;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.core.extension.ExtensionFault.Kind;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

class GuardedContributionsTest extends ContributionsFixture {
    /** An anonymizer that keeps all, for tests to spoil. */
    private static class Keeping implements Anonymizer.Streaming {
        @Override
        public Optional<Field> becomes(Field field, Values parameters) {
            return Optional.of(field);
        }

        @Override
        public Column apply(Column in, Values parameters, AnonymizerContext context) {
            return in;
        }
    }

    @Test
    void aGoodAnonymizerIsHandedThrough() {
        Anonymizer.Streaming asking = streaming(new Keeping() {
            @Override
            public Column apply(Column in, Values parameters, AnonymizerContext context) {
                return texts(
                        context.pseudonymiser("s").pseudonym("x"),
                        context.field().name());
            }
        });

        Column.Texts out = (Column.Texts) asking.apply(IN, Values.NONE, CONTEXT);

        assertArrayEquals(new String[] {"s of x", "a"}, out.values());
        assertEquals(List.of(), guard.faults());
    }

    @TestFactory
    List<DynamicTest> anAnonymizerThatThrowsOrReturnsNonsense() {
        return List.of(
                fault("becomes", Kind.THREW, becoming(new Keeping() {
                    @Override
                    public Optional<Field> becomes(Field field, Values parameters) {
                        throw bug();
                    }
                })),
                fault("apply", Kind.THREW, applying(new Keeping() {
                    @Override
                    public Column apply(Column in, Values parameters, AnonymizerContext context) {
                        throw bug();
                    }
                })),
                fault("becomes null", Kind.NONSENSE, becoming(new Keeping() {
                    @Override
                    public Optional<Field> becomes(Field field, Values parameters) {
                        return null;
                    }
                })),
                fault("no column", Kind.NONSENSE, applying(returning(null))),
                fault("a shorter column", Kind.NONSENSE, applying(returning(texts("x")))),
                fault(
                        "a column of another type",
                        Kind.NONSENSE,
                        applying(returning(new Column.Longs(new long[2], new BitSet())))));
    }

    @TestFactory
    List<DynamicTest> anAnalysisThatReturnsNonsense() {
        Table table = new Table(
                "t", List.of(new TableColumn("c", TableColumn.Kind.LABEL)), List.of(List.of(new Value.Label("x"))));
        Table ragged = new Table("t", table.columns(), List.of(List.of()));
        Figure figure = new Figure("f", Figure.Kind.STACKED_SHARES, "none", "c", "c", "c", "");
        Figure blind = new Figure("g", Figure.Kind.STACKED_SHARES, "t", "c", "no", "c", "");
        return List.of(
                fault("no draft", Kind.NONSENSE, running(null)),
                fault("a table twice", Kind.NONSENSE, running(new Draft(List.of(table, table), List.of(), List.of()))),
                fault("a ragged row", Kind.NONSENSE, running(new Draft(List.of(ragged), List.of(), List.of()))),
                fault(
                        "a figure of no table",
                        Kind.NONSENSE,
                        running(new Draft(List.of(table), List.of(figure), List.of()))),
                fault(
                        "a figure of no column",
                        Kind.NONSENSE,
                        running(new Draft(List.of(table), List.of(blind), List.of()))));
    }

    private Anonymizer.Streaming streaming(Anonymizer.Streaming anonymizer) {
        return (Anonymizer.Streaming) guard.anonymizer(BY, () -> anonymizer);
    }

    private Executable becoming(Anonymizer.Streaming anonymizer) {
        return () -> streaming(anonymizer).becomes(FIELD, Values.NONE);
    }

    private Executable applying(Anonymizer.Streaming anonymizer) {
        return () -> streaming(anonymizer).apply(IN, Values.NONE, CONTEXT);
    }

    private Executable running(Draft draft) {
        Analysis analysis = guard.analysis(BY, () -> (Analysis) (in, values, job) -> draft);
        return () -> analysis.run(null, Values.NONE, JobControl.NONE);
    }

    private static final AnonymizerContext CONTEXT = new AnonymizerContext() {
        @Override
        public Pseudonymiser pseudonymiser(String scheme) {
            return raw -> scheme + " of " + raw;
        }

        @Override
        public Field field() {
            return FIELD;
        }
    };

    private static Anonymizer.Streaming returning(Column column) {
        return new Keeping() {
            @Override
            public Column apply(Column in, Values parameters, AnonymizerContext context) {
                return column;
            }
        };
    }
}
