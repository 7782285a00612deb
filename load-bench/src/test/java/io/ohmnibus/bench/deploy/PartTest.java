/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.platform.test.process.ChildJvm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class PartTest {

    private static final int HELD = 10_000_000;

    private final Part self = Part.jvms("self", List.of(ProcessHandle.current().pid()));

    @Test
    void knowsTheCpuTimeOfAProcess() {
        Duration spent = self.cpu();
        Duration known = ProcessHandle.current().info().totalCpuDuration().orElseThrow();

        assertThat(spent).isPositive().isCloseTo(known, Duration.ofMillis(500));
    }

    @Test
    void knowsTheCpuTimeOfTheCompilersOfAJvm() {
        assertThat(self.compilers()).isPositive().isLessThan(self.cpu());
    }

    /** Another JVM with ten million bytes that it needs. */
    static final class Holding {

        public static void main(String... arguments) throws InterruptedException {
            byte[] held = new byte[HELD];
            new CountDownLatch(1).await();
            System.out.println(held.length);
        }
    }

    @Test
    void knowsTheMemoryOfAProcess() {
        try (ChildJvm jvm = ChildJvm.start(Holding.class, List.of())) {
            Part part = Part.jvms("holding", List.of(jvm.pid()));

            await().until(() -> part.liveObjects().getOrDefault("[B", 0L) > HELD);
            assertThat(part.liveObjects().get("[B")).isBetween((long) HELD, part.resident());
            assertThat(part.allocated()).isBetween((long) HELD, 20L * HELD);
        }
    }

    @Test
    void knowsTheMemoryOfSeveralProcesses() {
        ProcessHandle process = ProcessHandle.current();
        Part alone = new Part("alone", List.of(), () -> List.of(process));
        Part parted = new Part("parted", List.of(), () -> List.of(process, process));

        assertThat(parted.resident()).isBetween(alone.resident(), alone.resident() * 5 / 2);
    }

    @Test
    void aProcessThatHasEndedSpendsNothing() throws Exception {
        Process process = new ProcessBuilder("true").start();
        Part ended = new Part("ended", List.of(), () -> List.of(process.toHandle()));
        process.waitFor();

        assertThat(ended.cpu()).isZero();
        assertThat(ended.resident()).isZero();
        assertThat(ended.allocated()).isZero();
    }
}
