package fr.sillage.engine.query.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PairsTest {
    private static final int GROUPS = 37;
    private static final int PERSONS = 1_001;

    @Test
    void bitsKeepEachPairOnce() {
        assertKeepsEachPairOnce(new BitPairs(GROUPS, PERSONS));
    }

    @Test
    void sortingKeepsEachPairOnce() {
        assertKeepsEachPairOnce(new SortedPairs());
    }

    @Test
    void sortingTakesTheHighestNumbers() {
        SortedPairs pairs = new SortedPairs();
        pairs.add(Integer.MAX_VALUE, Integer.MAX_VALUE);
        pairs.add(0, Integer.MAX_VALUE);
        assertEquals(List.of("0/2147483647", "2147483647/2147483647"), visited(pairs));
    }

    @Test
    void bitsTakeTheirMostAndNoMore() {
        BitPairs most = new BitPairs(1 << 14, 1 << 14);
        most.add((1 << 14) - 1, (1 << 14) - 1);
        assertEquals(List.of("16383/16383"), visited(most));
        assertThrows(IllegalArgumentException.class, () -> new BitPairs((1 << 14) + 1, 1 << 14));
    }

    private static void assertKeepsEachPairOnce(Pairs pairs) {
        Random random = new Random(5);
        TreeSet<Integer> expected = new TreeSet<>();
        for (int i = 0; i < 60_000; i++) {
            int group = random.nextInt(GROUPS);
            int person = random.nextInt(PERSONS);
            pairs.add(group, person);
            expected.add(group * PERSONS + person);
        }
        List<String> inOrder = expected.stream()
                .map(pair -> pair / PERSONS + "/" + pair % PERSONS)
                .toList();
        assertEquals(inOrder, visited(pairs));
        assertEquals(inOrder, visited(pairs), "visited again");
    }

    private static List<String> visited(Pairs pairs) {
        List<String> visited = new ArrayList<>();
        pairs.forEach((group, person) -> visited.add(group + "/" + person));
        return visited;
    }
}
