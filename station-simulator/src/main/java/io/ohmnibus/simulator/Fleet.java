/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.simulator.StationEvent.Kind;
import io.ohmnibus.simulator.rpc.StationException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Stations started one after the other, and what a console shows of them. */
final class Fleet {

    /** More stations than this are shown as one line of numbers now and then. */
    private static final int SHOWN_ONE_BY_ONE = 20;

    private static final int FRAMES_KEPT = 20;
    private static final Duration PROGRESS = Duration.ofSeconds(5);
    private static final Duration ACCEPTED_WITHIN = Duration.ofSeconds(60);

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;
    private final long nanosBetween;
    private final LongAdder sessions = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder problems = new LongAdder();
    private final CountDownLatch stopped = new CountDownLatch(1);

    Fleet(PrintWriter out, PrintWriter err, boolean quiet, int perSecond) {
        this.out = out;
        this.err = err;
        this.quiet = quiet;
        this.nanosBetween = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** One session at each station; 0 when all succeeded. */
    int once(List<StationBuilder> builders, DemoDriver.Habit habit) throws InterruptedException {
        var failures = new LongAdder();
        var running = new CountDownLatch(builders.size());
        for (var builder : builders) {
            Thread.startVirtualThread(() -> {
                try {
                    if (!session(builder, builders.size(), habit)) {
                        failures.increment();
                    }
                } finally {
                    running.countDown();
                }
            });
            stopped.await(nanosBetween, TimeUnit.NANOSECONDS);
        }
        running.await();
        if (failures.sum() > 0) {
            err.println(failures.sum() + " of " + builders.size() + " stations failed");
            err.flush();
        }
        return failures.sum() == 0 ? 0 : 1;
    }

    private boolean session(StationBuilder builder, int of, DemoDriver.Habit habit) {
        var station = prepared(builder, of).build();
        try (station) {
            station.connect();
            station.boot(BootReasonEnum.POWER_UP);
            station.awaitAccepted(ACCEPTED_WITHIN);
            var charged = new DemoDriver(station, 1, habit).session();
            if (!charged) {
                problem(station.id() + " could not charge: the token was not accepted");
            }
            return charged;
        } catch (StationException | IllegalStateException e) {
            problem(station.id() + " " + StationEvent.brief(e));
            return false;
        }
    }

    /** Sessions until the JVM is told to stop. */
    int forever(List<StationBuilder> builders, DemoDriver.Habit habit) throws InterruptedException {
        var stations = new ArrayList<Station>(builders.size());
        var hook = new Thread(() -> switchOff(stations));
        Runtime.getRuntime().addShutdownHook(hook);
        for (var builder : builders) {
            var station = prepared(builder, builders.size()).powerUp();
            synchronized (stations) {
                stations.add(station);
            }
            new DemoDriver(station, 1, habit).start();
            stopped.await(nanosBetween, TimeUnit.NANOSECONDS);
        }
        var many = builders.size() > SHOWN_ONE_BY_ONE;
        while (!stopped.await(PROGRESS.toMillis(), TimeUnit.MILLISECONDS)) {
            if (many && !quiet) {
                progress(stations);
            }
        }
        return 0;
    }

    private void switchOff(List<Station> stations) {
        synchronized (stations) {
            stations.forEach(Station::close);
        }
        stopped.countDown();
    }

    private void progress(List<Station> stations) {
        var connected = stations.stream().filter(Station::connected).count();
        out.printf(
                "%d of %d stations connected, %d sessions ended, %d events, %d problems%n",
                connected, stations.size(), sessions.sum(), messages.sum(), problems.sum());
        out.flush();
    }

    private StationBuilder prepared(StationBuilder builder, int of) {
        var many = of > SHOWN_ONE_BY_ONE;
        return builder.listener(event -> show(event, many)).framesKept(many ? 0 : FRAMES_KEPT);
    }

    private void show(StationEvent event, boolean many) {
        messages.increment();
        if (event.kind() == Kind.TRANSACTION_ENDED) {
            sessions.increment();
        }
        if (event.kind() == Kind.PROBLEM) {
            problem(event.toString());
        } else if (!many && !quiet) {
            print(out, event.toString());
        }
    }

    private void problem(String text) {
        problems.increment();
        print(err, text);
    }

    private static void print(PrintWriter where, String text) {
        var time = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        where.println(time + " " + text);
        where.flush();
    }
}
