package fr.sillage.core.misbehaving;

import fr.sillage.api.JobControl;
import fr.sillage.api.Values;
import fr.sillage.api.analysis.Analysis;
import fr.sillage.api.analysis.Draft;
import fr.sillage.api.analysis.Inputs;
import java.util.ArrayList;
import java.util.List;

/** Analyses that tests put into bundles of their own, each with a fault, and one without. */
public final class Analyses {
    private Analyses() {}

    public static final class Good implements Analysis {
        @Override
        public Draft run(Inputs in, Values parameters, JobControl job) {
            return new Draft(List.of(), List.of(), List.of());
        }
    }

    public static final class ThrowsWhenMade implements Analysis {
        public ThrowsWhenMade() {
            throw new IllegalStateException("secret");
        }

        @Override
        public Draft run(Inputs in, Values parameters, JobControl job) {
            return new Draft(List.of(), List.of(), List.of());
        }
    }

    public static final class Throws implements Analysis {
        @Override
        public Draft run(Inputs in, Values parameters, JobControl job) {
            throw new IllegalStateException("secret");
        }
    }

    /** Uses what its manifest does not import. */
    public static final class UsesWhatIsNotThere implements Analysis {
        @Override
        public Draft run(Inputs in, Values parameters, JobControl job) {
            return new Draft(List.of(), List.of(), org.slf4j.LoggerFactory.getLogger("x") == null ? List.of() : null);
        }
    }

    public static final class Nothing implements Analysis {
        @Override
        public Draft run(Inputs in, Values parameters, JobControl job) {
            return null;
        }
    }

    /** No analysis at all. */
    public static final class NoAnalysis {}

    public static final class LeavesThreads implements Analysis {
        @Override
        public Draft run(Inputs in, Values parameters, JobControl job) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            return new Draft(List.of(), List.of(), List.of());
        }
    }

    /** Works on for some seconds whatever it is told. */
    public static final class Deaf implements Analysis {
        @Override
        public Draft run(Inputs in, Values parameters, JobControl job) {
            for (long end = System.nanoTime() + 4_000_000_000L; System.nanoTime() < end; ) {
                job.progress(0.5);
                Thread.onSpinWait();
            }
            return new Draft(List.of(), List.of(), List.of());
        }
    }

    /** Gives no sign of life until it is interrupted. */
    public static final class Hangs implements Analysis {
        @Override
        public Draft run(Inputs in, Values parameters, JobControl job) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Draft(List.of(), List.of(), List.of());
        }
    }

    /** Keeps what it takes for as long as its class is there. */
    public static final class TakesMemory implements Analysis {
        private static final List<byte[]> KEPT = new ArrayList<>();

        @Override
        public Draft run(Inputs in, Values parameters, JobControl job) {
            KEPT.add(new byte[16 << 20]);
            return new Draft(List.of(), List.of(), List.of());
        }
    }
}
