/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import io.ohmnibus.bench.deploy.Register;
import io.ohmnibus.bench.deploy.Separate;
import io.ohmnibus.bench.report.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Lets stations charge while everything they talk to is killed again and again.
 *
 * @param folder an empty one, for the data of Kafka and PostgreSQL
 */
record CrashTest(
        long seed, int stations, Duration duration, Path folder, Consumer<String> progress) {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int RAMP_MILLIS = 20;

    /** Runs it and compares; fails when the platform does not start again. */
    CrashReport run() {
        progress.accept("Seed %d. Starting the platform ...".formatted(seed));
        try (Separate platform = Separate.start(folder)) {
            List<String> ids = Register.fill(platform, stations);
            Register.tokens(platform, ids);
            Book book = new Book();
            Deliveries deliveries = new Deliveries();
            CountDownLatch over = new CountDownLatch(1);
            var world =
                    new ChargingStation.World(platform.stations(), book, deliveries, over, seed);
            List<ChargingStation> fleet = new ArrayList<>();
            List<Thread> drivers = new ArrayList<>();
            try {
                connect(ids, world, fleet);
                fleet.forEach(station -> drivers.add(Thread.startVirtualThread(station::run)));
                Errands errands = new Errands(platform, ids, deliveries);
                drivers.add(Thread.startVirtualThread(() -> errands.run(over)));
                List<Blow> blows =
                        new Blows(platform.victims(), seed, Blows.Time.REAL, progress)
                                .strike(duration);
                over.countDown();
                progress.accept("Everything runs again; the stations deliver what they have kept");
                long began = System.nanoTime();
                join(drivers);
                await("everything is acknowledged", () -> book.open() == 0);
                Verdict verdict = new Verdict();
                verdict.figure("blows", blows.size());
                verdict.figure("seconds until everything was acknowledged", secondsSince(began));
                return compared(platform, book, deliveries, blows, verdict);
            } finally {
                over.countDown();
                fleet.forEach(ChargingStation::close);
            }
        }
    }

    private void connect(
            List<String> ids, ChargingStation.World world, List<ChargingStation> fleet) {
        for (int i = 0; i < ids.size(); i++) {
            fleet.add(new ChargingStation(world, ids.get(i), i));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RAMP_MILLIS));
        }
        await(
                "all stations are accepted",
                () -> fleet.stream().allMatch(ChargingStation::isAccepted));
        progress.accept("%d stations charge".formatted(fleet.size()));
    }

    private CrashReport compared(
            Separate platform,
            Book book,
            Deliveries deliveries,
            List<Blow> blows,
            Verdict verdict) {
        Rows rows = new Rows(platform.jdbcUrl());
        await("nothing waits to be published", () -> "0".equals(waiting(rows)));
        await("every command has ended", () -> "0".equals(pending(rows)));
        new TransactionCheck(rows, book, verdict).run();
        new EventCheck(platform.broker(), book, verdict).run();
        new CommandCheck(rows, deliveries, verdict).run();
        Map<String, String> run = new LinkedHashMap<>();
        run.put("seed", Long.toString(seed));
        run.put("stations", Integer.toString(stations));
        run.put("seconds", Long.toString(duration.toSeconds()));
        run.put("commit", Machine.commit());
        run.put("machine", Machine.description());
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            run.put("PostgreSQL " + setting, rows.one("show " + setting));
        }
        return new CrashReport(
                run, blows, verdict.figures(), verdict.mustBeZero(), verdict.faults());
    }

    private static String waiting(Rows rows) {
        return rows.one(
                """
                select (select count(*) from transaction.outbox) + (select count(*) from station.outbox)
                  + (select count(*) from auth.outbox)
                """);
    }

    private static String pending(Rows rows) {
        return rows.one("select count(*) from station.commands where status = 'Pending'");
    }

    private static void join(List<Thread> drivers) {
        try {
            for (Thread driver : drivers) {
                driver.join(LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits at most five minutes; what is not so then, the comparison tells. */
    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                progress.accept("Not so within %s: %s".formatted(LIMIT, what));
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private static long secondsSince(long began) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    }
}
