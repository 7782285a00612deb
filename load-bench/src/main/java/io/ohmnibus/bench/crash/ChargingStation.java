/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import io.ohmnibus.bench.deploy.Register;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DataTransferResponse;
import io.ohmnibus.ocpp.type.DataTransferStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.simulator.AvailabilityReports;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.TransactionBook;
import io.ohmnibus.simulator.rpc.StationException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A station at which one driver after the other charges, and which loses its network now and then.
 * Nobody waits for the platform: cars come, draw energy and leave whether it answers or not. The
 * service that answers NotifyEvent does not run here, so availability goes by StatusNotification.
 */
final class ChargingStation implements AutoCloseable {

    /** What happens around the stations. */
    record World(
            URI url, TransactionBook book, Deliveries deliveries, CountDownLatch over, long seed) {}

    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 100_000;
    private static final int TRIES = 5;

    private final World world;
    private final Random random;
    private final IdToken token;
    private final Station station;

    ChargingStation(World world, String id, int number) {
        this.world = world;
        this.random = new Random(world.seed() * 1_000_003 + number);
        this.token = new IdToken(null, id, "ISO14443", null);
        this.station =
                Station.builder(id)
                        .version(number % 3 == 0 ? OcppVersion.V2_0_1 : OcppVersion.V2_1)
                        .url(world.url().toString().replaceAll("/$", ""))
                        .password(Register.PASSWORD)
                        .availability(AvailabilityReports.STATUS_NOTIFICATION)
                        .messageTimeout(ANSWER)
                        .timeout(PATIENCE)
                        .framesKept(0)
                        .retryBackOff(Duration.ofSeconds(1), Duration.ofSeconds(2), 2)
                        .messageAttempts(ATTEMPTS, Duration.ofMillis(500))
                        .set("AuthCtrlr", "OfflineTxForUnknownIdEnabled", "true")
                        .book(world.book())
                        .prepare(made -> made.onCall(DataTransferRequest.class, this::deliver))
                        .powerUp();
    }

    private DataTransferResponse deliver(DataTransferRequest request) {
        world.deliveries().delivered(String.valueOf(request.messageId()));
        return new DataTransferResponse(DataTransferStatusEnum.ACCEPTED, null, null, null);
    }

    String id() {
        return station.id();
    }

    boolean isAccepted() {
        return station.registrationStatus().equals(Optional.of(RegistrationStatusEnum.ACCEPTED));
    }

    /** Charges until the world is over, then comes back online to deliver what is left. */
    void run() {
        while (!pause(500, 5_000)) {
            session(station.evse(1));
        }
        comeBack();
    }

    private void session(Evse evse) {
        attempt(evse::plugIn);
        for (int i = 0; i < TRIES && evse.authorizedToken().isEmpty(); i++) {
            attempt(() -> evse.authorize(token));
            pause(100, 300);
        }
        attempt(evse::startCharging);
        int readings = 3 + random.nextInt(10);
        int outage = random.nextInt(5) == 0 ? random.nextInt(readings) : -1;
        for (int i = 0; i < readings && evse.authorizedToken().isPresent(); i++) {
            if (i == outage) {
                station.goOffline();
            }
            pause(500, 2_500);
            attempt(() -> evse.meter(Duration.ofSeconds(20 + random.nextInt(40))));
        }
        if (outage >= 0 && random.nextBoolean()) {
            comeBack();
        }
        if (evse.authorizedToken().isPresent() && random.nextInt(4) > 0) {
            attempt(evse::stop);
        }
        attempt(evse::unplug);
        if (outage >= 0) {
            comeBack();
        }
    }

    /** The step is done in any case; what it had to tell may still be on its way. */
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (StationException | IllegalStateException _) {
            // the station goes on, as in the field
        }
    }

    /** Connects until it is connected; the platform may be away. */
    private void comeBack() {
        while (!station.connected()) {
            attempt(station::goOnline);
            if (!station.connected()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200 + random.nextInt(800)));
            }
        }
    }

    /** Waits that long; true as soon as the world is over. */
    private boolean pause(int leastMillis, int mostMillis) {
        try {
            int millis = leastMillis + random.nextInt(mostMillis - leastMillis);
            return world.over().await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        station.close();
    }
}
