/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.batch;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.ohmnibus.platform.store.TransientErrors;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Pieces of work that are cheaper together. A piece that comes while nothing is done starts at
 * once; what comes meanwhile gathers, and is taken as one when that is done, or takes longer than
 * usual. So batches grow with the load, and nobody waits for others to come.
 *
 * <p>What fails together, or takes too long, is done again piece by piece at places of its own, so
 * that a piece harms nobody but itself. When the database is away all pieces fail, for each to come
 * again later.
 *
 * @param <W> a piece
 * @param <R> what comes of it
 */
public final class Gathering<W, R> {

    private static final int MOST_TOGETHER = 200;

    /** Two, the second for when the first is slow. */
    private static final int PLACES_TOGETHER = 2;

    /** After it a batch is slow, and what has gathered does not wait for it any longer. */
    private static final Duration SLOW = Duration.ofMillis(20);

    private static final int PLACES_ALONE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Function<List<W>, Mono<List<R>>> work;
    private final Desk together = new Desk(PLACES_TOGETHER, MOST_TOGETHER, SLOW);
    private final Desk alone = new Desk(PLACES_ALONE, 1, Duration.ZERO);
    private final boolean divided;

    private Gathering(Function<List<W>, Mono<List<R>>> work, boolean divided) {
        this.work = work;
        this.divided = divided;
    }

    /** Does the work on many pieces at once; it must give as many results, in the same order. */
    public static <W, R> Gathering<W, R> together(Function<List<W>, Mono<List<R>>> work) {
        return new Gathering<>(work, false);
    }

    /** The same of which nothing comes but that it is done. */
    public static <W> Gathering<W, Boolean> effects(Function<List<W>, Mono<Void>> work) {
        return together(
                pieces -> work.apply(pieces).thenReturn(Collections.nCopies(pieces.size(), true)));
    }

    /** Does the work on each piece alone, on a few side by side. */
    public static <W, R> Gathering<W, R> oneByOne(Function<W, Mono<R>> work) {
        return new Gathering<>(pieces -> work.apply(pieces.getFirst()).map(List::of), true);
    }

    /** The result for this piece, or why there is none, also when it was done alone. */
    public Mono<R> add(W piece) {
        return Mono.create(asker -> {
            Piece<W, R> added = new Piece<>(piece, asker);
            asker.onCancel(added);
            (divided ? alone : together).add(added);
        });
    }

    /** A piece of work and who asked for it; disposed of when nobody asks any more. */
    private static final class Piece<W, R> implements Disposable {

        private final W work;
        private final MonoSink<R> asker;
        private final Disposable.Swap running = Disposables.swap();

        Piece(W work, MonoSink<R> asker) {
            this.work = work;
            this.asker = asker;
        }

        @Override
        public void dispose() {
            running.dispose();
        }

        @Override
        public boolean isDisposed() {
            return running.isDisposed();
        }
    }

    /** What waits, and the places where it is worked on. */
    private final class Desk {

        private final int places;
        private final int most;

        /** How long another one is waited for before a second place is used. */
        private final Duration patience;

        private final Queue<Piece<W, R>> waiting = new ArrayDeque<>();
        private int busy;
        private long done;
        private boolean watched;

        Desk(int places, int most, Duration patience) {
            this.places = places;
            this.most = most;
            this.patience = patience;
        }

        void add(Piece<W, R> piece) {
            synchronized (this) {
                waiting.add(piece);
            }
            begin();
        }

        private void begin() {
            begin(patience.isZero());
        }

        private void begin(boolean beside) {
            List<Piece<W, R>> pieces = take(beside);
            if (!pieces.isEmpty()) {
                run(pieces);
            }
        }

        /** What is to be done now; {@code beside} others or only when nothing else is done. */
        private synchronized List<Piece<W, R>> take(boolean beside) {
            List<Piece<W, R>> pieces = new ArrayList<>();
            boolean free = busy == 0 || (beside && busy < places);
            while (free && pieces.size() < most && !waiting.isEmpty()) {
                Piece<W, R> next = waiting.remove();
                if (!next.isDisposed()) {
                    pieces.add(next);
                }
            }
            if (!pieces.isEmpty()) {
                busy++;
            } else if (!waiting.isEmpty() && busy < places && !watched) {
                watched = true;
                long before = done;
                var _ =
                        Schedulers.parallel()
                                .schedule(
                                        () -> lookAgain(before), patience.toMillis(), MILLISECONDS);
            }
            return pieces;
        }

        private void lookAgain(long before) {
            boolean slow;
            synchronized (this) {
                watched = false;
                slow = done == before;
            }
            begin(slow);
        }

        private void run(List<Piece<W, R>> pieces) {
            AtomicBoolean ended = new AtomicBoolean();
            Mono<List<R>> results =
                    Mono.defer(() -> work.apply(pieces.stream().map(piece -> piece.work).toList()))
                            .doOnNext(_ -> end(ended))
                            .doOnTerminate(() -> end(ended))
                            .doOnCancel(() -> end(ended));
            if (this == alone) {
                Piece<W, R> piece = pieces.getFirst();
                piece.running.replace(
                        results.contextWrite(piece.asker.contextView())
                                .subscribe(
                                        all -> deliver(pieces, all),
                                        piece.asker::error,
                                        piece.asker::success));
            } else {
                var _ =
                        results.timeout(PATIENCE)
                                .subscribe(
                                        all -> deliver(pieces, all),
                                        failure -> divide(pieces, failure));
            }
        }

        /** The next batch is on its way before those of this one hear of it. */
        private void end(AtomicBoolean ended) {
            if (ended.compareAndSet(false, true)) {
                synchronized (this) {
                    busy--;
                    done++;
                }
                begin();
            }
        }
    }

    private void deliver(List<Piece<W, R>> pieces, List<R> results) {
        if (results.size() != pieces.size()) {
            divide(pieces, new IllegalStateException("not as many results as pieces of work"));
            return;
        }
        for (int i = 0; i < results.size(); i++) {
            pieces.get(i).asker.success(results.get(i));
        }
    }

    private void divide(List<Piece<W, R>> pieces, Throwable failure) {
        boolean helps = pieces.size() > 1 && !TransientErrors.isTransient(failure);
        for (Piece<W, R> piece : pieces) {
            if (helps || failure instanceof TimeoutException) {
                alone.add(piece);
            } else {
                piece.asker.error(failure);
            }
        }
    }
}
