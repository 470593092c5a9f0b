package fr.sillage.benchmark;

import java.util.List;

/** Measures one side of the platform: {@code ./sillage benchmark NAME}. Register it in {@link Main}. */
public interface Benchmark {
    String name();

    /** What it measures and which options it takes, in a line. */
    String about();

    /**
     * @param options what stands after the name
     * @throws WrongCallException where an option is wrong
     * @throws Exception where it cannot be done, or a result is not right
     */
    List<Measurement> run(Options options) throws Exception;
}
