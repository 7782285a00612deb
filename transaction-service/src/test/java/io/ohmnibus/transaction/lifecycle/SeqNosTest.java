/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SeqNosTest {

    @Test
    void showsWhatIsMissingInBetween() {
        SeqNos seen = SeqNos.NONE.plus(3).plus(4).plus(9).plus(7);

        assertThat(seen).hasToString("3-4,7,9");
        assertThat(seen.gaps()).hasToString("5-6,8");
    }

    @Test
    void hasNoGapBeforeItsFirstNumber() {
        assertThat(SeqNos.NONE.plus(17).plus(18).gaps()).isEqualTo(SeqNos.NONE);
    }

    @Test
    void readsWhatItWrites() {
        assertThat(SeqNos.parse("0-4,6,8-10")).hasToString("0-4,6,8-10");
        assertThat(SeqNos.parse("").isEmpty()).isTrue();
        assertThat(SeqNos.parse("-3--1,5")).hasToString("-3--1,5");
    }

    @Test
    void holdsTheLargestNumberThereIs() {
        assertThat(SeqNos.NONE.plus(Integer.MAX_VALUE).plus(Integer.MAX_VALUE - 1))
                .hasToString((Integer.MAX_VALUE - 1) + "-" + Integer.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isTheSameInWhateverOrderNumbersCome(long seed) {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
        numbers.removeIf(number -> number % 7 == 3);
        Collections.shuffle(numbers, new Random(seed));

        SeqNos seen = SeqNos.NONE;
        for (int number : numbers) {
            seen = seen.plus(number).plus(number);
        }

        assertThat(seen).hasToString("0-2,4-9,11-16,18-23,25-30,32-37,39");
        assertThat(seen.last()).isEqualTo(39);
    }
}
