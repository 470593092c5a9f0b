package fr.sillage.core.internal.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.sillage.api.JobControl;
import fr.sillage.api.Message;
import fr.sillage.api.Values;
import fr.sillage.api.data.Batch;
import fr.sillage.api.data.Column;
import fr.sillage.api.data.Type;
import fr.sillage.api.data.ValueFormat;
import fr.sillage.api.source.DataSource;
import fr.sillage.api.source.Detection;
import fr.sillage.api.source.ProposedField;
import fr.sillage.api.source.SourceException;
import fr.sillage.api.source.SourceInput;
import fr.sillage.core.extension.ExtensionFault.Kind;
import fr.sillage.core.fakes.RowsSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

class GuardedSourceTest extends ContributionsFixture {
    private static final ProposedField PROPOSED = new ProposedField(FIELD, ValueFormat.of(Type.TEXT));

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

    private static DataSource detection(Detection detection) {
        return new Good() {
            @Override
            public Detection detect(SourceInput head) {
                return detection;
            }
        };
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
}
