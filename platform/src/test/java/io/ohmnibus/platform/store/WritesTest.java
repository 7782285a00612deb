/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class WritesTest {

    private final List<String> done = new ArrayList<>();

    private Mono<Void> statement(String name) {
        return Mono.fromRunnable(() -> done.add(name));
    }

    @Test
    void waitForTheEndOfTheWorkAndKeepTheirOrder() {
        Mono<String> work =
                Writes.later(statement("kept first"))
                        .then(statement("work"))
                        .then(Writes.later(statement("kept second")))
                        .thenReturn("result");
        assertThat(Writes.together(work).block()).isEqualTo("result");
        assertThat(done).containsExactly("work", "kept first", "kept second");
    }

    @Test
    void areSentEarlierForThoseWhoReadOfThem() {
        Mono<Void> work =
                Writes.later(statement("kept first"))
                        .then(Writes.soFar())
                        .then(statement("work"))
                        .then(Writes.later(statement("kept second")));
        Writes.together(work).block();
        assertThat(done).containsExactly("kept first", "work", "kept second");
    }

    @Test
    void doNotWaitForEachOther() {
        Sinks.Empty<Void> answer = Sinks.empty();
        Mono<Void> slow = Mono.defer(() -> statement("slow").then(answer.asMono()));
        Mono<Void> work = Writes.later(slow).then(Writes.later(statement("next")));
        Mono<Void> all = Writes.together(work);
        all.subscribe(null, null, () -> done.add("all"));
        assertThat(done).containsExactly("slow", "next");
        answer.tryEmitEmpty().orThrow();
        assertThat(done).containsExactly("slow", "next", "all");
    }

    @Test
    void failTheWhole() {
        Mono<String> work =
                Writes.later(Mono.error(new IllegalStateException("first")))
                        .then(Writes.later(Mono.error(new IllegalStateException("second"))))
                        .thenReturn("result");
        assertThatThrownBy(() -> Writes.together(work).block()).hasMessage("first");
    }

    @Test
    void areNotMadeByWorkThatFails() {
        Mono<Void> work =
                Writes.later(statement("kept")).then(Mono.error(new IllegalStateException("no")));
        assertThatThrownBy(() -> Writes.together(work).block()).hasMessage("no");
        assertThat(done).isEmpty();
    }

    @Test
    void areMadeAtOnceOutside() {
        Writes.later(statement("alone")).block();
        assertThat(done).containsExactly("alone");
    }
}
