/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.boot;

import io.ohmnibus.contracts.station.StationBoot;
import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.message.BootNotificationResponse;
import io.ohmnibus.ocpp.type.ChargingStation;
import io.ohmnibus.ocpp.type.Modem;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.BatchCallHandler;
import io.ohmnibus.platform.ocpp.Received;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.state.CompactedTopic;
import io.ohmnibus.station.registry.BootInfo;
import io.ohmnibus.station.registry.BootPolicy;
import io.ohmnibus.station.registry.RegisteredStation;
import io.ohmnibus.station.registry.Stations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers by the operator's policy for the station. The status is with the gateways before the
 * answer is with the station, so none of them takes a message for too early or too late.
 */
@UseCase({"B01", "B02", "B03"})
final class BootNotificationHandler
        implements BatchCallHandler<
                BootNotificationRequest,
                BootNotificationResponse,
                Received<BootNotificationRequest>> {

    private final Stations stations;
    private final Events events;
    private final CompactedTopic<StationBoot> topic;
    private final Clock clock;
    private final BootPolicies policies;

    BootNotificationHandler(
            Stations stations,
            Events events,
            CompactedTopic<StationBoot> topic,
            Clock clock,
            BootPolicies policies) {
        this.stations = stations;
        this.events = events;
        this.topic = topic;
        this.clock = clock;
        this.policies = policies;
    }

    @Override
    public Mono<Received<BootNotificationRequest>> read(
            Station station, BootNotificationRequest request) {
        return Mono.just(new Received<>(station, request));
    }

    @Override
    public Mono<List<BootNotificationResponse>> handleAll(
            List<Received<BootNotificationRequest>> calls) {
        return stations.find(calls.stream().map(call -> call.station().key()).toList())
                .collectMap(RegisteredStation::key)
                .flatMap(known -> policies.decide(known, models(calls)))
                .delayUntil(known -> remember(boots(calls, known)))
                .map(known ->
                        calls.stream()
                                .map(call -> answer(known.get(call.station().key())))
                                .toList());
    }

    private static Map<StationKey, String> models(List<Received<BootNotificationRequest>> calls) {
        Map<StationKey, String> models = new LinkedHashMap<>();
        calls.forEach(
                call -> models.put(call.station().key(), call.message().chargingStation().model()));
        return models;
    }

    /** What there is to remember of those that are registered. */
    private static Map<StationKey, BootInfo> boots(
            List<Received<BootNotificationRequest>> calls,
            Map<StationKey, RegisteredStation> known) {
        Map<StationKey, BootInfo> boots = new LinkedHashMap<>();
        for (Received<BootNotificationRequest> call : calls) {
            RegisteredStation station = known.get(call.station().key());
            if (station != null) {
                boots.put(station.key(), boot(call.station(), call.message(), station));
            }
        }
        return boots;
    }

    private Mono<Void> remember(Map<StationKey, BootInfo> boots) {
        if (boots.isEmpty()) {
            return Mono.empty();
        }
        return stations.booted(boots)
                .thenMany(Flux.fromIterable(boots.entrySet()))
                .concatMap(boot -> events.publish(boot.getKey(), event(boot.getValue())))
                .thenMany(Flux.fromIterable(boots.entrySet()))
                .flatMap(boot -> topic.put(boot.getKey(), forGateways(boot.getValue())))
                .then();
    }

    private static StationBoot forGateways(BootInfo boot) {
        BootInfo.Hardware hardware = boot.hardware();
        return new StationBoot(
                boot.status(), boot.since(), hardware.vendorName(), hardware.model());
    }

    private static BootInfo boot(
            Station station, BootNotificationRequest request, RegisteredStation known) {
        RegistrationStatusEnum status = known.policy().status();
        BootInfo before = known.boot();
        Instant receivedAt = station.call().receivedAt();
        Instant since = before != null && before.status() == status ? before.since() : receivedAt;
        return new BootInfo(
                hardware(request.chargingStation()),
                station.version().subprotocol(),
                request.reason(),
                receivedAt,
                status,
                since);
    }

    private static BootInfo.Hardware hardware(ChargingStation described) {
        Modem modem = described.modem();
        return new BootInfo.Hardware(
                described.vendorName(),
                described.model(),
                described.serialNumber(),
                described.firmwareVersion(),
                modem == null ? null : modem.iccid(),
                modem == null ? null : modem.imsi());
    }

    private static StationBooted event(BootInfo boot) {
        BootInfo.Hardware hardware = boot.hardware();
        return new StationBooted(
                boot.status(),
                boot.reason(),
                hardware.vendorName(),
                hardware.model(),
                hardware.serialNumber(),
                hardware.firmwareVersion(),
                boot.at());
    }

    private BootNotificationResponse answer(@Nullable RegisteredStation known) { // B01.FR.02
        if (known == null) {
            return unknown();
        }
        BootPolicy policy = known.policy();
        return answer(policy.status(), policies.interval(policy), statusInfo(policy));
    }

    /** Credentials exist, the registration does not: half an import. It is tried again. */
    private BootNotificationResponse unknown() {
        return answer(
                RegistrationStatusEnum.REJECTED,
                policies.retryInterval(),
                new StatusInfo("NotRegistered", null, null));
    }

    private BootNotificationResponse answer(
            RegistrationStatusEnum status, Duration interval, @Nullable StatusInfo info) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int seconds = Math.toIntExact(interval.toSeconds());
        return new BootNotificationResponse(now, seconds, status, info, null);
    }

    private static @Nullable StatusInfo statusInfo(BootPolicy policy) {
        String reason = policy.reason();
        return reason == null || policy.status() == RegistrationStatusEnum.ACCEPTED
                ? null
                : new StatusInfo(reason, null, null);
    }
}
