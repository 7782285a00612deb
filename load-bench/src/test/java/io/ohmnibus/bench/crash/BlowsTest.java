/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.bench.deploy.Victim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BlowsTest {

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    /** Writes down what is done to it. */
    private final class Noted implements Victim {

        private final String name;

        Noted(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void kill() {
            log.add("kill " + name);
        }

        @Override
        public void restart() {
            log.add("restart " + name);
        }
    }

    /** Passes at once. */
    private static final class Counted implements Blows.Time {

        private long now;

        @Override
        public long millis() {
            return now;
        }

        @Override
        public void sleep(long millis) {
            now += millis;
        }
    }

    @Test
    void killsInAnOrderThatFollowsFromTheSeedAndStartsEverythingAgain() {
        List<String> first = killed(7);
        List<String> again = killed(7);

        assertThat(first).isNotEmpty();
        assertThat(again).isEqualTo(first);
        assertThat(first).contains("a", "b", "c");
        assertThat(killed(8)).isNotEqualTo(first);
        assertThat(log.stream().filter(line -> line.startsWith("restart")).count())
                .isEqualTo(log.stream().filter(line -> line.startsWith("kill")).count());
    }

    @Test
    void killsNothingTwiceAtOnce() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(blows(seed))
                    .allSatisfy(blow -> assertThat(blow.victims()).doesNotHaveDuplicates());
        }
    }

    private List<String> killed(long seed) {
        return blows(seed).stream().flatMap(blow -> blow.victims().stream()).toList();
    }

    private List<Blow> blows(long seed) {
        List<Victim> victims =
                Stream.of("a", "b", "c").<Victim>map(name -> new Noted(name)).toList();
        return new Blows(victims, seed, new Counted(), _ -> {}).strike(Duration.ofSeconds(90));
    }
}
