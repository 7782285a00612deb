/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.simulator.rpc.CallErrorException;
import io.ohmnibus.simulator.rpc.Line;
import io.ohmnibus.simulator.rpc.NoAnswerException;
import io.ohmnibus.simulator.rpc.OfflineException;
import io.ohmnibus.simulator.rpc.StationException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the state machine wants to tell the CSMS, delivered one by one in order. Transaction events
 * are kept while the station is offline (E11, E12) and repeated when they fail (E13); reports of
 * availability are not: the station tells the state anew when it is back (B04).
 */
final class Outbox {

    /** One message on its way. */
    private static final class Entry {

        private final Consumer<Response> answered;
        private final Runnable dropped;
        private volatile Request<?> request;
        private volatile String messageId = Line.newMessageId();
        private int attempts;

        Entry(Request<?> request, Consumer<Response> answered, Runnable dropped) {
            this.request = request;
            this.answered = answered;
            this.dropped = dropped;
        }

        @Nullable TransactionEventRequest event() {
            return request instanceof TransactionEventRequest event ? event : null;
        }

        /** What it says is no longer the same, so that it needs another message id. */
        void markOffline() {
            var event = event();
            if (event != null && !Boolean.TRUE.equals(event.offline())) {
                request = TransactionEvents.offline(event);
                messageId = Line.newMessageId();
            }
        }
    }

    /** A report of availability; {@code dropped} runs when it never reaches the CSMS. */
    record Report(Request<?> request, Runnable dropped) {}

    private final Station station;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private boolean open;
    private boolean delivering;
    private int discarded;
    private @Nullable Duration attemptInterval;

    Outbox(Station station) {
        this.station = station;
    }

    /** Replaces the variable MessageAttemptInterval, which knows only whole seconds. */
    void attemptInterval(Duration interval) {
        this.attemptInterval = interval;
    }

    /** Queues a transaction event, marked as offline when there is no connection. */
    void add(TransactionEventRequest event, Consumer<TransactionEventResponse> answered) {
        var entry = new Entry(event, a -> answered.accept((TransactionEventResponse) a), () -> {});
        if (!station.line().connected()) {
            entry.markOffline(); // E12.FR.02
        }
        append(entry);
    }

    /** Queues a report of availability, unless it cannot be delivered now. */
    void add(Report report) {
        lock.lock();
        try {
            if (open) {
                append(new Entry(report.request(), _ -> {}, report.dropped()));
                return;
            }
        } finally {
            lock.unlock();
        }
        report.dropped().run();
    }

    private void append(Entry entry) {
        lock.lock();
        try {
            entries.addLast(entry);
            deliver();
        } finally {
            lock.unlock();
        }
    }

    /** The CSMS takes messages: the reports first, then what was kept. */
    void open(List<Report> reports) {
        lock.lock();
        try {
            open = true;
            for (var report : reports.reversed()) {
                entries.addFirst(new Entry(report.request(), _ -> {}, report.dropped()));
            }
            deliver();
        } finally {
            lock.unlock();
        }
    }

    /** The CSMS takes no messages, because it is out of reach or did not accept the station. */
    void close() {
        var dropped = new ArrayDeque<Entry>();
        var offline = !station.line().connected();
        lock.lock();
        try {
            open = false;
            for (var entry : entries) {
                if (entry.event() == null) {
                    dropped.add(entry);
                } else if (offline) {
                    entry.markOffline(); // E11.FR.07
                }
            }
            entries.removeAll(dropped);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        dropped.forEach(entry -> entry.dropped.run());
    }

    /** Whether messages about the transaction, or about any, are still to be delivered (E14). */
    boolean holds(@Nullable String transactionId) {
        lock.lock();
        try {
            return entries.stream()
                    .map(Entry::event)
                    .anyMatch(event ->
                            event != null
                                    && (transactionId == null
                                            || transactionId.equals(
                                                    event.transactionInfo().transactionId())));
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything is delivered, or nothing can be delivered for now. */
    void settle(Duration timeout) {
        long left = timeout.toNanos();
        lock.lock();
        try {
            int before = discarded;
            while (open && (delivering || !entries.isEmpty())) {
                if (left <= 0) {
                    throw new NoAnswerException(
                            "%s: %d messages are still undelivered after %s%s"
                                    .formatted(
                                            station.id(), entries.size(), timeout, station.tail()));
                }
                left = changed.awaitNanos(left);
            }
            if (discarded > before) {
                throw new StationException(station.id() + " gave up on a message" + station.tail());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StationException(station.id() + " was interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private void deliver() {
        if (open && !delivering && !entries.isEmpty()) {
            delivering = true;
            Thread.startVirtualThread(this::deliverAll);
        }
    }

    private void deliverAll() {
        var entry = first();
        while (entry != null) {
            deliver(entry);
            entry = first();
        }
    }

    private @Nullable Entry first() {
        lock.lock();
        try {
            var entry = open ? entries.peekFirst() : null;
            delivering = entry != null;
            changed.signalAll();
            return entry;
        } finally {
            lock.unlock();
        }
    }

    private void deliver(Entry entry) {
        try {
            var timeout = station.settings().messageTimeout();
            var answer = station.line().call(entry.messageId, entry.request, timeout);
            entry.answered.accept(answer);
            remove(entry);
        } catch (OfflineException _) {
            close();
        } catch (CallErrorException | NoAnswerException e) {
            failed(entry, e);
        } catch (RuntimeException e) {
            station.tell(StationEvent.Kind.PROBLEM, "undeliverable: " + e.getMessage());
            discard(entry);
        }
    }

    private void failed(Entry entry, StationException e) {
        entry.attempts++;
        var name = entry.request.getClass().getSimpleName();
        station.tell(StationEvent.Kind.PROBLEM, name + " failed: " + StationEvent.brief(e));
        var attempts =
                Integer.parseInt(
                        station.model()
                                .get("OCPPCommCtrlr", "MessageAttempts", "TransactionEvent"));
        if (entry.event() == null || entry.attempts >= attempts) {
            discard(entry); // E13.FR.04
        } else {
            pause(interval().multipliedBy(entry.attempts)); // E13.FR.03
        }
    }

    private Duration interval() {
        return attemptInterval != null
                ? attemptInterval
                : station.model()
                        .seconds("OCPPCommCtrlr", "MessageAttemptInterval", "TransactionEvent");
    }

    private void pause(Duration time) {
        long left = time.toNanos();
        lock.lock();
        try {
            while (open && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private void discard(Entry entry) {
        remove(entry);
        lock.lock();
        try {
            discarded++;
        } finally {
            lock.unlock();
        }
        entry.dropped.run();
    }

    private void remove(Entry entry) {
        lock.lock();
        try {
            entries.remove(entry);
        } finally {
            lock.unlock();
        }
    }
}
