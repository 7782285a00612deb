/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.boot;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static io.ohmnibus.station.fixture.Fixture.PROPERTIES;
import static io.ohmnibus.station.fixture.Fixture.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.station.StationBoot;
import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.message.BootNotificationResponse;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.ChargingStation;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.registry.BootPolicy;
import io.ohmnibus.station.registry.FakeStations;
import io.ohmnibus.station.registry.StationChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class BootNotificationHandlerTest {

    private static final BootNotificationRequest REQUEST =
            new BootNotificationRequest(
                    new ChargingStation(null, "Model", null, "Vendor", "1.0", null),
                    BootReasonEnum.POWER_UP,
                    null);

    private final FakeBootConfigurations configurations = new FakeBootConfigurations();
    private final FakeStations stations = new FakeStations();
    private final List<Object> events = new ArrayList<>();
    private final List<Object> boots = new ArrayList<>();
    private final BootNotificationHandler handler =
            new BootNotificationHandler(
                    stations,
                    (station, event) -> Mono.fromRunnable(() -> events.add(event)),
                    (station, boot) -> Mono.fromRunnable(() -> boots.add(String.valueOf(boot))),
                    CLOCK,
                    new BootPolicies(configurations, PROPERTIES));

    private BootNotificationResponse boot() {
        BootNotificationResponse answer = handler.handle(STATION, REQUEST).block();
        assertThat(answer).isNotNull();
        return answer;
    }

    @Test
    @Requirement("B01.FR.02")
    void answersAcceptedWithTheTimeAndTheHeartbeatInterval() {
        stations.add(KEY, 1, BootPolicy.ACCEPT, null, NOW).block();

        assertThat(boot())
                .isEqualTo(
                        new BootNotificationResponse(
                                NOW, 300, RegistrationStatusEnum.ACCEPTED, null, null));
        assertThat(events).hasOnlyElementsOfType(StationBooted.class).hasSize(1);
        assertThat(boots)
                .containsExactly(
                        new StationBoot(RegistrationStatusEnum.ACCEPTED, NOW, "Vendor", "Model")
                                .toString());
    }

    @Test
    @Requirement({"B02.FR.08", "B03.FR.06"})
    void answersAsTheOperatorDecidedWithAnIntervalAboveZero() {
        BootPolicy pending = new BootPolicy(RegistrationStatusEnum.PENDING, null, "Wait");
        stations.add(KEY, 1, pending, null, NOW).block();
        assertThat(boot())
                .isEqualTo(
                        new BootNotificationResponse(
                                NOW,
                                60,
                                RegistrationStatusEnum.PENDING,
                                new StatusInfo("Wait", null, null),
                                null));

        stations.change(
                        KEY,
                        new StationChange(
                                new BootPolicy(
                                        RegistrationStatusEnum.REJECTED, Duration.ofHours(1), null),
                                null,
                                null))
                .block();
        assertThat(boot().interval()).isEqualTo(3600);
        assertThat(boot().status()).isEqualTo(RegistrationStatusEnum.REJECTED);
    }

    @Test
    void keepsSinceWhenAStationHasItsStatus() {
        stations.add(KEY, 1, BootPolicy.ACCEPT, null, NOW).block();
        boot();
        Station later =
                new Station(KEY, STATION.version(), new Call("m2", NOW.plusSeconds(600), "c1"));
        handler.handle(later, REQUEST).block();
        assertThat(boots).hasSize(2).containsOnly(boots.getFirst());
    }

    @Test
    void answersEachOfManyForItself() {
        StationKey pending = new StationKey("default", "PENDING");
        StationKey unknown = new StationKey("default", "UNKNOWN");
        stations.add(KEY, 1, BootPolicy.ACCEPT, null, NOW).block();
        stations.add(
                        pending,
                        1,
                        new BootPolicy(RegistrationStatusEnum.PENDING, null, null),
                        null,
                        NOW)
                .block();

        List<BootNotificationResponse> answers =
                handler.handleAll(
                                Stream.of(pending, unknown, KEY)
                                        .map(key ->
                                                new Station(key, STATION.version(), STATION.call()))
                                        .map(station -> new Received<>(station, REQUEST))
                                        .toList())
                        .block();

        assertThat(answers)
                .extracting(BootNotificationResponse::status)
                .containsExactly(
                        RegistrationStatusEnum.PENDING,
                        RegistrationStatusEnum.REJECTED,
                        RegistrationStatusEnum.ACCEPTED);
        assertThat(events).hasSize(2);
        assertThat(boots).hasSize(2);
    }

    @Test
    @Requirement({"B02.FR.01", "B03.FR.06"})
    void itsOwnPolicyCountsBeforeThatOfItsModelAndOfItsTenant() {
        stations.add(KEY, 1, BootPolicy.ACCEPT, null, NOW).block();
        configure("", RegistrationStatusEnum.REJECTED, false);
        assertThat(boot().status()).isEqualTo(RegistrationStatusEnum.REJECTED);
        configure("Other", RegistrationStatusEnum.ACCEPTED, false);
        configure("Model", RegistrationStatusEnum.PENDING, false);
        assertThat(boot().status()).isEqualTo(RegistrationStatusEnum.PENDING);

        BootPolicy own =
                new BootPolicy(RegistrationStatusEnum.ACCEPTED, Duration.ofMinutes(5), null);
        stations.change(KEY, new StationChange(own, null, null)).block();
        assertThat(boot().status()).isEqualTo(RegistrationStatusEnum.ACCEPTED);
    }

    @Test
    @Requirement("B02.FR.01")
    void pendingEndsOnceTheStationIsProvisioned() {
        stations.add(KEY, 1, BootPolicy.ACCEPT, null, NOW).block();
        configure("Model", RegistrationStatusEnum.PENDING, true);
        assertThat(boot().status()).isEqualTo(RegistrationStatusEnum.PENDING);
        configurations.provisioned.add(KEY);
        assertThat(boot().status()).isEqualTo(RegistrationStatusEnum.ACCEPTED);
    }

    private void configure(String model, RegistrationStatusEnum status, boolean until) {
        configurations
                .put(
                        new BootConfiguration(
                                KEY.tenant(), model, new BootPolicy(status, null, null), until))
                .block();
    }

    @Test
    void rejectsAStationWhoseRegistrationIsMissing() {
        assertThat(boot().status()).isEqualTo(RegistrationStatusEnum.REJECTED);
        assertThat(events).isEmpty();
    }
}
