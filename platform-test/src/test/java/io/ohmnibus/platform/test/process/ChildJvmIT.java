/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ChildJvmIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void isPausedResumedAndKilled() {
        try (ChildJvm child = ChildJvm.start(Ticker.class, List.of("tick"))) {
            await().atMost(LIMIT).until(() -> ticks(child) > 2);

            child.pause();
            long before = ticks(child);
            await().pollDelay(Duration.ofMillis(500)).until(() -> true);
            assertThat(ticks(child)).isLessThanOrEqualTo(before + 1);
            assertThat(child.isAlive()).isTrue();

            child.resume();
            await().atMost(LIMIT).until(() -> ticks(child) > before + 2);

            child.kill();
            assertThat(child.isAlive()).isFalse();
            assertThat(child.output()).doesNotContain("ended in order");
        }
    }

    @Test
    void endsInOrderWhenItIsTold() {
        try (ChildJvm child = ChildJvm.start(Ticker.class, List.of("tick"))) {
            await().atMost(LIMIT).until(() -> ticks(child) > 0);
            assertThat(child.terminate()).isEqualTo(143);
            assertThat(child.output()).contains("ended in order");
        }
    }

    @Test
    void doesNotOutliveAParentThatIsKilled() {
        try (ChildJvm parent = ChildJvm.start(Parent.class, List.of())) {
            await().atMost(LIMIT).until(() -> children(parent).size() == 2);
            List<ProcessHandle> children = children(parent);
            assertThat(children).allMatch(ProcessHandle::isAlive);

            parent.kill();

            await().atMost(LIMIT).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    private static long ticks(ChildJvm child) {
        return child.output().lines().filter("tick"::equals).count();
    }

    private static List<ProcessHandle> children(ChildJvm parent) {
        return Pattern.compile("child (\\d+)\\.")
                .matcher(parent.output())
                .results()
                .map((MatchResult found) ->
                        ProcessHandle.of(Long.parseLong(found.group(1))).orElseThrow())
                .toList();
    }

    /** Prints its argument again and again. */
    static final class Ticker {

        public static void main(String... arguments) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> System.out.println("ended in order")));
            while (true) {
                System.out.println(arguments[0]);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    /** Has two children, one of which is paused. */
    static final class Parent {

        @SuppressWarnings("resource")
        public static void main(String... arguments) throws InterruptedException {
            ChildJvm first = ChildJvm.start(Ticker.class, List.of("tick"));
            ChildJvm second = ChildJvm.start(Ticker.class, List.of("tick"));
            second.pause();
            System.out.println("child " + first.pid() + ".\nchild " + second.pid() + ".");
            new CountDownLatch(1).await();
        }
    }
}
