/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

class GatheringTest {

    private static final String NEVER = "never";
    private static final String BROKEN = "broken";

    /** What is being worked on, and how it ends. */
    private record Batch(List<String> pieces, Sinks.One<List<String>> end) {

        void succeed() {
            end.tryEmitValue(pieces.stream().map(piece -> piece + "!").toList()).orThrow();
        }

        void fail(Throwable failure) {
            end.tryEmitError(failure).orThrow();
        }
    }

    private final List<Batch> batches = new ArrayList<>();
    private final List<String> results = Collections.synchronizedList(new ArrayList<>());
    private final Gathering<String, String> gathering = Gathering.together(this::work);

    @AfterEach
    void realTimeAgain() {
        VirtualTimeScheduler.reset();
    }

    private Mono<List<String>> work(List<String> pieces) {
        Batch batch = new Batch(pieces, Sinks.one());
        batches.add(batch);
        return batch.end().asMono();
    }

    private Disposable add(String piece) {
        return gathering
                .add(piece)
                .subscribe(
                        results::add, failure -> results.add(piece + " " + failure.getMessage()));
    }

    private List<List<String>> begun() {
        return batches.stream().map(Batch::pieces).toList();
    }

    @Test
    void beginsAtOnceAndGathersMeanwhile() {
        List.of("a", "b", "c").forEach(this::add);
        assertThat(begun()).containsExactly(List.of("a"));

        batches.getFirst().succeed();
        assertThat(begun()).containsExactly(List.of("a"), List.of("b", "c"));
        assertThat(results).containsExactly("a!");

        batches.get(1).succeed();
        assertThat(results).containsExactly("a!", "b!", "c!");
    }

    @Test
    void takesABoundedNumberAtATime() {
        IntStream.range(0, 500).forEach(i -> add("p" + i));
        batches.get(0).succeed();
        batches.get(1).succeed();
        batches.get(2).succeed();
        assertThat(begun()).extracting(List::size).containsExactly(1, 200, 200, 99);
    }

    @Test
    void beginsBesideOneThatIsSlowAndOnlyThen() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        List.of("a", "b").forEach(this::add);
        time.advanceTimeBy(Duration.ofMillis(15));
        batches.get(0).succeed();
        add("c"); // while b is worked on
        time.advanceTimeBy(Duration.ofMillis(15));
        assertThat(begun()).containsExactly(List.of("a"), List.of("b"));

        time.advanceTimeBy(Duration.ofMillis(15));
        assertThat(begun()).containsExactly(List.of("a"), List.of("b"), List.of("c"));

        add("d"); // and there is no third place
        time.advanceTimeBy(Duration.ofMillis(100));
        assertThat(begun()).hasSize(3);
    }

    @Test
    void doesAloneWhatFailedTogetherSoThatOneHarmsNobody() {
        List.of("a", "c", BROKEN, "d").forEach(this::add);
        batches.get(0).succeed();
        batches.get(1).fail(new IllegalStateException("no"));
        assertThat(begun().subList(2, 5))
                .containsExactly(List.of("c"), List.of(BROKEN), List.of("d"));

        batches.get(2).succeed();
        batches.get(3).fail(new IllegalStateException("no"));
        batches.get(4).succeed();
        assertThat(results).containsExactly("a!", "c!", "broken no", "d!");
    }

    @Test
    void goesOnWithOthersWhileOneIsSlow() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        List.of("a", "c", NEVER).forEach(this::add);
        batches.get(0).succeed(); // c and NEVER begin
        add("d");
        time.advanceTimeBy(Duration.ofMillis(40));
        batches.get(2).succeed();
        assertThat(results).containsExactly("a!", "d!");

        time.advanceTimeBy(Duration.ofSeconds(11));
        assertThat(begun().subList(3, 5)).containsExactly(List.of("c"), List.of(NEVER));
        batches.get(3).succeed();
        add("e");
        batches.get(5).succeed();
        assertThat(results).containsExactly("a!", "d!", "c!", "e!");
    }

    @Test
    void failsAllWhenTheDatabaseIsAwayForEachToComeAgain() {
        List.of("a", "c", "d").forEach(this::add);
        batches.get(0).succeed();
        batches.get(1).fail(new TransientDataAccessResourceException("away"));
        assertThat(results).containsExactly("a!", "c away", "d away");
        assertThat(begun()).hasSize(2);
    }

    @Test
    void takesAWrongNumberOfResultsForAFailure() {
        List.of("a", "c", "d").forEach(this::add);
        batches.get(0).succeed();
        batches.get(1).end().tryEmitValue(List.of("c!")).orThrow();
        assertThat(begun().subList(2, 4)).containsExactly(List.of("c"), List.of("d"));
    }

    @Test
    void dropsWhatNobodyAsksForAnyMore() {
        add("a");
        Disposable dropped = add("c");
        add("d");
        dropped.dispose();
        batches.getFirst().succeed();
        assertThat(begun().getLast()).containsExactly("d");
    }

    @Test
    void endsWorkAloneWhenNobodyAsksForItAnyMore() {
        List<String> cancelled = new ArrayList<>();
        Gathering<String, String> alone =
                Gathering.oneByOne(
                        piece -> Mono.<String>never().doOnCancel(() -> cancelled.add(piece)));
        List<Disposable> asked =
                IntStream.range(0, 5).mapToObj(i -> alone.add("p" + i).subscribe()).toList();
        asked.getFirst().dispose();
        asked.getLast().dispose();
        assertThat(cancelled).containsExactly("p0", "p4"); // the last had the place of the first
    }
}
