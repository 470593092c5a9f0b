package fr.sillage.benchmark.engine;

import fr.sillage.engine.QueryEngine;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Something that both sides do. The statement's table names and text constants stand in braces: {@code {registrations}}
 * and {@code {modalite:hybride}} become others where the columns are coded. A column of the answer that is coded is
 * named after its column, or begins with that name and a colon.
 *
 * @param name as it stands in the results
 * @param asked as Sillage does it
 * @param told hands the lines of the answer to the check as DuckDB's rows are
 * @param sql the statement that is measured
 * @param reads what reads its answer for the check; the same where the statement answers itself
 * @param goal how much faster it should be
 */
record Work<A>(
        String name, Function<QueryEngine, A> asked, BiConsumer<A, Check> told, String sql, String reads, Goal goal) {
    double check(A answer) {
        Check check = new Check();
        told.accept(answer, check);
        return check.value();
    }
}
