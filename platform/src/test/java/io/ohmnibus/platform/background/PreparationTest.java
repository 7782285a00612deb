/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.GenericApplicationContext;

class PreparationTest {

    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final CountDownLatch partsAreMade = new CountDownLatch(1);

    /** Something that is prepared when it is made, and needs that when it starts. */
    private final class Part implements SmartLifecycle {

        private boolean running;

        Part(Preparation preparation, Runnable work) {
            preparation.begin("part", work);
        }

        @Override
        public void start() {
            done.add("started");
            running = true;
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return 0; // earlier than others
        }
    }

    private GenericApplicationContext application(Runnable work) {
        var application = new GenericApplicationContext();
        application.registerBean(Preparation.class);
        application.registerBean(
                "part", Part.class, () -> new Part(application.getBean(Preparation.class), work));
        application.registerBean(
                "other",
                Object.class,
                () -> {
                    done.add("made");
                    partsAreMade.countDown();
                    return "other";
                });
        return application;
    }

    private void prepare() {
        try {
            partsAreMade.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        done.add("prepared");
    }

    @Test
    void partsAreMadeMeanwhileAndNoneStartsBefore() {
        try (var application = application(this::prepare)) {
            application.refresh();
            assertThat(List.copyOf(done)).containsExactly("made", "prepared", "started");
        }
    }

    @Test
    void aFailureKeepsTheApplicationFromStarting() {
        IllegalStateException failure = new IllegalStateException("no brokers");
        try (var application =
                application(() -> {
                    throw failure;
                })) {
            assertThatThrownBy(application::refresh).hasRootCause(failure);
            assertThat(List.copyOf(done)).doesNotContain("started");
        }
    }
}
