/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class UsedLastTest {

    private final Map<String, Integer> map = UsedLast.atMost(2);

    @Test
    void forgetsWhatWasWrittenLongestAgo() {
        map.put("a", 1);
        map.put("b", 2);
        map.put("c", 3);
        assertThat(map).containsOnlyKeys("b", "c");
    }

    @Test
    void keepsWhatIsRead() {
        map.put("a", 1);
        map.put("b", 2);
        assertThat(map.get("a")).isEqualTo(1);
        map.put("c", 3);
        assertThat(map).containsOnlyKeys("a", "c");
    }

    @Test
    void keepsWhatIsMerged() {
        map.merge("a", 1, Math::max);
        map.merge("b", 2, Math::max);
        assertThat(map.merge("a", 0, Math::max)).isEqualTo(1);
        map.merge("c", 3, Math::max);
        assertThat(map).containsOnlyKeys("a", "c");
    }

    @Test
    void hasRoomAgainForWhatIsRemoved() {
        map.put("a", 1);
        map.put("b", 2);
        map.remove("b");
        map.put("c", 3);
        assertThat(map).containsOnlyKeys("a", "c");
    }

    @Test
    void losesNothingBetweenThreads() {
        Map<Integer, Integer> sums = UsedLast.atMost(100);
        IntStream.range(0, 100_000).parallel().forEach(i -> sums.merge(i % 100, 1, Integer::sum));
        assertThat(sums).hasSize(100).allSatisfy((_, sum) -> assertThat(sum).isEqualTo(1000));
    }
}
