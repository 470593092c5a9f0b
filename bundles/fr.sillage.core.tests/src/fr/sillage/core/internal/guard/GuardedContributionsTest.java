package fr.sillage.core.internal.guard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
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
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Field;
import fr.sillage.api.data.Privacy;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.ProposedField;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import fr.sillage.core.extension.Contribution;
import fr.sillage.core.extension.ExtensionException;
import fr.sillage.core.extension.ExtensionFault.Kind;
import fr.sillage.core.fakes.RowsSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Each method of each contract: what it throws and what makes no sense. */
class GuardedContributionsTest {
    private static final Contribution BY = new Contribution() {
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
    private static final Field FIELD = new Field("a", Type.TEXT, Set.of(), Privacy.OTHER);
    private static final ProposedField PROPOSED = new ProposedField(FIELD, ValueFormat.of(Type.TEXT));
    private static final Column IN = texts("x", "y");

    private final ExtensionGuard guard = new ExtensionGuard();

    @AfterEach
    void close() {
        guard.close();
    }

    /** A source of one column that works, for tests to spoil. */
    private static class Good implements DataSource, DataSource.Reader {
        private boolean read;

        @Override
        public Detection detect(SourceInput head) throws IOException {
            return new Detection(1, List.of(), Values.NONE, List.of(PROPOSED));
        }

        @Override
        public Reader open(SourceInput in, Values settings, JobControl job) throws SourceException, IOException {
            return this;
        }

        @Override
        public List<String> names() {
            return List.of("a");
        }

        @Override
        public Optional<Batch> next() throws SourceException, IOException {
            Optional<Batch> batch = read ? Optional.empty() : Optional.of(batch(IN));
            read = true;
            return batch;
        }

        @Override
        public void close() throws IOException {
            // nothing is open
        }

        static Batch batch(Column... columns) {
            return new Batch(List.of(columns), new long[columns[0].size()], List.of());
        }
    }

    @Test
    void aGoodSourceIsHandedThrough() throws Exception {
        DataSource source = guard.source(BY, Good::new);

        assertEquals(List.of(PROPOSED), source.detect(RowsSource.FILE).fields());
        try (DataSource.Reader reader = source.open(RowsSource.FILE, Values.NONE, JobControl.NONE)) {
            assertEquals(List.of("a"), reader.names());
            assertEquals(2, reader.next().orElseThrow().rows());
            assertEquals(Optional.empty(), reader.next());
        }
        assertEquals(List.of(), guard.faults());
    }

    @TestFactory
    List<DynamicTest> aSourceThatThrowsInAnyMethod() {
        return List.of(
                fault("detect", Kind.THREW, detecting(new Good() {
                    @Override
                    public Detection detect(SourceInput head) {
                        throw bug();
                    }
                })),
                fault("open", Kind.THREW, reading(new Good() {
                    @Override
                    public Reader open(SourceInput in, Values settings, JobControl job) {
                        throw bug();
                    }
                })),
                fault("names", Kind.THREW, reading(new Good() {
                    @Override
                    public List<String> names() {
                        throw bug();
                    }
                })),
                fault("next", Kind.THREW, reading(new Good() {
                    @Override
                    public Optional<Batch> next() {
                        throw bug();
                    }
                })),
                fault("close", Kind.THREW, reading(new Good() {
                    @Override
                    public void close() {
                        throw bug();
                    }
                })));
    }

    @TestFactory
    List<DynamicTest> aSourceThatReturnsNonsense() {
        return List.of(
                fault("no detection", Kind.NONSENSE, detecting(detection(null))),
                fault("confidence", Kind.NONSENSE, detecting(detection(of(Double.NaN)))),
                fault("too much confidence", Kind.NONSENSE, detecting(detection(of(7)))),
                fault(
                        "fields of one name",
                        Kind.NONSENSE,
                        detecting(detection(new Detection(1, List.of(), Values.NONE, List.of(PROPOSED, PROPOSED))))),
                fault("no reader", Kind.NONSENSE, reading(new Good() {
                    @Override
                    public Reader open(SourceInput in, Values settings, JobControl job) {
                        return null;
                    }
                })),
                fault("no names", Kind.NONSENSE, reading(names(null))),
                fault("a name that is missing", Kind.NONSENSE, reading(names(Arrays.asList("a", null)))),
                fault("a name twice", Kind.NONSENSE, reading(names(List.of("a", "a")))),
                fault("no batch", Kind.NONSENSE, reading(next(null))),
                fault("too many columns", Kind.NONSENSE, reading(next(Optional.of(Good.batch(IN, IN))))),
                fault(
                        "numbers",
                        Kind.NONSENSE,
                        reading(next(Optional.of(Good.batch(new Column.Longs(new long[2], new BitSet())))))),
                fault("empty batches for ever", Kind.NONSENSE, reading(next(Optional.of(Good.batch(texts()))))));
    }

    @Test
    void whatASourceMayThrowIsNoFault() {
        SourceException reason = new SourceException(Message.of("test", "no.header"), 1);
        DataSource source = guard.source(BY, () -> new Good() {
            @Override
            public Reader open(SourceInput in, Values settings, JobControl job) throws SourceException {
                throw reason;
            }
        });

        assertEquals(
                reason,
                assertThrows(SourceException.class, () -> source.open(RowsSource.FILE, Values.NONE, JobControl.NONE)));
        assertEquals(List.of(), guard.faults());
    }

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

    private DynamicTest fault(String name, Kind kind, Executable call) {
        return DynamicTest.dynamicTest(name, () -> {
            int before = guard.faults().size();
            assertThrows(ExtensionException.class, call);
            assertEquals(before + 1, guard.faults().size());
            assertEquals(kind, guard.faults().getFirst().kind());
        });
    }

    private Executable detecting(DataSource source) {
        return () -> guard.source(BY, () -> source).detect(RowsSource.FILE);
    }

    private Executable reading(DataSource source) {
        return () -> {
            try (DataSource.Reader reader =
                    guard.source(BY, () -> source).open(RowsSource.FILE, Values.NONE, JobControl.NONE)) {
                while (reader.next().isPresent()) {
                    continue;
                }
            }
        };
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

    private static DataSource detection(Detection detection) {
        return new Good() {
            @Override
            public Detection detect(SourceInput head) {
                return detection;
            }
        };
    }

    private static Detection of(double confidence) {
        return new Detection(confidence, List.of(), Values.NONE, List.of());
    }

    private static DataSource names(List<String> names) {
        return new Good() {
            @Override
            public List<String> names() {
                return names;
            }
        };
    }

    private static DataSource next(Optional<Batch> batch) {
        return new Good() {
            @Override
            public Optional<Batch> next() {
                return batch;
            }
        };
    }

    private static Anonymizer.Streaming returning(Column column) {
        return new Keeping() {
            @Override
            public Column apply(Column in, Values parameters, AnonymizerContext context) {
                return column;
            }
        };
    }

    private static Column texts(String... values) {
        return new Column.Texts(values);
    }

    private static IllegalStateException bug() {
        return new IllegalStateException("a bug");
    }
}
